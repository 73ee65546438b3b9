/** Every unit below against the fields that the report declares. */
import type { Figure, ReportBlock } from '#contract/reports/report-document';
import type { Matrix } from '#contract/measures';
import { formatsIn } from '#domain/formats/formats';
import type { PartDefinition } from '../../report-definition.ts';
import { type FigureBlock, fieldOf, hasRecords, numberIn } from '../figure.ts';
import {
  type FigureColumn,
  type FigureRow,
  columnOf,
  figureCells,
  figureColumns,
  headerOf,
  summedColumns,
  weightedColumns,
} from '../figure-table.ts';
import type { Building } from '../report-input.ts';
import { filled } from '../report-words.ts';

type MatrixPart = Extract<PartDefinition, { kind: 'matrix' }>;
type UnitItem = Matrix['items'][number];

/** The matrix with the whole unit as its last row; nothing for a unit that has none below. */
export function matrixPart({ fields }: MatrixPart, building: Building): ReportBlock[] {
  const { content, words, periodName } = building;
  const { matrix, summary } = content;
  if (matrix === null || !matrix.items.some(({ key }) => key !== 'self')) return [];
  const columns = fields.map(columnOf);
  const items = matrix.items.filter((item) => item.key !== 'self' || holdsRecords(item));
  const rows = items.map((item) => rowOf(item, building));
  const total: FigureRow = {
    name: summary.unitName,
    kind: 'total',
    at: (measure) => `summary.${measure}`,
    block: (measure) => summary[measure],
  };
  return [
    {
      kind: 'table',
      id: 'matrix',
      caption: filled(words.matrix.caption, { period: periodName }),
      columns: [
        { id: 'unit', label: words.columns.unit, kind: 'text', width: 0.26 },
        ...figureColumns(columns, building, (column) => headerOf(column, building)),
      ],
      rows: [...rows, total].map((row) => ({
        cells: [row.name, ...figureCells(row, columns, building)],
        ...(row.kind === undefined ? {} : { kind: row.kind }),
      })),
      summed: summedColumns(rows, total, columns, building),
      weighted: weightedColumns(rows, total, columns, building),
      note: [words.matrix.note, targetNote(matrix, columns, building)]
        .filter((note) => note !== '')
        .join(' '),
    },
  ];
}

function rowOf(item: UnitItem, { words }: Building): FigureRow {
  return {
    name: item.key === 'self' ? filled(words.own, { unit: item.label }) : item.label,
    at: (measure) => `matrix.${item.key}.${measure}`,
    block: (measure) => item[measure],
    variation: (column) => variationOf(item, column),
  };
}

/** The judgement of the signal engine; a score of too few respondents is told as not judged. */
function variationOf(item: UnitItem, { measure, field, key }: FigureColumn): Figure['variation'] {
  const verdict = item.signals[key];
  if (measure === 'ikm' && field === 'score' && item.ikm.sufficient === false) return 'unknown';
  return verdict?.variation ?? (isThin(item[measure], { measure, field }) ? 'unknown' : undefined);
}

function isThin(
  block: FigureBlock,
  { measure, field: id }: Pick<FigureColumn, 'measure' | 'field'>,
): boolean {
  const field = fieldOf(measure, id);
  const n = numberIn(block, field.n);
  return n !== null && n < field.minimumN;
}

function holdsRecords(item: UnitItem): boolean {
  return (['volume', 'turnaround', 'complaints', 'ikm'] as const).some((measure) =>
    hasRecords(measure, item[measure]),
  );
}

/** The targets that all units share, e.g. `Tepat waktu 90 %`. */
function targetNote(matrix: Matrix, columns: readonly FigureColumn[], building: Building): string {
  const { words, language } = building;
  const targets = columns.flatMap((column) => {
    const all = new Set(
      matrix.items.flatMap(({ signals }) => {
        const verdict = signals[column.key];
        return verdict === undefined ? [] : [verdict.target?.atLeast ?? null];
      }),
    );
    const [target = null] = all;
    return all.size === 1 && target !== null
      ? [
          filled(words.matrix.target, {
            label: headerOf(column, building),
            value: formatsIn(language).axisMark(fieldOf(column.measure, column.field), target, target),
          }),
        ]
      : [];
  });
  return targets.length === 0 ? '' : filled(words.matrix.targets, { targets: targets.join(', ') });
}
