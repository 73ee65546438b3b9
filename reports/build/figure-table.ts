/** Tables of figures: a row for each unit, service or class, a column for each field of the kamus indikator. */
import type { Figure, ReportCell, ReportTable } from '#contract/reports/report-document';
import type { MeasureId } from '#domain/measures';
import type { FieldKey } from '../report-definition.ts';
import { type FigureBlock, fieldOf, figureOf, hasRecords, isSuppressed, labelOf } from './figure.ts';
import type { Building } from './report-input.ts';

export interface FigureColumn {
  readonly measure: MeasureId;
  readonly field: string;
  readonly key: FieldKey;
}

export interface FigureRow {
  readonly name: string;
  readonly kind?: 'row' | 'total';
  /** Address of the measure's block in the figures. */
  readonly at: (measure: MeasureId) => string;
  readonly block: (measure: MeasureId) => FigureBlock;
  readonly variation?: (column: FigureColumn) => Figure['variation'];
}

/** A field by its key: `turnaround.dueMetShare`. @throws Error for a key that is no field of the kamus */
export function columnOf(key: FieldKey): FigureColumn {
  const [measure, field] = key.split('.') as [MeasureId, string];
  fieldOf(measure, field);
  return { measure, field, key };
}

/** The header of a field in a table of several measures. */
export function headerOf({ measure, field, key }: FigureColumn, { words, language }: Building): string {
  const headers: Readonly<Record<string, string>> = words.headers;
  return headers[key] ?? labelOf(fieldOf(measure, field), language);
}

type Columns = ReportTable['columns'];

/** The columns after the one of the names; a score is followed by its grade. */
export function figureColumns(
  columns: readonly FigureColumn[],
  building: Building,
  header: (column: FigureColumn) => string,
): Columns {
  return columns.flatMap((column): Columns => [
    { id: column.key, label: header(column), kind: 'figure' },
    ...(hasGrade(column)
      ? [
          {
            id: `${column.key}.grade`,
            label: building.words.columns.grade,
            kind: 'text' as const,
            width: 0.07,
          },
        ]
      : []),
  ]);
}

/**
 * The cells of a row. A measure without any record says "tidak ada data" once, in its first column, and a dash in the
 * others: a row of zeros would say that somebody counted.
 */
export function figureCells(
  row: FigureRow,
  columns: readonly FigureColumn[],
  { language }: Building,
): ReportCell[] {
  const told = new Set<MeasureId>();
  return columns.flatMap((column): ReportCell[] => {
    const { measure, field } = column;
    const block = row.block(measure);
    const nothing = !hasRecords(measure, block);
    const repeated = nothing && told.has(measure);
    told.add(measure);
    const variation = row.variation?.(column);
    const figure = figureOf({
      at: row.at(measure),
      measure,
      field,
      block,
      language,
      ...(variation === undefined ? {} : { variation }),
    });
    const grade = hasGrade(column) ? [gradeIn(block)] : [];
    return [repeated ? '–' : figure, ...grade];
  });
}

/** Columns of counts whose total row is the sum of the rows above, to the unit: only these may be checked by a sum. */
export function summedColumns(
  rows: readonly FigureRow[],
  total: FigureRow,
  columns: readonly FigureColumn[],
  { language }: Building,
): string[] {
  const valueIn = (row: FigureRow, { measure, field }: FigureColumn): number | null =>
    figureOf({ at: row.at(measure), measure, field, block: row.block(measure), language }).value;
  return columns
    .filter((column) => {
      if (fieldOf(column.measure, column.field).unit !== 'count') return false;
      const whole = valueIn(total, column);
      const hidden = rows.some((row) => isSuppressed(row.block(column.measure)));
      return (
        whole !== null && !hidden && rows.reduce((sum, row) => sum + (valueIn(row, column) ?? 0), 0) === whole
      );
    })
    .map(({ key }) => key);
}

/**
 * Columns of shares that stand beside the number they are shares of, and whose total row is the mean of the rows above
 * weighted by it: a reader may check these as well.
 */
export function weightedColumns(
  rows: readonly FigureRow[],
  total: FigureRow,
  columns: readonly FigureColumn[],
  { language }: Building,
): { column: string; by: string }[] {
  const valueIn = (row: FigureRow, { measure, field }: FigureColumn): number | null =>
    figureOf({ at: row.at(measure), measure, field, block: row.block(measure), language }).value;
  return columns.flatMap((column) => {
    const { unit, n } = fieldOf(column.measure, column.field);
    const by = columns.find(({ measure, field }) => measure === column.measure && field === n);
    const whole = valueIn(total, column);
    if (unit !== 'share' || by === undefined || whole === null) return [];
    const sums = rows.reduce(
      ({ parts, weights }, row) => {
        const weight = valueIn(row, by) ?? 0;
        return { parts: parts + (valueIn(row, column) ?? 0) * weight, weights: weights + weight };
      },
      { parts: 0, weights: 0 },
    );
    const hidden = rows.some((row) => isSuppressed(row.block(column.measure)));
    return !hidden && sums.weights > 0 && Math.abs(sums.parts / sums.weights - whole) < EXACT
      ? [{ column: column.key, by: by.key }]
      : [];
  });
}

/** Shares are quotients of whole numbers: nothing but the last binary digits may differ. */
const EXACT = 1e-9;

function hasGrade({ measure, field }: FigureColumn): boolean {
  return measure === 'ikm' && field === 'score';
}

function gradeIn(block: FigureBlock): string {
  const grade: unknown = block === null || block === undefined || !('grade' in block) ? null : block.grade;
  return typeof grade === 'string' ? grade : '–';
}
