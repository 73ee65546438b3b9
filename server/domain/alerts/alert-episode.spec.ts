import fc from 'fast-check';
import { addDays, addMonthsToStart, daysBetween, monthEnd } from '../period/civil-date.ts';
import { nextStep, type AlertMemory, type AlertPeriod, type AlertPeriodState } from './alert-episode.ts';

const NONE: AlertMemory = { open: null, settledUntil: null };

/** Months of 2026 from January on: h holds, c clear, ? unknown, - no rule. */
function months(letters: string): AlertPeriod[] {
  const states: Readonly<Record<string, AlertPeriodState>> = {
    h: 'holds',
    c: 'clear',
    '?': 'unknown',
    '-': 'no-rule',
  };
  return [...letters].map((letter, index) => {
    const from = addMonthsToStart('2026-01-01', index);
    return { from, to: monthEnd(from), state: states[letter] ?? 'unknown' };
  });
}

const openSince = (toldOn: string): AlertMemory => ({ open: { toldOn }, settledUntil: null });

describe('alert episode', () => {
  it('opens when the rule held over the last two months, since the first of them in a row', () => {
    expect(nextStep(months('cch'), NONE, '2026-04-01')).toBeNull();
    expect(nextStep(months('cchh'), NONE, '2026-05-01')).toEqual({ kind: 'open', since: '2026-03-01' });
    expect(nextStep(months('chc'), NONE, '2026-04-01')).toBeNull();
  });

  it('does not count a month that is not over', () => {
    expect(nextStep(months('ccchh'), NONE, '2026-05-31')).toBeNull();
    expect(nextStep(months('ccchh'), NONE, '2026-06-01')).toEqual({ kind: 'open', since: '2026-04-01' });
  });

  it('reminds after seven days at the earliest, and only while it holds', () => {
    expect(nextStep(months('hh'), openSince('2026-03-02'), '2026-03-08')).toBeNull();
    expect(nextStep(months('hh'), openSince('2026-03-02'), '2026-03-09')).toEqual({ kind: 'remind' });
    expect(nextStep(months('hhc'), openSince('2026-03-02'), '2026-04-20')).toBeNull();
  });

  it('ends with a recovery when it has not held for two months', () => {
    expect(nextStep(months('hhc'), openSince('2026-04-01'), '2026-04-02')).toBeNull();
    expect(nextStep(months('hhcc'), openSince('2026-05-01'), '2026-05-02')).toEqual({
      kind: 'recover',
      settledUntil: '2026-04-30',
    });
  });

  it('is neither ended nor opened again by a unit that stops reporting, and does not nag about it', () => {
    expect(nextStep(months('hh??'), openSince('2026-03-01'), '2026-05-20')).toBeNull();
    expect(nextStep(months('hhc?c'), openSince('2026-03-01'), '2026-06-02')).toEqual({
      kind: 'recover',
      settledUntil: '2026-05-31',
    });
    // Both months that hold are long past: what is known of today is nothing.
    expect(nextStep(months('hh???'), NONE, '2026-06-02')).toBeNull();
  });

  it('opens again only by months that the episode before has not settled', () => {
    const settled = { open: null, settledUntil: '2026-04-30' };
    // April and March were corrected after the recovery: that alone repeats nothing.
    expect(nextStep(months('hhhh'), settled, '2026-05-10')).toBeNull();
    expect(nextStep(months('hhcch'), settled, '2026-06-01')).toBeNull();
    expect(nextStep(months('hhcchh'), settled, '2026-07-01')).toEqual({ kind: 'open', since: '2026-05-01' });
  });

  it('is withdrawn without a recovery when its rule is no longer applied', () => {
    expect(nextStep(months('hh-'), openSince('2026-03-01'), '2026-04-01')).toEqual({
      kind: 'withdraw',
      settledUntil: '2026-03-31',
    });
    expect(nextStep(months('hh-'), NONE, '2026-04-01')).toBeNull();
  });

  it('never overlaps, never reminds within a week, never recovers unopened: whatever the months do', () => {
    const state = fc.constantFrom<AlertPeriodState>('holds', 'clear', 'unknown', 'no-rule');
    const correction = fc.record({ at: fc.nat(29), to: state });
    fc.assert(
      fc.property(
        fc.array(state, { minLength: 1, maxLength: 30 }),
        fc.array(fc.record({ days: fc.integer({ min: 0, max: 20 }), correction: fc.option(correction) }), {
          maxLength: 120,
        }),
        (states, looks) => {
          const known = states.map((each, index) => {
            const from = addMonthsToStart('2024-01-01', index);
            return { from, to: monthEnd(from), state: each };
          });
          let today = '2024-02-01';
          let memory: AlertMemory = NONE;
          for (const look of looks) {
            today = addDays(today, look.days);
            const corrected = look.correction && known[look.correction.at];
            if (corrected && look.correction) corrected.state = look.correction.to;
            const step = nextStep(known, memory, today);
            if (step === null) continue;
            if (step.kind === 'open') {
              if (memory.open !== null) return false;
              if (memory.settledUntil !== null && step.since <= memory.settledUntil) return false;
              memory = { open: { toldOn: today }, settledUntil: memory.settledUntil };
            } else if (memory.open === null) return false;
            else if (step.kind === 'remind') {
              if (daysBetween(memory.open.toldOn, today) < 7) return false;
              memory = { ...memory, open: { toldOn: today } };
            } else memory = { open: null, settledUntil: step.settledUntil };
            // Looking once more on the same day changes nothing.
            if (nextStep(known, memory, today) !== null) return false;
          }
          return true;
        },
      ),
      { numRuns: 400 },
    );
    expect(nextStep([], NONE, '2026-01-01')).toBeNull();
  });
});
