import type { Language } from '#contract/messages';
import { findInstrument } from '#domain/ikm/instruments';
import {
  isJudged,
  MEASURE_IDS,
  MEASURES,
  WATCHED_FIELDS,
  findField,
  type MeasureField,
  type MeasureId,
} from '#domain/measures';
import type { TableCell } from '../files/table-sheet.ts';
import {
  BESIDE_FIELDS,
  OWN_PART,
  ROW_WORDS,
  TABLE_WORDS,
  WITHHELD,
  type TableWord,
} from './answer-table-words.ts';

type Row = Readonly<Record<string, unknown>>;

interface TableColumn {
  readonly header: string;
  readonly cell: (row: Row) => TableCell;
}

/** What stands in a column of a series in the unit of its field. */
const IN_UNIT_OF_FIELD: readonly string[] = ['value', 'lower', 'upper'];

/**
 * The rows of an answer as a table, under the words of the kamus indikator. It is made of the answer itself, so that a
 * file never tells more than the screen: what is withheld from the person who asks reads *disamarkan*, and where there
 * are no data the cell is empty, never 0. Shares are in percent, times in minutes. A column without any value is left
 * out.
 */
export function answerTable(
  answer: object,
  language: Language,
): { readonly header: string[]; readonly rows: TableCell[][] } {
  const rows = rowsOf(answer as Row, language);
  const columns = columnsOf(answer as Row, rows, language).filter(
    (column, index) => index === 0 || rows.some((row) => column.cell(row) !== null),
  );
  return {
    header: columns.map(({ header }) => header),
    rows: rows.map((row) => columns.map(({ cell }) => cell(row))),
  };
}

/** The list of the answer; of a list of series every point is a row, beside the name of its series. */
function rowsOf(answer: Row, language: Language): readonly Row[] {
  if (Array.isArray(answer['points'])) return pointsOf(answer);
  return withoutEmptySelf(listOf(answer['items']), language).flatMap((item) =>
    Array.isArray(item['points'])
      ? pointsOf(item).map((point) => ({ label: item['label'], ...point }))
      : [item],
  );
}

/** What a unit keeps itself, beside the units below it, is told as such, and only where it keeps anything. */
function withoutEmptySelf(items: readonly Row[], language: Language): readonly Row[] {
  if (items.length <= 1) return items;
  return items
    .filter((item) => item['key'] !== 'self' || tellsAnything(item))
    .map((item) =>
      item['key'] === 'self' ? { ...item, label: `${String(item['label'])}${OWN_PART[language]}` } : item,
    );
}

/** True for a row, or a part of one, that holds a number other than 0 or is withheld. */
function tellsAnything(part: Row): boolean {
  return (
    part['suppressed'] === true ||
    Object.values(part).some(
      (value) =>
        (typeof value === 'number' && value > 0) ||
        (typeof value === 'object' && value !== null && tellsAnything(value as Row)),
    )
  );
}

/** The points of a series, each with the limits that hold there. */
function pointsOf(series: Row): readonly Row[] {
  const limits = listOf(series['limits']);
  return listOf(series['points']).map((point) => {
    const at = String(point['from']);
    const here = limits.find(({ from, to }) => String(from) <= at && at <= String(to));
    return here === undefined ? point : { ...point, lower: here['lower'], upper: here['upper'] };
  });
}

function columnsOf(answer: Row, rows: readonly Row[], language: Language): readonly TableColumn[] {
  const measure = MEASURE_IDS.find((id) => id === answer['measure']) ?? null;
  const by = typeof answer['by'] === 'string' ? answer['by'] : null;
  const isBreakdown = measure !== null && by !== null && by !== 'unsur';
  const field =
    measure === null || typeof answer['field'] !== 'string' ? null : findField(measure, answer['field']);
  const present = new Set(rows.flatMap((row) => Object.keys(row)));
  const beside = Object.entries(TABLE_WORDS)
    .filter(([name]) => present.has(name) && (!isBreakdown || BESIDE_FIELDS.includes(name)))
    .map(([name, word]) => {
      if (field !== null && IN_UNIT_OF_FIELD.includes(name)) return valueColumn(field, name, word, language);
      return plainColumn(name, name === 'label' && by !== null ? (ROW_WORDS[by] ?? word) : word, language);
    });
  const blocks = MEASURE_IDS.filter((id) => present.has(id));
  return [
    ...beside,
    ...(isBreakdown ? fieldColumns(measure, MEASURES[measure].fields, (row) => row, '', language) : []),
    ...blocks.flatMap((id) => {
      const { label, labelEn } = MEASURES[id];
      const prefix = `${language === 'en' ? labelEn : label}: `;
      return fieldColumns(id, watchedWithN(id), (row) => row[id], prefix, language);
    }),
  ];
}

