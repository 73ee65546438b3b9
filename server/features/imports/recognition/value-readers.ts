import { DAY_MILLIS, isoDateOf, isoInstantOf } from '#domain/civil-time/civil-date';
import type { DateFormat } from '#domain/civil-time/date-format';
import type { DateFault, DateFound } from '#domain/civil-time/date-reading';
import { readDateText } from '#domain/civil-time/date-text';
import type { ZoneClock } from '#domain/civil-time/zone-clock';
import { columnLabel, type DatasetColumn, type FieldValue } from './dataset-columns.ts';
import { nearestName, normaliseName } from './names.ts';
import { readNumberText } from './number-text.ts';
import { CODE_PATTERN } from './slug.ts';

/** What is wrong with one value; `message` is an Indonesian sentence. */
export interface ValueFault {
  readonly code: string;
  readonly message: string;
}

/** What the readers of one file share. */
export interface ReadingContext {
  /** zone of times in the file that name none */
  readonly fileClock: ZoneClock;
  /** zone of the kabupaten: the day of an instant is its day there */
  readonly homeClock: ZoneClock;
  readonly dateFormat: DateFormat | null;
  /** epoch milliseconds; dates more than 366 days later are implausible */
  readonly now: number;
  /** set by a reader when the value of an instant column had no time */
  wasDateOnly: boolean;
}

/**
 * Reads one value that is not blank (outer blanks already gone).
 * @param isPlainNumber the text is from a number cell and has a decimal point
 */
export type ValueReader = (text: string, isPlainNumber: boolean) => FieldValue | ValueFault;

/** True for what a reader returns instead of a value. */
export function isFault(value: FieldValue | ValueFault): value is ValueFault {
  return typeof value === 'object' && value !== null;
}

/** First day that records can be of. */
const EARLIEST = Date.UTC(1990, 0, 1);
const FURTHEST_AHEAD = 366 * DAY_MILLIS;

/** Makes the reader of one column. */
export function valueReader(column: DatasetColumn, context: ReadingContext): ValueReader {
  switch (column.kind) {
    case 'text':
      return (text) => textValue(text, column.maxLength ?? 200);
    case 'code':
      return codeValue;
    case 'instant':
      return instantReader(context);
    case 'date':
      return dateReader(context, column.anyTime === true);
    case 'time':
      return timeValue;
    case 'integer':
    case 'decimal':
      return numberReader(column);
    case 'percent-or-number':
      return percentOrNumberReader(column);
    case 'boolean':
      return booleanReader(column);
    case 'choice':
      return choiceReader(column);
  }
}

function textValue(text: string, maxLength: number): string | ValueFault {
  if (text.length > maxLength) {
    return {
      code: 'text-too-long',
      message: `teks terlalu panjang (${text.length} karakter, paling banyak ${maxLength}).`,
    };
  }
  // PostgreSQL stores neither of the two.
  if (text.includes('\0') || !text.isWellFormed()) {
    return { code: 'text-unreadable', message: 'teks berisi karakter yang tidak dapat disimpan.' };
  }
  return text;
}

function codeValue(text: string): string | ValueFault {
  if (CODE_PATTERN.test(text)) return text;
  return {
    code: 'code-invalid',
    message: `kode “${shortened(text)}” tidak sah; pakai huruf, angka, titik, garis bawah, atau tanda hubung, paling banyak 64 karakter.`,
  };
}

function instantReader(context: ReadingContext): ValueReader {
  const latest = context.now + FURTHEST_AHEAD;
  return (text) => {
    const found = foundDate(text, context.dateFormat);
    if ('code' in found) return found;
    const instant =
      found.offsetMinutes === null
        ? context.fileClock.toInstant(found.civil)
        : found.civil - found.offsetMinutes * 60_000;
    if (instant < EARLIEST || instant > latest) return implausible(text, instant < EARLIEST);
    if (!found.hasTime) context.wasDateOnly = true;
    return isoInstantOf(instant);
  };
}

