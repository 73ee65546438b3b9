import { basename, isAbsolute, resolve } from 'node:path';
import { writeBackup } from '../../db/backup/write-backup.ts';
import { restoreBackup } from '../../db/backup/read-backup.ts';
import {
  attachOrStartEmbedded,
  requireMigrateUrl,
  roleOf,
  type AttachedDatabase,
} from '../../db/embedded/attach.ts';
import { migrate, rollback } from '../../db/migrate.ts';
import { readConfig, type Config } from '../platform/config.ts';
import { openDatabase, requireConnection, type Database } from '../platform/database/pool.ts';
import { verifyRollups } from '../platform/database/rollups/verify-rollups.repository.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { commandActor, type AuditEvent } from '../platform/audit/audit-entry.ts';
import { AuditLog } from '../platform/audit/audit-log.repository.ts';
import { reportChains } from '../platform/audit/chain-report.ts';
import { installationSecret } from '../platform/audit/installation-secret.ts';
import { hasPlatformChain } from '../platform/audit/verify-chain.repository.ts';
import { ROLLUP_FAMILIES } from './loaders.ts';
import { printFailure } from '../platform/startup/explain-failure.ts';

const USAGE = `Pemakaian: npm run db -- <perintah>
  migrate            perbarui skema basis data
  rollback           batalkan pembaruan skema yang terakhir
  backup <berkas>    simpan seluruh data ke satu berkas
  restore <berkas>   pulihkan berkas itu ke basis data kosong
  verify-rollups     bandingkan rekapitulasi dengan data rinci
  verify-audit       periksa keutuhan riwayat (catatan yang diubah, dihapus, disisipkan)`;

const log = (line: string): void => console.log(line);

type Task = (owner: Database, attached: AttachedDatabase, config: Config, file: string) => Promise<boolean>;

/** Each task says whether all is well: exit code 0, else 1. */
const TASKS: Readonly<Record<string, Task>> = {
  migrate: async (owner, attached) => {
    const applied = await migrate(owner, roleOf(attached.url));
    log(applied.length === 0 ? 'Skema sudah yang terbaru.' : `Skema diperbarui: ${applied.join(', ')}.`);
    return true;
  },
  rollback: async (owner) => {
    const undone = await rollback(owner);
    log(undone.length === 0 ? 'Tidak ada yang dapat dibatalkan.' : `Dibatalkan: ${undone.join(', ')}.`);
    return true;
  },
  backup: async (owner, attached, config, file) => {
    const manifest = await writeBackup({
      migrateUrl: requireMigrateUrl(attached),
      dataDir: config.dataDir,
      file,
    });
    await recordCommand(owner, config, {
      action: 'backup',
      subject: 'backups',
      details: { fileName: basename(file), rows: countRows(manifest.tables) },
    });
    log(
      `Cadangan tersimpan di ${file}: ${countRows(manifest.tables)} baris, ${manifest.files.length} berkas.`,
    );
    return true;
  },
  restore: async (owner, attached, config, file) => {
    const manifest = await restoreBackup({
      url: attached.url,
      migrateUrl: requireMigrateUrl(attached),
      dataDir: config.dataDir,
      file,
    });
    await recordCommand(owner, config, {
      action: 'restore',
      subject: 'backups',
      details: { fileName: basename(file), createdAt: manifest.createdAt, rows: countRows(manifest.tables) },
    });
    log(
      `Cadangan ${manifest.createdAt} dipulihkan: ${countRows(manifest.tables)} baris, ${manifest.files.length} berkas.`,
    );
    return true;
  },
  'verify-audit': (owner) => reportChains(owner, log),
  'verify-rollups': async (owner) => {
    const differences = await verifyRollups(owner, ROLLUP_FAMILIES);
    for (const difference of differences.slice(0, 20)) log(difference);
    log(
      differences.length === 0
        ? 'Semua rekapitulasi sama dengan data rinci.'
        : `${differences.length} rekapitulasi berbeda dari data rinci.`,
    );
    return differences.length === 0;
  },
};

/** On the chain of the installation; a database that is older than this program may not have one yet. */
async function recordCommand(owner: Database, config: Config, event: AuditEvent): Promise<void> {
  if (!(await hasPlatformChain(owner))) return;
  const audit = new AuditLog(await installationSecret(config.dataDir));
  await audit.recordAlone(owner, null, commandActor(), event);
}

const WITH_FILE: readonly string[] = ['backup', 'restore'];

let known: { dataDir: string | null; debug: boolean } = { dataDir: null, debug: false };
try {
  process.exitCode = (await run(process.argv.slice(2))) ? 0 : 1;
} catch (error) {
  process.exitCode = printFailure(error, known.dataDir, known.debug).exitCode;
}

async function run([name = '', file, ...rest]: string[]): Promise<boolean> {
  const task = Object.hasOwn(TASKS, name) ? TASKS[name] : undefined;
  if (task === undefined) throw new OperatorError(USAGE);
  if (WITH_FILE.includes(name) !== (file !== undefined) || rest.length > 0) throw new OperatorError(USAGE);

  const config = readConfig(process.env);
  known = config;
  const attached = await attachOrStartEmbedded(config, log);
  try {
    const migrateUrl = requireMigrateUrl(attached);
    const owner = openDatabase(migrateUrl, { max: 4 });
    try {
      await requireConnection(owner, migrateUrl, 'DATABASE_MIGRATE_URL');
      return await task(owner, attached, config, absolute(file ?? ''));
    } finally {
      await owner.destroy();
    }
  } finally {
    await attached.release();
  }
}

function absolute(file: string): string {
  return isAbsolute(file) ? file : resolve(file);
}

function countRows(tables: readonly { readonly rows: number }[]): number {
  return tables.reduce((sum, table) => sum + table.rows, 0);
}
