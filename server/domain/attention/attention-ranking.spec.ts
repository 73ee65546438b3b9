import { MOST_ITEMS, praise, rank } from './attention-ranking.ts';
import { findingKey, scoreOf, type Finding } from './finding.ts';

function finding(unit: string, score: number, kind: Finding['kind'] = 'signal'): Finding {
  const told = { id: 'naik.', en: 'rose.' };
  return {
    kind,
    mark: 'worse',
    unit,
    service: null,
    field: 'turnaround.dueMetShare',
    since: '2026-06-01',
    score,
    sentence: told,
    facts: [],
    proof: { label: told, screen: '/layanan', query: {}, count: null },
  };
}

describe('ranking', () => {
  it('puts the most pressing first, whatever its kind', () => {
    const { items, more } = rank([finding('a', 6), finding('b', 12, 'not-reporting'), finding('c', 9)]);
    expect(items.map(({ unit }) => unit)).toEqual(['b', 'c', 'a']);
    expect(more).toBe(0);
  });

  it('holds at most seven, and says how many there are beyond', () => {
    const { items, more } = rank(Array.from({ length: 10 }, (_, index) => finding(`u${index}`, index)));
    expect(items.length).toBe(MOST_ITEMS);
    expect(MOST_ITEMS).toBe(7);
    expect(items[0]?.unit).toBe('u9');
    expect(more).toBe(3);
  });

  it('holds at most two of a unit, unless there is one unit only', () => {
    const findings = [finding('a', 9), finding('a', 8), finding('a', 7), finding('b', 1)];
    expect(rank(findings).items.map(({ unit, score }) => `${unit}${score}`)).toEqual(['a9', 'a8', 'b1']);
    expect(rank(findings).more).toBe(1);
    expect(rank(findings, MOST_ITEMS).items.length).toBe(4);
  });

  it('stands still: equals are ordered by kind and unit', () => {
    const one = rank([finding('b', 5), finding('a', 5)]).items.map(({ unit }) => unit);
    expect(one).toEqual(rank([finding('a', 5), finding('b', 5)]).items.map(({ unit }) => unit));
    expect(one).toEqual(['a', 'b']);
  });

  it('praises three units at most, once each', () => {
    const praised = praise([
      finding('a', 9),
      finding('a', 8),
      finding('b', 7),
      finding('c', 6),
      finding('d', 5),
    ]);
    expect(praised.map(({ unit }) => unit)).toEqual(['a', 'b', 'c']);
  });

  it('praises what people feel first of what improved comparably', () => {
    const median = { ...finding('a', 30), field: 'turnaround.medianWorkingMinutes' };
    const visits = { ...finding('a', 15), field: 'turnaround.sameVisitShare' };
    expect(praise([median, visits])[0]?.field).toBe('turnaround.sameVisitShare');
    expect(praise([median, { ...visits, score: 14 }])[0]?.field).toBe('turnaround.medianWorkingMinutes');
  });

  it('bounds how far and how long', () => {
    expect(scoreOf(3, 2)).toBe(6);
    expect(scoreOf(40, 30)).toBe(36);
    expect(scoreOf(-1, 2)).toBe(0);
    expect(scoreOf(2, 0)).toBe(2);
  });

  it('names a matter by unit, kind, field, service and since when, not by its numbers', () => {
    expect(findingKey(finding('64.02.11', 3))).toBe('64.02.11|signal|turnaround.dueMetShare|-|2026-06-01');
    expect(findingKey(finding('64.02.11', 9))).toBe(findingKey(finding('64.02.11', 3)));
    expect(findingKey({ ...finding('a', 1), since: null, field: null, service: 'kk' })).toBe(
      'a|signal|-|kk|-',
    );
  });
});
