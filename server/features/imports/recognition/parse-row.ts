import { findInstrument } from '#domain/ikm/instruments';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { columnLabel, type DatasetDefinition, type FieldValue, type RowFault } from './dataset-columns.ts';
import { translationKey, type ColumnPlan } from './mapping.ts';
import { isFault, valueReader, type ReadingContext } from './value-readers.ts';

/** A row whose values could all be read. */
export interface ParsedRow {
  readonly ok: true;
  /**
   * One value per column of the definition, in its order; null = empty. Instants are ISO 8601 in UTC
   * (`2026-03-17T00:05:00Z`), dates `YYYY-MM-DD`.
   */
  readonly fields: FieldValue[];
  /**
   * Bit i is set when field i is an instant of which the file gave only the date; the field then holds
   * the beginning of that day. See {@link wasDateOnly}.
   */
  readonly dateOnly: number;
}

/** A row with at least one value that could not be read. */
export interface FaultyRow {
  readonly ok: false;
  readonly errors: RowFault[];
}

/** Null = nothing in any recognised column: the row is passed over and not counted. */
export type RowParser = (
  values: readonly string[],
  plainNumbers?: readonly number[],
) => ParsedRow | FaultyRow | null;

/** True when the file gave only a date for the instant field with this index. */
export function wasDateOnly(row: ParsedRow, field: number): boolean {
  return (row.dateOnly & (1 << field)) !== 0;
}

const CELL_ERROR = /^#(?:N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!)$/;

interface PlannedField {
  readonly index: number;
  readonly column: number;
  readonly label: string;
  readonly translations: ReadonlyMap<string, string> | null;
  readonly required: boolean;
  readonly keepsDash: boolean;
  readonly read: ReturnType<typeof valueReader>;
}

/**
 * Makes the function that reads the rows of one file. Everything that does not depend on the row is done
 * here, once.
 * @param options.timeZone zone of the kabupaten (IANA); also of the file where its mapping names none
 * @param options.now epoch milliseconds; dates before 1990 or more than 366 days after it are rejected
 * @throws RangeError when the zone is unknown
 */
export function compileRowParser(
  definition: DatasetDefinition,
  plan: ColumnPlan,
  options: { readonly timeZone: string; readonly now: number },
): RowParser {
  const homeClock = zoneClock(options.timeZone);
  const context: ReadingContext = {
    homeClock,
    fileClock: plan.timeZone === null ? homeClock : zoneClock(plan.timeZone),
    dateFormat: plan.dateFormat,
    now: options.now,
    wasDateOnly: false,
  };
  const constants: FieldValue[] = [];
  let constantDateOnly = 0;
  const constantFaults: RowFault[] = [];
  const planned: PlannedField[] = [];
  definition.columns.forEach((column, index) => {
    const source = plan.sources[index];
    const read = valueReader(column, context);
    constants.push(null);
    if (source === undefined) return;
    if (source.constant !== null) {
      context.wasDateOnly = false;
      const value = read(source.constant, false);
      if (isFault(value)) constantFaults.push({ column: columnLabel(column), ...value });
      else constants[index] = value;
      if (context.wasDateOnly) constantDateOnly |= 1 << index;
    } else if (source.column >= 0) {
      planned.push({
        index,
        column: source.column,
        label: (plan.header[source.column] ?? columnLabel(column)).replace(/\s+/g, ' '),
        translations: source.translations,
        required: column.required,
        keepsDash: column.kind === 'text',
        read,
      });
    }
  });
  const width = plan.header.length;
  const instrumentIndex = definition.columns.findIndex(({ field }) => field === 'instrument');

  function fieldOf(field: PlannedField, text: string, isPlain: boolean, errors: RowFault[]): FieldValue {
    let value = text;
    if (field.translations !== null) value = field.translations.get(translationKey(value)) ?? value;
    // A dash alone is how tables write “nothing here”.
    if (value === '' || (!field.keepsDash && (value === '-' || value === '–'))) {
      if (field.required) {
        errors.push({
          column: field.label,
          code: 'value-missing',
          message: `kolom “${field.label}” wajib diisi.`,
        });
      }
      return null;
    }
    if (value.charCodeAt(0) === 35 && CELL_ERROR.test(value)) {
      errors.push({
        column: field.label,
        code: 'cell-error',
        message: `sel “${field.label}” berisi galat Excel ${value}.`,
      });
      return null;
    }
    const read = field.read(value, isPlain);
    if (!isFault(read)) return read;
    errors.push({ column: field.label, code: read.code, message: read.message });
    return null;
  }

  return (values, plainNumbers) => {
    if (values.length > width) {
      const message = `baris ini punya ${values.length} kolom, sedangkan judulnya ${width}; periksa pemisah dan tanda kutip.`;
      return { ok: false, errors: [{ column: '', code: 'too-many-columns', message }] };
    }
    const fields = constants.slice();
    const errors: RowFault[] = [];
    let dateOnly = constantDateOnly;
    let isBlank = true;
    for (const field of planned) {
      const text = (values[field.column] ?? '').trim();
      if (text !== '') isBlank = false;
      context.wasDateOnly = false;
      fields[field.index] = fieldOf(field, text, plainNumbers?.includes(field.column) === true, errors);
      if (context.wasDateOnly) dateOnly |= 1 << field.index;
    }
    if (isBlank) return null;
    if (constantFaults.length > 0) errors.push(...constantFaults);
    if (errors.length === 0) {
      const fault = otherInstrument(fields) ?? definition.rowRule?.(fields) ?? null;
      if (fault !== null) errors.push(fault);
    }
    return errors.length === 0 ? { ok: true, fields, dateOnly } : { ok: false, errors };
  };

  /** The names of the unsur were read by one regulation; numbers of another would be mixed up with them. */
  function otherInstrument(fields: readonly FieldValue[]): RowFault | null {
    if (plan.unsurInstrument === null || fields[instrumentIndex] === plan.unsurInstrument) return null;
    const name = findInstrument(plan.unsurInstrument)?.name ?? plan.unsurInstrument;
    return {
      column: 'instrumen',
      code: 'instrument-differs',
      message: `instrumen “${String(fields[instrumentIndex])}” tidak cocok dengan judul kolom unsur, yang memakai nama ${name}.`,
    };
  }
}
