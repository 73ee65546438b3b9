import { countsOf, useImports } from '../loading/import-file.testing.ts';

/** What figures are judged by: targets, working calendar, service standards. */
describe('targets by file', () => {
  const { load, rows } = useImports();

  const HEADER = 'unit;tingkat;layanan;ukuran;angka;berlaku_mulai;berlaku_sampai;minimal;maksimal;dasar';

  it('are kept as shares, minutes and scores, whichever name the kamus has for them', async () => {
    const lines = [
      HEADER,
      ';kecamatan;;turnaround;dueMetShare;2026-01-01;;90 %;;Perbup 12/2026',
      'sebulu;;kk;turnaround;dueMetShare;2026-01-01;2026-12-31;85,5;;',
      ';;;ikm;score;2026-01-01;;81,25;;',
      ';;;turnaround;medianWorkingMinutes;2026-01-01;;;120;',
    ];
    expect(countsOf(await load({ dataset: 'targets', lines }))).toEqual([4, 4, 0, 0, 0]);
    expect(
      await rows(
        `select unit_code as unit, unit_kind as kind, service_code as service, field, valid_to::text as until,
                at_least::float as least, at_most::float as most, legal_basis as basis
           from targets where kabupaten_code = ? order by field, unit_code`,
      ),
    ).toEqual([
      {
        unit: '*',
        kind: 'kecamatan',
        service: '*',
        field: 'dueMetShare',
        until: null,
        least: 0.9,
        most: null,
        basis: 'Perbup 12/2026',
      },
      {
        unit: 'sebulu',
        kind: '*',
        service: 'kk',
        field: 'dueMetShare',
        until: '2026-12-31',
        least: 0.855,
        most: null,
        basis: null,
      },
      {
        unit: '*',
        kind: '*',
        service: '*',
        field: 'medianWorkingMinutes',
        until: null,
        least: null,
        most: 120,
        basis: null,
      },
      {
        unit: '*',
        kind: '*',
        service: '*',
        field: 'score',
        until: null,
        least: 81.25,
        most: null,
        basis: null,
      },
    ]);
    expect(countsOf(await load({ dataset: 'targets', lines }))).toEqual([4, 0, 0, 4, 0]);
    const raised = [HEADER, ';kecamatan;;turnaround;dueMetShare;2026-01-01;;92;;Perbup 12/2026'];
    expect(countsOf(await load({ dataset: 'targets', lines: raised }))).toEqual([1, 0, 1, 0, 0]);
  });

  it('are rejected where a number could mean two things, and where nothing says what is meant', async () => {
    const result = await load({
      dataset: 'targets',
      lines: [
        HEADER,
        ';kecamatan;;turnaround;dueMetShare;2026-01-01;;0,9;;',
        ';;;turnaround;dueMetShar;2026-01-01;;90;;',
        'sebulu;kecamatan;;turnaround;dueMetShare;2026-01-01;;90;;',
        ';;;turnaround;dueMetShare;2026-01-01;;;;',
        ';;;ikm;score;2026-01-01;;90 %;;',
        ';;;turnaround;dueMetShare;2026-01-01;2025-12-31;90;80;',
      ],
    });
    expect(countsOf(result)).toEqual([6, 0, 0, 0, 6]);
    expect(result.errors.map(({ row, code }) => [row, code]).toSorted()).toEqual([
      [2, 'percent-ambiguous'],
      [3, 'field-unknown'],
      [4, 'unit-and-level'],
      [5, 'limit-missing'],
      [6, 'percent-unexpected'],
      [7, 'ends-before-start'],
      [7, 'limits-crossed'],
    ]);
    expect(result.errors.map(({ message }) => message)).toContain(
      'Baris 2: minimal “0,9” bermakna ganda; tulis persennya, misalnya 90 % atau 0,9 %.',
    );
  });
});

