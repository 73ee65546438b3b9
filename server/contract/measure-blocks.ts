import * as z from 'zod';

const whole = z.number().int();
const share = z.number().min(0).max(1).nullable();

/**
 * Present where figures are withheld (null, lists empty) because few people stand behind them and the person who asks
 * has no right to details: *disamarkan*, which is neither "no data" nor zero.
 */
export const suppression = { suppressed: z.literal(true).optional() };

/** `null` in a count means "not told along this dimension" or, with `suppressed`, withheld; never zero. */
export const volumeBlock = z.object({
  received: whole.nullable(),
  completed: whole.nullable(),
  rejected: whole.nullable(),
  cancelled: whole.nullable(),
  open: whole.nullable(),
  /** Received in the period and recorded more than a working day later, or together with completion (entri susulan). */
  lateEntries: whole.nullable(),
  ...suppression,
});

export const turnaroundBlock = z.object({
  due: whole.nullable(),
  dueMet: whole.nullable(),
  dueMetShare: share,
  completed: whole.nullable(),
  medianMinutes: z.number().nullable(),
  p90Minutes: z.number().nullable(),
  medianWorkingMinutes: z.number().nullable(),
  p90WorkingMinutes: z.number().nullable(),
  promised: whole.nullable(),
  withinStandard: whole.nullable(),
  withinStandardShare: share,
  visitsKnown: whole.nullable(),
  /** Done in one visit, of those whose visits are known. */
  singleVisit: whole.nullable(),
  sameVisitShare: share,
  /** Citizen clock of completed cases done in one visit: *tunggu di tempat*. */
  medianOnSiteMinutes: z.number().nullable(),
  preparedKnown: whole.nullable(),
  /** Prepared online or at the desa, of the completed cases that tell. */
  preparedShare: share,
  /** Past their deadline and not completed, rejected or cancelled at the end of `to`, or now. */
  overdue: whole.nullable(),
  /** True when a median or p90 may differ by up to 1 % from the exact value. */
  approximate: z.boolean(),
  ...suppression,
});

export const complaintsBlock = z.object({
  received: whole.nullable(),
  valid: whole.nullable(),
  followedUp: whole.nullable(),
  followedUpShare: share,
  resolved: whole.nullable(),
  resolvedShare: share,
  /** Valid, with a deadline, and resolved or overdue: what `withinDeadlineShare` is a share of. */
  judged: whole.nullable(),
  withinDeadlineShare: share,
  /** First substantive answer given; a disposition inside the house is none. */
  responded: whole.nullable(),
  respondedShare: share,
  medianResolutionMinutes: z.number().nullable(),
  p90ResolutionMinutes: z.number().nullable(),
  /** Official clock, receipt to resolution and to first response; a working day of the default calendar has 480. */
  medianResolutionWorkingMinutes: z.number().nullable(),
  p90ResolutionWorkingMinutes: z.number().nullable(),
  medianResponseWorkingMinutes: z.number().nullable(),
  p90ResponseWorkingMinutes: z.number().nullable(),
  /** Passed on by the ladder because the unit did not answer in time. */
  escalated: whole.nullable(),
  /** Tidak valid or bukan kewenangan, of all received. */
  invalidShare: share,
  approximate: z.boolean(),
  open: whole.nullable(),
  overdue: whole.nullable(),
  reopened: whole.nullable(),
  ...suppression,
});

const ikmOther = z.object({
  instrument: z.string(),
  score: z.number().nullable(),
  grade: z.string().nullable(),
  respondents: whole,
});
export const ikmBlock = z.object({
  score: z.number().nullable(),
  grade: z.string().nullable(),
  gradeLabel: z.string().nullable(),
  respondents: whole.nullable(),
  requiredRespondents: whole.nullable(),
  sufficient: z.boolean().nullable(),
  participationShare: z.number().min(0).nullable(),
  instrument: z.string().nullable(),
  /** The score without U4 (cost), which free services nearly always answer with 4; null for other instruments. */
  scoreWithoutCost: z.number().nullable(),
  unsur: z.array(z.object({ code: z.string(), name: z.string(), mean: z.number() })),
  others: z.array(ikmOther),
  ...suppression,
});

export const unsurBlock = z.object({
  mean: z.number().nullable(),
  respondents: whole.nullable(),
  instrument: z.string().nullable(),
  ...suppression,
});

/** Pilot programmes of a unit and all below it at the end of the period, or now. 0 programmes: *tidak berlaku*. */
export const pilotsBlock = z.object({
  programmes: whole,
  progressShare: share,
  plannedShare: share,
  milestones: whole,
  milestonesLate: whole,
});

export type PilotsBlock = z.infer<typeof pilotsBlock>;
export type VolumeBlock = z.infer<typeof volumeBlock>;
export type TurnaroundBlock = z.infer<typeof turnaroundBlock>;
export type ComplaintsBlock = z.infer<typeof complaintsBlock>;
export type IkmBlock = z.infer<typeof ikmBlock>;
