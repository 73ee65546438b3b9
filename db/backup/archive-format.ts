import { OperatorError } from '../../server/platform/operator-error.ts';

/** Version of the archive's layout; raised when an older program could not read a newer archive. */
export const ARCHIVE_VERSION = 1;

const FORMAT = 'pandu-backup';

/**
 * What an archive holds. The archive is a ZIP file: `manifest.json`, one `tables/<name>.copy` per table
 * (PostgreSQL's COPY text format, the same from version to version) and `files/…` from the data folder.
 */
export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** ISO 8601 instant. */
  readonly createdAt: string;
  /** `server_version` of the database it was taken from. */
  readonly serverVersion: string;
  /** Migrations the database had, in order. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableEntry[];
  readonly sequences: readonly SequenceEntry[];
  /** Paths in the data folder, with `/`. */
  readonly files: readonly string[];
}

/** One table's rows. */
export interface TableEntry {
  readonly name: string;
  /** In the order of the COPY file. */
  readonly columns: readonly string[];
  readonly rows: number;
  /** Hex SHA-256 of the COPY file. */
  readonly sha256: string;
}

/** Where a sequence stands. */
export interface SequenceEntry {
  readonly name: string;
  /** Decimal text: a sequence counts further than a number. */
  readonly lastValue: string;
  readonly isCalled: boolean;
}

/** Of the schema itself, made by migrations; or worthless on another day. */
const TABLES_LEFT_OUT: readonly string[] = ['knex_migrations', 'knex_migrations_lock', 'sessions'];

/** Whether a table's rows belong into a backup. */
export function isTableKept(name: string): boolean {
  return !TABLES_LEFT_OUT.includes(name);
}

/** Belongs to the embedded server of one machine, or can be made again. */
const FILES_LEFT_OUT =
  /^(postgres(\.new|\.password)?|postgres\.log(\.1)?|database-passwords\.json|database-users|database-start\.lock.*|tmp)$/;

/** Whether a file or folder directly in the data folder belongs into a backup. */
export function isFileKept(name: string): boolean {
  return !FILES_LEFT_OUT.test(name);
}

/** Name of a table's file in the archive. */
export function tablePath(table: string): string {
  return `tables/${table}.copy`;
}

/**
 * Reads a manifest.
 *
 * @throws OperatorError when it is damaged, no backup, or of a newer version
 */
export function parseManifest(text: string): Manifest {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new OperatorError('Berkas cadangan rusak: daftar isinya tidak terbaca.', { cause: error });
  }
  const manifest = value as Manifest;
  if (
    typeof value !== 'object' ||
    value === null ||
    manifest.format !== FORMAT ||
    !Array.isArray(manifest.tables)
  ) {
    throw new OperatorError('Berkas ini bukan cadangan PANDU.');
  }
  if (manifest.version > ARCHIVE_VERSION) {
    throw new OperatorError(
      'Cadangan ini dibuat oleh PANDU yang lebih baru: pulihkan dengan versi itu atau yang lebih baru.',
    );
  }
  return manifest;
}

/** Fills in the fixed parts of a manifest. */
export function makeManifest(contents: Omit<Manifest, 'format' | 'version'>): Manifest {
  return { format: FORMAT, version: ARCHIVE_VERSION, ...contents };
}
