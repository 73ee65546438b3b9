import { type MeasureField, type MeasureId, findField } from '#domain/measures';
import type { FormatsIn } from '../../core/formats.ts';
import { hasRecords, isSuppressed } from '../../core/absence.ts';
import type { Summary } from '../../core/measures-api.ts';
import type { MarkKind } from '../../ui/mark.ts';

/** One measure of the selection as a sentence. */
export interface OverviewLine {
  readonly measure: MeasureId;
  readonly mark: MarkKind;
  /** What the sentence is about, in bold. */
  readonly lead: string;
  readonly sentence: string;
  /** The numbers beside it, from the general to the particular. */
  readonly facts: readonly string[];
}

type Words = (key: string, values?: Readonly<Record<string, unknown>>) => string;

/** What a line is made with: numbers and words in the language of the screen, and the name of the period before. */
interface Telling {
  readonly formats: FormatsIn;
  readonly t: Words;
  readonly before: string;
}

/**
 * The measures as sentences, always in the same order. There are no signals in them: a change is told, not judged.
 * `formats` and `t` give numbers and words in the language of the screen; `before` is the name of the period that
 * the sentences compare with, e.g. `10–31 Okt 2026`.
 */
export function overviewLines(
  summary: Summary,
  before: string,
  formats: FormatsIn,
  t: Words,
): readonly OverviewLine[] {
  const telling: Telling = { formats, t, before };
  const lines = [
    turnaroundLine(summary, telling),
    complaintsLine(summary, telling),
    ikmLine(summary, telling),
    volumeLine(summary, telling),
  ];
  return lines.map((line) => ({
    ...line,
    facts: [
      ...line.facts,
      ...(summary.ignoredFilters[line.measure] ?? []).map((name) => t(`overview.ignored.${name}`)),
    ],
  }));
}

function turnaroundLine({ turnaround: now }: Summary, telling: Telling): OverviewLine {
  const { formats, t } = telling;
  const lead = t('overview.turnaround.lead');
  const onTime = fieldOf('turnaround', 'dueMetShare');
  if (now.dueMetShare === null || now.due === null || now.dueMet === null) {
    if (isSuppressed(now)) return withheld('turnaround', lead, t);
    return {
      measure: 'turnaround',
      mark: 'no-data',
      lead,
      sentence: t('overview.turnaround.none'),
      facts: [...timesOf(now, telling)],
    };
  }
  return {
    measure: 'turnaround',
    mark: 'unjudged',
    lead,
    sentence: t('overview.turnaround.sentence', {
      share: formats.value(onTime, now.dueMetShare),
      due: formats.number(now.due),
      before: beforeText(onTime, now.previous.dueMetShare, now.previous, telling),
    }),
    facts: [
      ...tooFew(onTime, now.due, t),
      ...(now.due > now.dueMet
        ? [t('overview.turnaround.late', { count: formats.number(now.due - now.dueMet) })]
        : []),
      ...timesOf(now, telling),
    ],
  };
}

function timesOf(now: Summary['turnaround'], { formats, t }: Telling): readonly string[] {
  return [
    ...(now.medianWorkingMinutes === null
      ? []
      : [t('overview.turnaround.median', { time: formats.official(now.medianWorkingMinutes) })]),
    ...(now.sameVisitShare === null
      ? []
      : [
          t('overview.turnaround.sameVisit', {
            share: formats.value(fieldOf('turnaround', 'sameVisitShare'), now.sameVisitShare),
          }),
        ]),
  ];
}

function complaintsLine({ complaints: now }: Summary, telling: Telling): OverviewLine {
  const { formats, t } = telling;
  const lead = t('overview.complaints.lead');
  const followedUp = fieldOf('complaints', 'followedUpShare');
  if (now.followedUpShare === null || now.received === null || now.valid === null) {
    if (now.received === null || isSuppressed(now)) return withheld('complaints', lead, t);
    const sentence =
      now.received === 0
        ? t('overview.complaints.none')
        : t('overview.complaints.noneValid', { received: formats.number(now.received) });
    return { measure: 'complaints', mark: 'no-data', lead, sentence, facts: [] };
  }
  return {
    measure: 'complaints',
    mark: 'unjudged',
    lead,
    sentence: t('overview.complaints.sentence', {
      share: formats.value(followedUp, now.followedUpShare),
      valid: formats.number(now.valid),
      before: beforeText(followedUp, now.previous.followedUpShare, now.previous, telling),
    }),
    facts: [
      ...tooFew(followedUp, now.valid, t),
      ...(now.open === null ? [] : [t('overview.complaints.open', { count: formats.number(now.open) })]),
      ...(now.overdue === null
        ? []
        : [t('overview.complaints.overdue', { count: formats.number(now.overdue) })]),
      ...(now.medianResolutionMinutes === null
        ? []
        : [t('overview.complaints.median', { time: formats.elapsed(now.medianResolutionMinutes) })]),
    ],
  };
}

