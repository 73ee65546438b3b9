import { parseArgs } from 'node:util';
import { STARTER_SET } from '../../db/seeds/reference/starter-set.ts';
import { commandActor } from '../platform/audit/audit-entry.ts';
import { systemClock } from '../platform/clock.ts';
import { createKabupaten } from '../platform/kabupaten/create-kabupaten.repository.ts';
import { startTrialPeriod } from '../platform/kabupaten/trial-period.repository.ts';
import { listKabupaten } from '../platform/kabupaten/kabupaten.queries.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { runCommand } from '../platform/startup/command.ts';
import { withPreparedDatabase, type PreparedDatabase } from './prepared-database.ts';

const USAGE = `Pemakaian:
  npm run kabupaten -- add <kode> <nama> --time-zone <zona>   misalnya 64.02 "Kutai Kartanegara" --time-zone Asia/Makassar
  npm run kabupaten -- list
Kode Kemendagri (64.02) sekaligus membuat kecamatannya. Zona: Asia/Jakarta (WIB), Asia/Makassar (WITA), Asia/Jayapura (WIT).`;

await runCommand(async () => {
  console.log(await withPreparedDatabase(readTask()));
  return 0;
});

type Task = (database: PreparedDatabase) => Promise<string>;

/** The arguments are judged before any database is opened. */
function readTask(): Task {
  const { values, positionals } = parse();
  const [name, code, ...words] = positionals;
  const timeZone = values['time-zone'];
  if (name === 'list' && code === undefined && timeZone === undefined) return list;
  if (name === 'add' && code !== undefined && words.length > 0 && timeZone !== undefined) {
    return (database) => add(database, code, words.join(' '), timeZone);
  }
  throw new OperatorError(USAGE);
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { 'time-zone': { type: 'string' } } });
  } catch {
    throw new OperatorError(USAGE);
  }
}

async function add(
  { application, audit }: PreparedDatabase,
  code: string,
  name: string,
  timeZone: string,
): Promise<string> {
  const known = await listKabupaten(application);
  if (known.some((kabupaten) => kabupaten.code === code && kabupaten.demo)) {
    throw new OperatorError(
      `Kode ${code} dipakai data contoh: hapus dahulu dengan npm run demo -- remove, lalu tambahkan lagi.`,
    );
  }
  let trialUntil = '';
  const { kecamatanCount } = await createKabupaten(
    application,
    { code, name, timeZone, demo: false },
    STARTER_SET,
    async (transaction) => {
      const { today } = systemClock(timeZone);
      trialUntil = await startTrialPeriod(transaction, code, today, 'baris perintah');
      await audit.record(transaction, code, commandActor(), {
        action: 'kabupaten-added',
        subject: `kabupaten/${code}`,
        details: { name, timeZone },
      });
    },
  );
  const kecamatan =
    kecamatanCount === 0
      ? 'tanpa kecamatan, karena kodenya bukan kode Kemendagri'
      : `dengan ${kecamatanCount} kecamatan`;
  return `Kabupaten ${name} (${code}, ${timeZone}) dibuat ${kecamatan}. Masa uji sampai sebelum ${trialUntil}: belum ada usulan tentang pegawai dan daftar pantau.`;
}

async function list({ application }: PreparedDatabase): Promise<string> {
  const known = await listKabupaten(application);
  const lines = known.map(
    ({ code, name, timeZone, demo }) => `${code}\t${name}\t${timeZone}${demo ? '\tdata contoh' : ''}`,
  );
  return [...lines, `${known.length} kabupaten.`].join('\n');
}
