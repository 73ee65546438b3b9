import { randomStream } from '../spc/chance.ts';
import { settingsOf } from './rule-settings.ts';
import { quartersUpTo } from './judged-periods.ts';
import type { ColleagueFacts, PeriodFacts, StaffFacts, StaffRule } from './staff-rule.ts';
import { STAFF_RULES } from './staff-rules.ts';

const STAFF = 200;
const QUARTERS = quartersUpTo('2026-12-31', 8);
/** Four people share the work of a unit. */
const TEAM = 4;
const CASES = 60;
const SANCTIONS = STAFF_RULES.filter(({ kind }) => kind === 'sanction');

/** What everybody does alike; nobody differs but by chance. */
interface CommonRates {
  readonly onTime: number;
  readonly singleVisit: number;
  readonly lateEntry: number;
}
const HEALTHY: CommonRates = { onTime: 0.9, singleVisit: 0.78, lateEntry: 0.06 };
/** A unit in trouble: all its people stand below the thresholds, which is nobody's own doing. */
const TROUBLED: CommonRates = { onTime: 0.7, singleVisit: 0.55, lateEntry: 0.3 };

type Quarter = Omit<PeriodFacts, 'from' | 'to'>;

/** Staff of independent cases with the common rates, eight quarters each. */
function staffWithoutChange(rates: CommonRates, seed: number): Quarter[][] {
  const random = randomStream(seed);
  const count = (n: number, share: number): number =>
    Array.from({ length: n }, random).filter((value) => value < share).length;
  return Array.from({ length: STAFF }, () =>
    QUARTERS.map(() => ({
      due: CASES,
      dueMet: count(CASES, rates.onTime),
      completed: CASES,
      visitsKnown: CASES,
      singleVisit: count(CASES, rates.singleVisit),
      received: CASES,
      lateEntries: count(CASES, rates.lateEntry),
      feesKnown: CASES,
      feesAbove: [],
      missed: [],
      late: [],
      repeated: [],
      leftOut: 0,
      leftToOthers: 0,
    })),
  );
}

/** The facts of one of them, up to a quarter, beside the others of the team. */
function factsOf(staff: readonly Quarter[][], person: number, quarter: number): StaffFacts {
  const first = person - (person % TEAM);
  const team = staff.slice(first, first + TEAM).filter((_each, index) => first + index !== person);
  const indexes = Array.from({ length: 4 }, (_each, index) => quarter - 3 + index).filter(
    (index) => index >= 0,
  );
  const period = (index: number) => QUARTERS[index] ?? { from: '', to: '' };
  return {
    staffId: String(person),
    employment: 'pns',
    periods: indexes.map((index) => ({ ...quarterOf(staff[person], index), ...period(index) })),
    colleagues: indexes.map((index) => ({
      ...pooled(team.map((each) => quarterOf(each, index))),
      ...period(index),
    })),
    remote: null,
    examined: 0,
    upheld: [],
    suggestions: 0,
    praise: [],
  };
}

function quarterOf(quarters: readonly Quarter[] | undefined, index: number): Quarter {
  const quarter = quarters?.[index];
  if (quarter === undefined) throw new RangeError('no such quarter');
  return quarter;
}

function pooled(team: readonly Quarter[]): Omit<ColleagueFacts, 'from' | 'to'> {
  const total = (key: 'dueMet' | 'singleVisit' | 'lateEntries'): number =>
    team.reduce((sum, each) => sum + each[key], 0);
  const n = CASES * team.length;
  return {
    people: team.length,
    due: n,
    received: n,
    visitsKnown: n,
    dueMetShare: total('dueMet') / n,
    singleVisitShare: total('singleVisit') / n,
    lateEntryShare: total('lateEntries') / n,
  };
}

/** How often the rules proposed, over all staff and every pair of consecutive quarters. */
function proposals(staff: readonly Quarter[][], rules: readonly StaffRule[]): Record<string, number> {
  return Object.fromEntries(
    rules.map((rule) => {
      const settings = settingsOf(rule, {});
      let raised = 0;
      for (let person = 0; person < STAFF; person++)
        for (let quarter = 1; quarter < QUARTERS.length; quarter++)
          if (rule.evaluate(factsOf(staff, person, quarter), settings).verdict === 'raised') raised += 1;
      return [rule.id, raised];
    }),
  );
}

describe('200 staff without change, 8 quarters of 60 cases, 1,400 looks a rule', () => {
  const none = {
    'on-time-low': 0,
    'repeat-visits': 0,
    'late-entry-high': 0,
    'conduct-upheld': 0,
    'fee-above-standard': 0,
  };

  it('healthy units: no proposal to clarify from chance', () => {
    expect(proposals(staffWithoutChange(HEALTHY, 20_261), SANCTIONS)).toEqual(none);
  });

  // Only the comparison with the colleagues stands between these people and a proposal: 99.8 % limits twice running.
  it('units where all do badly alike: none of 4,200 looks', () => {
    expect(proposals(staffWithoutChange(TROUBLED, 20_262), SANCTIONS)).toEqual(none);
  });

  it('a single month in which nothing went right: no proposal to clarify', () => {
    const disturbed = staffWithoutChange(HEALTHY, 20_263).map((quarters) =>
      quarters.map((quarter, index) =>
        // A third of the cases of one quarter.
        index === 4 ? { ...quarter, dueMet: 36, singleVisit: 31, lateEntries: 24 } : quarter,
      ),
    );
    expect(proposals(disturbed, SANCTIONS)).toEqual(none);
  });

  it('nobody is praised for having improved by chance', () => {
    const rules = STAFF_RULES.filter(({ id }) => id === 'improved');
    expect(proposals(staffWithoutChange(HEALTHY, 20_264), rules)).toEqual({ improved: 0 });
  });
});

describe('200 staff of whom one is clearly late', () => {
  it('that one is found in every pair of quarters, and nobody else', () => {
    const staff = staffWithoutChange(HEALTHY, 20_265).map((quarters, person) =>
      person === 7 ? quarters.map((quarter) => ({ ...quarter, dueMet: 33 })) : quarters,
    );
    const found = proposals(
      staff,
      STAFF_RULES.filter(({ id }) => id === 'on-time-low'),
    );
    expect(found).toEqual({ 'on-time-low': 7 });
  });
});
