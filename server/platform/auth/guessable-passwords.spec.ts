import { isGuessablePassword } from './guessable-passwords.ts';

describe('guessable passwords', () => {
  it('are known in other case, with a year, twice, and in Indonesian', () => {
    for (const password of [
      'administrator',
      'Indonesia2026!',
      '1q2w3e4r5t6y',
      'PasswordPassword',
      'sayangku sayangku',
      '123Rahasiaku!!!',
      'bismillahirrahmanirrahim',
      'unbelievable',
    ]) {
      expect(isGuessablePassword(password)).withContext(password).toBeTrue();
    }
  });

  it('do not stand for whatever contains one of them', () => {
    for (const password of [
      'perahu kayu di mahakam',
      'sandi-uji-2026',
      'rahasiaku ada tujuh',
      'correct horse battery staple',
      '🛶🌊🌴🦜🐟🛶🌊🌴🦜🐟🛶🌊',
      '',
    ]) {
      expect(isGuessablePassword(password)).withContext(password).toBeFalse();
    }
  });
});
