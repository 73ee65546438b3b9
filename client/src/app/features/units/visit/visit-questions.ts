import type { VARIATIONS } from '#contract/signals';

/** What is known of a unit before a visit; everything is counted or judged elsewhere. */
export interface VisitFacts {
  /** Last day with a record of a unit that has gone silent; null for a unit that reports. */
  readonly silentSince: string | null;
  /** The sentence of the change that presses most, as it stands on the list of exceptions; null without one. */
  readonly change: string | null;
  /** Watched numbers with what the signal engine says of them, in the order of the sheet. */
  readonly courses: readonly {
    readonly name: string;
    readonly variation: (typeof VARIATIONS)[number];
    readonly since: string | null;
  }[];
  readonly overdue: { readonly total: number; readonly oldestWorkingDays: number | null };
  readonly unanswered: { readonly total: number; readonly longestWorkingDays: number | null };
  readonly lateDispositions: number;
  /** Respondents of a sample that is too small, and how many are needed. */
  readonly sample: { readonly respondents: number; readonly required: number } | null;
}

/** A question as the key of its words and what is filled in. */
export interface VisitQuestion {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

const QUESTIONS = 3;

/** Worth asking anywhere, where the facts give fewer than three. */
const ALWAYS: readonly VisitQuestion[] = ['unseen', 'counter', 'tried'].map((key) => ({ key, values: {} }));

/**
 * Three questions to ask on a visit, the most pressing first: silence, what got worse, who waits too long, promises not
 * kept, too few voices, and what went well and could be copied.
 */
export function visitQuestions(facts: VisitFacts): readonly VisitQuestion[] {
  const { silentSince, change, courses, overdue, unanswered, lateDispositions, sample } = facts;
  const asks: VisitQuestion[] = [];
  const ask = (key: string, values: VisitQuestion['values']): void => void asks.push({ key, values });
  const changed = (variation: 'worsening' | 'improving') =>
    courses.find((course) => course.variation === variation && course.since !== null);
  if (silentSince !== null) ask('silent', { day: silentSince });
  const worse = changed('worsening');
  if (change !== null) ask('change', { sentence: change });
  else if (worse !== undefined) ask('worse', { name: worse.name, month: worse.since ?? '' });
  if (overdue.total > 0)
    ask(overdue.oldestWorkingDays === null ? 'overdue' : 'overdueSince', {
      count: overdue.total,
      days: overdue.oldestWorkingDays ?? 0,
    });
  // What came in today waits for nobody yet.
  if (unanswered.total > 0 && (unanswered.longestWorkingDays ?? 0) > 0)
    ask('unanswered', { count: unanswered.total, days: unanswered.longestWorkingDays ?? 0 });
  if (lateDispositions > 0) ask('dispositions', { count: lateDispositions });
  if (sample !== null) ask('sample', { ...sample });
  const better = changed('improving');
  if (better !== undefined) ask('better', { name: better.name, month: better.since ?? '' });
  return [...asks, ...ALWAYS].slice(0, QUESTIONS);
}
