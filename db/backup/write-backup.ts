import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { ZipFile } from 'yazl';
import { errorCode, OperatorError } from '../../server/platform/operator-error.ts';
import { withClient } from '../embedded/roles.ts';
import {
  isFileKept,
  isTableKept,
  makeManifest,
  tablePath,
  type Manifest,
  type SequenceEntry,
  type TableEntry,
} from './archive-format.ts';

declare module 'yazl' {
  interface ZipFile {
    addReadStreamLazy(
      path: string,
      options: { forceZip64Format: boolean },
      open: (hand: (error: Error | null, stream: NodeJS.ReadableStream | null) => void) => void,
    ): void;
  }
}

/** What a backup is made of. */
export interface BackupOptions {
  /** Address of the owner's role. */
  readonly migrateUrl: string;
  readonly dataDir: string;
  /** The archive; must not exist yet. */
  readonly file: string;
}

/**
 * Writes everything into one archive while the application goes on: all tables as they are at one moment
 * (a repeatable-read transaction), and the files of the data folder. The archive appears whole or not at
 * all, readable by its owner only.
 *
 * @throws OperatorError when the archive exists or lies in the data folder, or when row-level security would leave out rows
 */
export async function writeBackup({ migrateUrl, dataDir, file }: BackupOptions): Promise<Manifest> {
  if ((await stat(file).catch(() => null)) !== null) {
    throw new OperatorError(`Berkas ${file} sudah ada: pilih nama lain, cadangan lama tidak ditimpa.`);
  }
  if (!relative(dataDir, file).startsWith('..')) {
    throw new OperatorError(`Simpan cadangan di luar folder data ${dataDir}, sebaiknya di disk lain.`);
  }
  const draft = `${file}.${process.pid}.partial`;
  try {
    const manifest = await withClient(migrateUrl, (client) => writeArchive(client, dataDir, draft));
    const written = await open(draft, 'r+');
    await written.sync();
    await written.close();
    await rename(draft, file);
    return manifest;
  } catch (error) {
    if (errorCode(error) === 'ENOSPC') {
      throw new OperatorError(`Ruang disk untuk ${file} tidak cukup: simpan cadangan di disk lain.`, {
        cause: error,
      });
    }
    if (errorCode(error) === 'ENOENT' && (await stat(dirname(file)).catch(() => null)) === null) {
      throw new OperatorError(
        `Folder ${dirname(file)} tidak ada: buat dahulu, atau pilih folder lain untuk cadangan.`,
        { cause: error },
      );
    }
    throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

async function writeArchive(client: pg.Client, dataDir: string, path: string): Promise<Manifest> {
  await client.query('begin isolation level repeatable read read only');
  // With this off a policy that would hide rows is an error instead of a gap in the backup.
  await client.query('set local row_security = off');
  const archive = new ZipFile();
  const output = createWriteStream(path, { mode: 0o600, flags: 'wx' });
  const written = pipeline(archive.outputStream, output);
  const failure = new Promise<never>((_, reject) => {
    archive.once('error', reject);
    written.catch(reject);
  });
  failure.catch(() => undefined);

  const tables: TableEntry[] = [];
  for (const { name, columns } of await listTables(client)) {
    tables.push(await Promise.race([addTable(archive, client, name, columns), failure]));
  }
  const files = await listFiles(dataDir);
  for (const name of files) {
    // Not addFile: it gives up when a file grows while it is read.
    archive.addReadStreamLazy(`files/${name}`, { forceZip64Format: true }, (hand) => {
      const source = createReadStream(join(dataDir, name));
      source.once('error', (error) => archive.emit('error', error));
      hand(null, source);
    });
  }
  const manifest = makeManifest({
    createdAt: await singleText(
      client,
      `select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
    ),
    serverVersion: await singleText(client, 'show server_version'),
    migrations: await listApplied(client),
    tables,
    sequences: await listSequences(client),
    files,
  });
  archive.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), 'manifest.json');
  archive.end();
  await Promise.race([written, failure]);
  await client.query('commit');
  return manifest;
}

/** Streams one table; tables follow each other because one connection does one COPY at a time. */
async function addTable(
  archive: ZipFile,
  client: pg.Client,
  name: string,
  columns: readonly string[],
): Promise<TableEntry> {
  return new Promise((resolve, reject) => {
    archive.addReadStreamLazy(tablePath(name), { forceZip64Format: true }, (hand) => {
      const list = columns.map((column) => pg.escapeIdentifier(column)).join(', ');
      const source = client.query(
        copyTo(`copy (select ${list} from ${pg.escapeIdentifier(name)}) to stdout`),
      );
      const hash = createHash('sha256');
      const meter = new Transform({
        transform: (chunk: Buffer, _, done) => {
          hash.update(chunk);
          done(null, chunk);
        },
      });
      pipeline(source as Readable, meter).then(
        () => resolve({ name, columns, rows: source.rowCount, sha256: hash.digest('hex') }),
        reject,
      );
      hand(null, meter);
    });
  });
}

async function listTables(client: pg.Client): Promise<{ name: string; columns: string[] }[]> {
  // Partitions are tables of their own here; generated columns are computed again when restored.
  const found = await client.query<{ name: string; columns: string[] }>(`
    select c.relname as name,
           array(select a.attname::text from pg_attribute a
                  where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                  order by a.attnum) as columns
      from pg_class c
     where c.relkind = 'r' and c.relpersistence = 'p' and c.relnamespace = current_schema()::regnamespace
       and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
     order by c.relname`);
  return found.rows.filter((table) => isTableKept(table.name));
}

async function listSequences(client: pg.Client): Promise<SequenceEntry[]> {
  const found = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c
     where c.relkind = 'S' and c.relnamespace = current_schema()::regnamespace and c.relname not like 'knex%' order by 1`);
  const sequences: SequenceEntry[] = [];
  for (const { name } of found.rows) {
    const state = await client.query<{ last_value: string; is_called: boolean }>(
      `select last_value::text as last_value, is_called from ${pg.escapeIdentifier(name)}`,
    );
    const row = state.rows[0];
    if (row !== undefined) sequences.push({ name, lastValue: row.last_value, isCalled: row.is_called });
  }
  return sequences;
}

async function listApplied(client: pg.Client): Promise<string[]> {
  const found = await client.query<{ name: string }>('select name from knex_migrations order by id');
  return found.rows.map((row) => row.name);
}

async function singleText(client: pg.Client, sql: string): Promise<string> {
  const found = await client.query<[string]>({ text: sql, rowMode: 'array' });
  return found.rows[0]?.[0] ?? '';
}

/** Files of the data folder, as paths with `/`. */
async function listFiles(dataDir: string): Promise<string[]> {
  const files: string[] = [];
  for (const top of await readdir(dataDir, { withFileTypes: true }).catch(() => [])) {
    if (!isFileKept(top.name)) continue;
    if (top.isFile()) files.push(top.name);
    if (!top.isDirectory()) continue;
    for (const entry of await readdir(join(dataDir, top.name), { withFileTypes: true, recursive: true })) {
      if (entry.isFile())
        files.push(relative(dataDir, join(entry.parentPath, entry.name)).split(sep).join('/'));
    }
  }
  return files.sort();
}
