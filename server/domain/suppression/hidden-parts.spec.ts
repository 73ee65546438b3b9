import { hiddenParts } from './hidden-parts.ts';

describe('parts over several months', () => {
  it('are hidden when they are in one of the months, with the next smallest of that month', () => {
    // March: 3 is small and 6 the next smallest. April: nothing is small.
    const { parts, everything } = hiddenParts([
      new Map([
        ['cetak', 20],
        ['verifikasi', 3],
        ['serah', 6],
      ]),
      new Map([
        ['cetak', 30],
        ['verifikasi', 8],
        ['lain', 5],
      ]),
    ]);
    expect([...parts].toSorted()).toEqual(['serah', 'verifikasi']);
    expect(everything).toBeFalse();
  });

  it('are all hidden when there is no other to hide with', () => {
    expect(hiddenParts([new Map([['cetak', 2]])]).everything).toBeTrue();
    expect(hiddenParts([]).parts.size).toBe(0);
  });
});
