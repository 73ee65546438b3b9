/** What the routes that keep the structure of a kabupaten have in common. */
import * as z from 'zod';
import { SECONDS_PER_DAY } from '#domain/calendar/calendar-definition';
import { CODE_PATTERN } from '#domain/scope';

export const code = z.string().min(1).max(64);
export const newCode = z.string().regex(CODE_PATTERN);
export const name = z.string().trim().min(2).max(160);
export const legalBasis = z.string().trim().max(300).nullable();
/** What a record was when it was read; a change of an outdated record is refused with 409. */
export const version = z.string().min(1).max(64);
/** Seconds of the local day. */
export const secondOfDay = z.number().int().min(0).max(SECONDS_PER_DAY);
export const byCode = z.strictObject({ code });

const trial = z.strictObject({
  /** `true`: nothing is saved; the answer says what would follow. */
  dryRun: z.enum(['true', 'false']).optional(),
});

/** A number of records; null where it is one to four and the caller's post sees no single records. */
const records = z.number().int().min(0).nullable();

/** What follows from a change. */
export const structureOutcomeSchema = z.object({
  /** False for a trial. */
  saved: z.boolean(),
  /** Code or id of what was written. */
  key: z.string(),
  /** Open service cases and unresolved complaints that have another deadline. */
  movedCases: records,
  movedComplaints: records,
  /** Records of the unit from days on which it is not valid: no unit above counts them. */
  recordsOutside: records,
  /** Open posts of the unit that has an end now. */
  posts: z.number().int(),
  /** How many days, e.g. of sessions, were written. */
  days: z.number().int(),
});
export type StructureOutcome = z.infer<typeof structureOutcomeSchema>;

/** A route about the structure: whoever may keep it may call it. */
export const keeping = { access: 'structure:manage', tag: 'structure' } as const;
/** A change that takes effect at once. */
export const changing = { ...keeping, answer: structureOutcomeSchema } as const;
/** A change that can be tried first, because deadlines or counts move with it. */
export const tryable = { ...changing, query: trial } as const;
