import { countsOf, useImports } from './import-file.testing.ts';

/*
 * Calendar of both units: Monday to Friday 08.00–16.00 (WITA). The case is received Monday 2 March 2026 09.00 and
 * completed Tuesday 3 March 10.00: 7 + 2 open hours.
 */
const CASES = [
  'nomor;unit;layanan;diterima;selesai;kunjungan',
  '1;sebulu;kk;2026-03-02 09:00;2026-03-03 10:00;1',
  '2;sebulu;kk;2026-03-02 09:00;;',
];
const HOUR = 3600;

describe('stages of cases', () => {
  const { load, rows } = useImports();

  const STEPS = [
    'nomor;unit;tahap;unit_tahap;mulai;selesai',
    '1;sebulu;Verifikasi berkas;sebulu;2026-03-02 09:00;2026-03-02 10:00',
    // 6 hours of Monday and 1 of Tuesday.
    '1;sebulu;Pencetakan;Dinas Contoh;2026-03-02 10:00;2026-03-03 09:00',
    '2;sebulu;Verifikasi berkas;sebulu;2026-03-02 09:00;',
  ];
  const stages = () =>
    rows<{ step: string; step_unit: string; seconds: number | null; service_code: string }>(
      `select step, step_unit, official_seconds::integer as seconds, service_code from case_steps
        where kabupaten_code = ? order by number, step desc`,
    );

  it('takes the open time of the unit whose stage it is', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    expect(countsOf(await load({ dataset: 'case-steps', lines: STEPS }))).toEqual([3, 3, 0, 0, 0]);
    expect(await stages()).toEqual([
      { step: 'Verifikasi berkas', step_unit: 'sebulu', seconds: HOUR, service_code: 'kk' },
      { step: 'Pencetakan', step_unit: 'dinas', seconds: 7 * HOUR, service_code: 'kk' },
      { step: 'Verifikasi berkas', step_unit: 'sebulu', seconds: null, service_code: 'kk' },
    ]);
    expect(
      await rows(
        `select step, step_unit, completed from step_rollups
          where kabupaten_code = ? and unit_code = 'sebulu' and service_code = 'kk' and grain = 'd' order by step`,
      ),
    ).toEqual([
      { step: 'Pencetakan', step_unit: 'dinas', completed: 1 },
      { step: 'Verifikasi berkas', step_unit: 'sebulu', completed: 1 },
    ]);
  });

  it('changes nothing the second time, and what is changed is counted anew', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    await load({ dataset: 'case-steps', lines: STEPS });
    expect(countsOf(await load({ dataset: 'case-steps', lines: STEPS }))).toEqual([3, 0, 0, 3, 0]);
    const corrected = [STEPS[0] ?? '', '1;sebulu;Pencetakan;dinas;2026-03-02 10:00;2026-03-04 09:00'];
    expect(countsOf(await load({ dataset: 'case-steps', lines: corrected }))).toEqual([1, 0, 1, 0, 0]);
    expect(
      await rows(
        `select bucket::text as day, completed from step_rollups
          where kabupaten_code = ? and unit_code = 'sebulu' and service_code = 'kk' and step = 'Pencetakan' and grain = 'd'`,
      ),
    ).toEqual([{ day: '2026-03-04', completed: 1 }]);
  });

  it('follows the case when it turns out to be about another service', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    await load({ dataset: 'case-steps', lines: STEPS });
    await load({
      dataset: 'pauses',
      lines: ['nomor;unit;mulai;selesai;alasan', '1;sebulu;2026-03-02 13:00;2026-03-02 15:00;berkas-kurang'],
    });
    await load({
      dataset: 'service-cases',
      lines: [CASES[0] ?? '', '1;sebulu;sktm;2026-03-02 09:00;2026-03-03 10:00;1'],
    });
    for (const table of ['case_pauses', 'pause_rollups']) {
      expect(
        await rows(
          `select distinct service_code from ${table} where kabupaten_code = ? and service_code <> '*'`,
        ),
      )
        .withContext(table)
        .toEqual([{ service_code: 'sktm' }]);
    }
    expect((await stages()).map(({ service_code }) => service_code)).toEqual(['sktm', 'sktm', 'kk']);
    expect(
      await rows(
        `select distinct service_code from step_rollups where kabupaten_code = ? and grain = 'd' order by 1`,
      ),
    ).toEqual([{ service_code: '*' }, { service_code: 'sktm' }]);
  });

  it('rejects stages of unknown cases and units, repeated ones, and times that run backwards', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    const result = await load({
      dataset: 'case-steps',
      lines: [
        ...STEPS.slice(0, 2),
        '9;sebulu;Verifikasi berkas;sebulu;2026-03-02 09:00;',
        '1;sebulu;Serah terima;Dinas Contol;2026-03-02 10:00;',
        '1;sebulu;Verifikasi berkas;sebulu;2026-03-02 11:00;',
        '2;sebulu;Pencetakan;dinas;2026-03-02 11:00;2026-03-02 10:00',
      ],
    });
    expect(countsOf(result)).toEqual([5, 1, 0, 0, 4]);
    expect(result.errors.map(({ row, column, message }) => [row, column, message]).toSorted()).toEqual([
      [
        3,
        'nomor',
        jasmine.stringContaining(
          'permohonan nomor “9” tidak ada pada unit sebulu; muat permohonannya dahulu',
        ),
      ],
      [4, 'unit_tahap', jasmine.stringContaining('apakah maksudnya “Dinas Contoh”?')],
      [5, 'tahap', jasmine.stringContaining('sudah ada pada baris 2')],
      [6, 'selesai', jasmine.stringContaining('selesai tercatat sebelum mulai')],
    ]);
  });
});

