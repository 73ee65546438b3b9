/**
 * The life of an alert. There is one *episode* for one figure of a unit (or for its silence), whatever rules hold about it: a
 * target that is missed and a signal of the same field are two *reasons* of one episode. It opens once, when a rule has held
 * over two judged periods; a rule that joins later escalates it; it reminds at most weekly while a reason holds; a reason
 * leaves when its rule has not held for two judged periods, and with the last one the episode ends with a word of recovery.
 * Periods of which nothing is known (a unit that stopped reporting) are passed over: they neither open, nor remind, nor end.
 */
import { addDays, type IsoDate } from '../period/civil-date.ts';

/** What the rules look at; each of a unit, the first two of one field of it. */
export const ALERT_RULES = ['target-missed', 'worsening', 'not-reporting'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** So many judged periods in a row it takes for a rule to join an episode, and as many to leave it. */
export const PERIODS_TO_TURN = 2;
/** At least so many days lie between two words about the same episode while nothing turns. */
export const REMIND_AFTER_DAYS = 7;
/** What was judged longer ago than this many periods is no news: nothing opens by it, and nobody is reminded of it. */
const RECENT_PERIODS = 2;

/**
 * `holds`: the rule holds. `clear`: it was judged and does not hold. `unknown`: too little is known to judge. `no-rule`:
 * there is nothing to judge by, e.g. no target was in force.
 */
export type AlertPeriodState = 'holds' | 'clear' | 'unknown' | 'no-rule';

/** A month or a week as one rule saw it. */
export interface AlertPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: AlertPeriodState;
}

/** What one rule sees of a figure. */
export interface AlertTrack {
  readonly rule: AlertRule;
  /** In order; those that are not over yet do not count. */
  readonly periods: readonly AlertPeriod[];
  /** Since when, where the rule knows better than its periods; else null. */
  readonly since: IsoDate | null;
  /** What came in after the last period already says otherwise: it is no time to open or to remind. */
  readonly turning: boolean;
}

/** A rule that is a reason of an episode. */
export interface AlertReason {
  readonly rule: AlertRule;
  /** First day of the first period in a row that holds, or the first working day without a record. */
  readonly since: IsoDate;
  /** Its newest judged period holds; else it has turned, and a second such period ends it. */
  readonly holds: boolean;
}

/** By rule: last day of the last period that is settled. What lies up to it brings the rule in no more. */
export type SettledRules = Readonly<Partial<Record<AlertRule, IsoDate>>>;

/** What is remembered of a figure of a unit. */
export interface AlertMemory {
  /** The open episode, with the day of the last word about it; null when none is open. */
  readonly open: { readonly toldOn: IsoDate; readonly reasons: readonly AlertReason[] } | null;
  readonly settled: SettledRules;
}

export interface AlertStep {
  /**
   * `escalate`: another rule holds too. `ease`: a rule left while another holds, on record and told to nobody. `withdraw`:
   * ends without a recovery, because its rules are no longer applied.
   */
  readonly kind: 'open' | 'escalate' | 'ease' | 'remind' | 'recover' | 'withdraw';
  /** The reasons afterwards; of one that ends, those that it ends by. */
  readonly reasons: readonly AlertReason[];
  /** What this step settles. */
  readonly settled: SettledRules;
}

/** What is to be done today; null for nothing. Doing it and asking again on the same day gives null. */
export function nextStep(
  tracks: readonly AlertTrack[],
  memory: AlertMemory,
  today: IsoDate,
): AlertStep | null {
  const seen = tracks.map((track) => ({ track, ...turnOf(track, memory, today) }));
  const joining = seen.flatMap(({ joins }) => joins ?? []);
  const { open } = memory;
  if (open === null) return joining.length === 0 ? null : { kind: 'open', reasons: joining, settled: {} };
  const left = seen.flatMap(({ track, leaves }) =>
    leaves === null || !open.reasons.some(({ rule }) => rule === track.rule)
      ? []
      : [{ rule: track.rule, ...leaves }],
  );
  const settled = Object.fromEntries(left.map(({ rule, settledUntil }) => [rule, settledUntil]));
  const staying = currentReasons(tracks, open.reasons, today).filter(
    ({ rule }) => !left.some((each) => each.rule === rule),
  );
  const reasons = [...staying, ...joining].toSorted(byRule);
  if (reasons.length === 0) return ending(open.reasons, left, settled);
  if (joining.length > 0) return { kind: 'escalate', reasons, settled };
  const isDue = addDays(open.toldOn, REMIND_AFTER_DAYS) <= today;
  const isNews = seen.some(
    ({ track, isRecent }) =>
      isRecent && !track.turning && reasons.some(({ rule, holds }) => rule === track.rule && holds),
  );
  if (isDue && isNews) return { kind: 'remind', reasons, settled };
  return left.length > 0 ? { kind: 'ease', reasons, settled } : null;
}