function dateReader(context: ReadingContext, anyTime: boolean): ValueReader {
  const latest = context.now + FURTHEST_AHEAD;
  const sameZone = context.fileClock.timeZone === context.homeClock.timeZone;
  return (text) => {
    const found = foundDate(text, context.dateFormat);
    if ('code' in found) return found;
    let { civil } = found;
    // A moment of another zone may be another day here.
    if (found.hasTime && found.offsetMinutes !== null) {
      civil = context.homeClock.toCivil(civil - found.offsetMinutes * 60_000);
    } else if (found.hasTime && !sameZone)
      civil = context.homeClock.toCivil(context.fileClock.toInstant(civil));
    if (!anyTime && (civil < EARLIEST || civil > latest)) return implausible(text, civil < EARLIEST);
    return isoDateOf(civil);
  };
}

function foundDate(text: string, format: DateFormat | null): DateFound | ValueFault {
  if (format === null) {
    const reading = readDateText(text);
    return reading.ok ? reading : dateFault(text, reading.fault);
  }
  const reading = format.read(text);
  if (reading.ok) return reading;
  // Date cells of a sheet arrive as ISO text, which no format has to describe.
  const iso = /^\d{4}-\d\d-\d\d/.test(text) ? readDateText(text) : null;
  if (iso?.ok === true) return iso;
  if (reading.fault !== 'unreadable') return dateFault(text, reading.fault);
  return {
    code: 'date-unreadable',
    message: `tanggal “${shortened(text)}” tidak sesuai format ${format.pattern}.`,
  };
}

function dateFault(text: string, fault: DateFault): ValueFault {
  const shown = shortened(text);
  switch (fault) {
    case 'no-such-date':
      return { code: 'date-impossible', message: `tanggal ${shown} tidak ada.` };
    case 'no-such-time':
      return { code: 'time-impossible', message: `jam pada “${shown}” tidak ada; pakai 00.00 sampai 23.59.` };
    case 'month-first':
      return {
        code: 'date-ambiguous',
        message: `tanggal ${shown} tidak terbaca sebagai hari/bulan/tahun; bila berkas menulis bulan lebih dulu, tambahkan "dateFormat": "MM/dd/yyyy" pada pemetaan.`,
      };
    case 'short-year':
      return {
        code: 'date-ambiguous',
        message: `tahun pada tanggal ${shown} hanya dua angka; tulis empat angka atau tambahkan "dateFormat" pada pemetaan.`,
      };
    case 'meridiem':
      return {
        code: 'date-ambiguous',
        message: `tanggal ${shown} memakai AM/PM; tambahkan "dateFormat" pada pemetaan, misalnya "MM/dd/yyyy hh:mm:ss a".`,
      };
    case 'unreadable':
      return {
        code: 'date-unreadable',
        message: /^\d{5}(?:\.\d+)?$/.test(text)
          ? `“${shown}” adalah angka, bukan tanggal; atur format selnya sebagai tanggal di Excel.`
          : `tanggal “${shown}” tidak terbaca; tulis seperti 17/03/2026 08.05 atau 2026-03-17 08:05.`,
      };
  }
}

function implausible(text: string, isEarly: boolean): ValueFault {
  return {
    code: 'date-implausible',
    message: `tanggal ${shortened(text)} tidak masuk akal (${isEarly ? 'sebelum 1990' : 'lebih dari setahun di depan'}).`,
  };
}