describe('pauses of cases', () => {
  const { load, rows } = useImports();

  const HEADER = 'nomor;unit;mulai;selesai;alasan;pemohon_diberitahu';
  const clocks = () =>
    rows<{ number: string; official: number | null; paused: number | null; due_source: string | null }>(
      `select number, official_seconds::integer as official, paused_seconds::integer as paused, due_source
         from service_cases where kabupaten_code = ? order by number`,
    );

  it('stops the official clock of the case and of its stages, when the applicant was told', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    await load({
      dataset: 'case-steps',
      lines: [
        'nomor;unit;tahap;unit_tahap;mulai;selesai',
        '1;sebulu;Pencetakan;dinas;2026-03-02 10:00;2026-03-03 09:00',
      ],
    });
    const lines = [
      HEADER,
      '1;sebulu;2026-03-02 13:00;2026-03-02 15:00;berkas-kurang;ya',
      '1;sebulu;2026-03-02 15:30;2026-03-02 16:00;Blangko habis;tidak',
      '2;sebulu;2026-03-02 10:00;;gangguan-sistem;',
    ];
    expect(countsOf(await load({ dataset: 'pauses', lines }))).toEqual([3, 3, 0, 0, 0]);
    expect(await clocks()).toEqual([
      { number: '1', official: 7 * HOUR, paused: 2 * HOUR, due_source: 'standard' },
      { number: '2', official: null, paused: null, due_source: 'paused' },
    ]);
    expect(
      await rows('select official_seconds::integer as seconds from case_steps where kabupaten_code = ?'),
    ).toEqual([{ seconds: 5 * HOUR }]);
    // A pause nobody was told of is kept, but counted nowhere.
    expect(
      await rows(
        `select reason, pauses from pause_rollups where kabupaten_code = ? and unit_code = 'sebulu' and service_code = 'kk'
          and grain = 'd' order by reason`,
      ),
    ).toEqual([
      { reason: 'berkas-kurang', pauses: 1 },
      { reason: 'gangguan-sistem', pauses: 1 },
    ]);
    expect(countsOf(await load({ dataset: 'pauses', lines }))).toEqual([3, 0, 0, 3, 0]);
    const untold = [HEADER, '1;sebulu;2026-03-02 13:00;2026-03-02 15:00;berkas-kurang;tidak'];
    expect(countsOf(await load({ dataset: 'pauses', lines: untold }))).toEqual([1, 0, 1, 0, 0]);
    expect((await clocks())[0]).toEqual({
      number: '1',
      official: 9 * HOUR,
      paused: null,
      due_source: 'standard',
    });
  });

  it('rejects unknown reasons with the list of reasons, and pauses of unknown cases', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    const result = await load({
      dataset: 'pauses',
      lines: [
        HEADER,
        '1;sebulu;2026-03-02 13:00;2026-03-02 15:00;petugas cuti;',
        '7;sebulu;2026-03-02 13:00;;berkas-kurang;',
        '1;sebulu;2026-03-02 13:00;2026-03-02 12:00;berkas-kurang;',
      ],
    });
    expect(countsOf(result)).toEqual([3, 0, 0, 0, 3]);
    expect(result.errors.map(({ row, column, message }) => [row, column, message]).toSorted()).toEqual([
      [
        2,
        'alasan',
        jasmine.stringMatching(/“petugas cuti” tidak dikenal; yang ada: berkas-kurang, .*keadaan-kahar/),
      ],
      [3, 'nomor', jasmine.stringContaining('muat permohonannya dahulu')],
      [4, 'selesai', jasmine.stringContaining('jeda tercatat selesai sebelum mulai')],
    ]);
  });
});

