import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { plain } from '../pages/as-displayed.ts';
import { ImportsPage } from '../pages/imports-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { ProductApi } from '../pages/product-api.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { caseFile, type CaseRow } from './case-file.ts';

const UNIT = 'rsud';
/** A month without demo data: every figure in it comes from this file. */
const MAY = { from: '2018-05-01', to: '2018-05-31' };
/** Where the tested product keeps its database; the command finds it there, running. */
const DATA_FOLDER = process.env['PANDU_TEST_DATA_DIR'] ?? resolve('.tmp/journeys');

describe('one file', () => {
  const visitors = useVisitors();

  it('gives the same numbers on the command line, in the API and on the screen', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open(`/beranda?unit=${UNIT}&from=${MAY.from}&to=${MAY.to}`);
    expect(await home.emptyUnits()).toBe('Belum ada data RSUD Aji Muhammad Parikesit pada periode ini.');

    const folder = await mkdtemp(join(tmpdir(), 'pandu-'));
    const file = join(folder, 'mei-2018.csv');
    try {
      await writeFile(file, caseFile(mayRows()));
      const first = await runImport(file);
      expect(first).toEqual({
        exitCode: 0,
        lastLine: 'read 8 inserted 8 updated 0 unchanged 0 rejected 0',
      });
      expect((await runImport(file)).lastLine).toBe('read 8 inserted 0 updated 0 unchanged 8 rejected 0');
    } finally {
      await rm(folder, { recursive: true, force: true });
    }

    // By hand, from the table below: 8 received, 5 completed, 1 rejected, 1 cancelled, 1 open. Due are all but the
    // cancelled one, 7; met are the four completed in time and the one rejected in time, 5.
    const { volume, turnaround } = await (await ProductApi.signIn('bupati')).summary({ unit: UNIT, ...MAY });
    expect(volume).toEqual(
      jasmine.objectContaining({ received: 8, completed: 5, rejected: 1, cancelled: 1, open: 1 }),
    );
    expect(turnaround).toEqual(
      jasmine.objectContaining({ due: 7, dueMet: 5, completed: 5, promised: 5, withinStandard: 4 }),
    );
    expect(turnaround.dueMetShare).toBeCloseTo(5 / 7, 12);

    // 5 / 7 = 71.43 %. The screen was open all the while and hears of the import by itself.
    await home.awaitFigure('Tepat waktu', '71,4 %');
    expect(await home.figure('Permohonan')).toBe('8');

    // The number itself leads to the screen of its measure, with unit and period.
    await home.cell('Tepat waktu').getByRole('link').click();
    await page.waitForURL('**/layanan?**');
    await new Screen(page).complete();
    expect(new Screen(page).selection()).toEqual({ unit: UNIT, ...MAY, field: 'turnaround.dueMetShare' });
    const margin = plain(await page.locator('pandu-measure-note').textContent());
    expect(margin).toContain('71,4 %');
    expect(margin).toContain('2 dari 7 yang jatuh tempo belum selesai tepat waktu');

    // The same file on the screen: the product knows every row already.
    const data = await new ImportsPage(page).open('/data');
    await data.give('mei-2018.csv', caseFile(mayRows()));
    expect(await data.check()).toBe('Semua 8 baris sudah tercatat; tidak ada yang akan berubah.');
  });
});

/** Eight applications of the morning of 7 May 2018, all due by the end of 14 May. */
function mayRows(): readonly CaseRow[] {
  const outcomes: readonly (readonly [completedAt: string, status: string])[] = [
    ['2018-05-08 09:00', 'selesai'],
    ['2018-05-09 09:00', 'selesai'],
    ['2018-05-11 15:59', 'selesai'],
    // The last minute of the day it is due is still in time.
    ['2018-05-14 23:59', 'selesai'],
    // The first minute of the next day is late.
    ['2018-05-15 00:01', 'selesai'],
    ['2018-05-10 10:00', 'ditolak'],
    ['', 'dibatalkan'],
    ['', 'diproses'],
  ];
  return outcomes.map(([completedAt, status], index) => ({
    number: `MEI-${String(index + 1)}`,
    unit: UNIT,
    receivedAt: '2018-05-07 08:00',
    completedAt,
    dueOn: '2018-05-14',
    status,
  }));
}

/** `npm run import` beside the running product. */
async function runImport(
  file: string,
): Promise<{ readonly exitCode: number | null; readonly lastLine: string }> {
  const command = ['run', '--silent', 'import', '--', 'service-cases', file, '--kabupaten', '64.02'];
  const child = spawn('npm', command, {
    stdio: ['ignore', 'pipe', 'inherit'],
    shell: process.platform === 'win32',
    env: { ...process.env, PANDU_DATA_DIR: DATA_FOLDER },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
  const exitCode = await new Promise<number | null>((done, failed) => {
    child.once('error', failed);
    child.once('close', done);
  });
  return { exitCode, lastLine: output.trim().split('\n').at(-1) ?? '' };
}
