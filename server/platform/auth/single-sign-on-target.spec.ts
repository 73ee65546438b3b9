import { safeTarget } from './single-sign-on-target.ts';

describe('the page after single sign-on', () => {
  it('is the one that was asked for, with its filters', () => {
    for (const path of [
      '/beranda',
      '/layanan/tepat-waktu?unit=64.02.07&dari=2026-01-01',
      '/pengaduan#daftar',
      '/',
    ])
      expect(safeTarget(path)).toBe(path);
  });

  it('stays a path, whatever is encoded in it', () => {
    expect(safeTarget('/%0d%0aLocation:%20https:%2f%2fevil.example')).toBe(
      '/%0d%0aLocation:%20https:%2f%2fevil.example',
    );
    expect(safeTarget('/a/../b?x=//evil.example')).toBe('/b?x=//evil.example');
  });

  it('is never another site', () => {
    for (const path of [
      'https://evil.example/',
      '//evil.example/',
      '/\\evil.example',
      '/\\/evil.example',
      '\\\\evil.example',
      '/\t/evil.example',
      '/\n/evil.example',
      '/..//evil.example',
      '/.//evil.example',
      'javascript:alert(1)',
      'evil.example',
      '@evil.example',
      '',
      ' /beranda',
      '/api/v1/session/sso/callback?code=x',
      '/API/v1/session',
      `/${'x'.repeat(2_000)}`,
      undefined,
    ])
      expect(safeTarget(path)).withContext(String(path)).toBe('/');
  });
});
