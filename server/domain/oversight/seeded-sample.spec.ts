import { compareDraws, drawSample, populationText } from './seeded-sample.ts';

const id = (last: number) => `0198c0de-0000-7000-8000-00000000000${last}`;

/** `printf '%s:%s' 'audit-2026' '<id>' | sha256sum`, by the hash tool of the operating system. */
const BY_HAND: Readonly<Record<string, string>> = {
  [`audit-2026:${id(1)}`]: 'a4c556a74cf285acf877815548ad600e40691eaffb0314396535107467906036',
  [`audit-2026:${id(2)}`]: '2a45acc45359a455b43898950c212b208e5160b1a73ba57dc6a70490dd7ff34d',
  [`audit-2026:${id(3)}`]: 'd17f3b11415f8263ec2747940f6d9cfb0eee6b529a7ccaee43a090e6c2520cb1',
  [`audit-2026:${id(4)}`]: 'fabd998c87f14cad973add69a008d5209e3151351db8526786f648acc22a6ec7',
  [`audit-2026:${id(5)}`]: '7ca46aca16bbd662edd344e4768961d152f4fd61609b5c1623f268b632262b46',
  [`audit-2026:${id(6)}`]: '80821df5dadcade7b754535c3d972d93686ed581858d89130ed9da11cca80baa',
};
const byHand = (text: string): string => {
  const hash = BY_HAND[text];
  if (hash === undefined) throw new Error(`nobody hashed ${text}`);
  return hash;
};
const ALL = [1, 2, 3, 4, 5, 6].map(id);

describe('a seeded sample', () => {
  it('takes the smallest hashes, as anybody can work out with a hash tool', () => {
    expect(drawSample(ALL, { seed: 'audit-2026', size: 3 }, byHand)).toEqual([id(2), id(5), id(6)]);
  });

  it('does not depend on the order in which the records are given', () => {
    const turned = [...ALL].reverse();
    expect(drawSample(turned, { seed: 'audit-2026', size: 4 }, byHand)).toEqual([id(2), id(5), id(6), id(1)]);
  });

  it('moves no other record when one goes', () => {
    const without = ALL.filter((each) => each !== id(5));
    const before = drawSample(ALL, { seed: 'audit-2026', size: 3 }, byHand);
    const now = drawSample(without, { seed: 'audit-2026', size: 3 }, byHand);
    expect(now).toEqual([id(2), id(6), id(1)]);
    expect(compareDraws(before, now)).toEqual({ added: [id(1)], gone: [id(5)] });
  });

  it('draws nothing twice, and all there is when more is asked for', () => {
    expect(drawSample(ALL, { seed: 'audit-2026', size: 20 }, byHand)).toEqual([
      id(2),
      id(5),
      id(6),
      id(1),
      id(3),
      id(4),
    ]);
  });

  it('writes a population down line by line in alphabetical order', () => {
    expect(populationText([id(2), id(1)])).toBe(`${id(1)}\n${id(2)}\n`);
  });
});
