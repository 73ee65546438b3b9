import { MEASURES } from '#domain/measures';
import { type CellOf, type UnitRow, byAttention, markOf, sharedTarget, stableCount } from './unit-rows.ts';

type Verdict = NonNullable<UnitRow['signals']>[string];

const fieldOf = (measure: CellOf['measure'], id: string): CellOf => {
  const field = MEASURES[measure].fields.find((candidate) => candidate.id === id);
  if (field === undefined) throw new Error(`No field ${measure}.${id}.`);
  return { measure, field };
};
const ON_TIME = fieldOf('turnaround', 'dueMetShare');
const RECEIVED = fieldOf('volume', 'received');
const IKM = fieldOf('ikm', 'score');

const verdict = (variation: Verdict['variation'], changes: Partial<Verdict> = {}): Verdict => ({
  variation,
  assurance: 'hit-or-miss',
  rule: null,
  direction: null,
  since: null,
  persistence: 0,
  centre: null,
  lastFrom: null,
  last: null,
  n: null,
  trial: false,
  target: null,
  sentence: '',
  ...changes,
});

function unitRow(key: string, changes: Partial<UnitRow> = {}): UnitRow {
  return {
    key,
    label: key,
    kind: 'kecamatan',
    volume: { received: 400, completed: 380, rejected: 2, cancelled: 1, open: 17 },
    turnaround: {
      due: 380,
      dueMet: 350,
      dueMetShare: 350 / 380,
      completed: 380,
      medianMinutes: 60,
      p90Minutes: 90,
      medianWorkingMinutes: 60,
      p90WorkingMinutes: 90,
      promised: 380,
      withinStandard: 350,
      withinStandardShare: 350 / 380,
      visitsKnown: 0,
      sameVisitShare: null,
      approximate: true,
    },
    complaints: {
      received: 10,
      valid: 10,
      followedUp: 9,
      followedUpShare: 0.9,
      resolved: 9,
      resolvedShare: 0.9,
      judged: 9,
      withinDeadlineShare: 0.9,
      medianResolutionMinutes: 100,
      approximate: true,
      open: 1,
      overdue: 0,
      reopened: 0,
    },
    ikm: {
      score: 84.12,
      grade: 'B',
      gradeLabel: 'Baik',
      respondents: 400,
      requiredRespondents: 346,
      sufficient: true,
      participationShare: 0.2,
      instrument: 'permenpanrb-14-2017',
      scoreWithoutCost: 82,
      unsur: [],
      others: [],
    },
    signals: { 'turnaround.dueMetShare': verdict('stable') },
    silent: false,
    ...changes,
  } as UnitRow;
}

describe('the sign of a cell', () => {
  it('is what the signal engine says of its series', () => {
    const of = (variation: Verdict['variation']) =>
      markOf(unitRow('a', { signals: { 'turnaround.dueMetShare': verdict(variation) } }), ON_TIME);
    expect(
      ['worsening', 'improving', 'changed', 'stable', 'unknown'].map((one) => of(one as 'stable')),
    ).toEqual(['worse', 'better', 'neutral', 'stable', null]);
  });

  it('is no data where nothing was received, whatever was said of earlier months', () => {
    const row = unitRow('a');
    const nothing = { ...row.volume, received: 0, completed: 0, rejected: 0, cancelled: 0, open: 0 };
    const signals = { 'volume.received': verdict('worsening') };
    expect(markOf({ ...row, volume: nothing, signals }, RECEIVED)).toBe('no-data');
    expect(markOf({ ...row, silent: true }, RECEIVED)).toBe('no-data');
  });

  it('is the hollow diamond for a score of too few forms, even a steady one', () => {
    const row = unitRow('a', { signals: { 'ikm.score': verdict('stable') } });
    expect(markOf({ ...row, ikm: { ...row.ikm, sufficient: false } }, IKM)).toBe('small-sample');
    expect(markOf(row, IKM)).toBe('stable');
  });
});

describe('the order of the units', () => {
  const cells = [ON_TIME, RECEIVED];
  const worse = unitRow('worse', { signals: { 'turnaround.dueMetShare': verdict('worsening') } });
  const silent = unitRow('silent', { silent: true });
  const misses = unitRow('misses', {
    signals: { 'turnaround.dueMetShare': verdict('stable', { assurance: 'misses' }) },
  });
  const calm = unitRow('calm');

  it('begins with what got worse, then who is silent, then who misses the target', () => {
    const order = byAttention([calm, misses, silent, worse], cells).map(({ key }) => key);
    expect(order).toEqual(['worse', 'silent', 'misses', 'calm']);
  });

  it('counts as stable only units in which nothing has changed', () => {
    expect(stableCount([calm, misses, silent, worse], cells)).toBe(2);
    expect(stableCount([unitRow('unjudged', { signals: {} })], cells)).toBe(0);
  });
});

describe('the target of a column', () => {
  const withTarget = (key: string, atLeast: number | null): UnitRow =>
    unitRow(key, {
      signals: {
        'turnaround.dueMetShare': verdict('stable', {
          target:
            atLeast === null ? null : { atLeast, atMost: null, legalBasis: null, validFrom: '2026-01-01' },
        }),
      },
    });

  it('is told where all units share it, and nowhere else', () => {
    expect(sharedTarget([withTarget('a', 0.9), withTarget('b', 0.9)], ON_TIME)).toBe(0.9);
    expect(sharedTarget([withTarget('a', 0.9), withTarget('b', 0.8)], ON_TIME)).toBeNull();
    expect(sharedTarget([withTarget('a', 0.9), withTarget('b', null)], ON_TIME)).toBeNull();
  });
});
