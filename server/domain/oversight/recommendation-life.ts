/**
 * The life of a recommendation of BPK, the APIP (Inspektorat) or the Ombudsman. What the entity says of it and what was
 * decided about it are two fields: the entity acts and proposes, the Inspektorat verifies, the source decides (UU 15/2004
 * article 20; for findings of BPK the status is BPK's, and the Inspektorat records it with BPK's letter).
 */
import { addDays, daysBetween, type IsoDate } from '../period/civil-date.ts';

/** SS sesuai, BS belum sesuai, BT belum ditindaklanjuti, TD tidak dapat ditindaklanjuti. */
export type RecommendationStatus = 'SS' | 'BS' | 'BT' | 'TD';
export type FindingSource = 'bpk' | 'apip' | 'ombudsman';
export type StepKind = 'action' | 'verification' | 'proposal' | 'decision' | 'blocked' | 'unblocked';

/**
 * Calendar days from the receipt of the report to the answer. BPK: UU 15/2004 article 20 paragraph 3. Ombudsman: UU 37/2008
 * article 38 paragraph 2, for a recommendation. The APIP: usual, but a regulation of the kabupaten may say otherwise. Where a
 * report names another day, that day is given when its file is opened.
 */
export const DAYS_TO_ANSWER: Readonly<Record<FindingSource, number>> = { bpk: 60, apip: 60, ombudsman: 60 };
/** So many days ahead the entity is told that a recommendation falls due. */
export const DUE_SOON_DAYS = 7;
/** A reason shorter than this explains nothing. */
export const LEAST_REASON = 10;

/** Who decides on the status, by source: stands beside every decided status. */
export const DECIDERS: Readonly<Record<FindingSource, string>> = {
  bpk: 'BPK',
  apip: 'Inspektorat (APIP)',
  ombudsman: 'Ombudsman RI',
};

/** Last day of the answer to a report of the source that was received on a day. */
export function answerDueOn(source: FindingSource, receivedOn: IsoDate): IsoDate {
  return addDays(receivedOn, DAYS_TO_ANSWER[source]);
}

/** What happened to a recommendation, as far as its life depends on it; in order of time. */
export interface LifeStep {
  readonly kind: StepKind;
  readonly status: RecommendationStatus | null;
}

export interface RecommendationLife {
  readonly source: FindingSource;
  readonly decided: RecommendationStatus;
  readonly blocked: boolean;
  readonly steps: readonly LifeStep[];
}

/** True once nothing more is to be done: decided SS or TD. */
export function isSettled(decided: RecommendationStatus): boolean {
  return decided === 'SS' || decided === 'TD';
}

/** Calendar days until the date, negative when past; null once it is settled, when the clock stands still. */
export function daysLeft(decided: RecommendationStatus, dueOn: IsoDate, today: IsoDate): number | null {
  return isSettled(decided) ? null : daysBetween(today, dueOn);
}

/** True from the day after its date, while the entity is to act; the day itself is still in time. */
export function isLate(life: RecommendationLife, dueOn: IsoDate, today: IsoDate): boolean {
  return turnOf(life) === 'entity' && dueOn < today;
}

/**
 * Whose turn it is: the entity acts, the Inspektorat verifies what it was told, the source decides on what was verified.
 * A verification that finds it short goes back to the entity at once; so does every decision but SS and TD.
 */
export function turnOf({ decided, steps }: RecommendationLife): 'entity' | 'inspectorate' | 'source' | null {
  if (isSettled(decided)) return null;
  const last = steps.findLast(({ kind }) => kind !== 'blocked' && kind !== 'unblocked');
  if (last === undefined || last.kind === 'decision') return 'entity';
  if (last.kind !== 'verification') return 'inspectorate';
  return last.status === 'SS' || last.status === 'TD' ? 'source' : 'entity';
}

export type RecommendationAction = 'act' | 'propose' | 'verify' | 'decide' | 'block' | 'unblock';

/**
 * What may be done now.
 *
 * @param rights `respond`: for the unit it is addressed to; `manage`: the Inspektorat
 */
export function recommendationActions(
  life: RecommendationLife,
  rights: { readonly respond: boolean; readonly manage: boolean },
): RecommendationAction[] {
  if (isSettled(life.decided)) return [];
  const possible = (kind: 'verification' | 'decision') => possibleStatuses(life, kind).length > 0;
  return [
    ...(rights.respond ? (['act', 'propose', life.blocked ? 'unblock' : 'block'] as const) : []),
    ...(rights.manage && possible('verification') ? (['verify'] as const) : []),
    ...(rights.manage && possible('decision') ? (['decide'] as const) : []),
  ];
}

const STATUSES: readonly RecommendationStatus[] = ['SS', 'BS', 'BT', 'TD'];

/** The statuses that a step of the kind may give as it stands now; with the right letter, reason and date. */
export function possibleStatuses(
  life: RecommendationLife,
  kind: 'proposal' | 'verification' | 'decision',
): RecommendationStatus[] {
  return isSettled(life.decided)
    ? []
    : STATUSES.filter((status) => standingFault(life, kind, status) === null);
}

