import { countsOf, useImports } from './import-file.testing.ts';

describe('milestones of pilots by file', () => {
  const { load, rows, dataVersion } = useImports();

  const HEADER =
    'program;unit;nomor;tonggak;bobot;rencana_mulai;rencana_selesai;mulai;selesai;persen;keterangan';
  const FILE = [
    HEADER,
    'Loket Cepat;dinas;1;Ruang siap;25;2026-01-05;2026-02-28;2026-01-12;2026-02-20;;',
    'loket  cepat;;2;Jaringan siap;75;2026-02-01;31/05/2026;;;40 %;Kabel sudah datang',
  ];
  const import_ = (lines: readonly string[]) => load({ dataset: 'pilot-milestones', lines });
  const milestones = () =>
    rows(
      `select p.code, p.unit_code as unit, p.starts_on as starts, m.number, m.weight::float as weight, m.done_share::float as done,
              m.finished_on as finished,
              (select count(*)::int from milestone_plans l where l.kabupaten_code = m.kabupaten_code and l.milestone_id = m.id) as plans,
              (select count(*)::int from milestone_reports r where r.kabupaten_code = m.kabupaten_code and r.milestone_id = m.id) as reports
         from pilot_milestones m join pilot_programmes p on p.kabupaten_code = m.kabupaten_code and p.id = m.programme_id
        where m.kabupaten_code = ? order by p.code, m.number`,
    );

  it('make their programme where they name a unit, and are the same again', async () => {
    expect(countsOf(await import_(FILE))).toEqual([2, 2, 0, 0, 0]);
    const programme = { code: 'loket-cepat', unit: 'dinas', starts: '2026-01-05' };
    const expected = [
      { ...programme, number: '1', weight: 25, done: 1, finished: '2026-02-20', plans: 1, reports: 1 },
      { ...programme, number: '2', weight: 75, done: 0.4, finished: null, plans: 1, reports: 1 },
    ];
    expect(await milestones()).toEqual(expected);
    const version = await dataVersion();
    expect(countsOf(await import_(FILE))).toEqual([2, 0, 0, 2, 0]);
    expect(await milestones()).toEqual(expected);
    expect(await dataVersion()).toBe(version);
  });

  it('become a new plan where the plan changed, and a report where the share did', async () => {
    await import_(FILE);
    const later = [
      'Programme;number;milestone;weight;plannedStart;plannedFinish;donePercent',
      'loket-cepat;2;Jaringan siap;75;2026-02-01;2026-08-15;60',
    ];
    expect(countsOf(await import_(later))).toEqual([1, 0, 1, 0, 0]);
    expect(
      await rows(
        `select l.version, l.planned_finish_on as finish, l.reason from milestone_plans l
           join pilot_milestones m on m.kabupaten_code = l.kabupaten_code and m.id = l.milestone_id
          where l.kabupaten_code = ? and m.number = '2' order by l.version`,
      ),
    ).toEqual([
      { version: 1, finish: '2026-05-31', reason: null },
      { version: 2, finish: '2026-08-15', reason: 'impor berkas' },
    ]);
    expect(countsOf(await import_(later))).toEqual([1, 0, 0, 1, 0]);
  });

  it('are refused with row and column where they cannot be', async () => {
    await import_(FILE);
    const result = await import_([
      HEADER,
      'Tidak Ada;;1;Tonggak;10;2026-01-05;2026-02-28;;;;',
      'Loket Cepat;sebulu;3;Tonggak;10;2026-01-05;2026-02-28;;;;',
      'Loket Cepat;;4;Tonggak;10;2026-03-05;2026-02-28;;;;',
      'Loket Cepat;;5;Tonggak;10;2026-01-05;2026-02-28;;;0,4;',
      'Loket Cepat;;6;Tonggak;10;2026-01-05;2026-02-28;;;120;',
      'Loket Cepat;;7;Tonggak;0;2026-01-05;2026-02-28;;;;',
      'Loket Cepat;;8;Tonggak;10;2026-01-05;2026-02-28;;2026-02-20;50;',
      'Loket Cepat;;2;Jaringan siap;75;2026-02-01;2026-05-31;;;40 %;',
      'Loket Cepat;;2;Jaringan lagi;75;2026-02-01;2026-05-31;;;40 %;',
    ]);
    expect(countsOf(result)).toEqual([9, 0, 0, 1, 8]);
    const told = result.errors
      .map(({ row, column, code }) => [row, column, code])
      .toSorted((a, b) => Number(a[0]) - Number(b[0]));
    expect(told).toEqual([
      [2, 'program', 'programme-unknown'],
      [3, 'unit', 'unit-differs'],
      [4, 'rencana_selesai', 'ends-before-start'],
      [5, 'persen', 'percent-ambiguous'],
      [6, 'persen', 'number-out-of-range'],
      [7, 'bobot', 'number-out-of-range'],
      [8, 'persen', 'finished-not-done'],
      [10, 'nomor', 'key-repeated'],
    ]);
    expect(result.errors.find(({ row }) => row === 2)?.message).toBe(
      'Baris 2: program “Tidak Ada” belum ada; isi kolom unit agar program ini dibuat, atau periksa namanya.',
    );
  });

  it('take a sign-off away when the file says that it is not done', async () => {
    await import_(FILE);
    await rows(
      `update pilot_milestones set signed_at = now(), signed_title = 'Kepala Bagian Organisasi'
        where kabupaten_code = ? and number = '1' returning id`,
    );
    await import_([HEADER, 'Loket Cepat;;1;Ruang siap;25;2026-01-05;2026-02-28;;;80;']);
    expect(
      await rows(
        `select done_share::float as done, signed_at as signed from pilot_milestones where kabupaten_code = ? and number = '1'`,
      ),
    ).toEqual([{ done: 0.8, signed: null }]);
  });
});
