import { forgetDemoRemoved, noteDemoRemoved, removeDemo } from '../../db/seeds/demo/remove-demo.ts';
import { commandActor } from '../platform/audit/audit-entry.ts';
import { OperatorError } from '../platform/operator-error.ts';
import { runCommand } from '../platform/startup/command.ts';
import { seedShippedInnovations } from '../../db/seeds/reference/seed-shipped-innovations.ts';
import { searchVector } from '../features/innovations/search/search-vector.repository.ts';
import { withPreparedDatabase, type PreparedDatabase } from './prepared-database.ts';

const USAGE = `Pemakaian:
  npm run demo -- remove    hapus data dan akun contoh; tidak dibuat lagi saat PANDU dijalankan
  npm run demo -- refresh   hapus data contoh; yang baru dibuat saat PANDU dijalankan berikutnya`;

await runCommand(async () => {
  const [name, ...rest] = process.argv.slice(2);
  if ((name !== 'remove' && name !== 'refresh') || rest.length > 0) throw new OperatorError(USAGE);
  console.log(await withPreparedDatabase((database) => remove(database, name === 'refresh')));
  return 0;
});

async function remove({ config, owner, audit }: PreparedDatabase, again: boolean): Promise<string> {
  if (owner === null) {
    throw new OperatorError('Perintah ini memerlukan peran pemilik basis data: isi DATABASE_MIGRATE_URL.');
  }
  // Noted first: cut off between the two, the next start must not bring back what was to go.
  if (again) await forgetDemoRemoved(config.dataDir);
  else await noteDemoRemoved(config.dataDir);
  const { kabupaten, users } = await removeDemo(owner);
  await seedShippedInnovations(owner, searchVector);
  if (kabupaten.length > 0 || users > 0)
    await audit.recordAlone(owner, null, commandActor(), {
      action: 'demo-removed',
      subject: 'demo',
      details: { kabupaten: kabupaten.join(', '), users },
    });
  const done =
    kabupaten.length === 0 && users === 0
      ? 'Tidak ada data contoh.'
      : `Data contoh dihapus: ${kabupaten.join(', ')} dan ${users} akun.`;
  return again ? `${done} Data contoh baru dibuat saat PANDU dijalankan berikutnya.` : done;
}
