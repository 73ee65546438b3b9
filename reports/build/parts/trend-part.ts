/** A field over 24 months with its limits, its target and what the signal engine says about it. */
import type { Figure, ReportBlock, ReportChart } from '#contract/reports/report-document';
import type { Series } from '#contract/measures';
import { formatsIn } from '#domain/formats/formats';
import { type SignalTone, toneAt } from '#domain/spc/signal-tone';
import type { PartDefinition } from '../../report-definition.ts';
import { absenceText, fieldOf, labelOf } from '../figure.ts';
import { columnOf } from '../figure-table.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';

type TrendPart = Extract<PartDefinition, { kind: 'trend' }>;

/** The chart of a field; a sentence where there is no value in all the months, nothing where the figures have no such series. */
export function trendPart({ field: key }: TrendPart, building: Building): ReportBlock[] {
  const { measure, field: id } = columnOf(key);
  const { content, language, words } = building;
  const series = content.trends.items.find((item) => item.measure === measure && item.field === id);
  if (series === undefined) return [];
  const label = labelOf(fieldOf(measure, id), language);
  if (series.points.every(({ value }) => value === null))
    return [{ kind: 'paragraph', spans: [{ text: filled(words.trend.none, { label }) }] }];
  return [chartOf(series, label, building)];
}

function chartOf(series: Series, label: string, { language, words }: Building): ReportChart {
  const field = fieldOf(series.measure, series.field);
  const formats = formatsIn(language);
  const at = `trends.${series.measure}.${series.field}`;
  const { target } = series.verdict;
  const wanted = target === null ? null : (target.atLeast ?? target.atMost);
  const lastOf = (day: string): number => series.points.findLastIndex(({ from }) => from <= day);
  return {
    kind: 'chart',
    id: at,
    title: `${label}: ${series.sentence.charAt(0).toLowerCase()}${series.sentence.slice(1)}`,
    axis: filled(words.trend.axis, { label }),
    shape: 'line',
    points: series.points.map((point, index) => ({
      label: formats.bucket(point.from, series.grain),
      figure: {
        id: `${at}.${point.from}`,
        value: point.value,
        unit: field.unit,
        decimals: field.decimals,
        text:
          point.value === null
            ? absenceText(point.suppressed === true ? 'suppressed' : 'no-data', language)
            : formats.value(field, point.value),
        ...toneOf(toneAt(series.points, index, series.limits, field.polarity)),
      } satisfies Figure,
      ...(point.state === 'partial' ? { partial: true } : {}),
      ...(point.signal === null ? {} : { signal: true }),
    })),
    limits: series.limits.flatMap(({ from, to, centre, lower, upper }) => {
      const first = series.points.findIndex((point) => point.from >= from);
      return first === -1 ? [] : [{ from: first, to: lastOf(to), lower, centre, upper }];
    }),
    target:
      wanted === null
        ? null
        : {
            id: `${at}.target`,
            value: wanted,
            unit: field.unit,
            decimals: field.decimals,
            text: formats.axisMark(field, wanted, wanted),
          },
    notes: series.annotations.flatMap(({ day, text }) => {
      const place = lastOf(day);
      return place === -1 ? [] : [{ at: place, text: `${formats.date(day)}: ${text}` }];
    }),
  };
}

/** The judgement at a point that completes a signal: an earlier fall stays one, whatever the series does now. */
function toneOf(tone: SignalTone | null): Pick<Figure, 'variation'> {
  if (tone === null) return {};
  return { variation: ({ better: 'improving', worse: 'worsening', neutral: 'changed' } as const)[tone] };
}