describe('the working calendar by file', () => {
  const { load, rows, kabupaten } = useImports();

  const HEADER = 'tanggal;jenis;keterangan;unit;kalender;mulai;sampai';
  /** A promise of three working days from Thursday 18 June 2026: Friday 19, Monday 22, Tuesday 23. */
  const OPEN = [
    'nomor;unit;layanan;diterima;selesai',
    '1;sebulu;contoh;2026-06-18 09:00;',
    '2;dinas;contoh;2026-06-18 09:00;',
  ];
  const DONE = '3;sebulu;contoh;2026-06-18 09:00;2026-06-23 10:00';

  beforeEach(async () => {
    await load({ dataset: 'services', lines: ['kode;nama', 'contoh;Layanan Contoh'] });
    await load({
      dataset: 'service-standards',
      lines: ['layanan;berlaku_mulai;janji;satuan', 'contoh;2026-01-01;3;hari kerja'],
    });
    await load({ dataset: 'service-cases', lines: [...OPEN, DONE] });
  });
  const deadlines = async () =>
    (
      await rows<{ due: string }>(
        'select due_on::text as due from service_cases where kabupaten_code = ? order by number',
      )
    ).map(({ due }) => due.slice(5));

  it('closes all units on a day, and moves what is open, in a version with its reason', async () => {
    expect(await deadlines()).toEqual(['06-23', '06-23', '06-23']);
    const lines = [HEADER, '2026-06-22;libur;Hari jadi kabupaten;;;;'];
    expect(countsOf(await load({ dataset: 'calendar', lines }))).toEqual([1, 1, 0, 0, 0]);
    expect(await deadlines()).toEqual(['06-24', '06-24', '06-23']);
    expect(
      await rows(
        "select version, reason from calendar_versions where kabupaten_code = ? and calendar_code = 'default' order by version",
      ),
    ).toEqual([
      { version: 1, reason: null },
      { version: 2, reason: 'Libur lokal 22 Jun 2026 ditambahkan: Hari jadi kabupaten' },
    ]);
    expect(countsOf(await load({ dataset: 'calendar', lines }))).toEqual([1, 0, 0, 1, 0]);
    const lifted = [HEADER, '2026-06-22;hari kerja;Batal libur;;;;'];
    expect(countsOf(await load({ dataset: 'calendar', lines: lifted }))).toEqual([1, 0, 1, 0, 0]);
    expect(await deadlines()).toEqual(['06-23', '06-23', '06-23']);
    expect(countsOf(await load({ dataset: 'calendar', lines: lifted }))).toEqual([1, 0, 0, 1, 0]);
  });

  it('gives a unit that alone is closed a calendar of its own', async () => {
    await load({
      dataset: 'calendar',
      lines: [HEADER, '2026-06-22;libur;Banjir;sebulu;;;', '2026-06-23;libur;Haul;;;;'],
    });
    expect(await deadlines()).toEqual(['06-25', '06-24', '06-23']);
    expect(
      await rows(
        "select code, calendar_code from units where kabupaten_code = ? and code in ('sebulu', 'dinas') order by code",
      ),
    ).toEqual([
      { code: 'dinas', calendar_code: 'default' },
      { code: 'sebulu', calendar_code: 'sebulu' },
    ]);
  });

  it('opens a Saturday, with hours', async () => {
    await load({
      dataset: 'calendar',
      lines: [HEADER, '2026-06-20;hari kerja khusus;Ganti libur;;Senin–Jumat 08.00–16.00;08:00;12:00'],
    });
    expect(await deadlines()).toEqual(['06-22', '06-22', '06-23']);
  });

  it('rejects working days without hours and on national holidays, and calendars that are not there', async () => {
    const result = await load({
      dataset: 'calendar',
      lines: [
        HEADER,
        '2026-06-20;hari-kerja;Ganti libur;;;;',
        '2026-06-16;hari-kerja;Tetap buka;;;08:00;12:00',
        '2026-06-17;libur;Cuti;;malam;;',
        `2026-06-17;libur;Cuti;${kabupaten()};default;;`,
      ],
    });
    expect(countsOf(result)).toEqual([4, 0, 0, 0, 4]);
    expect(result.errors.map(({ row, code }) => [row, code]).toSorted()).toEqual([
      [2, 'hours-missing'],
      [3, 'national-holiday'],
      [4, 'calendar-unknown'],
      [5, 'unit-and-calendar'],
    ]);
    expect(await deadlines()).toEqual(['06-23', '06-23', '06-23']);
  });
});

