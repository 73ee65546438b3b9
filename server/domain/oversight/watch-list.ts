/**
 * The watch-list of the Inspektorat: which units are on it, since when and until when, follows from the records alone, by
 * published rules. Each rule has a way in and a harder way out, so that nobody is on the list for one noisy month, nor
 * leaves it for one good one. Nothing is stored: the months are gone through from the first to the last each time, and the
 * same records give the same list.
 */
import { SHORT_BELOW } from '../attention/small-sample-rule.ts';
import { addDays, type IsoDate } from '../period/civil-date.ts';
import { REPORTED_WITHIN_DAYS } from '../reporting/silence.ts';

export const WATCH_RULE_IDS = ['persistent-signal', 'overdue-share', 'no-data', 'small-sample'] as const;
export type WatchRuleId = (typeof WATCH_RULE_IDS)[number];

/** The values of the rules, as they are published beside the list. */
export const WATCH_SETTINGS = {
  /** Months of concern among the last judged ones; months in a row without, to leave. */
  'persistent-signal': { concerns: 3, of: 4, clears: 3 },
  /** Shares of the open cases that are past their deadline, at the end of a month, with so many open cases at least. */
  'overdue-share': { concerns: 2, of: 2, clears: 2, enterShare: 0.3, leaveShare: 0.15, minimumOpen: 20 },
  /** Working days without any record within one month. */
  'no-data': { concerns: 2, of: 2, clears: 1, workingDays: 10 },
  /** Quarters with less than this share of the responses that are needed; to leave, one with all of them. */
  'small-sample': { concerns: 2, of: 2, clears: 1, enterShare: SHORT_BELOW },
} as const;

/** How long a period of the rule is: a month has too few responses to survey for. */
export const WATCH_GRAINS: Readonly<Record<WatchRuleId, 'month' | 'quarter'>> = {
  'persistent-signal': 'month',
  'overdue-share': 'month',
  'no-data': 'month',
  'small-sample': 'quarter',
};

/** Where months without a judgement lie between, `persistent-signal` looks past them; for the others they break the row. */
const LOOKS_PAST_GAPS: Readonly<Record<WatchRuleId, boolean>> = {
  'persistent-signal': true,
  'overdue-share': false,
  'no-data': false,
  'small-sample': false,
};

export type WatchState = 'concern' | 'fine' | 'not-judged';

/** A whole month (for samples a whole quarter) as a rule saw it. A running one is not among them. */
export interface WatchPeriod {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly state: WatchState;
  /** It counts towards leaving. Between the two shares of `overdue-share` a month is fine, and does not. */
  readonly clears: boolean;
}

/** A stay on the list. */
export interface WatchSpell {
  /** The first day on it: the day after the period with which the way in was met. */
  readonly from: IsoDate;
  /** The first day no longer on it; null while it lasts. */
  readonly to: IsoDate | null;
  /** Periods in a row, up to the last one, that count towards leaving. */
  readonly cleared: number;
}

/** The stays on the list that the periods give, the oldest first; the last one may still last. */
export function watchSpells(rule: WatchRuleId, periods: readonly WatchPeriod[]): WatchSpell[] {
  const { concerns, of, clears } = WATCH_SETTINGS[rule];
  const looksPast = LOOKS_PAST_GAPS[rule];
  const spells: WatchSpell[] = [];
  let window: WatchState[] = [];
  let open: { from: IsoDate; cleared: number } | null = null;
  for (const { to, state, clears: clearing } of periods) {
    const isGap = state === 'not-judged';
    if (!(isGap && looksPast)) window = [...window, state].slice(-of);
    if (open === null) {
      if (window.filter((each) => each === 'concern').length >= concerns)
        open = { from: addDays(to, 1), cleared: 0 };
      continue;
    }
    if (clearing) open.cleared += 1;
    else if (!(isGap && looksPast)) open.cleared = 0;
    if (open.cleared < clears) continue;
    spells.push({ from: open.from, to: addDays(to, 1), cleared: open.cleared });
    open = null;
    // What brought it here has been answered for: the way in begins anew.
    window = [];
  }
  return open === null ? spells : [...spells, { ...open, to: null }];
}

/**
 * The stays as they count after a trial period: in it there is no list, so a stay begins with its end at the earliest, and
 * one that was over by then never was.
 *
 * @param trialUntil first day after the trial period; null without one
 */
