import fc from 'fast-check';
import { MEASURES } from '../measures.ts';
import {
  comparePeers,
  isComparable,
  isPeerPeriod,
  toSignificant,
  type PeerFigure,
} from './peer-comparison.ts';

const figure = (value: number | null, n = 50): PeerFigure => ({ value, n });

/** Everything that a set of units, each seeing the others and knowing its own value, is ever told. */
function everyAnswer(units: readonly PeerFigure[]) {
  return units.map((_own, index) => comparePeers(units.filter((_each, other) => other !== index)));
}

describe('a comparison with peers', () => {
  it('needs five others with five records each', () => {
    const five = [0.9, 0.5, 0.6, 0.7, 0.8].map((value) => figure(value));
    // By hand: halfway between 0.5 and 0.6, the middle one, halfway between 0.8 and 0.9.
    expect(comparePeers(five)).toEqual({
      others: 5,
      quartiles: { q1: 0.55, median: 0.7, q3: 0.85 },
      reason: null,
    });
    expect(comparePeers(five.slice(1))).toEqual({ others: 4, quartiles: null, reason: 'too-few-peers' });
    expect(comparePeers([...five.slice(1), figure(0.9, 4)]).quartiles).toBeNull();
    expect(comparePeers([...five.slice(1), figure(null, 90)]).others).toBe(4);
    expect(comparePeers([...five.slice(1), figure(0.9, 5)]).others).toBe(5);
  });

  it('speaks in two significant digits', () => {
    expect([0.7342, 1284, 84.12, 0, 0.006789, 99.6].map(toSignificant)).toEqual([
      0.73, 1300, 84, 0, 0.0068, 100,
    ]);
    const answer = comparePeers([61.37, 62.91, 63.33, 70.49, 71.77, 75.01].map((value) => figure(value)));
    // Rounded first: 61 63 63 70 72 75. Ranks 1.75, 3.5, 5.25 by hand: 62.5, 66.5, 72.75.
    expect(answer.quartiles).toEqual({ q1: 63, median: 67, q3: 73 });
  });

  it('tells no more than the rounded values, however many units put their answers together', () => {
    // Hundredths give the rounded value, the offset what rounding takes away: −0.4 to +0.4 of a hundredth.
    const unit = fc.record({
      rounded: fc.integer({ min: 11, max: 98 }),
      here: fc.integer({ min: -400, max: 400 }),
      there: fc.integer({ min: -400, max: 400 }),
      n: fc.integer({ min: 0, max: 40 }),
    });
    let answered = 0;
    fc.assert(
      fc.property(fc.array(unit, { minLength: 6, maxLength: 20 }), (units) => {
        const world = (offset: 'here' | 'there') =>
          units.map((each) => figure((each.rounded * 1000 + each[offset]) / 100_000, each.n));
        const answers = everyAnswer(world('here'));
        expect(everyAnswer(world('there'))).toEqual(answers);
        answered += answers.filter((answer) => answer.quartiles !== null).length;
      }),
    );
    expect(answered).toBeGreaterThan(100);
  });

  it('cannot be taken apart by leaving a unit out, or by one that appears', () => {
    // A unit that merges away, and two camat who subtract their answers: what remains is known to a hundredth at best.
    const truth = [0.6123, 0.7077, 0.7349, 0.7781, 0.8262, 0.8514, 0.9036];
    const attempts = [
      ...everyAnswer(truth.map((value) => figure(value))),
      comparePeers(truth.slice(1).map((value) => figure(value))),
      comparePeers(truth.slice(2).map((value) => figure(value))),
      comparePeers(truth.slice(0, 5).map((value) => figure(value))),
    ].flatMap(({ quartiles }) => (quartiles ? [quartiles.q1, quartiles.median, quartiles.q3] : []));
    expect(attempts.length).toBe(30);
    for (const first of attempts) {
      expect(truth).not.toContain(first);
      for (const second of attempts) {
        for (const guess of [2 * first - second, first + (first - second) * 3, (first + second) / 2])
          for (const value of truth) expect(Math.abs(guess - value)).toBeGreaterThan(1e-5);
      }
    }
  });

  it('covers single calendar months, quarters and years only', () => {
    const allowed = [
      ['2026-02-01', '2026-02-28'],
      ['2026-04-01', '2026-06-30'],
      ['2024-01-01', '2024-12-31'],
    ] as const;
    const refused = [
      ['2026-02-01', '2026-02-27'],
      ['2026-02-02', '2026-02-28'],
      ['2026-01-01', '2026-02-28'],
      ['2026-02-01', '2026-04-30'],
      ['2026-01-01', '2026-06-30'],
      ['2024-07-01', '2025-06-30'],
      ['2024-01-01', '2025-12-31'],
    ] as const;
    for (const [from, to] of allowed) expect(isPeerPeriod({ from, to })).withContext(to).toBeTrue();
    for (const [from, to] of refused) expect(isPeerPeriod({ from, to })).withContext(to).toBeFalse();
  });

  it('compares shares, durations and scores, and no counts', () => {
    const comparable = Object.values(MEASURES).flatMap(({ id, fields }) =>
      fields.filter(isComparable).map((field) => `${id}.${field.id}`),
    );
    expect(comparable).toContain('turnaround.dueMetShare');
    expect(comparable).toContain('ikm.score');
    expect(comparable).toContain('complaints.medianResolutionMinutes');
    expect(comparable.filter((name) => name.startsWith('volume.'))).toEqual([]);
  });
});
