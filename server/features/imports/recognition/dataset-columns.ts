import type { DatasetName } from '#contract/imports';

/**
 * `time` is a time of day in seconds; `percent-or-number` is a number, or with a percent sign behind it the text
 * `90%` with a decimal point.
 */
export type ColumnKind =
  | 'text'
  | 'code'
  | 'instant'
  | 'date'
  | 'time'
  | 'integer'
  | 'decimal'
  | 'percent-or-number'
  | 'boolean'
  | 'choice';

/** One column of a dataset: how it may be called and what may stand in it. */
export interface DatasetColumn {
  /** English field name of the contract, for instance `receivedAt` */
  readonly field: string;
  /** Accepted header names, the Indonesian one of the contract first; compared by `normaliseName` */
  readonly names: readonly string[];
  readonly kind: ColumnKind;
  /** A row without a value is rejected; a file without the column is refused. */
  readonly required: boolean;
  /** Characters of a text; 200 when not given */
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  /** Accepted spellings per value, for `choice`, and further words for `boolean` (keys `true`, `false`) */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** A text that is none of the choices is kept as it is instead of being rejected. */
  readonly openChoices?: true;
  /** Any date is accepted, also long past or far ahead (validity of units). */
  readonly anyTime?: true;
  /** One Indonesian sentence for the template: what to write. */
  readonly explanation: string;
  readonly example: string;
}

/** Value of one field: instants and dates as ISO text, times of day as seconds, null = empty. */
export type FieldValue = string | number | boolean | null;

/** What is wrong with one row; `message` is an Indonesian sentence without the row number. */
export interface RowFault {
  /** Header of the column in the file, else the Indonesian name of the contract */
  readonly column: string;
  readonly code: string;
  readonly message: string;
}

/** A dataset that can be imported. */
export interface DatasetDefinition {
  readonly name: DatasetName;
  /** Indonesian name on screen */
  readonly label: string;
  readonly description: string;
  /** Indonesian: what makes a row the same row */
  readonly key: string;
  readonly columns: readonly DatasetColumn[];
  /** A rule over several columns of one row; fields stand in the order of `columns`. */
  readonly rowRule?: (fields: readonly FieldValue[]) => RowFault | null;
}

/** Index of a field in the rows of a dataset. @throws RangeError when the dataset has no such field */
export function fieldIndex(definition: DatasetDefinition, field: string): number {
  const index = definition.columns.findIndex((column) => column.field === field);
  if (index < 0) throw new RangeError(`dataset ${definition.name} has no field ${field}`);
  return index;
}

/** Indonesian name of a column, as in the contract and the template. */
export function columnLabel(column: DatasetColumn): string {
  return column.names[0] ?? column.field;
}
