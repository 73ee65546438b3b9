/** What a look at the records brings about: proposals to make, to take back, to let expire, and whom to tell. */
import { addDays, addMonthsToStart, daysBetween, monthEnd, monthStart } from '#domain/period/civil-date';
import type {
  Evaluation,
  FrozenEvidence,
  FrozenObservation,
  StaffPeriod,
} from '#domain/staff-flags/staff-rule';
import { isOpenToOthers } from '#domain/staff-flags/visibility';
import type { NoticeKind } from '#domain/notices/notice-kinds';
import { LOCALES, NO_BREAK } from '#domain/language';
import { monthsText, observationLabel } from '../words/flag-words.ts';
import type { RuleInForce } from './rules-in-force.ts';
import type { RegisteredStaff } from './staff-members.queries.ts';
import type { StandingFlag } from './standing-flags.queries.ts';

export interface NewFlag {
  readonly person: RegisteredStaff;
  readonly ruleId: string;
  readonly kind: 'reward' | 'sanction';
  readonly period: StaffPeriod;
  readonly evidence: FrozenEvidence;
  readonly settings: Readonly<Record<string, number>>;
}

/** The proposal that a raised rule makes; the days it looked at are those of its observations. */
export function newFlag(
  person: RegisteredStaff,
  { rule, settings }: RuleInForce,
  periods: readonly StaffPeriod[],
  evidence: FrozenEvidence,
): NewFlag {
  const judged = periods.slice(-rule.periods);
  return {
    person,
    ruleId: rule.id,
    kind: rule.kind,
    period: { from: judged[0]?.from ?? '', to: judged.at(-1)?.to ?? '' },
    evidence,
    settings,
  };
}

/**
 * True when the same person was proposed by the same rule for some of the same days: the same records carry one
 * proposal. One that was withdrawn leaves its days free: facts that come back carry a new one, with its own way.
 */
export function isAlreadyRaised(
  { person, ruleId, period }: NewFlag,
  flags: readonly StandingFlag[],
): boolean {
  return flags.some(
    (flag) =>
      flag.staff_id === person.id &&
      flag.rule_id === ruleId &&
      flag.state !== 'withdrawn' &&
      flag.period_from <= period.to &&
      flag.period_to >= period.from,
  );
}

/** States in which a proposal still waits for somebody. */
const OPEN: readonly string[] = ['proposed', 'explained', 'reviewed'];

export function isOpen({ state }: Pick<StandingFlag, 'state'>): boolean {
  return OPEN.includes(state);
}

/** True when its time is over: it counts no longer, whatever became of it. */
export function isOver({ state, expires_on: expiresOn }: StandingFlag, today: string): boolean {
  return state !== 'withdrawn' && state !== 'expired' && expiresOn !== null && expiresOn <= today;
}

/**
 * The step that waits and of which nobody was told: the superior once the person has explained or the time for it is
 * over, the official once the superior has reviewed.
 */
export function nextNotice(flag: StandingFlag, today: string): NoticeKind | null {
  const kind =
    flag.state === 'reviewed'
      ? 'flag-to-decide'
      : isOpen(flag) &&
          isOpenToOthers(
            {
              subject: flag.user_id,
              unitCode: flag.unit_code,
              explained: flag.state === 'explained',
              explainUntil: flag.explain_until,
              withdrawnOn: null,
            },
            today,
          )
        ? 'flag-to-review'
        : null;
  return kind === null || flag.waiting.includes(kind) ? null : kind;
}

/** Why a proposal no longer stands on the records: what was observed when it was made, and what is observed now. */
export function withdrawalReason({ evidence }: Pick<StandingFlag, 'evidence'>, now: Evaluation): string {
  const changes = evidence.observations.flatMap((then) => {
    const today = now.evidence.observations.find(
      ({ measure, from, to }) => measure === then.measure && from === then.from && to === then.to,
    );
    if (today === undefined || (today.observed === then.observed && today.n === then.n)) return [];
    return [
      `${observationLabel(then.measure, 'id')} ${monthsText(then, 'id')}: semula ${told(then)}, kini ${told(today)}`,
    ];
  });
  const intro = 'Data yang mendasari usulan ini dikoreksi';
  return changes.length === 0 ? `${intro}.` : `${intro}. ${changes.join('; ')}.`;
}

/** "64 % dari 83": values rounded to a tenth. */
function told({ observed, unit, n }: FrozenObservation): string {
  const number = new Intl.NumberFormat(LOCALES.id, { maximumFractionDigits: 1 });
  if (observed === null) return `– dari ${n}`;
  const value = unit === 'share' ? `${number.format(observed * 100)}${NO_BREAK}%` : number.format(observed);
  return `${unit === 'rupiah' ? 'Rp' : ''}${value} dari ${n}`;
}

/** The same day so many months later, or the last one of that month. */
export function monthsAfter(day: string, months: number): string {
  const start = addMonthsToStart(day, months);
  const same = addDays(start, daysBetween(monthStart(day), day));
  return same > monthEnd(start) ? monthEnd(start) : same;
}
