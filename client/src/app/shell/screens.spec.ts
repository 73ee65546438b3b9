import { can } from '#domain/permissions';
import { findScreen, openScreens } from './screens.ts';

describe('findScreen', () => {
  it('knows a screen by its path, with filters and with what lies below it', () => {
    expect(findScreen('/data')?.label).toBe('nav.imports');
    expect(findScreen('/aduan?unit=64.02.07')?.path).toBe('/aduan');
    expect(findScreen('/aduan/123#isi')?.path).toBe('/aduan');
  });

  it('knows no other', () => {
    expect([findScreen('/'), findScreen('/database'), findScreen('/entah?x=/data')]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('openScreens', () => {
  const paths = (role: Parameters<typeof can>[0]): readonly string[] =>
    openScreens((permission) => can(role, permission)).map(({ path }) => path);

  it('offers the settings to whoever may do anything there', () => {
    expect(paths('organisasi')).toContain('/pengaturan');
    expect(paths('inspektorat')).toContain('/pengaturan');
    expect(paths('admin')).toEqual(['/inovasi', '/pengaturan']);
    expect(paths('bupati')).not.toContain('/pengaturan');
  });

  it('offers a member of FORCASI the catalogue alone', () => {
    expect(paths('forcasi')).toEqual(['/inovasi']);
  });

  it('offers the list of who has reported to those who load nothing themselves', () => {
    expect(can('inspektorat', 'imports:write')).toBe(false);
    expect(paths('inspektorat')).toContain('/data');
  });
});
