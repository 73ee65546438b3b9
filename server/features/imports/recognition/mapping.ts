import { CREATABLE, importMappingSchema, type Creatable, type ImportMapping } from '#contract/import-mapping';
import {
  compileDateFormat,
  isDateFormatFault,
  type DateFormat,
  type DateFormatFault,
} from '#domain/civil-time/date-format';
import { isTimeZone, zoneClock } from '#domain/civil-time/zone-clock';
import { columnLabel, type DatasetColumn, type DatasetDefinition } from './dataset-columns.ts';
import { nearestName, normaliseName } from './names.ts';
import { findColumn, headerKeys, recogniseColumns } from './recognise-columns.ts';
import { isFault, valueReader, type ReadingContext } from './value-readers.ts';

/** Where the value of one field comes from. */
export interface FieldSource {
  /** column of the file, 0-based; -1 when the field is not in the file */
  readonly column: number;
  /** the same text for every row; null when there is none */
  readonly constant: string | null;
  /** value in the file → value meant (`''` = empty), by {@link translationKey}; null when there are none */
  readonly translations: ReadonlyMap<string, string> | null;
}

/** How the rows of one file become the fields of a dataset. */
export interface ColumnPlan {
  readonly definition: DatasetDefinition;
  readonly header: readonly string[];
  /** one per column of the definition, in its order */
  readonly sources: readonly FieldSource[];
  readonly dateFormat: DateFormat | null;
  /** zone of times in the file; null = the kabupaten's */
  readonly timeZone: string | null;
  readonly createMissing: ReadonlySet<Creatable>;
  /** the survey instrument whose names told the unsur apart; rows of another are rejected */
  readonly unsurInstrument: string | null;
  /** what a careful person should know although nothing is refused (Indonesian sentences) */
  readonly warnings: readonly string[];
}

/** Something wrong with a mapping or a header; `path` leads into the mapping's JSON, `''` = the file. */
export interface MappingFault {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

export type MappingResult<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly errors: MappingFault[] };

/** Reads a mapping from JSON text (or parsed JSON) and checks its form. */
export function readMapping(json: unknown): MappingResult<ImportMapping> {
  let parsed: unknown = json;
  if (typeof json === 'string') {
    try {
      parsed = JSON.parse(json);
    } catch {
      return {
        ok: false,
        errors: [{ path: '', code: 'mapping-not-json', message: 'Pemetaan bukan JSON yang sah.' }],
      };
    }
  }
  const result = importMappingSchema.safeParse(parsed);
  if (result.success) return { ok: true, value: result.data };
  const errors = result.error.issues.map((issue) => {
    const path = issue.path.join('.');
    const subject = path === '' ? 'Pemetaan' : `“${path}”`;
    return { path, code: 'mapping-invalid', message: `${subject}: ${issue.message}` };
  });
  return { ok: false, errors };
}

/** What is the same value in a translation: letter case and outer or repeated blanks do not matter. */
export function translationKey(text: string): string {
  return text.trim().toLowerCase().replace(/\s+/g, ' ');
}

/**
 * Makes the plan for one file: by the mapping where it says something, else by the names of the columns.
 * @param header of the file, as {@link SourceFile.header}
 * @param mapping null when there is none
 */
