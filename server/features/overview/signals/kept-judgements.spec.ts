import { SeriesStore } from './kept-judgements.ts';

interface Judged {
  readonly fields: ReadonlyMap<string, unknown>;
}

/** A scope of so many series. */
const scope = (series: number): readonly Judged[] => [
  { fields: new Map(Array.from({ length: series }, (_, index) => [`field ${index}`, index])) },
];

describe('judged series in memory', () => {
  let asked: string[];
  let store: SeriesStore<Judged>;
  const get = (key: string, series: number) =>
    store.get(key, () => {
      asked.push(key);
      return Promise.resolve(scope(series));
    });

  beforeEach(() => {
    asked = [];
    store = new SeriesStore();
  });

  it('are judged once, for two who ask at the same time too', async () => {
    const [first, second] = await Promise.all([get('a', 2), get('a', 2)]);
    const later = await get('a', 2);
    expect(asked).toEqual(['a']);
    expect(second).toBe(first);
    expect(later).toBe(first);
  });

  it('are judged anew after a failure', async () => {
    await expectAsync(store.get('a', () => Promise.reject(new Error('gone')))).toBeRejectedWithError('gone');
    expect(await get('a', 1)).toHaveSize(1);
    expect(asked).toEqual(['a']);
  });

  it('leave when there are too many, those not looked at for the longest first', async () => {
    // 6,000 are kept: with the third scope there are 7,500.
    await get('a', 2_500);
    await get('b', 2_500);
    await get('a', 2_500);
    await get('c', 2_500);
    await get('a', 2_500);
    await get('b', 2_500);
    expect(asked).toEqual(['a', 'b', 'c', 'b']);
  });
});
