import { findScreen } from './screens.ts';

describe('findScreen', () => {
  it('knows a screen by its path, with filters and with what lies below it', () => {
    expect(findScreen('/data')?.permission).toBe('imports:write');
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
