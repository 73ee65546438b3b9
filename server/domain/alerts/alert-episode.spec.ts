import fc from 'fast-check';
import { addDays, addMonthsToStart, daysBetween, monthEnd } from '../period/civil-date.ts';
import {
  currentReasons,
  nextStep,
  type AlertMemory,
  type AlertPeriod,
  type AlertPeriodState,
  type AlertRule,
  type AlertStep,
  type AlertTrack,
} from './alert-episode.ts';

const NONE: AlertMemory = { open: null, settled: {} };
const STATES: Readonly<Record<string, AlertPeriodState>> = {
  h: 'holds',
  c: 'clear',
  '?': 'unknown',
  '-': 'no-rule',
};

/** Months of 2026 from January on: h holds, c clear, ? unknown, - no rule. */
function months(letters: string): AlertPeriod[] {
  return [...letters].map((letter, index) => {
    const from = addMonthsToStart('2026-01-01', index);
    return { from, to: monthEnd(from), state: STATES[letter] ?? 'unknown' };
  });
}

const track = (rule: AlertRule, letters: string, turning = false): AlertTrack => ({
  rule,
  periods: months(letters),
  since: null,
  turning,
});
/** A figure held to a target alone. */
const target = (letters: string) => [track('target-missed', letters)];
/** A figure with its target and its signal. */
const both = (missed: string, worse: string) => [track('target-missed', missed), track('worsening', worse)];
const reason = (rule: AlertRule, since: string, holds = true) => ({ rule, since, holds });
const openSince = (
  toldOn: string,
  reasons = [reason('target-missed', '2026-01-01')],
  settled = {},
): AlertMemory => ({ open: { toldOn, reasons }, settled });
const MISSED = 'target-missed';
const WORSE = 'worsening';

