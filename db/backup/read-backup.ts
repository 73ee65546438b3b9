import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { open as openZip, type Entry, type ZipFile } from 'yauzl';
import { errorText, OperatorError } from '../../server/platform/operator-error.ts';
import { openDatabase } from '../../server/platform/database/pool.ts';
import { roleOf } from '../embedded/attach.ts';
import { withClient } from '../embedded/roles.ts';
import { migrate, migrationState, rollbackTo, type MigrationOptions } from '../migrate.ts';
import { isFileKept, parseManifest, tablePath, type Manifest, type TableEntry } from './archive-format.ts';

/** Where a backup goes. */
export interface RestoreOptions {
  /** Address of the application's role, which is granted its rights again. */
  readonly url: string;
  /** Address of the owner's role. */
  readonly migrateUrl: string;
  readonly dataDir: string;
  readonly file: string;
  readonly migrations?: MigrationOptions;
}

/**
 * Restores an archive into a database that holds no kabupaten's data yet. The schema is brought to the
 * archive's version, the rows are loaded in one transaction and checked against the archive's counts and
 * hashes, then the schema is brought to this program's version.
 *
 * @throws OperatorError when the archive is damaged or too new, or the database is not empty
 */
export async function restoreBackup({
  url,
  migrateUrl,
  dataDir,
  file,
  migrations = {},
}: RestoreOptions): Promise<Manifest> {
  const archive = await openArchive(file);
  const owner = openDatabase(migrateUrl, { max: 4 });
  try {
    const manifest = await readManifest(archive);
    const state = await migrationState(owner, migrations);
    const known = [...state.applied, ...state.pending];
    const foreign = manifest.migrations.find((name) => !known.includes(name));
    if (foreign !== undefined) {
      throw new OperatorError(
        `Cadangan ini memerlukan skema "${foreign}" yang tidak dikenal versi PANDU ini: pulihkan dengan versi yang lebih baru.`,
      );
    }
    await withClient(migrateUrl, requireEmpty);
    await rollbackTo(owner, manifest.migrations, migrations);
    await migrate(owner, roleOf(url), { ...migrations, only: manifest.migrations });
    await withClient(migrateUrl, (client) => loadTables(client, archive, manifest));
    await migrate(owner, roleOf(url), migrations);
    for (const name of manifest.files) await restoreFile(archive, dataDir, name);
    return manifest;
  } finally {
    await owner.destroy();
    archive.zip.close();
  }
}

interface Archive {
  readonly zip: ZipFile;
  readonly entries: ReadonlyMap<string, Entry>;
}

async function openArchive(file: string): Promise<Archive> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) =>
      reject(
        new OperatorError(`Berkas cadangan ${file} tidak dapat dibaca (${errorText(error)}).`, {
          cause: error,
        }),
      );
    openZip(file, { autoClose: false, lazyEntries: true }, (error, zip) => {
      if (error !== null) return refuse(error);
      const entries = new Map<string, Entry>();
      zip.on('entry', (entry: Entry) => {
        entries.set(entry.fileName, entry);
        zip.readEntry();
      });
      zip.once('end', () => resolve({ zip, entries }));
      zip.once('error', refuse);
      zip.readEntry();
    });
  });
}

async function openEntry({ zip, entries }: Archive, path: string): Promise<Readable> {
  const entry = entries.get(path);
  if (entry === undefined)
    throw new OperatorError(`Berkas cadangan tidak lengkap: ${path} tidak ada di dalamnya.`);
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => (error === null ? resolve(stream) : reject(error)));
  });
}

async function readManifest(archive: Archive): Promise<Manifest> {
  if (!archive.entries.has('manifest.json')) throw new OperatorError('Berkas ini bukan cadangan PANDU.');
  return parseManifest((await buffer(await openEntry(archive, 'manifest.json'))).toString('utf8'));
}

/** A kabupaten's tables are those whose primary key begins with its code. */
async function requireEmpty(client: pg.Client): Promise<void> {
  const found = await client.query<{ name: string }>(`
    select c.relname as name from pg_constraint k join pg_class c on c.oid = k.conrelid
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
     where k.contype = 'p' and a.attname = 'kabupaten_code' and c.relnamespace = current_schema()::regnamespace
     order by 1`);
  await client.query('set row_security = off');
  for (const { name } of found.rows) {
    const rows = await client.query(`select 1 from ${pg.escapeIdentifier(name)} limit 1`);
    if (rows.rowCount !== 0) {
      throw new OperatorError(
        `Basis data ini sudah berisi data (tabel "${name}"): pulihkan ke basis data kosong, misalnya dengan PANDU_DATA_DIR ke folder baru.`,
      );
    }
  }
}

async function loadTables(client: pg.Client, archive: Archive, manifest: Manifest): Promise<void> {
  await client.query('begin');
  const constraints = await dropForeignKeys(client);
  // Reference rows came with the schema; the archive has its own.
  const names = manifest.tables.map((table) => pg.escapeIdentifier(table.name));
  if (names.length > 0) await client.query(`truncate ${names.join(', ')}`);
  for (const table of manifest.tables) await loadTable(client, archive, table);
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      pg.escapeIdentifier(name),
      lastValue,
      isCalled,
    ]);
  }
  for (const sql of constraints) await client.query(sql);
  await client.query('commit');
  await client.query('analyze');
}

/**
 * Takes the foreign keys away, within the transaction, and says how to put them back: tables may refer to
 * each other in circles, and each key is checked once over all rows instead of row by row.
 */
async function dropForeignKeys(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ relation: string; name: string; definition: string }>(`
    select conrelid::regclass::text as relation, conname as name, pg_get_constraintdef(oid) as definition
      from pg_constraint
     where contype = 'f' and conparentid = 0 and connamespace = current_schema()::regnamespace order by 1, 2`);
  for (const { relation, name } of found.rows) {
    await client.query(`alter table ${relation} drop constraint ${pg.escapeIdentifier(name)}`);
  }
  return found.rows.map(
    ({ relation, name, definition }) =>
      `alter table ${relation} add constraint ${pg.escapeIdentifier(name)} ${definition}`,
  );
}

async function loadTable(client: pg.Client, archive: Archive, table: TableEntry): Promise<void> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ');
  const target = client.query(copyFrom(`copy ${pg.escapeIdentifier(table.name)} (${columns}) from stdin`));
  const hash = createHash('sha256');
  const meter = new Transform({
    transform: (chunk: Buffer, _, done) => {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(await openEntry(archive, tablePath(table.name)), meter, target);
  } catch (error) {
    throw new OperatorError(
      `Tabel "${table.name}" tidak dapat dipulihkan (${errorText(error)}); tidak ada yang diubah.`,
      { cause: error },
    );
  }
  if (target.rowCount !== table.rows || hash.digest('hex') !== table.sha256) {
    throw new OperatorError(
      `Berkas cadangan rusak: isi tabel "${table.name}" tidak sama dengan catatannya; tidak ada yang diubah.`,
    );
  }
}

async function restoreFile(archive: Archive, dataDir: string, name: string): Promise<void> {
  const parts = name.split('/');
  // An archive may come from anywhere: it must not write outside the folder or over the server's own files.
  if (parts.includes('..') || parts.includes('') || !isFileKept(parts[0] ?? '')) {
    throw new OperatorError(`Berkas cadangan memuat nama berkas yang tidak wajar: "${name}".`);
  }
  const path = join(dataDir, ...parts);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  await pipeline(await openEntry(archive, `files/${name}`), createWriteStream(path, { mode: 0o600 }));
}