describe('extra sessions', () => {
  const { load, rows } = useImports();

  /** Sunday 1 March 2026: received and completed outside opening hours. */
  const SUNDAY = ['nomor;unit;layanan;diterima;selesai', '1;sebulu;kk;2026-03-01 09:10;2026-03-01 09:40'];
  const official = async () =>
    (
      await rows<{ seconds: number }>(
        'select official_seconds::integer as seconds from service_cases where kabupaten_code = ?',
      )
    )[0]?.seconds;

  it('count as official time of the cases served in them', async () => {
    await load({ dataset: 'service-cases', lines: SUNDAY });
    expect(await official()).toBe(0);
    const lines = [
      'unit;layanan;tanggal;mulai;sampai;keterangan',
      'sebulu;;01/03/2026;09.00;11.00;Layanan Minggu',
    ];
    expect(countsOf(await load({ dataset: 'extra-sessions', lines }))).toEqual([1, 1, 0, 0, 0]);
    // From the start of the session up to the completion, as far as it lies behind the receipt: 09.10–09.40.
    expect(await official()).toBe(HOUR / 2);
    expect(countsOf(await load({ dataset: 'extra-sessions', lines }))).toEqual([1, 0, 0, 1, 0]);
    const shorter = [lines[0] ?? '', 'sebulu;;01/03/2026;09.00;09.20;Layanan Minggu'];
    expect(countsOf(await load({ dataset: 'extra-sessions', lines: shorter }))).toEqual([1, 0, 1, 0, 0]);
    // Now it was received in the session, but completed after it: 09.10–09.20.
    expect(await official()).toBe(600);
  });

  it('are rejected when they end before they begin, or at a time that is not there', async () => {
    const result = await load({
      dataset: 'extra-sessions',
      lines: [
        'unit;tanggal;mulai;sampai',
        'sebulu;2026-03-01;11:00;09:00',
        'sebulu;2026-03-08;09:00;25:00',
        'sebulu;2026-03-15;pagi;11:00',
      ],
    });
    expect(result.errors.map(({ row, column, code }) => [row, column, code]).toSorted()).toEqual([
      [2, 'sampai', 'session-without-length'],
      [3, 'sampai', 'time-impossible'],
      [4, 'mulai', 'time-unreadable'],
    ]);
  });
});