/** A letter that a change of status cites. */
export interface CitedLetter {
  readonly on: IsoDate;
}

export type AskedStep =
  | { readonly kind: 'action' }
  | {
      readonly kind: 'proposal';
      readonly status: RecommendationStatus;
      readonly reason: string | null;
      readonly letter: CitedLetter;
    }
  | { readonly kind: 'verification'; readonly status: RecommendationStatus }
  | {
      readonly kind: 'decision';
      readonly status: RecommendationStatus;
      readonly reason: string | null;
      readonly letter: CitedLetter;
      readonly newDueOn: IsoDate | null;
    }
  | { readonly kind: 'blocked'; readonly isOwnUnit: boolean }
  | { readonly kind: 'unblocked' };

/** Why a step cannot be taken; each is a problem code with a sentence for people. */
export type StepFault =
  | 'recommendation-settled'
  | 'recommendation-needs-action'
  | 'recommendation-needs-reason'
  | 'recommendation-nothing-to-verify'
  | 'recommendation-needs-verification'
  | 'recommendation-proposes-nothing'
  | 'recommendation-needs-new-date'
  | 'recommendation-new-date-unasked'
  | 'recommendation-letter-day'
  | 'recommendation-blocked-by-itself'
  | 'recommendation-not-blocked';

/** Faults of what was asked, not of how the recommendation stands: another input would be right. */
export const FAULTS_OF_INPUT: readonly StepFault[] = [
  'recommendation-proposes-nothing',
  'recommendation-needs-reason',
  'recommendation-needs-new-date',
  'recommendation-new-date-unasked',
  'recommendation-letter-day',
  'recommendation-blocked-by-itself',
];

/** Why the step cannot be taken now, the first of all reasons; null when it can. */
export function stepFault(
  life: RecommendationLife,
  step: AskedStep,
  days: { readonly today: IsoDate; readonly receivedOn: IsoDate },
): StepFault | null {
  if (isSettled(life.decided)) return 'recommendation-settled';
  switch (step.kind) {
    case 'action':
      return null;
    case 'proposal':
      return (
        letterFault(step.letter, days) ??
        reasonFault(step.status, step.reason) ??
        standingFault(life, step.kind, step.status)
      );
    case 'verification':
      return standingFault(life, step.kind, step.status);
    case 'decision':
      return (
        letterFault(step.letter, days) ??
        reasonFault(step.status, step.reason) ??
        dateFault(step.status, step.newDueOn, days.today) ??
        standingFault(life, step.kind, step.status)
      );
    case 'blocked':
      return step.isOwnUnit ? 'recommendation-blocked-by-itself' : null;
    case 'unblocked':
      return life.blocked ? null : 'recommendation-not-blocked';
  }
}

/**
 * What stands against a status now, whatever is written with it. SS and BS speak of an action since the last decision; BT is
 * what stands without a proposal. BPK and the Ombudsman decide by their own lights; the Inspektorat decides on what it has
 * verified since its last decision, and settles what it found settled.
 */
function standingFault(
  life: RecommendationLife,
  kind: 'proposal' | 'verification' | 'decision',
  status: RecommendationStatus,
): StepFault | null {
  if (kind === 'verification' && turnOf(life) !== 'inspectorate') return 'recommendation-nothing-to-verify';
  if (kind === 'proposal' && status === 'BT') return 'recommendation-proposes-nothing';
  const { steps } = life;
  const round = steps.slice(steps.findLastIndex((step) => step.kind === 'decision') + 1);
  const has = (wanted: StepKind) => round.some((step) => step.kind === wanted);
  if ((status === 'SS' || status === 'BS') && !has('action')) return 'recommendation-needs-action';
  if (kind !== 'decision' || life.source !== 'apip') return null;
  const isVerified = isSettled(status) ? turnOf(life) === 'source' : has('verification');
  return isVerified ? null : 'recommendation-needs-verification';
}

/** TD speaks of a valid reason. */
function reasonFault(status: RecommendationStatus, reason: string | null): StepFault | null {
  return status === 'TD' && (reason ?? '').trim().length < LEAST_REASON
    ? 'recommendation-needs-reason'
    : null;
}

function dateFault(status: RecommendationStatus, newDueOn: IsoDate | null, today: IsoDate): StepFault | null {
  if (status === 'BS') return newDueOn === null || newDueOn <= today ? 'recommendation-needs-new-date' : null;
  return newDueOn === null ? null : 'recommendation-new-date-unasked';
}

/** A letter about a report is written after the report was received, and not tomorrow. */
function letterFault(
  { on }: CitedLetter,
  { today, receivedOn }: { readonly today: IsoDate; readonly receivedOn: IsoDate },
): StepFault | null {
  return on > today || on < receivedOn ? 'recommendation-letter-day' : null;
}