export function compileMapping(
  definition: DatasetDefinition,
  header: readonly string[],
  mapping: ImportMapping | null,
): MappingResult<ColumnPlan> {
  const errors: MappingFault[] = [];
  const dateFormat = compiledFormat(mapping?.dateFormat, errors);
  const timeZone = checkedZone(mapping?.timeZone, errors);
  const constants = byField(definition, 'constants', mapping?.constants ?? {}, errors);
  const values = byField(definition, 'values', mapping?.values ?? {}, errors);
  const columns = new Map<string, number>();
  for (const [field, { path, entry }] of byField(definition, 'columns', mapping?.columns ?? {}, errors)) {
    const index = headerIndex(header, entry, path, errors);
    if (index !== null) columns.set(field, index);
    if (constants.has(field)) {
      errors.push({
        path,
        code: 'field-twice',
        message: `Isian “${field}” ada pada “columns” dan “constants”; pilih satu.`,
      });
    }
  }

  const instrument = constants.get('instrument')?.entry;
  const recognised = recogniseColumns(
    definition,
    header,
    instrument === undefined ? null : String(instrument),
  );
  const taken = new Set(columns.values());
  for (const [field, found] of recognised.columnsByField) {
    if (columns.has(field) || constants.has(field)) continue;
    const index = onlyColumn(
      field,
      found.filter((column) => !taken.has(column)),
      header,
      errors,
    );
    if (index !== null) columns.set(field, index);
  }

  const context: ReadingContext = {
    fileClock: zoneClock('UTC'),
    homeClock: zoneClock('UTC'),
    dateFormat,
    // Whether a date is too far ahead is judged when rows are read.
    now: Infinity,
    wasDateOnly: false,
  };
  const sources = definition.columns.map((column): FieldSource => {
    const constant = constants.get(column.field);
    const text = constant === undefined ? null : String(constant.entry).trim();
    if (constant !== undefined && text !== null) checkValue(column, text, constant.path, context, errors);
    const translation = values.get(column.field);
    const translations =
      translation === undefined
        ? null
        : translationsOf(column, translation.entry, translation.path, context, errors);
    return { column: columns.get(column.field) ?? -1, constant: text === '' ? null : text, translations };
  });
  // A field whose entry in the mapping is wrong would be reported a second time as missing.
  if (errors.length === 0) errors.push(...missingColumns(definition, sources, header));
  if (errors.length > 0) return { ok: false, errors };

  const createMissing = new Set(CREATABLE.filter((name) => mapping?.createMissing?.includes(name) === true));
  return {
    ok: true,
    value: {
      definition,
      header,
      sources,
      dateFormat,
      timeZone,
      createMissing,
      unsurInstrument: recognised.unsurInstrument,
      warnings: [...recognised.warnings, ...ignoredColumns(header, columns)],
    },
  };
}

/** The entries of one part of the mapping by English field name; unknown fields become errors. */
function byField<T>(
  definition: DatasetDefinition,
  part: string,
  entries: Readonly<Record<string, T>>,
  errors: MappingFault[],
): Map<string, { path: string; entry: T }> {
  const found = new Map<string, { path: string; entry: T }>();
  for (const [name, entry] of Object.entries(entries)) {
    const path = `${part}.${name}`;
    const column = findColumn(definition, name);
    if (column !== null) {
      found.set(column.field, { path, entry });
      continue;
    }
    const fields = definition.columns.map(({ field }) => field);
    const nearest = nearestName(name, fields);
    const hint = nearest === null ? `yang ada: ${fields.join(', ')}.` : `apakah maksudnya “${nearest}”?`;
    errors.push({
      path,
      code: 'field-unknown',
      message: `Isian “${name}” tidak dikenal pada ${definition.name}; ${hint}`,
    });
  }
  return found;
}

function headerIndex(
  header: readonly string[],
  name: string,
  path: string,
  errors: MappingFault[],
): number | null {
  const exact = header.indexOf(name);
  if (exact >= 0 && header.indexOf(name, exact + 1) < 0) return exact;
  const key = normaliseName(name);
  const alike = header.flatMap((text, index) => (headerKeys(text).includes(key) ? [index] : []));
  const [only] = alike;
  if (alike.length === 1 && only !== undefined) return only;
  if (alike.length > 1) {
    errors.push({
      path,
      code: 'column-ambiguous',
      message: `Kolom “${name}” ada ${alike.length} kali dalam berkas; bedakan judulnya.`,
    });
    return null;
  }
  const named = header.filter((text) => text !== '');
  const nearest = nearestName(name, named);
  const hint = nearest === null ? `yang ada: ${listed(named)}.` : `apakah maksudnya “${nearest}”?`;
  errors.push({
    path,
    code: 'column-not-in-file',
    message: `Kolom “${name}” tidak ada dalam berkas; ${hint}`,
  });
  return null;
}

function onlyColumn(
  field: string,
  found: readonly number[],
  header: readonly string[],
  errors: MappingFault[],
): number | null {
  // Beside a register number, a column “No” counts the rows.
  const named =
    found.length > 1 && field === 'number'
      ? found.filter((index) => normaliseName(header[index] ?? '') !== 'no')
      : found;
  if (named.length <= 1) return named[0] ?? null;
  const names = named.map((index) => `“${oneLine(header[index] ?? '')}”`).join(' dan ');
  errors.push({
    path: '',
    code: 'column-ambiguous',
    message: `Kolom ${names} sama-sama terbaca sebagai ${field}; hapus salah satu atau tunjuk kolomnya lewat pemetaan.`,
  });
  return null;
}

