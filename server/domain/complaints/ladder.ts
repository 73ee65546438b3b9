/**
 * The ladder of an unanswered complaint (tangga penanganan, as I-CETA in Indramayu): the unit answers first; what it has
 * not answered in time goes to Diskominfo, and what Diskominfo has not brought to an answer goes to the Bupati. The days
 * are settings of a kabupaten; these are the defaults (SP4N-LAPOR! promises 3 working days to a first answer).
 */

/** Working days the unit has, from the day after receipt to the end of the last one. */
export const UNIT_DAYS = 3;
/** Working days Diskominfo has after that. */
export const DISKOMINFO_DAYS = 5;

/** Names under which a kabupaten keeps other days for the two rungs, beside those of the classes. */
export const LADDER_SETTINGS = { unit: 'tangga-unit', diskominfo: 'tangga-diskominfo' } as const;

export const RUNGS = ['unit', 'diskominfo', 'bupati'] as const;
export type Rung = (typeof RUNGS)[number];

/** What decides how far up a complaint has gone. */
export interface LadderState {
  readonly receivedAt: Date;
  /** Null: this complaint goes up no ladder (suspected abuse is the Inspektorat's alone). */
  readonly escalatesAt: Date | null;
  readonly escalatesTopAt: Date | null;
  /** First answer, or the resolution when no answer was recorded before it; null while there is neither. */
  readonly answeredAt: Date | null;
}

export interface RungReached {
  readonly rung: Rung;
  readonly at: Date;
}

/**
 * The rungs a complaint has reached by `at`, in order, each with when. An answer stops the way up; one given after a rung
 * was reached does not take it back.
 */
export function rungsReached(state: LadderState, at: Date): RungReached[] {
  const reached: RungReached[] = [{ rung: 'unit', at: state.receivedAt }];
  const passes = (moment: Date | null): moment is Date =>
    moment !== null && moment <= at && (state.answeredAt === null || state.answeredAt > moment);
  if (passes(state.escalatesAt)) reached.push({ rung: 'diskominfo', at: state.escalatesAt });
  if (passes(state.escalatesTopAt)) reached.push({ rung: 'bupati', at: state.escalatesTopAt });
  return reached;
}