export function afterTrial(spells: readonly WatchSpell[], trialUntil: IsoDate | null): WatchSpell[] {
  if (trialUntil === null) return [...spells];
  return spells
    .filter(({ to }) => to === null || to > trialUntil)
    .map((spell) => (spell.from < trialUntil ? { ...spell, from: trialUntil } : spell));
}

/** A month of a watched series. */
export interface SignalMonth {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Over, with enough records, and with limits to be judged by. */
  readonly judged: boolean;
  /** It completes a signal for the worse. */
  readonly worse: boolean;
}

/** Months of a series: concern where a signal for the worse is completed. */
export function signalPeriods(months: readonly SignalMonth[]): WatchPeriod[] {
  return months.map(({ from, to, judged, worse }) => {
    const state = !judged ? 'not-judged' : worse ? 'concern' : 'fine';
    return { from, to, state, clears: state === 'fine' };
  });
}

/** What was open at the end of a month, and how much of it was past its deadline. */
export interface MonthEnd {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly open: number;
  readonly overdue: number;
}

/**
 * Month ends: concern from the entering share on, with enough open cases. Towards leaving counts a share below the leaving
 * one whatever is open, and that nothing is.
 */
export function overduePeriods(months: readonly MonthEnd[]): WatchPeriod[] {
  const { enterShare, leaveShare, minimumOpen } = WATCH_SETTINGS['overdue-share'];
  return months.map(({ from, to, open, overdue }) => {
    const share = open === 0 ? 0 : overdue / open;
    const state = open < minimumOpen ? 'not-judged' : share >= enterShare ? 'concern' : 'fine';
    return { from, to, state, clears: share < leaveShare };
  });
}

/** When records of a unit came in. */
export interface Arrivals {
  /** Days on which something was recorded, ascending; from long before the first month that is judged. */
  readonly days: readonly IsoDate[];
  /** Working days of the unit's calendar in the months, ascending. */
  readonly workingDays: readonly IsoDate[];
  /** First days of months for which the unit said that it had nothing to report. */
  readonly nilMonths: readonly IsoDate[];
}

/** A month with the longest stretch of its working days without a record; null where nobody waited for any. */
export interface SilentMonth {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly silentDays: number | null;
}

/**
 * The longest stretch of working days without a record within each month. A record on a day off is one of the next working
 * day. Nobody waits for the records of a unit that had none before, or none for a year; and *nihil* is a report.
 */
export function silentMonths(
  months: readonly { readonly from: IsoDate; readonly to: IsoDate }[],
  { days, workingDays, nilMonths }: Arrivals,
): SilentMonth[] {
  return months.map(({ from, to }) => {
    const before = days.findLast((day) => day < from);
    const isExpected = before !== undefined && before >= addDays(from, -REPORTED_WITHIN_DAYS);
    if (!isExpected) return { from, to, silentDays: null };
    if (nilMonths.includes(from)) return { from, to, silentDays: 0 };
    const arrived = days.filter((day) => day >= from && day <= to);
    let silentDays = 0;
    let run = 0;
    let last = addDays(from, -1);
    for (const day of workingDays.filter((each) => each >= from && each <= to)) {
      const since = last;
      run = arrived.some((each) => each > since && each <= day) ? 0 : run + 1;
      silentDays = Math.max(silentDays, run);
      last = day;
    }
    return { from, to, silentDays };
  });
}

/** Months: concern where nothing was recorded for the working days of the rule. */
export function silencePeriods(months: readonly SilentMonth[]): WatchPeriod[] {
  const { workingDays } = WATCH_SETTINGS['no-data'];
  return months.map(({ from, to, silentDays }) => {
    const state = silentDays === null ? 'not-judged' : silentDays >= workingDays ? 'concern' : 'fine';
    return { from, to, state, clears: state === 'fine' };
  });
}

/** The survey of a whole quarter. */
export interface SampledQuarter {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly respondents: number;
  /** Responses needed (Krejcie & Morgan, PermenPANRB 14/2017); null when nobody was served. */
  readonly required: number | null;
}

/**
 * Quarters: concern where a score rests on far fewer responses than it needs. Between the two a quarter is fine and does
 * not count towards leaving; without a response there is no score.
 */
export function samplePeriods(quarters: readonly SampledQuarter[]): WatchPeriod[] {
  const { enterShare } = WATCH_SETTINGS['small-sample'];
  return quarters.map(({ from, to, respondents, required }) => {
    if (required === null || respondents === 0) return { from, to, state: 'not-judged', clears: false };
    const state = respondents < required * enterShare ? 'concern' : 'fine';
    return { from, to, state, clears: respondents >= required };
  });
}
