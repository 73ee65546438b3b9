/** A measure along a dimension: by unit, service, class, channel or unsur. */
import type { Breakdown } from '#contract/measures';
import type { Figure, ReportBlock, ReportCell } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { MEASURES } from '#domain/measures';
import type { PartDefinition } from '../../report-definition.ts';
import { figureOf, hasRecords, isSuppressed, labelOf, fieldOf, unsurFigure } from '../figure.ts';
import {
  type FigureColumn,
  type FigureRow,
  figureCells,
  figureColumns,
  summedColumns,
  weightedColumns,
} from '../figure-table.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';

type BreakdownPart = Extract<PartDefinition, { kind: 'breakdown' }>;
type Item = Breakdown['items'][number];

/** The table of a dimension with the whole as its last row; a sentence where there is nothing or all is withheld. */
export function breakdownPart(part: BreakdownPart, building: Building): ReportBlock[] {
  const { content, words, language, periodName } = building;
  const { measure, by } = part;
  const answer = content.breakdowns.find((each) => each.measure === measure && each.by === by);
  if (answer === undefined) return [];
  const values = {
    measure: language === 'en' ? MEASURES[measure].labelEn : MEASURES[measure].label,
    by: words.breakdown.by[by],
    period: periodName,
  };
  if (isSuppressed(answer) && answer.items.length === 0)
    return [sentence(filled(words.breakdown.withheld, values))];
  if (by === 'unsur') return unsurTable(answer, filled(words.breakdown.caption, values), building);
  // A unit without records is named, because that is what the reader looks for; an unused service is not.
  const items = answer.items.filter(
    (item) => (by === 'unit' && item.key !== 'self') || hasRecords(measure, item),
  );
  if (!items.some((item) => hasRecords(measure, item)))
    return [sentence(filled(words.breakdown.none, values))];
  const columns = part.fields.map((field): FigureColumn => ({ measure, field, key: `${measure}.${field}` }));
  const at = `breakdowns.${measure}.${by}`;
  const shown = items.slice(0, part.most ?? items.length);
  const rows = shown.map((item): FigureRow => ({
    name: nameOf(item, answer, building),
    at: () => `${at}.${item.key}`,
    block: () => item,
  }));
  const total: FigureRow = {
    name: words.whole,
    kind: 'total',
    at: () => `${at}.*`,
    block: () => answer.total,
  };
  const notes = [
    ...(shown.length < items.length
      ? [
          filled(words.breakdown.more, {
            more: formatsIn(language).number(items.length - shown.length),
            by: words.breakdown.by[by],
          }),
        ]
      : []),
    ...(rows.some((row) => isSuppressed(row.block(measure))) ? [words.breakdown.rowWithheld] : []),
  ];
  return [
    {
      kind: 'table',
      id: at,
      caption: filled(words.breakdown.caption, values),
      columns: [
        { id: by, label: words.columns[by], kind: 'text', width: columns.length < 5 ? 0.32 : 0.26 },
        ...figureColumns(columns, building, (column) => headerIn(column, building)),
      ],
      rows: [...rows, total].map((row) => ({
        cells: [row.name, ...figureCells(row, columns, building)],
        ...(row.kind === undefined ? {} : { kind: row.kind }),
      })),
      summed: summedColumns(rows, total, columns, building),
      weighted: weightedColumns(rows, total, columns, building),
      ...(notes.length === 0 ? {} : { note: notes.join(' ') }),
    },
  ];
}

/** The unsur of IKM with their means; the whole is the score, which is no mean of the same scale. */
function unsurTable(answer: Breakdown, caption: string, building: Building): ReportBlock[] {
  const { words, language } = building;
  if (answer.items.length === 0) return [];
  const row = (item: Item): ReportCell[] => {
    const at = `breakdowns.ikm.unsur.${item.key}`;
    const mean = 'mean' in item ? item.mean : null;
    const respondents: Figure = figureOf({ at, measure: 'ikm', field: 'respondents', block: item, language });
    return [item.key, item.label, unsurFigure(`${at}.mean`, mean, isSuppressed(item), language), respondents];
  };
  return [
    {
      kind: 'table',
      id: 'breakdowns.ikm.unsur',
      caption,
      columns: [
        { id: 'code', label: words.columns.code, kind: 'code', width: 0.1 },
        { id: 'unsur', label: words.columns.unsur, kind: 'text', width: 0.5 },
        { id: 'mean', label: words.columns.mean, kind: 'figure' },
        { id: 'respondents', label: labelOf(fieldOf('ikm', 'respondents'), language), kind: 'figure' },
      ],
      rows: answer.items.map((item) => ({ cells: row(item) })),
      note: words.breakdown.unsurNote,
    },
  ];
}

/** Within one measure the labels of the kamus are clear; only long ones are told shorter. */
function headerIn({ measure, field, key }: FigureColumn, building: Building): string {
  return building.words.shortHeaders[key] ?? labelOf(fieldOf(measure, field), building.language);
}

function nameOf(item: Item, answer: Breakdown, { words }: Building): string {
  return item.key === 'self' && answer.items.length > 1
    ? filled(words.own, { unit: item.label })
    : item.label;
}

function sentence(text: string): ReportBlock {
  return { kind: 'paragraph', spans: [{ text }] };
}
