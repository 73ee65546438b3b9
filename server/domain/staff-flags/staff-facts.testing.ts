import type { ColleagueFacts, PeriodFacts, StaffFacts, StaffRule, StaffVerdict } from './staff-rule.ts';
import { settingsOf } from './rule-settings.ts';

/** Four quarters, the judged one last. */
export const QUARTERS = [
  { from: '2025-10-01', to: '2025-12-31' },
  { from: '2026-01-01', to: '2026-03-31' },
  { from: '2026-04-01', to: '2026-06-30' },
  { from: '2026-07-01', to: '2026-09-30' },
] as const;

const EMPTY: Omit<PeriodFacts, 'from' | 'to'> = {
  due: 0,
  dueMet: 0,
  completed: 0,
  visitsKnown: 0,
  singleVisit: 0,
  received: 0,
  lateEntries: 0,
  feesKnown: 0,
  feesAbove: [],
  missed: [],
  late: [],
  repeated: [],
  leftOut: 0,
  leftToOthers: 0,
};

/** Colleagues who have the same work: three of them, 100 cases each, 92 % in time, 80 % in one visit, 5 % entered late. */
const USUAL: Omit<ColleagueFacts, 'from' | 'to'> = {
  people: 3,
  due: 300,
  received: 300,
  visitsKnown: 300,
  dueMetShare: 0.92,
  singleVisitShare: 0.8,
  lateEntryShare: 0.05,
};

interface Given extends Partial<Omit<StaffFacts, 'periods' | 'colleagues'>> {
  /** Of the last quarters; the earlier ones are empty. */
  readonly periods?: readonly Partial<PeriodFacts>[];
  /** Of all quarters. */
  readonly colleagues?: Partial<ColleagueFacts>;
}

/** Facts of somebody of whom only this is known. */
export function factsWith(given: Given): StaffFacts {
  const { periods = [], colleagues = {}, ...rest } = given;
  return {
    staffId: 'pegawai',
    employment: 'pns',
    remote: null,
    examined: 0,
    upheld: [],
    suggestions: 0,
    praise: [],
    ...rest,
    periods: QUARTERS.map((quarter, index) => ({
      ...EMPTY,
      ...periods[index - (QUARTERS.length - periods.length)],
      ...quarter,
    })),
    colleagues: QUARTERS.map((quarter) => ({ ...USUAL, ...colleagues, ...quarter })),
  };
}

/** The verdict of a rule with its presets, or some other thresholds. */
export function verdictOf(
  rule: StaffRule,
  facts: StaffFacts,
  settings: Readonly<Record<string, number>> = {},
): StaffVerdict {
  return rule.evaluate(facts, settingsOf(rule, settings)).verdict;
}

/** So many records with numbers of their own, on these days in turn. */
export function recordsOn(
  dataset: 'service-cases' | 'complaints' | 'survey-responses',
  ...days: readonly string[]
): { dataset: typeof dataset; id: string; number: string; on: string }[] {
  return days.map((on, index) => ({ dataset, id: `${dataset}-${index + 1}`, number: String(index + 1), on }));
}
