import { safeTarget } from './session-target.ts';

describe('where to go after signing in', () => {
  it('is the page that was wanted, filters included', () => {
    expect(safeTarget('/beranda?unit=64.02.07&from=2026-01-01&to=2026-06-30')).toBe(
      '/beranda?unit=64.02.07&from=2026-01-01&to=2026-06-30',
    );
    expect(safeTarget('/akun')).toBe('/akun');
  });

  it('is home without a wish, and never the sign-in page itself', () => {
    expect([undefined, '', '/', '/masuk', '/masuk?tujuan=/masuk'].map(safeTarget)).toEqual([
      '/',
      '/',
      '/',
      '/',
      '/',
    ]);
  });

  for (const elsewhere of [
    'https://jahat.example/masuk',
    '//jahat.example',
    '/\\jahat.example',
    '\\\\jahat.example',
    '/\t/jahat.example',
    '/./\t/jahat.example',
    '/.//jahat.example',
    'javascript:alert(1)',
    ' /beranda',
    'beranda',
  ]) {
    it(`is never ${JSON.stringify(elsewhere)}`, () => {
      expect(safeTarget(elsewhere)).toBe('/');
    });
  }
});