describe('alert episode', () => {
  it('opens when the rule held over the last two months, since the first of them in a row', () => {
    // One month alone opens nothing: not on the first day after it, and not weeks later.
    expect(nextStep(target('cch'), NONE, '2026-04-01')).toBeNull();
    expect(nextStep(target('cch'), NONE, '2026-04-30')).toBeNull();
    expect(nextStep(target('h'), NONE, '2026-02-01')).toBeNull();
    expect(nextStep(target('cchh'), NONE, '2026-05-01')).toEqual({
      kind: 'open',
      reasons: [reason(MISSED, '2026-03-01')],
      settled: {},
    });
    expect(nextStep(target('chc'), NONE, '2026-04-01')).toBeNull();
  });

  it('does not count a month that is not over', () => {
    expect(nextStep(target('ccchh'), NONE, '2026-05-31')).toBeNull();
    expect(nextStep(target('ccchh'), NONE, '2026-06-01')?.reasons).toEqual([reason(MISSED, '2026-04-01')]);
  });

  it('counts two judged months with a gap of data between them, and not two that are long past', () => {
    // January and March miss it; of February nothing is known. On 1 April both are judged, March is the last month.
    expect(nextStep(target('h?h'), NONE, '2026-04-01')?.reasons).toEqual([reason(MISSED, '2026-01-01')]);
    // The same with a month that met it in between: two months, but not in a row.
    expect(nextStep(target('hch'), NONE, '2026-04-01')).toBeNull();
    // One month of which nothing is known after them is borne, two are not.
    expect(nextStep(target('hh?'), NONE, '2026-04-01')?.kind).toBe('open');
    expect(nextStep(target('hh??'), NONE, '2026-05-01')).toBeNull();
  });

  it('is one episode for target and signal, each with its own beginning', () => {
    expect(nextStep(both('cchh', 'chhh'), NONE, '2026-05-01')).toEqual({
      kind: 'open',
      reasons: [reason(MISSED, '2026-03-01'), reason(WORSE, '2026-02-01')],
      settled: {},
    });
  });

  it('escalates when the other rule joins, at once and once', () => {
    // Opened on 1 May by the target; the signal completes its second month with May.
    const step = nextStep(
      both('cchhh', 'ccchh'),
      openSince('2026-06-01', [reason(MISSED, '2026-03-01')]),
      '2026-06-01',
    );
    expect(step).toEqual({
      kind: 'escalate',
      reasons: [reason(MISSED, '2026-03-01'), reason(WORSE, '2026-04-01')],
      settled: {},
    });
    expect(nextStep(both('cchhh', 'ccchh'), after(NONE, step, '2026-06-01'), '2026-06-01')).toBeNull();
    // The other way round they are named in the same order.
    const byTarget = nextStep(
      both('ccchh', 'cchhh'),
      openSince('2026-05-01', [reason(WORSE, '2026-03-01')]),
      '2026-06-01',
    );
    expect(byTarget?.reasons.map(({ rule }) => rule)).toEqual([MISSED, WORSE]);
    // One month of the signal is not enough.
    expect(
      nextStep(both('cchhh', 'cccch'), openSince('2026-06-01', [reason(MISSED, '2026-03-01')]), '2026-06-01'),
    ).toBeNull();
  });

  it('goes on without a word while one of two reasons is left, and ends with the last', () => {
    const reasons = [reason(MISSED, '2026-01-01'), reason(WORSE, '2026-01-01')];
    const told = openSince('2026-05-01', reasons);
    const eased = nextStep(both('hhcc', 'hhhh'), told, '2026-05-01');
    expect(eased).toEqual({
      kind: 'ease',
      reasons: [reason(WORSE, '2026-01-01')],
      settled: { [MISSED]: '2026-04-30' },
    });
    const memory = after(told, eased, '2026-05-01');
    // Nobody was told, so that the reminder keeps its day.
    expect(memory.open?.toldOn).toBe('2026-05-01');
    expect(nextStep(both('hhcc', 'hhhh'), memory, '2026-05-07')).toBeNull();
    expect(nextStep(both('hhcc', 'hhhh'), memory, '2026-05-08')?.kind).toBe('remind');
    // March and April are settled for the target: corrected to misses later, they do not bring it in again.
    expect(nextStep(both('hhhh', 'hhhh'), memory, '2026-05-02')).toBeNull();
    expect(nextStep(both('hhcccc', 'hhhhcc'), memory, '2026-07-01')).toEqual({
      kind: 'recover',
      reasons: [reason(WORSE, '2026-01-01', false)],
      settled: { [WORSE]: '2026-06-30' },
    });
  });

  it('recovers when one of its last reasons did, though the target of the other was taken away', () => {
    const reasons = [reason(MISSED, '2026-01-01'), reason(WORSE, '2026-01-01')];
    const step = nextStep(both('hhc-', 'hhcc'), openSince('2026-04-01', reasons), '2026-05-01');
    expect(step?.kind).toBe('recover');
    expect(step?.reasons).toEqual([reason(WORSE, '2026-01-01', false)]);
    expect(step?.settled).toEqual({ [MISSED]: '2026-04-30', [WORSE]: '2026-04-30' });
  });

  it('settles the rule that leaves, whatever else is said on that day', () => {
    // March and April met the target, and are the first two months of the signal.
    const missed = openSince('2026-04-01', [reason(MISSED, '2026-01-01')]);
    expect(nextStep(both('hhcc', 'cchh'), missed, '2026-05-01')).toEqual({
      kind: 'escalate',
      reasons: [reason(WORSE, '2026-03-01')],
      settled: { [MISSED]: '2026-04-30' },
    });
    const reasons = [reason(MISSED, '2026-01-01'), reason(WORSE, '2026-01-01')];
    expect(nextStep(both('hhcc', 'hhhh'), openSince('2026-04-24', reasons), '2026-05-01')).toEqual({
      kind: 'remind',
      reasons: [reason(WORSE, '2026-01-01')],
      settled: { [MISSED]: '2026-04-30' },
    });
  });

  it('reminds after seven days at the earliest, and only while it holds', () => {
    // Told on Monday 2 March: six days later not, seven days later yes.
    expect(nextStep(target('hh'), openSince('2026-03-02'), '2026-03-08')).toBeNull();
    expect(nextStep(target('hh'), openSince('2026-03-02'), '2026-03-09')?.kind).toBe('remind');
    expect(nextStep(target('hh'), openSince('2026-03-09'), '2026-03-15')).toBeNull();
    expect(nextStep(target('hhc'), openSince('2026-03-02'), '2026-04-20')).toBeNull();
    // One of two reasons is enough.
    const reasons = [reason(MISSED, '2026-01-01'), reason(WORSE, '2026-01-01')];
    expect(nextStep(both('hhc', 'hhh'), openSince('2026-04-01', reasons), '2026-04-08')).toEqual({
      kind: 'remind',
      reasons: [reason(MISSED, '2026-01-01', false), reason(WORSE, '2026-01-01')],
      settled: {},
    });
  });

  it('ends with a recovery when it has not held for two months', () => {
    expect(nextStep(target('hhc'), openSince('2026-04-01'), '2026-04-02')).toBeNull();
    expect(nextStep(target('hhcc'), openSince('2026-05-01'), '2026-05-02')).toEqual({
      kind: 'recover',
      reasons: [reason(MISSED, '2026-01-01', false)],
      settled: { [MISSED]: '2026-04-30' },
    });
  });

  it('is neither ended nor opened again by a unit that stops reporting, and does not nag about it', () => {
    expect(nextStep(target('hh??'), openSince('2026-03-01'), '2026-05-20')).toBeNull();
    expect(nextStep(target('hhc?c'), openSince('2026-03-01'), '2026-06-02')?.kind).toBe('recover');
    // Both months that hold are long past: what is known of today is nothing.
    expect(nextStep(target('hh???'), NONE, '2026-06-02')).toBeNull();
  });

  it('waits while limits are made anew: a changed questionnaire or a new baseline judges nothing', () => {
    const worse = (letters: string) => [track(WORSE, letters)];
    const open = openSince('2026-03-01', [reason(WORSE, '2026-01-01')]);
    expect(nextStep(worse('hh????'), open, '2026-07-01')).toBeNull();
    expect(nextStep(worse('c?????'), NONE, '2026-07-01')).toBeNull();
    // Its limits are back from July on: two months within them end it, one does not.
    expect(nextStep(worse('hh????c'), open, '2026-08-01')).toBeNull();
    expect(nextStep(worse('hh????cc'), open, '2026-09-01')?.kind).toBe('recover');
  });

  it('neither opens nor reminds when what came in since says otherwise', () => {
    const silent = (turning: boolean) => [track('not-reporting', 'chh', turning)];
    const open = openSince('2026-04-01', [reason('not-reporting', '2026-02-01')]);
    expect(nextStep(silent(false), NONE, '2026-04-08')?.kind).toBe('open');
    expect(nextStep(silent(true), NONE, '2026-04-08')).toBeNull();
    expect(nextStep(silent(false), open, '2026-04-08')?.kind).toBe('remind');
    expect(nextStep(silent(true), open, '2026-04-08')).toBeNull();
    expect(currentReasons(silent(true), open.open?.reasons ?? [], '2026-04-08')).toEqual([
      reason('not-reporting', '2026-02-01', false),
    ]);
  });

  it('shows after one good month that it has turned', () => {
    const reasons = [reason(MISSED, '2026-01-01')];
    expect(currentReasons(target('hh'), reasons, '2026-03-01')[0]?.holds).toBeTrue();
    expect(currentReasons(target('hhc'), reasons, '2026-04-01')[0]?.holds).toBeFalse();
    expect(currentReasons(target('hhc'), reasons, '2026-03-31')[0]?.holds).toBeTrue();
    // A month of which nothing is known is no good one.
    expect(currentReasons(target('hh?'), reasons, '2026-04-01')[0]?.holds).toBeTrue();
  });

  it('opens again only by months that the episode before has not settled', () => {
    const settled = { open: null, settled: { [MISSED]: '2026-04-30' } };
    // April and March were corrected after the recovery: that alone repeats nothing.
    expect(nextStep(target('hhhh'), settled, '2026-05-10')).toBeNull();
    expect(nextStep(target('hhcch'), settled, '2026-06-01')).toBeNull();
    // Corrected to misses as well, April is settled still: it makes no second month with May, and no beginning.
    expect(nextStep(target('hhhhh'), settled, '2026-06-01')).toBeNull();
    expect(nextStep(target('hhhhhh'), settled, '2026-07-01')?.reasons).toEqual([
      reason(MISSED, '2026-05-01'),
    ]);
    expect(nextStep(target('hhcchh'), settled, '2026-07-01')?.reasons).toEqual([
      reason(MISSED, '2026-05-01'),
    ]);
    // A pattern that began before does not reach back into what is settled, one that began after does.
    const known = (since: string) => [{ ...track(MISSED, 'hhcchhh'), since }];
    expect(nextStep(known('2026-02-01'), settled, '2026-08-01')?.reasons[0]?.since).toBe('2026-05-01');
    expect(nextStep(known('2026-02-01'), NONE, '2026-08-01')?.reasons[0]?.since).toBe('2026-02-01');
  });

  it('is withdrawn without a recovery when its rule is no longer applied', () => {
    expect(nextStep(target('hh-'), openSince('2026-03-01'), '2026-04-01')).toEqual({
      kind: 'withdraw',
      reasons: [reason(MISSED, '2026-01-01', false)],
      settled: { [MISSED]: '2026-03-31' },
    });
    expect(nextStep(target('hh-'), NONE, '2026-04-01')).toBeNull();
  });

  it('never overlaps, never reminds within a week, never recovers unopened: whatever the months do', () => {
    const state = fc.constantFrom<AlertPeriodState>('holds', 'clear', 'unknown', 'no-rule');
    const series = fc.array(state, { minLength: 1, maxLength: 30 });
    const correction = fc.record({ of: fc.nat(1), at: fc.nat(29), to: state });
    fc.assert(
      fc.property(
        series,
        series,
        fc.array(fc.record({ days: fc.integer({ min: 0, max: 20 }), correction: fc.option(correction) }), {
          maxLength: 120,
        }),
        (one, other, looks) => {
          const tracks = [one, other].map((states, index) => ({
            rule: index === 0 ? MISSED : WORSE,
            since: null,
            turning: false,
            periods: states.map((each, month) => {
              const from = addMonthsToStart('2024-01-01', month);
              return { from, to: monthEnd(from), state: each };
            }),
          })) satisfies AlertTrack[];
          let today = '2024-02-01';
          let memory: AlertMemory = NONE;
          for (const look of looks) {
            today = addDays(today, look.days);
            const corrected = look.correction && tracks[look.correction.of]?.periods[look.correction.at];
            if (corrected && look.correction) corrected.state = look.correction.to;
            const step = nextStep(tracks, memory, today);
            if (step === null) continue;
            if (step.reasons.length === 0) return false;
            if ((step.kind === 'open') !== (memory.open === null)) return false;
            for (const { rule, since } of step.kind === 'open' ? step.reasons : [])
              if (since <= (memory.settled[rule] ?? '')) return false;
            if (step.kind === 'remind' && daysBetween(memory.open?.toldOn ?? today, today) < 7) return false;
            memory = after(memory, step, today);
            // Looking once more on the same day changes nothing.
            if (nextStep(tracks, memory, today) !== null) return false;
          }
          return true;
        },
      ),
      { numRuns: 400 },
    );
    expect(nextStep([], NONE, '2026-01-01')).toBeNull();
  });
});

/** What is remembered after a step. */
function after(memory: AlertMemory, step: AlertStep | null, today: string): AlertMemory {
  if (step === null) return memory;
  const settled = { ...memory.settled, ...step.settled };
  if (step.kind === 'recover' || step.kind === 'withdraw') return { open: null, settled };
  const toldOn = step.kind === 'ease' ? (memory.open?.toldOn ?? today) : today;
  return { open: { toldOn, reasons: step.reasons }, settled };
}
