/** Figures of a measure beside those of the period before. */
import type { ReportBlock } from '#contract/reports/report-document';
import { MEASURES } from '#domain/measures';
import type { PartDefinition } from '../../report-definition.ts';
import { changeOf } from '../change.ts';
import { fieldOf, figureOf, labelOf } from '../figure.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';

type FiguresPart = Extract<PartDefinition, { kind: 'figures' }>;

/** A row for each field: now, before, and the change; nothing where the measure does not apply. */
export function figuresPart({ measure, fields }: FiguresPart, building: Building): ReportBlock[] {
  const { content, words, language, periodName, previousName } = building;
  const block = content.summary[measure];
  if (block === null) return [];
  const { previous } = block;
  const at = `summary.${measure}`;
  return [
    {
      kind: 'table',
      id: `figures.${measure}`,
      caption: filled(words.figures.caption, {
        measure: language === 'en' ? MEASURES[measure].labelEn : MEASURES[measure].label,
        period: periodName,
        previous: previousName,
      }),
      columns: [
        { id: 'figure', label: words.columns.figure, kind: 'text', width: 0.34 },
        { id: 'now', label: periodName, kind: 'figure' },
        { id: 'before', label: previousName, kind: 'figure' },
        { id: 'change', label: words.columns.change, kind: 'figure' },
      ],
      rows: fields.map((field) => ({
        cells: [
          labelOf(fieldOf(measure, field), language),
          figureOf({ at, measure, field, block, language }),
          figureOf({ at: `${at}.previous`, measure, field, block: previous, language }),
          changeOf({ at, measure, field, block, language }, previous),
        ],
      })),
    },
  ];
}