/** The reasons of an open episode as their newest judged periods show them today. */
export function currentReasons(
  tracks: readonly AlertTrack[],
  reasons: readonly AlertReason[],
  today: IsoDate,
): readonly AlertReason[] {
  return reasons.map((reason) => {
    const track = tracks.find(({ rule }) => rule === reason.rule);
    const newest = track?.periods.findLast((period) => period.to < today && isJudgedPeriod(period));
    if (track === undefined || newest === undefined) return reason;
    return { ...reason, holds: newest.state === 'holds' && !track.turning };
  });
}

/** What one rule does today, whether it is a reason or not. */
function turnOf(track: AlertTrack, { open, settled }: AlertMemory, today: IsoDate) {
  const over = track.periods.filter(({ to }) => to < today);
  const newest = over.at(-1);
  const judged = over.filter(isJudgedPeriod);
  const turn = judged.slice(-PERIODS_TO_TURN);
  const last = turn.at(-1);
  const isRecent = last !== undefined && over.slice(-RECENT_PERIODS).includes(last);
  const settledUntil = settled[track.rule] ?? null;
  const isNew = turn.every(({ to }) => settledUntil === null || to > settledUntil);
  const isReason = open !== null && open.reasons.some(({ rule }) => rule === track.rule);
  const joins =
    !isReason && !track.turning && isFull(turn, 'holds') && isNew && isRecent && newest?.state !== 'no-rule';
  return {
    isRecent,
    joins: joins ? { rule: track.rule, since: sinceOf(track, judged, settledUntil), holds: true } : null,
    leaves:
      newest?.state === 'no-rule'
        ? { settledUntil: newest.to, recovered: false }
        : last !== undefined && isFull(turn, 'clear')
          ? { settledUntil: last.to, recovered: true }
          : null,
  };
}

/** How an episode ends when its last reasons left: with a recovery when one of them recovered. */
function ending(
  reasons: readonly AlertReason[],
  left: readonly { readonly rule: AlertRule; readonly recovered: boolean }[],
  settled: SettledRules,
): AlertStep {
  const recovered = left.filter((each) => each.recovered).map(({ rule }) => rule);
  const told = reasons.filter(({ rule }) => recovered.length === 0 || recovered.includes(rule));
  return {
    kind: recovered.length > 0 ? 'recover' : 'withdraw',
    reasons: told.map((reason) => ({ ...reason, holds: false })),
    settled,
  };
}

function isJudgedPeriod({ state }: AlertPeriod): boolean {
  return state === 'holds' || state === 'clear';
}

function isFull(turn: readonly AlertPeriod[], state: AlertPeriodState): boolean {
  return turn.length === PERIODS_TO_TURN && turn.every((period) => period.state === state);
}

/** First day of the holding periods in a row at the end, as far as they are not settled. */
function sinceOf(track: AlertTrack, judged: readonly AlertPeriod[], settledUntil: IsoDate | null): IsoDate {
  const turned = judged.findLastIndex(
    ({ to, state }) => state !== 'holds' || (settledUntil !== null && to <= settledUntil),
  );
  const since = judged[turned + 1]?.from ?? judged.at(-1)?.from ?? '';
  const { since: known } = track;
  return known !== null && known < since && (settledUntil === null || known > settledUntil) ? known : since;
}

function byRule(one: AlertReason, other: AlertReason): number {
  return ALERT_RULES.indexOf(one.rule) - ALERT_RULES.indexOf(other.rule);
}
