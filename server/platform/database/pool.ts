import knex, { type Knex } from 'knex';
import pg from 'pg';
import { errorCode, errorText, OperatorError } from '../operator-error.ts';

const DATE = 1082;
const TIMESTAMP = 1114;
const INT8 = 20;
const NUMERIC = 1700;
const TEXT_ARRAY = 1009;
const DATE_ARRAY = 1182;
const TIMESTAMP_ARRAY = 1115;
const INT8_ARRAY = 1016;
const NUMERIC_ARRAY = 1231;

/** A pool of connections; the name by which code outside the database folder speaks of it. */
export type Database = Knex;

/** Connections of the session store, which speaks pg itself. */
export type SessionPool = pg.Pool;

/** Opens the session store's connections; a lost one is made anew at the next request. */
export function openSessionPool(url: string, max = 8): SessionPool {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'pandu-sessions',
    max,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  });
  // Without a listener the loss of an idle connection would end the process.
  pool.on('error', () => undefined);
  return pool;
}

type TextParser = (text: string) => unknown;

const builtInParser = pg.types.getTypeParser as (oid: number, format?: 'text' | 'binary') => TextParser;

/**
 * int8 and numeric as a number where the number says exactly the same, else the text as it came.
 * Fifteen significant digits survive the way through a double; integers up to 2^53 − 1 as well.
 */
export function parseNumber(text: string): number | string {
  const value = Number(text);
  if (!Number.isFinite(value)) return text;
  if (/^-?\d+$/.test(text)) return Number.isSafeInteger(value) ? value : text;
  return text.replace(/[-.]/g, '').replace(/^0+/, '').length <= 15 ? value : text;
}

const textArrayParser = builtInParser(TEXT_ARRAY);

function parseNumberArray(text: string): unknown[] {
  const elements = textArrayParser(text) as unknown[];
  return elements.map((element) => (typeof element === 'string' ? parseNumber(element) : element));
}

/**
 * How values arrive from the database. A date stays `YYYY-MM-DD`: as a JavaScript Date it would
 * shift by a day in any zone west or east of the server's.
 */
const parsers = new Map<number, TextParser>([
  [DATE, (text) => text],
  [TIMESTAMP, (text) => text],
  [INT8, parseNumber],
  [NUMERIC, parseNumber],
  [DATE_ARRAY, textArrayParser],
  [TIMESTAMP_ARRAY, textArrayParser],
  [INT8_ARRAY, parseNumberArray],
  [NUMERIC_ARRAY, parseNumberArray],
]);

/** The type parsers of every PANDU connection; for clients that are opened without knex (COPY, LISTEN). */
export const databaseTypes: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format === 'binary' ? undefined : parsers.get(oid)) ??
    builtInParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/**
 * Opens a connection pool. Nothing is connected until the first query.
 *
 * knex listens to the `error` event of every connection and discards a broken one, so a server that
 * goes away ends queries, never the process.
 *
 * @param url `postgresql://user:password@host:port/database`
 * @param options.max most connections at a time, at least 1; default 10
 */
export function openDatabase(url: string, options: { max?: number } = {}): Knex {
  return knex({
    client: 'pg',
    connection: {
      connectionString: url,
      application_name: 'pandu',
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
      types: databaseTypes,
    } as Knex.PgConnectionConfig,
    pool: { min: 0, max: options.max ?? 10 },
    acquireConnectionTimeout: 20_000,
    log: { warn: warnOfUnthrown },
  });
}

/**
 * knex writes connection errors and failed migrations to the console, with stack traces, and throws them as
 * well: only what is not thrown deserves a line.
 */
function warnOfUnthrown(message: unknown): void {
  const text = errorText(message);
  const thrownToo =
    /^(Acquire connection error|Connection Error|migration (file|failed)|Can't take lock|If you are sure)/;
  if (!thrownToo.test(text)) console.warn(text);
}

/**
 * Makes sure that the database answers.
 *
 * @param variable the setting the address came from, for the message
 * @throws OperatorError when it cannot be reached or refuses the sign-in
 */
export async function requireConnection(database: Knex, url: string, variable: string): Promise<void> {
  try {
    await database.raw('select 1');
  } catch (error) {
    throw explainConnectionError(error, url, variable);
  }
}

/** Turns the failure of a first connection into one sentence that never shows the password. */
export function explainConnectionError(error: unknown, url: string, variable: string): OperatorError {
  const { hostname, port, username, pathname } = new URL(url);
  const server = `${hostname === '' ? 'localhost' : hostname}:${port === '' ? '5432' : port}`;
  const user = decodeURIComponent(username);
  const database = decodeURIComponent(pathname.slice(1));
  const say = (sentence: string) => new OperatorError(sentence, { cause: error });
  switch (errorCode(error)) {
    case 'ECONNREFUSED':
      return say(
        `Tidak ada PostgreSQL yang menjawab di ${server}: periksa ${variable} dan apakah server basis data menyala.`,
      );
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(`Server basis data "${hostname}" tidak ditemukan: periksa nama server di ${variable}.`);
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return say(
        `Server basis data ${server} tidak dapat dijangkau: periksa ${variable}, jaringan, dan tembok api.`,
      );
    case '28P01':
      return say(`PostgreSQL di ${server} menolak sandi pengguna "${user}": periksa sandi di ${variable}.`);
    case '28000':
      return say(
        `PostgreSQL di ${server} tidak mengizinkan pengguna "${user}" masuk dari sini: periksa ${variable} dan pg_hba.conf.`,
      );
    case '3D000':
      return say(
        `Basis data "${database}" belum ada di ${server}: buat dahulu, atau perbaiki namanya di ${variable}.`,
      );
    case '42501':
      return say(
        `Pengguna "${user}" tidak berhak membuka basis data "${database}" di ${server}: beri hak CONNECT, atau periksa ${variable}.`,
      );
    case '53300':
      return say(
        `PostgreSQL di ${server} kehabisan sambungan: naikkan max_connections atau tutup program lain.`,
      );
    case '57P03':
      return say(`PostgreSQL di ${server} sedang dinyalakan atau dimatikan: coba lagi sebentar lagi.`);
    default:
      return /timeout/i.test(errorText(error))
        ? say(
            `Server basis data ${server} tidak menjawab dalam 10 detik: periksa ${variable}, jaringan, dan tembok api.`,
          )
        : say(`Basis data di ${server} tidak dapat dibuka (${errorText(error)}): periksa ${variable}.`);
  }
}
