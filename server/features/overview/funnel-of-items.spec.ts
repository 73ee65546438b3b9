import { funnelOfItems } from './funnel-of-items.ts';

describe('the funnel of a breakdown', () => {
  const total = { due: 1_000, dueMet: 900, dueMetShare: 0.9 };
  const item = (key: string, due: number | null, dueMetShare: number | null) => ({ key, due, dueMetShare });

  it('tells who differs from the whole by more than its size explains', () => {
    // 0.9 ± 3.0902 × √(0.9 × 0.1 / 100) = 0.8073 … 0.9927; of 10 records 0.9 ± 0.2932.
    const { dueMetShare } = funnelOfItems(
      'turnaround',
      [item('a', 100, 0.8), item('b', 100, 0.81), item('c', 100, 1), item('d', 10, 0.7), item('e', 4, 0)],
      total,
    );
    expect(dueMetShare).toEqual({ a: 'below', b: 'within', c: 'above', d: 'within', e: 'too-few' });
  });

  it('says nothing of what is withheld or has no records, and nothing at all without the whole', () => {
    expect(
      funnelOfItems('turnaround', [item('a', null, null), item('b', 0, null)], total)['dueMetShare'],
    ).toEqual({});
    expect(
      funnelOfItems('turnaround', [item('a', 100, 0.8)], { due: null, dueMetShare: null })['dueMetShare'],
    ).toBeUndefined();
  });

  it('leaves out what is no share of its own n', () => {
    const ikm = { key: 'a', respondents: 50, participationShare: 0.5, score: 80 };
    expect(funnelOfItems('ikm', [ikm], { respondents: 500, participationShare: 0.5, score: 80 })).toEqual({});
  });
});
