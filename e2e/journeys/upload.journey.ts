import { ImportsPage } from '../pages/imports-page.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { ProductApi } from '../pages/product-api.ts';
import { useVisitors } from '../pages/visitors.ts';
import { caseFile, cellsOf, type CaseRow } from './case-file.ts';

const UNIT = 'disdukcapil';
const NOTHING = 'Belum ada data Dinas Kependudukan dan Pencatatan Sipil pada periode ini.';
/** Enough rows that the progress can be seen, and a number that can be divided by four. */
const MANY = 8_000;
/** Months of a year without demo data: every figure in them comes from these files. */
const MARCH = { from: '2019-03-01', to: '2019-03-31' };
const APRIL = { from: '2019-04-01', to: '2019-04-30' };

describe('bringing data in', () => {
  const visitors = useVisitors();

  it('checks first, shows the progress, loads, and home changes by itself', async () => {
    const page = await visitors.signedIn('sekda');
    const home = await new OverviewPage(await page.context().newPage()).open(homeOf(MARCH));
    expect(await home.emptyUnits()).toBe(NOTHING);

    const data = await new ImportsPage(page).open('/data');
    await data.give('maret-2019.csv', caseFile(marchRows()));
    const [checked] = await Promise.all([data.check(), data.progress.waitFor()]);
    expect(checked).toBe('Semua 8.000 baris benar dan siap dimuat.');
    // The check has stored nothing.
    const api = await ProductApi.signIn('sekda');
    expect((await api.summary({ unit: UNIT, ...MARCH })).volume.received).toBe(0);
    expect(await home.emptyUnits()).toBe(NOTHING);

    const [loaded] = await Promise.all([data.load(), data.progress.waitFor()]);
    expect(loaded).toBe('8.000 baris sudah dimuat.');
    // Every fourth row is late: 6.000 of 8.000 were met, which is 75 %.
    await home.awaitFigure('Tepat waktu', '75,0 %');
    await home.awaitFigure('Permohonan', '8.000');
    expect((await api.summary({ unit: UNIT, ...MARCH })).turnaround.dueMet).toBe(6_000);
  });

  it('loads the good rows and gives back the others to be corrected', async () => {
    const page = await visitors.signedIn('sekda');
    const home = await new OverviewPage(await page.context().newPage()).open(homeOf(APRIL));
    const data = await new ImportsPage(page).open('/data');

    await data.give('april-2019.csv', caseFile(aprilRows()));
    expect(await data.check()).toBe('3 baris siap dimuat; 2 perlu diperbaiki.');
    const faults = await data.faults();
    expect(faults.length).toBe(2);
    // The header is row 1 of the file.
    expect(faults[0]).toMatch(/^Baris 3\b.*: selesai tercatat sebelum diterima/);
    expect(faults[1]).toMatch(/^Baris 5\b.*: tanggal 31\/02\/2019 08:00 tidak ada/);

    expect(await data.load()).toBe('3 baris sudah dimuat; 2 ditolak.');
    await home.awaitFigure('Permohonan', '3');

    const rejected = await data.downloadRejected();
    expect(rejected.name).toBe('april-2019-ditolak.csv');
    const [header, ...rows] = cellsOf(rejected.text);
    expect(header?.at(-1)).toBe('Kesalahan');
    expect(rows.map((row) => row[0])).toEqual(['APR-2', 'APR-4']);
    expect(rows[0]?.at(-1)).toMatch(/^Baris 3: .*selesai tercatat sebelum diterima/);
    expect(rows[1]?.at(-1)).toMatch(/^Baris 5: .*tanggal 31\/02\/2019 08:00 tidak ada/);

    // Corrected in the same file; the column with the reasons stays where it is, as it does in practice.
    const corrected = rejected.text
      .replace('2019-04-02 08:00', '2019-04-09 08:00')
      .replace('31/02/2019 08:00', '2019-04-04 08:00');
    await data.give('april-2019-perbaikan.csv', corrected);
    expect(await data.check()).toBe('Semua 2 baris benar dan siap dimuat.');
    expect(await data.load()).toBe('2 baris sudah dimuat.');
    await home.awaitFigure('Permohonan', '5');

    // The same file again changes nothing.
    await data.give('april-2019-sekali-lagi.csv', corrected);
    expect(await data.check()).toBe('Semua 2 baris sudah tercatat; tidak ada yang akan berubah.');
  });
});

function homeOf({ from, to }: { readonly from: string; readonly to: string }): string {
  return `/beranda?unit=${UNIT}&from=${from}&to=${to}`;
}

/** All due on 15 March; every fourth is completed five days later, the others a week before. */
function marchRows(): readonly CaseRow[] {
  return Array.from({ length: MANY }, (_, index) => ({
    number: `MAR-${String(index + 1)}`,
    unit: UNIT,
    receivedAt: '2019-03-04 08:30',
    completedAt: index % 4 === 0 ? '2019-03-20 10:00' : '2019-03-08 10:00',
    dueOn: '2019-03-15',
    status: 'selesai',
  }));
}

/** Five rows; the second is completed before it was received, the fourth came on a day that does not exist. */
function aprilRows(): readonly CaseRow[] {
  return [1, 2, 3, 4, 5].map((number) => ({
    number: `APR-${String(number)}`,
    unit: UNIT,
    receivedAt: number === 4 ? '31/02/2019 08:00' : `2019-04-0${String(number + 2)} 08:00`,
    completedAt: number === 2 ? '2019-04-02 08:00' : '2019-04-09 09:00',
    dueOn: '2019-04-12',
    status: 'selesai',
  }));
}