function ikmLine({ ikm: now }: Summary, telling: Telling): OverviewLine {
  const { formats, t } = telling;
  const lead = t('overview.ikm.lead');
  if (isSuppressed(now) && (now.score === null || now.respondents === null)) return withheld('ikm', lead, t);
  if (now.score === null || now.respondents === null)
    return { measure: 'ikm', mark: 'no-data', lead, sentence: t('overview.ikm.none'), facts: [] };
  const score = fieldOf('ikm', 'score');
  const lowest = now.unsur.reduce<Summary['ikm']['unsur'][number] | null>(
    (low, unsur) => (low === null || unsur.mean < low.mean ? unsur : low),
    null,
  );
  const sentence = now.sufficient === false ? 'overview.ikm.small' : 'overview.ikm.sentence';
  return {
    measure: 'ikm',
    mark: now.sufficient === false ? 'small-sample' : 'unjudged',
    lead,
    sentence: t(sentence, {
      score: formats.value(score, now.score),
      grade: now.grade ?? '',
      respondents: formats.number(now.respondents),
      before: beforeText(score, now.previous.score, now.previous, telling),
      required: now.requiredRespondents === null ? '' : formats.number(now.requiredRespondents),
    }),
    facts: [
      ...(now.participationShare === null
        ? []
        : [
            t('overview.ikm.participation', {
              share: formats.value(fieldOf('ikm', 'participationShare'), now.participationShare),
            }),
          ]),
      ...(lowest === null ? [] : [t('overview.ikm.lowest', { name: lowest.name.toLocaleLowerCase('id') })]),
    ],
  };
}

function volumeLine({ volume: now }: Summary, telling: Telling): OverviewLine {
  const { formats, t } = telling;
  const lead = t('overview.volume.lead');
  if (now.received === null && isSuppressed(now)) return withheld('volume', lead, t);
  if (now.received === null || !hasRecords('volume', now)) {
    return { measure: 'volume', mark: 'no-data', lead, sentence: t('overview.volume.none'), facts: [] };
  }
  const fact = (key: string, value: number | null): readonly string[] =>
    value === null || value === 0 ? [] : [t(key, { count: formats.number(value) })];
  const before = hasRecords('volume', now.previous) ? now.previous.received : null;
  return {
    measure: 'volume',
    mark: 'unjudged',
    lead,
    sentence: t('overview.volume.sentence', {
      received: formats.number(now.received),
      before: beforeText(fieldOf('volume', 'received'), before, now.previous, telling),
      completed:
        now.completed === null
          ? t(isSuppressed(now) ? 'absence.suppressed' : 'absence.noData')
          : formats.number(now.completed),
    }),
    facts: [
      ...fact('overview.volume.open', now.open),
      ...fact('overview.volume.rejected', now.rejected),
      ...fact('overview.volume.cancelled', now.cancelled),
    ],
  };
}

/** Figures there are, but they are withheld: not the same as none. */
function withheld(measure: MeasureId, lead: string, t: Words): OverviewLine {
  return { measure, mark: 'unjudged', lead, sentence: t('overview.suppressed'), facts: [] };
}

/** The same number in the period before, which is named: "10–31 Okt 2026: 91,7 %". */
function beforeText(
  field: MeasureField,
  value: number | null,
  block: object,
  { formats, t, before }: Telling,
): string {
  return t('overview.before', {
    period: before,
    value:
      value === null
        ? t(isSuppressed(block) ? 'absence.suppressed' : 'absence.noData')
        : formats.value(field, value),
  });
}

function tooFew(field: MeasureField, n: number, t: Words): readonly string[] {
  return n < field.minimumN ? [t('absence.tooFewShort')] : [];
}

function fieldOf(measure: MeasureId, id: string): MeasureField {
  const field = findField(measure, id);
  if (field === null) throw new Error(`The measure ${measure} has no field ${id}.`);
  return field;
}
