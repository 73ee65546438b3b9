import { CASES, HEADER, countsOf, useImports } from './import-file.testing.ts';

/** What a second file does to records that are there: what it tells is taken over, what it has no column for stays. */
describe('an import of records that are known', () => {
  const { dataVersion, load, rows } = useImports();

  it('is idempotent by key', async () => {
    expect(countsOf(await load({ dataset: 'service-cases', lines: CASES }))).toEqual([3, 3, 0, 0, 0]);
    const version = await dataVersion();
    expect(countsOf(await load({ dataset: 'service-cases', lines: CASES }))).toEqual([3, 0, 0, 3, 0]);
    // Nothing changed, so that no screen has to fetch anything.
    expect(await dataVersion()).toBe(version);
    expect(await rows('select 1 from record_changes where kabupaten_code = ?')).toEqual([]);
  });

  it('updates a changed row and keeps what it was', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    const version = await dataVersion();
    const changed = [HEADER, '2;sebulu;kk;tatap-muka;2026-03-02 09:30;2026-03-05 09:30;selesai;P-2;2'];
    expect(countsOf(await load({ dataset: 'service-cases', lines: changed }))).toEqual([1, 0, 1, 0, 0]);
    expect(await dataVersion()).toBe(version + 1);
    const [change, ...others] = await rows<{
      dataset: string;
      changed_by: string;
      old_values: Record<string, unknown>;
      new_values: Record<string, unknown>;
    }>('select dataset, changed_by, old_values, new_values from record_changes where kabupaten_code = ?');
    expect(others).toEqual([]);
    expect(change).toEqual(jasmine.objectContaining({ dataset: 'service-cases', changed_by: 'uji' }));
    expect([
      change?.old_values['status'],
      change?.old_values['completed_at'],
      change?.new_values['status'],
    ]).toEqual(['diproses', null, 'selesai']);
    expect(
      await rows(
        "select status, staff, official_seconds from service_cases where kabupaten_code = ? and number = '2'",
      ),
    ).toEqual([
      // Monday 09.30 → Thursday 09.30: three days of eight hours.
      { status: 'selesai', staff: 'P-2', official_seconds: 3 * 8 * 3600 },
    ]);
  });

  it('leaves alone what the file has no column for, and empties what it has one for', async () => {
    await load({ dataset: 'service-cases', lines: CASES });
    const short = [
      'nomor;unit;layanan;kanal;diterima;selesai;status',
      '1;sebulu;kk;tatap-muka;2026-03-02 09:00;2026-03-02 11:00;selesai',
    ];
    expect(countsOf(await load({ dataset: 'service-cases', lines: short }))).toEqual([1, 0, 1, 0, 0]);
    const first = () =>
      rows<Record<string, unknown>>(
        `select staff, visits from service_cases where kabupaten_code = ? and number = '1' and unit_code = 'sebulu'`,
      );
    expect(await first()).toEqual([{ staff: 'P-1', visits: 1 }]);
    expect(
      countsOf(
        await load({
          dataset: 'service-cases',
          lines: [HEADER, '1;sebulu;kk;tatap-muka;2026-03-02 09:00;2026-03-02 11:00;selesai;;'],
        }),
      ),
    ).toEqual([1, 0, 1, 0, 0]);
    expect(await first()).toEqual([{ staff: null, visits: null }]);
  });

  it('does not forget channel, deadline, completion and status for want of a column', async () => {
    const full = [
      'nomor;unit;layanan;kanal;diterima;selesai;status;tenggat',
      '1;sebulu;kk;web;2026-03-02 09:00;2026-03-02 10:00;ditolak;2026-03-06',
    ];
    await load({ dataset: 'service-cases', lines: full });
    const result = await load({
      dataset: 'service-cases',
      lines: ['nomor;unit;layanan;diterima', '1;sebulu;kk;2026-03-02 09:00'],
    });
    expect(countsOf(result)).toEqual([1, 0, 0, 1, 0]);
    expect(
      await rows(
        `select channel, status, due_source, completed_at is not null as done from service_cases where kabupaten_code = ?`,
      ),
    ).toEqual([{ channel: 'web', status: 'ditolak', due_source: 'own', done: true }]);
  });

  it('keeps a refusal when only the day is told, and follows a status that is told', async () => {
    const full = [
      'nomor;unit;layanan;diterima;selesai;status',
      '1;sebulu;kk;2026-03-02 09:00;2026-03-02 10:00;ditolak',
      '2;sebulu;kk;2026-03-02 09:00;;ditunda',
    ];
    await load({ dataset: 'service-cases', lines: full });
    const result = await load({
      dataset: 'service-cases',
      lines: [
        'nomor;unit;layanan;diterima;selesai',
        '1;sebulu;kk;2026-03-02 09:00;2026-03-02 11:00',
        '2;sebulu;kk;2026-03-02 09:00;2026-03-02 12:00',
      ],
    });
    expect(countsOf(result)).toEqual([2, 0, 2, 0, 0]);
    const states = () =>
      rows(
        'select number, status, completed_at is not null as done from service_cases where kabupaten_code = ? order by number',
      );
    expect(await states()).toEqual([
      { number: '1', status: 'ditolak', done: true },
      { number: '2', status: 'selesai', done: true },
    ]);
    await load({
      dataset: 'service-cases',
      lines: ['nomor;unit;layanan;diterima;status', '1;sebulu;kk;2026-03-02 09:00;diproses'],
    });
    expect((await states())[0]).toEqual({ number: '1', status: 'diproses', done: false });
    // A receipt after the completion that is known cannot keep that completion.
    await load({
      dataset: 'service-cases',
      lines: ['nomor;unit;layanan;diterima', '2;sebulu;kk;2026-03-03 09:00'],
    });
    expect((await states())[1]).toEqual({ number: '2', status: 'diterima', done: false });
  });

  it('does not forget what a file of complaints has no column for', async () => {
    await load({
      dataset: 'complaints',
      lines: [
        'nomor;unit;layanan;kanal;klasifikasi;diterima;selesai;tenggat;status;isi',
        '1;sebulu;kk;web;normatif;2026-03-02;2026-03-04;2026-03-06;ditutup;Lampu padam',
        '2;sebulu;kk;web;normatif;2026-03-02;;;ditindaklanjuti;',
      ],
    });
    const short = await load({
      dataset: 'complaints',
      lines: ['nomor;unit;diterima', '1;sebulu;2026-03-02', '2;sebulu;2026-03-02'],
    });
    expect(countsOf(short)).toEqual([2, 0, 0, 2, 0]);
    const response = await load({
      dataset: 'complaints',
      lines: [
        'nomor;unit;diterima;ditanggapi',
        '1;sebulu;2026-03-02;2026-03-03',
        '2;sebulu;2026-03-02;2026-03-05',
      ],
    });
    expect(countsOf(response)).toEqual([2, 0, 2, 0, 0]);
    expect(
      await rows(
        'select number, service_code, channel, class, status, due_source, body, resolved_at is not null as resolved from complaints where kabupaten_code = ? order by number',
      ),
    ).toEqual([
      {
        number: '1',
        service_code: 'kk',
        channel: 'web',
        class: 'normatif',
        status: 'ditutup',
        due_source: 'own',
        body: 'Lampu padam',
        resolved: true,
      },
      {
        number: '2',
        service_code: 'kk',
        channel: 'web',
        class: 'normatif',
        status: 'ditindaklanjuti',
        due_source: 'class',
        body: null,
        resolved: false,
      },
    ]);
  });
});
