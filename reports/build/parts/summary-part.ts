/** The period in a few sentences: what came in, what was done on time, what citizens say, who has not reported. */
import type { Figure, ReportBlock, Span } from '#contract/reports/report-document';
import type { MeasureId } from '#domain/measures';
import type { FieldKey, PartDefinition } from '../../report-definition.ts';
import { changeOf } from '../change.ts';
import { countFigure, figureOf, hasRecords } from '../figure.ts';
import type { Building } from '../report-input.ts';
import { sentences, spansOf, type SpanValue } from '../spans.ts';

type SummaryPart = Extract<PartDefinition, { kind: 'summary' }>;

/** One list: a point for each measure that the part declares, then who reported and what needs a decision. */
export function summaryPart({ fields }: SummaryPart, building: Building): ReportBlock[] {
  const told = new Set(fields);
  const measures = [...new Set(fields.map((field) => field.split('.')[0] as MeasureId))];
  const items = [
    ...measures.map((measure) => TELLERS[measure](building, told)),
    reportingSentence(building),
  ].filter((item) => item.length > 0);
  return items.length === 0 ? [] : [{ kind: 'list', items }];
}

type Teller = (building: Building, told: ReadonlySet<FieldKey>) => Span[];

const TELLERS: Readonly<Record<MeasureId, Teller>> = {
  volume: ({ words, ...building }, told) => {
    const { figures, block } = measureOf(building, 'volume');
    if (!hasRecords('volume', block)) return sentence(words.summary.volumeNone, building);
    const shown = figures('received', 'completed', 'open');
    const { received, completed, open } = shown;
    return sentences(
      spansOf(isKnown(received, completed) ? words.summary.volume : words.summary.volumePartly, {
        period: building.periodName,
        ...shown,
      }),
      told.has('volume.open') && isKnown(open) ? spansOf(words.summary.volumeOpen, shown) : [],
    );
  },
  turnaround: ({ words, ...building }, told) => {
    const { figures, block, before, change } = measureOf(building, 'turnaround');
    const shown = figures('due', 'dueMetShare');
    const moved = change('dueMetShare');
    const onTime =
      shown.dueMetShare.value === null || shown.due.value === null
        ? spansOf(words.summary.onTimeNone, shown)
        : moved.value === null
          ? spansOf(words.summary.onTime, shown)
          : spansOf(words.summary.onTimeChange, {
              ...shown,
              change: moved,
              before: before('dueMetShare'),
              previous: building.previousName,
            });
    const median = figures('medianWorkingMinutes');
    return hasRecords('turnaround', block) &&
      told.has('turnaround.medianWorkingMinutes') &&
      median.medianWorkingMinutes.value !== null
      ? sentences(onTime, spansOf(words.summary.median, { median: median.medianWorkingMinutes }))
      : onTime;
  },
  ikm: ({ words, ...building }) => {
    const { figures, before, change } = measureOf(building, 'ikm');
    const { grade, gradeLabel, sufficient, requiredRespondents } = building.content.summary.ikm;
    const shown = figures('score', 'respondents');
    if (shown.score.value === null || grade === null) return spansOf(words.summary.ikmNone, shown);
    const moved = change('score');
    const values = { ...shown, grade, gradeLabel: gradeLabel ?? grade };
    const index =
      moved.value === null
        ? spansOf(words.summary.ikm, values)
        : spansOf(words.summary.ikmChange, {
            ...values,
            change: moved,
            before: before('score'),
            previous: building.previousName,
          });
    return sufficient === false && requiredRespondents !== null
      ? sentences(
          index,
          spansOf(words.summary.ikmThin, {
            required: countFigure('summary.ikm.requiredRespondents', requiredRespondents, building.language),
          }),
        )
      : index;
  },
  complaints: ({ words, ...building }) => {
    const { figures, block, before, change } = measureOf(building, 'complaints');
    if (!hasRecords('complaints', block)) return sentence(words.summary.complaintsNone, building);
    const shown = figures('received', 'valid', 'followedUpShare', 'resolvedShare');
    if (shown.valid.value === 0) return spansOf(words.summary.complaintsZero, shown);
    if (!isKnown(...Object.values(shown))) return spansOf(words.summary.complaintsPartly, shown);
    const moved = change('resolvedShare');
    return moved.value === null
      ? spansOf(words.summary.complaints, shown)
      : spansOf(words.summary.complaintsChange, {
          ...shown,
          change: moved,
          before: before('resolvedShare'),
          previous: building.previousName,
        });
  },
  pilots: ({ words, ...building }) => {
    const { figures, block } = measureOf(building, 'pilots');
    return block === null || block.programmes === 0
      ? []
      : spansOf(
          words.summary.pilots,
          figures('programmes', 'progressShare', 'plannedShare', 'milestonesLate'),
        );
  },
};

/** A sentence reads well with numbers alone; where one is withheld or missing, each is told by its name. */
function isKnown(...figures: readonly Figure[]): boolean {
  return figures.every(({ value }) => value !== null);
}

/** Who has reported, and how many matters wait; nothing for a reader without the list. */
function reportingSentence({ content, words, language }: Building): Span[] {
  const { attention } = content;
  if (attention === null) return [];
  const { expected, reported, silent } = attention.reporting;
  const count = (id: string, value: number): SpanValue => countFigure(`attention.${id}`, value, language);
  const values = {
    reported: count('reporting.reported', reported),
    expected: count('reporting.expected', expected),
    silent: silent.map(({ name }) => name).join(', '),
  };
  const matters = attention.items.length + attention.more;
  // Of a single unit nobody says "1 of 1".
  const [some, one] =
    silent.length === 0
      ? [words.summary.reporting, words.summary.reportingOne]
      : [words.summary.reportingSilent, words.summary.reportingOneSilent];
  return sentences(
    expected === 0
      ? []
      : expected === 1
        ? spansOf(one, { unit: content.summary.unitName })
        : spansOf(some, values),
    matters === 0
      ? spansOf(words.summary.noMatters)
      : spansOf(words.summary.matters, { count: count('matters', matters) }),
  );
}

/** The figures of a measure in the summary, by the names of their fields. */
function measureOf<M extends MeasureId>(building: Omit<Building, 'words'>, measure: M) {
  const { content, language } = building;
  const block = content.summary[measure];
  const at = `summary.${measure}`;
  const previous = block === null ? null : block.previous;
  return {
    block,
    figures: <F extends string>(...fields: readonly F[]): Readonly<Record<F, Figure>> =>
      Object.fromEntries(
        fields.map((field) => [field, figureOf({ at, measure, field, block, language })]),
      ) as Record<F, Figure>,
    before: (field: string) => figureOf({ at: `${at}.previous`, measure, field, block: previous, language }),
    change: (field: string) => changeOf({ at, measure, field, block, language }, previous),
  };
}

function sentence(pattern: string, { periodName }: Pick<Building, 'periodName'>): Span[] {
  return spansOf(pattern, { period: periodName });
}