describe('service standards by file', () => {
  const { load, rows } = useImports();

  const HEADER = 'layanan;berlaku_mulai;janji;satuan;biaya;dasar_hukum;persyaratan;tanggal_fkp;peserta_fkp';
  const FIRST = [HEADER, 'kk;2026-01-01;3;hari kerja;0;Perbup 12/2026;KTP-el;;'];

  it('keep their components, and take nothing from what the file has no column for', async () => {
    const [before] = await rows<{ count: number }>(
      "select count(*) as count from service_standards where kabupaten_code = ? and service_code = 'kk'",
    );
    expect(countsOf(await load({ dataset: 'service-standards', lines: FIRST }))).toEqual([1, 1, 0, 0, 0]);
    expect(countsOf(await load({ dataset: 'service-standards', lines: FIRST }))).toEqual([1, 0, 0, 1, 0]);
    const more = [
      'layanan;berlaku_mulai;janji;satuan;produk;tanggal_fkp;peserta_fkp',
      'kk;2026-01-01;3;hari kerja;Kartu Keluarga;2026-05-20;Warga dan kepala desa',
    ];
    expect(countsOf(await load({ dataset: 'service-standards', lines: more }))).toEqual([1, 0, 1, 0, 0]);
    expect(
      await rows(
        `select promise_amount::integer as amount, promise_unit as unit, fee::integer as fee, legal_basis as basis, components,
                consultation, confirmed from service_standards
          where kabupaten_code = ? and service_code = 'kk' and valid_from = '2026-01-01'`,
      ),
    ).toEqual([
      {
        amount: 3,
        unit: 'working-days',
        fee: 0,
        basis: 'Perbup 12/2026',
        components: { requirements: 'KTP-el', product: 'Kartu Keluarga' },
        consultation: { heldOn: '2026-05-20', participants: 'Warga dan kepala desa' },
        confirmed: true,
      },
    ]);
    const [after] = await rows<{ count: number }>(
      "select count(*) as count from service_standards where kabupaten_code = ? and service_code = 'kk'",
    );
    expect(Number(after?.count) - Number(before?.count)).toBe(1);
  });

  it('move the deadlines of open cases received since, and of no other', async () => {
    await load({ dataset: 'service-standards', lines: FIRST });
    await load({
      dataset: 'service-cases',
      lines: [
        'nomor;unit;layanan;diterima;selesai',
        // Received Thursday 11 and Thursday 18 June 2026; Tuesday 16 is a holiday.
        '1;sebulu;kk;2026-06-11 09:00;',
        '2;sebulu;kk;2026-06-18 09:00;',
        '3;sebulu;kk;2026-06-18 09:00;2026-06-19 09:00',
      ],
    });
    const due = () =>
      rows(
        'select due_on::text as due, standard_from::text as since from service_cases where kabupaten_code = ? order by number',
      );
    await load({ dataset: 'service-standards', lines: [HEADER, 'kk;2026-06-15;1;hari-kerja;0;;;;'] });
    expect(await due()).toEqual([
      // Friday 12, Monday 15, Wednesday 17.
      { due: '2026-06-17', since: '2026-01-01' },
      { due: '2026-06-19', since: '2026-06-15' },
      { due: '2026-06-23', since: '2026-01-01' },
    ]);
  });

  it('are rejected with half a working day, an unknown unit of time, or a consultation without its date', async () => {
    const result = await load({
      dataset: 'service-standards',
      lines: [
        HEADER,
        'kk;2026-01-01;1,5;hari kerja;;;;;',
        'sktm;2026-01-01;2;pekan;;;;;',
        'kk;2026-02-01;2;jam kerja;;;;;Warga',
      ],
    });
    expect(result.errors.map(({ row, column, code }) => [row, column, code]).toSorted()).toEqual([
      [2, 'janji', 'promise-not-whole'],
      [3, 'satuan', 'choice-unknown'],
      [4, 'tanggal_fkp', 'consultation-without-date'],
    ]);
  });
});
