import englishScreens from './en-screens.json';
import english from './en.json';
import indonesianScreens from './id-screens.json';
import indonesian from './id.json';

interface Words {
  readonly [key: string]: string | Words;
}

function flat(words: Words, above = ''): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${above}${key}`, value] as const] : [...flat(value, `${above}${key}.`)],
    ),
  );
}

describe('the translations', () => {
  const id = flat({ ...indonesian, ...indonesianScreens });
  const en = flat({ ...english, ...englishScreens });
  const values = (text: string): string[] =>
    [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted();

  it('have the same keys', () => {
    expect(id.size).toBeGreaterThan(200);
    expect([...en.keys()].toSorted()).toEqual([...id.keys()].toSorted());
  });

  it('stand in one file only: no part of the second would replace one of the first', () => {
    const parts = Object.keys(indonesian);
    expect(Object.keys(indonesianScreens).filter((part) => parts.includes(part))).toEqual([]);
    expect(Object.keys(englishScreens).toSorted()).toEqual(Object.keys(indonesianScreens).toSorted());
  });

  it('fill in the same values', () => {
    expect(
      [...id]
        .filter(([key, text]) => values(text).join() !== values(en.get(key) ?? '').join())
        .map(([key]) => key),
    ).toEqual([]);
  });

  it('leave nothing empty', () => {
    expect([...id, ...en].filter(([, text]) => text.trim() === '').map(([key]) => key)).toEqual([]);
  });
});
