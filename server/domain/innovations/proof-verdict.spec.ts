import {
  changeWord,
  isMeasured,
  lockedFields,
  lockFault,
  monthsAfterStart,
  proofBadge,
  PROVING_FIELDS,
  type ProvingFigure,
} from './proof-verdict.ts';

describe('The proof of an innovation', () => {
  const figure = (change: Partial<ProvingFigure> = {}): ProvingFigure => ({
    before: { value: 0.71, n: 840 },
    after: { value: 0.94, n: 1_208 },
    verdict: 'membaik',
    ...change,
  });

  it('is locked by both clocks where it is a time, whichever of them was named', () => {
    const ids = (measure: string, field: string) => lockedFields(measure, field).map((each) => each.field.id);
    expect(ids('turnaround', 'medianWorkingMinutes')).toEqual(['medianMinutes', 'medianWorkingMinutes']);
    expect(ids('complaints', 'medianResolutionMinutes')).toEqual([
      'medianResolutionMinutes',
      'medianResolutionWorkingMinutes',
    ]);
    expect(ids('turnaround', 'sameVisitShare')).toEqual(['sameVisitShare']);
    expect(ids('ikm', 'score')).toEqual(['score']);
  });

  it('is no number of records, which says how much and not how well, and nothing that is not known', () => {
    for (const [measure, field] of [
      ['volume', 'received'],
      ['turnaround', 'overdue'],
      ['pilots', 'progressShare'],
      ['turnaround', 'score'],
      ['tidak-ada', 'sameVisitShare'],
    ] as const)
      expect(lockedFields(measure, field)).withContext(field).toEqual([]);
    expect(PROVING_FIELDS.some(({ field }) => field.unit === 'count')).toBe(false);
  });

  it('is compared with whole months before the month of its start, three to twenty-four of them', () => {
    const today = '2026-11-20';
    const fault = (startedOn: string, from: string, to: string) =>
      lockFault({ startedOn, before: { from, to } }, today);
    expect(fault('2026-03-12', '2025-09-01', '2026-02-28')).toBeNull();
    expect(fault('2026-11-21', '2026-01-01', '2026-06-30')).toBe('proof-start-ahead');
    expect(fault('2026-03-12', '2025-09-02', '2026-02-28')).toBe('proof-months-whole');
    expect(fault('2026-03-12', '2025-09-01', '2026-02-27')).toBe('proof-months-whole');
    expect(fault('2026-03-12', '2026-02-01', '2025-11-30')).toBe('proof-months-whole');
    // The month of the start belongs to neither side.
    expect(fault('2026-03-31', '2025-09-01', '2026-03-31')).toBe('proof-before-start');
    expect(fault('2026-03-12', '2026-01-01', '2026-02-28')).toBe('proof-months-count');
    expect(fault('2026-03-12', '2025-12-01', '2026-02-28')).toBeNull();
    expect(fault('2026-03-12', '2024-03-01', '2026-02-28')).toBeNull();
    expect(fault('2026-03-12', '2024-02-01', '2026-02-28')).toBe('proof-months-count');
  });

  it('counts the whole months since, from the third on and the last twelve at most', () => {
    // Begun on 12 March: April is the first whole month; on 1 July three are over.
    expect(monthsAfterStart('2026-03-12', '2026-06-30')).toBeNull();
    expect(monthsAfterStart('2026-03-12', '2026-07-01')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    // Begun on the first, its own month counts.
    expect(monthsAfterStart('2026-03-01', '2026-06-30')).toEqual({ from: '2026-03-01', to: '2026-05-31' });
    expect(monthsAfterStart('2024-01-15', '2026-11-20')).toEqual({ from: '2025-11-01', to: '2026-10-31' });
    expect(monthsAfterStart('2026-11-02', '2026-11-20')).toBeNull();
  });

  it('is measured with thirty records on both sides and a judgement, also where it got worse', () => {
    expect(isMeasured(figure())).toBe(true);
    expect(isMeasured(figure({ verdict: 'memburuk' }))).toBe(true);
    expect(isMeasured(figure({ verdict: 'stabil' }))).toBe(true);
    expect(isMeasured(figure({ verdict: null }))).toBe(false);
    expect(isMeasured(figure({ before: { value: 0.7, n: 30 } }))).toBe(true);
    expect(isMeasured(figure({ before: { value: 0.7, n: 29 } }))).toBe(false);
    expect(isMeasured(figure({ after: { value: null, n: 0 } }))).toBe(false);
  });

  it('gives the badge, and else what the entry tells of itself', () => {
    expect(proofBadge([figure({ verdict: null }), figure()], 'belum-ada-data')).toBe('terukur');
    expect(proofBadge([figure({ verdict: null })], 'dilaporkan-sendiri')).toBe('dilaporkan-sendiri');
    expect(proofBadge([], 'belum-ada-data')).toBe('belum-ada-data');
  });

  it('says what the engine of signals says', () => {
    const word = (verdict: 'better' | 'worse' | 'no-change' | 'insufficient-data') =>
      changeWord({ verdict, changedFrom: null });
    expect([word('better'), word('worse'), word('no-change'), word('insufficient-data')]).toEqual([
      'membaik',
      'memburuk',
      'stabil',
      null,
    ]);
  });
});
