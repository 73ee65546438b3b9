import { ROLES } from '#domain/permissions';
import { passwordFault, reachOf, usernameFault } from './account-rules.ts';

describe('password rules', () => {
  it('accept twelve characters of any kind', () => {
    expect(passwordFault('sungai-mahakam', 'bupati')).toBeNull();
    expect(passwordFault('jembatan9kut', 'bupati')).toBeNull();
    expect(passwordFault('jembatan9ku', 'bupati')).toContain('12 karakter');
    expect(passwordFault('hujan di bulan juni', 'bupati')).toBeNull();
    // Twelve characters outside the Latin alphabet are twelve, however many code units they take.
    expect(passwordFault('🛶🌊🌴🦜🐟🛶🌊🌴🦜🐟🛶🌊', 'bupati')).toBeNull();
    expect(passwordFault('🛶🌊🌴🦜🐟🛶', 'bupati')).toContain('12 karakter');
    expect(passwordFault('kapal pinisi '.repeat(15) + 'layar', 'bupati')).toBeNull();
  });

  it('refuse what is guessed first', () => {
    expect(passwordFault('102938475610', 'bupati')).toContain('hanya angka');
    expect(passwordFault('abababababab', 'bupati')).toContain('ragam');
    expect(passwordFault('Xx-Camat.Sebulu-1', 'camat.sebulu')).toContain('nama pengguna');
    expect(passwordFault('Rahasiaku2026!', 'bupati')).toContain('ditebak');
    expect(passwordFault('Indonesia2026', 'bupati')).toContain('ditebak');
    expect(passwordFault('x'.repeat(150) + 'abcdefgh'.repeat(10), 'bupati')).toContain('200');
  });
});

describe('usernames', () => {
  it('are lower case without spaces', () => {
    expect(usernameFault('camat.cikarang-utara')).toBeNull();
    for (const name of ['Camat', 'camat sebulu', '.camat', 'c', 'x'.repeat(65), 'camat@sebulu']) {
      expect(usernameFault(name)).withContext(name).not.toBeNull();
    }
  });
});

describe('reach of roles', () => {
  it('asks for a unit exactly from those who answer for one', () => {
    expect(ROLES.filter((role) => reachOf(role) === 'unit')).toEqual(['camat', 'kepala-skpd', 'petugas']);
    expect(ROLES.filter((role) => reachOf(role) === 'nobody')).toEqual(['publik']);
    expect(ROLES.filter((role) => reachOf(role) === 'kabupaten-or-all')).toEqual(['admin']);
  });
});