function missingColumns(
  definition: DatasetDefinition,
  sources: readonly FieldSource[],
  header: readonly string[],
): MappingFault[] {
  const isThere = (index: number): boolean => {
    const source = sources[index];
    return source !== undefined && (source.column >= 0 || source.constant !== null);
  };
  const missing = definition.columns
    .filter((column, index) => column.required && !isThere(index))
    .map(columnLabel);
  if (definition.name === 'survey-responses') {
    // No instrument has fewer than nine unsur.
    definition.columns.forEach(({ field }, index) => {
      if (/^u[1-9]$/.test(field) && !isThere(index)) missing.push(field);
    });
  }
  if (missing.length === 0) return [];
  return [
    {
      path: '',
      code: 'column-missing',
      message: `Kolom wajib ${missing.map((name) => `“${name}”`).join(', ')} tidak ada dalam berkas; judul yang terbaca: ${listed(header.filter((text) => text !== ''))}.`,
    },
  ];
}

function ignoredColumns(header: readonly string[], columns: ReadonlyMap<string, number>): string[] {
  const used = new Set(columns.values());
  const ignored = header.filter(
    (name, index) => name !== '' && !used.has(index) && normaliseName(name) !== 'kesalahan',
  );
  return ignored.length === 0 ? [] : [`Kolom yang tidak dipakai: ${listed(ignored)}.`];
}

function checkValue(
  column: DatasetColumn,
  text: string,
  path: string,
  context: ReadingContext,
  errors: MappingFault[],
): void {
  if (text === '') return;
  const value = valueReader(column, context)(text, false);
  if (isFault(value))
    errors.push({ path, code: value.code, message: `Nilai pada “${path}”: ${value.message}` });
}

function translationsOf(
  column: DatasetColumn,
  entries: Readonly<Record<string, string | number | boolean | null>>,
  path: string,
  context: ReadingContext,
  errors: MappingFault[],
): Map<string, string> {
  const translations = new Map<string, string>();
  for (const [from, to] of Object.entries(entries)) {
    const text = to === null ? '' : String(to).trim();
    checkValue(column, text, `${path}.${from}`, context, errors);
    translations.set(translationKey(from), text);
  }
  return translations;
}

function compiledFormat(pattern: string | undefined, errors: MappingFault[]): DateFormat | null {
  if (pattern === undefined) return null;
  const compiled = compileDateFormat(pattern);
  if (!isDateFormatFault(compiled)) return compiled;
  errors.push({
    path: 'dateFormat',
    code: 'date-format-invalid',
    message: `Format tanggal “${pattern}”: ${formatFaultText(compiled)}`,
  });
  return null;
}

function formatFaultText({ fault, part }: DateFormatFault): string {
  switch (fault) {
    case 'unknown-token':
      return `bagian “${part}” tidak dikenal; yang ada: yyyy yy MM M MMM MMMM dd d HH H hh h mm ss a (huruf besar dan kecil berbeda).`;
    case 'missing-part':
      return part === 'month'
        ? 'bulan tidak ada; bulan ditulis MM, sedangkan mm adalah menit.'
        : `${{ year: 'tahun (yyyy)', day: 'tanggal (dd)', hour: 'jam (HH atau hh)' }[part] ?? part} tidak ada.`;
    case 'repeated-part':
      return `bagian “${part}” berulang.`;
    case 'hour-without-meridiem':
      return 'hh memerlukan a (AM/PM); untuk jam 0–23 pakai HH.';
  }
}

function checkedZone(timeZone: string | undefined, errors: MappingFault[]): string | null {
  if (timeZone === undefined) return null;
  if (isTimeZone(timeZone)) return timeZone;
  errors.push({
    path: 'timeZone',
    code: 'time-zone-unknown',
    message: `Zona waktu “${timeZone}” tidak dikenal; pakai nama IANA, misalnya Asia/Makassar, Asia/Jakarta, Asia/Jayapura, atau UTC.`,
  });
  return null;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 30).map((name) => oneLine(name));
  return names.length > shown.length
    ? `${shown.join(', ')}, dan ${names.length - shown.length} lainnya`
    : shown.join(', ');
}
