/**
 * The life of an alert. An *episode* opens once when its rule has held over two judged periods, reminds at most weekly while
 * it holds, and ends with a word of recovery when the rule has not held for two judged periods. Periods of which nothing is
 * known (a unit that stopped reporting) are passed over: they neither open, nor remind, nor end.
 */
import { addDays, type IsoDate } from '../period/civil-date.ts';

/** What the rules look at; each of a unit, the first two of one field of it. */
export const ALERT_RULES = ['target-missed', 'worsening', 'not-reporting'] as const;
export type AlertRule = (typeof ALERT_RULES)[number];

/** So many judged periods in a row it takes to open an episode, and as many to end it. */
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

/** What is remembered of a rule about a unit. */
export interface AlertMemory {
  /** The open episode, with the day of the last word about it; null when none is open. */
  readonly open: { readonly toldOn: IsoDate } | null;
  /** Last day of the last period that an earlier episode has settled; null when there was none. */
  readonly settledUntil: IsoDate | null;
}

export type AlertStep =
  /** Opens; `since`: first day of the first period in a row that holds. */
  | { readonly kind: 'open'; readonly since: IsoDate }
  | { readonly kind: 'remind' }
  /** Ends with a word of recovery; what lies up to `settledUntil` opens nothing again. */
  | { readonly kind: 'recover'; readonly settledUntil: IsoDate }
  /** Ends without one, because the rule is no longer applied. */
  | { readonly kind: 'withdraw'; readonly settledUntil: IsoDate };

/**
 * What is to be done today; null for nothing. Doing it and asking again on the same day gives null.
 *
 * @param periods in order; those that are not over yet do not count
 */
export function nextStep(
  periods: readonly AlertPeriod[],
  { open, settledUntil }: AlertMemory,
  today: IsoDate,
): AlertStep | null {
  const over = periods.filter(({ to }) => to < today);
  const newest = over.at(-1);
  if (newest === undefined) return null;
  const judged = over.filter(({ state }) => state === 'holds' || state === 'clear');
  const turn = judged.slice(-PERIODS_TO_TURN);
  const isRecent = judged.at(-1) !== undefined && over.slice(-RECENT_PERIODS).includes(last(judged));
  if (open === null) {
    const holds = isFull(turn, 'holds') && turn.every(({ to }) => settledUntil === null || to > settledUntil);
    return holds && isRecent && newest.state !== 'no-rule'
      ? { kind: 'open', since: sinceOf(judged, settledUntil) }
      : null;
  }
  if (newest.state === 'no-rule') return { kind: 'withdraw', settledUntil: newest.to };
  if (isFull(turn, 'clear')) return { kind: 'recover', settledUntil: last(turn).to };
  const isDue = addDays(open.toldOn, REMIND_AFTER_DAYS) <= today;
  return isDue && isRecent && last(judged).state === 'holds' ? { kind: 'remind' } : null;
}

function isFull(turn: readonly AlertPeriod[], state: AlertPeriodState): boolean {
  return turn.length === PERIODS_TO_TURN && turn.every((period) => period.state === state);
}

/** First day of the holding periods in a row at the end, as far as no earlier episode settled them. */
function sinceOf(judged: readonly AlertPeriod[], settledUntil: IsoDate | null): IsoDate {
  let since = last(judged).from;
  for (const { from, to, state } of judged.toReversed()) {
    if (state !== 'holds' || (settledUntil !== null && to <= settledUntil)) break;
    since = from;
  }
  return since;
}

function last(periods: readonly AlertPeriod[]): AlertPeriod {
  const period = periods.at(-1);
  if (period === undefined) throw new Error('no period was judged');
  return period;
}
