import { rungsReached, type LadderState } from './ladder.ts';

// Received on Tuesday 17 March 2026, WITA. By a wall calendar with the holidays of SKB 1497/2025 (Nyepi, Idulfitri and
// cuti bersama until the 24th), the third working day after it is the 27th, and the fifth after that 6 April: Good Friday
// (3 April) does not count.
const OPEN: LadderState = {
  receivedAt: new Date('2026-03-17T01:00:00Z'),
  escalatesAt: new Date('2026-03-27T15:59:59.999Z'),
  escalatesTopAt: new Date('2026-04-06T15:59:59.999Z'),
  answeredAt: null,
};
const rungs = (state: LadderState, at: string) => rungsReached(state, new Date(at)).map(({ rung }) => rung);

describe('the ladder of an unanswered complaint', () => {
  it('goes from the unit to Diskominfo and to the Bupati', () => {
    expect(rungs(OPEN, '2026-03-27T15:59:59Z')).toEqual(['unit']);
    expect(rungs(OPEN, '2026-03-27T16:00:00Z')).toEqual(['unit', 'diskominfo']);
    expect(rungs(OPEN, '2026-04-06T15:59:59Z')).toEqual(['unit', 'diskominfo']);
    expect(rungs(OPEN, '2026-04-06T16:00:00Z')).toEqual(['unit', 'diskominfo', 'bupati']);
  });

  it('stops with an answer, which takes no rung back', () => {
    const inTime = { ...OPEN, answeredAt: new Date('2026-03-27T15:00:00Z') };
    expect(rungs(inTime, '2026-05-01T00:00:00Z')).toEqual(['unit']);
    const late = { ...OPEN, answeredAt: new Date('2026-03-30T01:00:00Z') };
    expect(rungs(late, '2026-05-01T00:00:00Z')).toEqual(['unit', 'diskominfo']);
  });

  it('has no rung above for what only the Inspektorat reads', () => {
    const abuse = { ...OPEN, escalatesAt: null, escalatesTopAt: null };
    expect(rungs(abuse, '2026-12-31T00:00:00Z')).toEqual(['unit']);
  });
});
