import type { MeasureId } from '#domain/measures';
import type { FormatsIn } from '../../core/formats.ts';
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

/** Below this many records a share is shown, but not to be read. Kept equal to the kamus indikator by a spec. */
const MINIMUM_N = 5;

/**
 * The measures as sentences, always in the same order. There are no signals in them: a change is told, not judged.
 * `formats` and `t` give numbers and words in the language of the screen.
 */
export function overviewLines(summary: Summary, formats: FormatsIn, t: Words): readonly OverviewLine[] {
  const lines = [
    turnaroundLine(summary, formats, t),
    complaintsLine(summary, formats, t),
    ikmLine(summary, formats, t),
    volumeLine(summary, formats, t),
  ];
  return lines.map((line) => ({
    ...line,
    facts: [
      ...line.facts,
      ...(summary.ignoredFilters[line.measure] ?? []).map((name) => t(`overview.ignored.${name}`)),
    ],
  }));
}

function turnaroundLine({ turnaround: now }: Summary, formats: FormatsIn, t: Words): OverviewLine {
  const lead = t('overview.turnaround.lead');
  if (now.dueMetShare === null) {
    return {
      measure: 'turnaround',
      mark: 'no-data',
      lead,
      sentence: t('overview.turnaround.none'),
      facts: [...timesOf(now, formats, t)],
    };
  }
  return {
    measure: 'turnaround',
    mark: 'unjudged',
    lead,
    sentence: t('overview.turnaround.sentence', {
      share: formats.share(now.dueMetShare),
      due: formats.number(now.due),
      before: shareBefore(now.previous.dueMetShare, formats, t),
    }),
    facts: [
      ...tooFew(now.due, t),
      ...(now.due > now.dueMet
        ? [t('overview.turnaround.late', { count: formats.number(now.due - now.dueMet) })]
        : []),
      ...timesOf(now, formats, t),
    ],
  };
}

function timesOf(now: Summary['turnaround'], formats: FormatsIn, t: Words): readonly string[] {
  return [
    ...(now.medianWorkingMinutes === null
      ? []
      : [t('overview.turnaround.median', { time: formats.official(now.medianWorkingMinutes) })]),
    ...(now.sameVisitShare === null
      ? []
      : [t('overview.turnaround.sameVisit', { share: formats.share(now.sameVisitShare) })]),
  ];
}

function complaintsLine({ complaints: now }: Summary, formats: FormatsIn, t: Words): OverviewLine {
  const lead = t('overview.complaints.lead');
  if (now.followedUpShare === null) {
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
      share: formats.share(now.followedUpShare),
      valid: formats.number(now.valid),
      before: shareBefore(now.previous.followedUpShare, formats, t),
    }),
    facts: [
      ...tooFew(now.valid, t),
      t('overview.complaints.open', { count: formats.number(now.open) }),
      t('overview.complaints.overdue', { count: formats.number(now.overdue) }),
      ...(now.medianResolutionMinutes === null
        ? []
        : [t('overview.complaints.median', { time: formats.elapsed(now.medianResolutionMinutes) })]),
    ],
  };
}

function ikmLine({ ikm: now }: Summary, formats: FormatsIn, t: Words): OverviewLine {
  const lead = t('overview.ikm.lead');
  if (now.score === null)
    return { measure: 'ikm', mark: 'no-data', lead, sentence: t('overview.ikm.none'), facts: [] };
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
      score: formats.number(now.score, 2),
      grade: now.grade ?? '',
      respondents: formats.number(now.respondents),
      required: now.requiredRespondents === null ? '' : formats.number(now.requiredRespondents),
    }),
    facts: [
      now.previous.score === null
        ? t('overview.noneBefore')
        : t('overview.ikm.before', { score: formats.number(now.previous.score, 2) }),
      ...(now.participationShare === null
        ? []
        : [t('overview.ikm.participation', { share: formats.share(now.participationShare, 1) })]),
      ...(lowest === null ? [] : [t('overview.ikm.lowest', { name: lowest.name.toLocaleLowerCase('id') })]),
    ],
  };
}

function volumeLine({ volume: now }: Summary, formats: FormatsIn, t: Words): OverviewLine {
  const lead = t('overview.volume.lead');
  if (now.received === null || (now.received === 0 && (now.completed ?? 0) === 0 && (now.open ?? 0) === 0)) {
    return { measure: 'volume', mark: 'no-data', lead, sentence: t('overview.volume.none'), facts: [] };
  }
  const fact = (key: string, value: number | null): readonly string[] =>
    value === null || value === 0 ? [] : [t(key, { count: formats.number(value) })];
  return {
    measure: 'volume',
    mark: 'unjudged',
    lead,
    sentence: t('overview.volume.sentence', {
      received: formats.number(now.received),
      completed: now.completed === null ? t('absence.noData') : formats.number(now.completed),
      before:
        now.previous.received === null
          ? t('overview.noneBefore')
          : t('overview.before', { value: formats.number(now.previous.received) }),
    }),
    facts: [
      ...fact('overview.volume.open', now.open),
      ...fact('overview.volume.rejected', now.rejected),
      ...fact('overview.volume.cancelled', now.cancelled),
    ],
  };
}

function shareBefore(share: number | null, formats: FormatsIn, t: Words): string {
  return share === null ? t('overview.noneBefore') : t('overview.before', { value: formats.share(share) });
}

function tooFew(n: number, t: Words): readonly string[] {
  return n < MINIMUM_N ? [t('absence.tooFewShort')] : [];
}
