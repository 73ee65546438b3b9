/**
 * The life of a follow-up plan (rencana tindak lanjut, RTL): what a survey found lowest is to be put right by a post and
 * by a day, and stays open until it is said to be done and how (PermenPANRB 14/2017, Lampiran, on the follow-up of a
 * survey).
 */
import type { IsoDate } from '../period/civil-date.ts';

export const PLAN_STATES = ['open', 'late', 'done'] as const;
export type PlanState = (typeof PLAN_STATES)[number];

/** How a plan stands today: late from the day after its date on, until it is done. */
export function planState(
  plan: { readonly dueOn: IsoDate; readonly done: boolean },
  today: IsoDate,
): PlanState {
  if (plan.done) return 'done';
  return plan.dueOn < today ? 'late' : 'open';
}
