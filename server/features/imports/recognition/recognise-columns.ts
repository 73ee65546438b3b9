import { SERVICE_CASES } from './datasets/case-columns.ts';
import { BOUNDARIES } from './datasets/boundary-columns.ts';
import { CALENDAR } from './datasets/calendar-columns.ts';
import { CASE_STEPS, EXTRA_SESSIONS, PAUSES } from './datasets/clock-columns.ts';
import { COMPLAINTS } from './datasets/complaint-columns.ts';
import type { DatasetColumn, DatasetDefinition } from './dataset-columns.ts';
import { normaliseName } from './names.ts';
import { PILOT_MILESTONES } from './datasets/pilot-columns.ts';
import { SERVICES, UNITS } from './datasets/structure-columns.ts';
import { STAFF } from './datasets/staff-columns.ts';
import { SERVICE_STANDARDS } from './datasets/standard-columns.ts';
import { SURVEY_RESPONSES } from './datasets/survey-columns.ts';
import { TARGETS } from './datasets/target-columns.ts';
import { findUnsurColumns } from './datasets/unsur-columns.ts';

/** All datasets that can be imported. */
export const DATASET_DEFINITIONS: readonly DatasetDefinition[] = [
  SERVICE_CASES,
  CASE_STEPS,
  PAUSES,
  EXTRA_SESSIONS,
  COMPLAINTS,
  SURVEY_RESPONSES,
  UNITS,
  SERVICES,
  SERVICE_STANDARDS,
  CALENDAR,
  TARGETS,
  BOUNDARIES,
  PILOT_MILESTONES,
  STAFF,
];

/** The dataset of this name; null when there is none. */
export function findDatasetDefinition(name: string): DatasetDefinition | null {
  return DATASET_DEFINITIONS.find((definition) => definition.name === name) ?? null;
}

/** What the header of a file was recognised as. */
export interface RecognisedColumns {
  /** Field → columns of the file with one of its names; more than one means the header is ambiguous. */
  readonly columnsByField: ReadonlyMap<string, readonly number[]>;
  /** The instrument whose names told the unsur of a survey apart; null otherwise. */
  readonly unsurInstrument: string | null;
  readonly warnings: readonly string[];
}

/**
 * The ways a header text may be looked up: whole, its last line (of two header rows), and both without
 * what stands in parentheses, each normalised; the most exact first.
 */
export function headerKeys(header: string): string[] {
  const last = header.split('\n').at(-1) ?? header;
  const plain = (text: string): string => text.replace(/\([^)]*\)|\*/g, ' ');
  const keys = [header, last, plain(header), plain(last)].map(normaliseName).filter((key) => key !== '');
  return [...new Set(keys)];
}

/** The column with this header or field name; null when there is none. */
export function findColumn(definition: DatasetDefinition, name: string): DatasetColumn | null {
  for (const key of headerKeys(name)) {
    const column = definition.columns.find(
      ({ field, names }) =>
        normaliseName(field) === key || names.some((candidate) => normaliseName(candidate) === key),
    );
    if (column !== undefined) return column;
  }
  return null;
}

/**
 * Recognises the columns of a file by their Indonesian or English names, whatever the letter case, blanks,
 * underscores and punctuation; the unsur of surveys also by the names of the regulation.
 * @param instrument the instrument said by the mapping, null when it says none; only used for surveys
 */
export function recogniseColumns(
  definition: DatasetDefinition,
  header: readonly string[],
  instrument: string | null = null,
): RecognisedColumns {
  const columnsByField = new Map<string, number[]>();
  const add = (field: string, column: number): void => {
    const columns = columnsByField.get(field);
    if (columns === undefined) columnsByField.set(field, [column]);
    else columns.push(column);
  };
  const unsur = definition.name === 'survey-responses' ? findUnsurColumns(header, instrument) : null;
  header.forEach((name, index) => {
    const number = unsur?.numberByColumn.get(index);
    const field = number === undefined ? findColumn(definition, name)?.field : `u${number}`;
    if (field !== undefined && definition.columns.some((column) => column.field === field)) add(field, index);
  });
  return { columnsByField, unsurInstrument: unsur?.instrument ?? null, warnings: unsur?.warnings ?? [] };
}

/**
 * How many columns of a dataset a row of texts names: the measure by which a header is told from titles
 * and data.
 * @param mapped names of columns that a mapping refers to
 */
export function headerScore(
  definition: DatasetDefinition,
  mapped: readonly string[] = [],
): (header: readonly string[]) => number {
  const wanted = new Set(mapped.map(normaliseName));
  return (header) => {
    const recognised = recogniseColumns(definition, header).columnsByField;
    const known = new Set([...recognised.values()].flat());
    header.forEach((name, index) => {
      if (headerKeys(name).some((key) => wanted.has(key))) known.add(index);
    });
    return known.size;
  };
}