function numberReader(column: DatasetColumn): ValueReader {
  const isInteger = column.kind === 'integer';
  const minimum = column.minimum ?? -Infinity;
  const maximum = column.maximum ?? (isInteger ? Number.MAX_SAFE_INTEGER : Infinity);
  return (text, isPlainNumber) => {
    const number = readNumberText(text, isPlainNumber);
    if (number === 'ambiguous') {
      return {
        code: 'number-ambiguous',
        message: `angka “${text}” bermakna ganda; tulis tanpa pemisah ribuan, atau dengan titik sebagai pemisah ribuan.`,
      };
    }
    if (number === 'unreadable')
      return { code: 'number-unreadable', message: `“${shortened(text)}” bukan angka.` };
    if (isInteger && !Number.isInteger(number)) {
      return { code: 'number-not-integer', message: `“${shortened(text)}” bukan bilangan bulat.` };
    }
    if (number < minimum || number > maximum) {
      const least = minimum.toLocaleString('id-ID');
      const range = Number.isFinite(maximum)
        ? `${least} sampai ${maximum.toLocaleString('id-ID')}`
        : `paling kecil ${least}`;
      return {
        code: 'number-out-of-range',
        message: `${columnLabel(column)} “${shortened(text)}” di luar ${range}.`,
      };
    }
    return number;
  };
}

/** 09:00, 09.00, 9:00:30; 24:00 is the end of the day. */
function timeValue(text: string): number | ValueFault {
  const parts = /^(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?$/.exec(text);
  if (parts === null)
    return {
      code: 'time-unreadable',
      message: `jam “${shortened(text)}” tidak terbaca; tulis seperti 09.00.`,
    };
  const [hours, minutes, seconds] = [Number(parts[1]), Number(parts[2]), Number(parts[3] ?? 0)];
  const second = hours * 3600 + minutes * 60 + seconds;
  if (minutes > 59 || seconds > 59 || second > 86_400)
    return { code: 'time-impossible', message: `jam ${text} tidak ada; pakai 00.00 sampai 24.00.` };
  return second;
}

function percentOrNumberReader(column: DatasetColumn): ValueReader {
  const read = numberReader({ ...column, kind: 'decimal' });
  return (text, isPlainNumber) => {
    const bare = text.replace(/\s*%$/, '');
    const value = read(bare, isPlainNumber);
    return bare === text || isFault(value) ? value : `${String(value)}%`;
  };
}

const TRUE_WORDS = ['ya', 'y', 'iya', 'yes', 'true', 'benar', '1', 'sudah'];
const FALSE_WORDS = ['tidak', 'tdk', 't', 'no', 'n', 'false', 'salah', '0', 'belum'];

function booleanReader(column: DatasetColumn): ValueReader {
  const values = new Map<string, boolean>();
  for (const word of [...TRUE_WORDS, ...(column.choices?.['true'] ?? [])])
    values.set(normaliseName(word), true);
  for (const word of [...FALSE_WORDS, ...(column.choices?.['false'] ?? [])])
    values.set(normaliseName(word), false);
  return (text) =>
    values.get(normaliseName(text)) ?? {
      code: 'boolean-unreadable',
      message: `“${shortened(text)}” bukan ya atau tidak.`,
    };
}

function choiceReader(column: DatasetColumn): ValueReader {
  const choices = column.choices ?? {};
  const exact = new Map<string, string>();
  const tolerant = new Map<string, string>();
  for (const [value, spellings] of Object.entries(choices)) {
    exact.set(value, value);
    for (const spelling of [value, ...spellings]) tolerant.set(normaliseName(spelling), value);
  }
  return (text) => {
    const value = exact.get(text) ?? tolerant.get(normaliseName(text));
    if (value !== undefined) return value;
    if (column.openChoices === true) return textValue(text, column.maxLength ?? 200);
    const nearest = nearestName(text, exact.keys());
    const hint =
      nearest === null ? `yang ada: ${[...exact.keys()].join(', ')}` : `apakah maksudnya “${nearest}”?`;
    return {
      code: 'choice-unknown',
      message: `${columnLabel(column)} “${shortened(text)}” tidak dikenal; ${hint}${hint.endsWith('?') ? '' : '.'}`,
    };
  };
}

/** A text for a sentence: long ones are cut, line ends become blanks. */
function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