function plainColumn(name: string, word: TableWord, language: Language): TableColumn {
  return {
    header: word[language],
    cell: (row) => {
      // A withheld point has no state and an n of 0: neither is told.
      const withheld = row['suppressed'] === true && ['n', 'state'].includes(name);
      const value = withheld ? null : row[name];
      if (typeof value === 'number') return word.percent ? percent(value) : Math.round(value * 100) / 100;
      if (typeof value === 'string' && name === 'instrument') return findInstrument(value)?.name ?? value;
      if (typeof value === 'string') return word.values?.[value]?.[language] ?? value;
      if (typeof value === 'object' && value !== null && 'name' in value) return String(value.name);
      return row['suppressed'] === true && value !== undefined && name !== 'signal'
        ? WITHHELD[language]
        : null;
    },
  };
}

function valueColumn(field: MeasureField, name: string, word: TableWord, language: Language): TableColumn {
  const header = name === 'value' ? headerOf(field, language) : `${word[language]}${unitOf(field, language)}`;
  return {
    header,
    cell: (row) => {
      const value = row[name];
      if (typeof value !== 'number')
        return name === 'value' && row['suppressed'] === true ? WITHHELD[language] : null;
      // Limits are computed; what is counted, or is a part or a time, never lies below 0.
      return inUnit(field, field.unit === 'score' ? value : Math.max(0, value));
    },
  };
}

/**
 * Of all measures at once only the fields that are watched for signals, each with the number of records behind it; of
 * one that is not judged all of its few.
 */
function watchedWithN(measure: MeasureId): readonly MeasureField[] {
  if (!isJudged(measure)) return MEASURES[measure].fields;
  const watched = WATCHED_FIELDS.filter((each) => each.measure === measure).map(({ field }) => field);
  return MEASURES[measure].fields.filter(({ id }) =>
    watched.some((field) => field.id === id || field.n === id),
  );
}

/** Fields of a measure out of a row, or out of a part of it. */
function fieldColumns(
  measure: MeasureId,
  fields: readonly MeasureField[],
  of: (row: Row) => unknown,
  prefix: string,
  language: Language,
): readonly TableColumn[] {
  return fields.map((field) => ({
    header: `${prefix}${headerOf(field, language)}`,
    cell: (row) => {
      const block = of(row);
      if (typeof block !== 'object' || block === null) return null;
      const values = block as Row;
      const value = values[field.id];
      if (typeof value !== 'number') return values['suppressed'] === true ? WITHHELD[language] : null;
      // Nothing but zeros: nobody has reported, which is not the same as none.
      return MEASURES[measure].fields.some(({ id }) => Number(values[id]) > 0) ||
        values['suppressed'] === true
        ? inUnit(field, value)
        : null;
    },
  }));
}

function listOf(value: unknown): readonly Row[] {
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

function headerOf(field: MeasureField, language: Language): string {
  return `${language === 'en' ? field.labelEn : field.label}${unitOf(field, language)}`;
}

function unitOf({ unit }: MeasureField, language: Language): string {
  if (unit === 'share') return ' (%)';
  if (unit === 'minutes') return language === 'en' ? ' (minutes)' : ' (menit)';
  return '';
}

function inUnit({ unit }: MeasureField, value: number): number {
  if (unit === 'share') return percent(value);
  return unit === 'minutes' ? Math.round(value * 10) / 10 : Math.round(value * 100) / 100;
}

function percent(share: number): number {
  return Math.round(share * 10_000) / 100;
}
