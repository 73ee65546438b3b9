import type { ServiceCase, ServiceCaseLine } from '#contract/service-cases';
import { problemOf, type ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

interface Page {
  readonly items: ServiceCaseLine[];
  readonly nextCursor: string | null;
  readonly total: number;
}

/** Tuesday 17 March 2026, 10.00 WITA: 18–24 March are off but for nothing; 25, 26 and 27 are the next working days. */
const NOW = '2026-03-17T10:00:00+08:00';
const CODE = 'berkas-uji';

describe('the records behind a number', () => {
  let product: TestProduct;
  let bupati: ApiCaller;
  let camat: ApiCaller;
  let made = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW, demo: false });
    await product.addKabupaten(CODE, 'Asia/Makassar');
    const unit = (code: string, parentCode: string, more: Record<string, string> = {}) => ({
      code,
      name: `Unit ${code}`,
      kind: 'skpd',
      parentCode,
      validFrom: null as string | null,
      validTo: null as string | null,
      predecessorCode: null as string | null,
      ...more,
    });
    await product.load(CODE, 'units', [
      ...[
        'dasar',
        'daftar',
        'unduh',
        'jam',
        'riwayat',
        'segera',
        'camat',
        'lama',
        'kelak',
        'jeda',
        'barat',
        'timur',
      ].map((code) => unit(code, CODE)),
      unit('titik', 'lama', { validTo: '2026-02-28' }),
    ]);
    await product.addPerson('bupati', { role: 'bupati', kabupaten: CODE });
    await product.addPerson('camat', { role: 'camat', kabupaten: CODE, unit: 'camat' });
    bupati = await product.signIn('bupati');
    camat = await product.signIn('camat');
    await load([serviceCase('dasar', '2026-03-02 09:00'), serviceCase('dasar', '2026-03-03 09:00')]);
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  const wita = (local: string) => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
  function serviceCase(
    unit: string,
    received: string,
    completed: string | null = null,
    more: Record<string, string | number> = {},
  ) {
    return {
      number: `B-${String((made += 1)).padStart(3, '0')}`,
      unit,
      service: 'kk',
      channel: 'tatap-muka',
      receivedAt: wita(received),
      completedAt: completed === null ? null : wita(completed),
      status: completed === null ? 'diproses' : 'selesai',
      dueAt: null as string | null,
      staff: null as string | null,
      ...more,
    };
  }
  const load = (cases: ReturnType<typeof serviceCase>[]) => product.load(CODE, 'service-cases', cases);
  const list = (query: string): Promise<Page> => bupati.read<Page>(`/service-cases?${query}`);
  async function only(unit: string): Promise<ServiceCase> {
    const { items } = await list(`unit=${unit}`);
    return bupati.read<ServiceCase>(`/service-cases/${items[0]?.id ?? ''}`);
  }

  it('come in one order from several units, whatever day they are counted by', async () => {
    // In May 2025: by turns in two units, received hour by hour, completed the later the earlier they came.
    const cases = Array.from({ length: 12 }, (_, index) => {
      const day = String(5 + index).padStart(2, '0');
      const done = String(30 - index).padStart(2, '0');
      return serviceCase(
        index % 2 === 0 ? 'barat' : 'timur',
        `2025-05-${day} 09:00`,
        `2025-05-${done} 09:00`,
        {
          dueAt: wita(`2025-05-${String(8 + ((index * 5) % 12)).padStart(2, '0')} 12:00`),
        },
      );
    });
    await load(cases);
    const numbersBy = (key: (one: (typeof cases)[number]) => string, descending: boolean) =>
      cases
        .toSorted((a, b) => (descending ? -1 : 1) * key(a).localeCompare(key(b)))
        .map(({ number }) => number);
    const received = (one: (typeof cases)[number]) => one.receivedAt;
    for (const [query, expected] of [
      ['count=volume.received&sort=newest', numbersBy(received, true)],
      ['count=volume.received&sort=oldest', numbersBy(received, false)],
      ['count=volume.completed&sort=newest', numbersBy(received, true)],
      ['count=volume.completed&sort=oldest', numbersBy(received, false)],
      ['count=turnaround.due&sort=due', numbersBy(({ dueAt }) => dueAt ?? '', false)],
      ['count=turnaround.due&sort=newest', numbersBy(received, true)],
    ] as const) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: Page = await list(`from=2025-05-01&to=2025-05-31&${query}&limit=5&cursor=${cursor}`);
        expect(page.total).withContext(query).toBe(12);
        seen.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      }
      expect(seen).withContext(query).toEqual(expected);
    }
  });

  it('come page by page in every order, each once, also where instants are the same', async () => {
    const cases = [
      serviceCase('daftar', '2026-03-02 09:00', null, { dueAt: wita('2026-03-09 12:00') }),
      serviceCase('daftar', '2026-03-02 09:00', null, { dueAt: wita('2026-03-04 12:00') }),
      serviceCase('daftar', '2026-03-02 09:00', null, { dueAt: wita('2026-03-04 12:00') }),
      serviceCase('daftar', '2026-03-05 09:00', null, { dueAt: wita('2026-03-06 12:00') }),
      serviceCase('daftar', '2026-03-04 09:00', null, { service: 'umum' }),
      serviceCase('daftar', '2026-03-03 09:00', null, { service: 'umum' }),
    ];
    await load(cases);
    const numbers = cases.map(({ number }) => number);
    const [late, same, alike, latest, open, older] = numbers;
    for (const [sort, expected] of [
      ['newest', [[latest], [open], [older], [late, same, alike]]],
      ['oldest', [[late, same, alike], [older], [open], [latest]]],
      // What has no deadline comes last.
      ['due', [[same, alike], [latest], [late], [open, older]]],
    ] as const) {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Page = await list(`unit=daftar&sort=${sort}&limit=1&cursor=${cursor}`);
        expect(page.total).toBe(6);
        seen.push(...page.items.map(({ number }) => number));
        cursor = page.nextCursor;
      }
      expect(seen.toSorted()).withContext(sort).toEqual(numbers.toSorted());
      let at = 0;
      for (const group of expected) {
        expect(seen.slice(at, at + group.length).toSorted())
          .withContext(sort)
          .toEqual([...group].map((number) => number ?? '').toSorted());
        at += group.length;
      }
    }
  });

  it('are found by the beginning of their number, and by nothing else of it', async () => {
    expect((await list('search=b-00')).items.length).toBeGreaterThan(0);
    expect((await list('search=-00')).total).toBe(0);
    expect((await list('search=%25')).total).toBe(0);
  });

  it('are refused with a cursor of another order, or one that nobody gave out', async () => {
    const { nextCursor } = await list('unit=dasar&limit=1');
    for (const query of [
      `sort=due&cursor=${nextCursor ?? ''}`,
      'cursor=x',
      `cursor=${Buffer.from('["newest","2026-02-31 00:00:00+00","0198c0de-0000-7000-8000-000000000000"]').toString('base64url')}`,
    ]) {
      const answer = await bupati.get(`/service-cases?${query}`);
      expect([answer.status, problemOf(answer).code])
        .withContext(query)
        .toEqual([400, 'cursor-invalid']);
    }
  });

  it('that fall due soon are the open ones due by the second working day after today', async () => {
    // 18–20 and 23–24 March 2026 are Nyepi, Idulfitri and cuti bersama: the next working days are 25 and 26 March.
    const cases = [
      serviceCase('segera', '2026-03-16 09:00', null, { dueAt: wita('2026-03-17 09:59') }),
      serviceCase('segera', '2026-03-16 09:00', null, { dueAt: wita('2026-03-17 10:01') }),
      serviceCase('segera', '2026-03-16 09:00', null, { dueAt: wita('2026-03-26 23:59') }),
      serviceCase('segera', '2026-03-16 09:00', null, { dueAt: wita('2026-03-27 00:00') }),
      serviceCase('segera', '2026-03-16 09:00', '2026-03-16 10:00', { dueAt: wita('2026-03-25 09:00') }),
    ];
    await load(cases);
    const { items, total } = await list('unit=segera&count=turnaround.dueSoon&sort=due');
    expect(items.map(({ number }) => number)).toEqual([cases[1]?.number ?? '', cases[2]?.number ?? '']);
    expect(total).toBe(2);
    expect((await list('unit=segera&count=turnaround.overdue')).items.map(({ number }) => number)).toEqual([
      cases[0]?.number ?? '',
    ]);
  });

  it('belong to a unit on the days on which the unit below belonged to it', async () => {
    await load([serviceCase('titik', '2026-02-27 09:00'), serviceCase('titik', '2026-03-02 09:00')]);
    const both = 'count=volume.received&from=2026-02-01&to=2026-03-31';
    expect((await list(`unit=titik&${both}`)).total).toBe(2);
    expect((await list(`unit=lama&${both}`)).total).toBe(1);
    expect((await list(`unit=lama&self=true&${both}`)).total).toBe(0);
  });

  it('are not there for who may not see them', async () => {
    await load([serviceCase('camat', '2026-03-02 09:00')]);
    const foreign = (await list('unit=dasar&limit=1')).items[0]?.id ?? '';
    expect((await camat.get(`/service-cases/${foreign}`)).status).toBe(404);
    expect((await camat.get('/service-cases?unit=dasar')).status).toBe(404);
    const { items } = await camat.read<Page>('/service-cases');
    expect(new Set(items.map(({ unit }) => unit.code))).toEqual(new Set(['camat']));
  });

  it('tell who worked on them to their own unit only', async () => {
    await load([serviceCase('camat', '2026-03-03 09:00', null, { staff: 'Rina Wati' })]);
    const { items } = await camat.read<Page>('/service-cases?limit=1');
    const path = `/service-cases/${items[0]?.id ?? ''}`;
    expect((await camat.read<ServiceCase>(path)).staff).toBe('Rina Wati');
    expect((await bupati.get(path)).text).not.toContain('Rina');
  });

  it('explain their deadline day by day: 3 working days from 17 March 2026 end on 27 March', async () => {
    await product.database
      .owner('service_standards')
      .where({ kabupaten_code: CODE, service_code: 'kk' })
      .update({ promise_unit: 'working-days', promise_amount: 3, valid_from: '2020-01-01' });
    await load([serviceCase('jam', '2026-03-17 08:30')]);
    const it = await only('jam');
    expect([it.dueAt, it.dueAtEndOfDay, it.verdict]).toEqual(['2026-03-27T15:59:59.999Z', true, 'running']);
    expect(it.deadline.source).toBe('standard');
    expect(it.deadline.reproduced).toBeTrue();
    expect(it.deadline.steps.map(({ day, kind }) => [day.slice(8), kind])).toEqual([
      ['17', 'received'],
      ['18', 'joint-leave'],
      ['19', 'holiday'],
      ['20', 'joint-leave'],
      ['21', 'weekend'],
      ['22', 'weekend'],
      ['23', 'joint-leave'],
      ['24', 'joint-leave'],
      ['25', 'counted'],
      ['26', 'counted'],
      ['27', 'counted'],
    ]);
    // 08.30–10.00 of a day that opens at 08.00.
    expect(it.clocks).toEqual({
      citizenSeconds: 5_400,
      officialSeconds: 5_400,
      pausedSeconds: 0,
      running: true,
    });
    expect(it.deadline.after?.workingDays).toBe(-3);
    product.setNow('2026-03-31T10:00:00+08:00');
    const late = await only('jam');
    expect([late.verdict, late.deadline.after?.workingDays]).toEqual(['missed', 2]);
  });

  it('explain a deadline that lies ahead of today, received ahead of today too', async () => {
    await product.database
      .owner('service_standards')
      .where({ kabupaten_code: CODE, service_code: 'kk' })
      .update({ promise_unit: 'working-days', promise_amount: 3, valid_from: '2020-01-01' });
    await load([serviceCase('kelak', '2026-12-23 09:00')]);
    const it = await only('kelak');
    // 24 December joint leave, 25 Christmas, 26 and 27 weekend.
    expect([it.dueAt, it.deadline.steps.length]).toEqual(['2026-12-30T15:59:59.999Z', 8]);
    // After 17 March: 5 in March, April to November 21 + 16 + 20 + 23 + 19 + 22 + 22 + 21, up to 30 December 20.
    expect(it.deadline.after?.workingDays).toBe(-189);
    expect([it.clocks.citizenSeconds, it.clocks.officialSeconds]).toEqual([0, 0]);
  });

  it('are not lost for a pause that is said to begin before the receipt', async () => {
    await product.database
      .owner('service_standards')
      .where({ kabupaten_code: CODE, service_code: 'kk' })
      .update({ promise_unit: 'working-days', promise_amount: 3, valid_from: '2020-01-01' });
    const paused = serviceCase('jeda', '2026-03-02 09:00');
    await load([paused]);
    await product.load(CODE, 'pauses', [
      {
        number: paused.number,
        unit: 'jeda',
        startedAt: wita('2026-02-20 09:00'),
        endedAt: wita('2026-03-03 10:00'),
        reason: 'berkas-kurang',
        told: true,
      },
    ]);
    const it = await only('jeda');
    // From the receipt on: Monday 09.00–16.00 and Tuesday 08.00–10.00. It ends on the first of the three days.
    expect([it.clocks.pausedSeconds, it.dueAt]).toEqual([9 * 3_600, '2026-03-05T15:59:59.999Z']);
    expect(it.pauses.length).toBe(1);
  });

  it('tell what became different since they were first recorded', async () => {
    const first = serviceCase('riwayat', '2026-03-02 09:00', null, { staff: 'Rina' });
    await load([first]);
    await load([{ ...first, status: 'selesai', completedAt: wita('2026-03-03 09:00'), staff: 'Budi' }]);
    const it = await only('riwayat');
    expect(it.changes.length).toBe(1);
    expect(it.changes[0]?.fields).toEqual([
      { field: 'completedAt', from: null, to: wita('2026-03-03 09:00') },
      { field: 'status', from: 'diproses', to: 'selesai' },
    ]);
  });

  it('go into a file as they are listed, on record, formulas made harmless', async () => {
    await load([serviceCase('unduh', '2026-03-02 09:00', '2026-03-02 10:30', { servicePoint: '=1+1' })]);
    const answer = await bupati.get(
      '/service-cases/export?format=csv&unit=unduh&count=volume.completed&from=2026-03-01&to=2026-03-31',
    );
    expect(answer.headers.get('Content-Disposition')).toBe('attachment; filename="permohonan.csv"');
    const [header, line, end] = answer.text.replace('\ufeff', '').split('\r\n');
    expect(header?.split(';').slice(0, 3)).toEqual(['Nomor', 'Unit', 'Layanan']);
    expect(line).toContain(";'=1+1;selesai;2026-03-02 09:00;2026-03-02 10:30;");
    expect(end).toBe('');
    const entries: { details: { rows: number } }[] = await product.database
      .owner('audit_entries')
      .select('details')
      .where({ kabupaten_code: CODE, action: 'export-service-cases' });
    expect(entries.map(({ details }) => details.rows)).toContain(1);
  });

  it('go into a workbook that opens as one', async () => {
    const response = await fetch(`${product.address}/api/v1/service-cases/export?format=xlsx&unit=unduh`, {
      headers: { Cookie: [...bupati.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(response.status).toBe(200);
    // A ZIP archive begins with PK and ends with its directory (PK 05 06), 22 bytes long without a remark.
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    expect([...bytes.slice(-22, -18)]).toEqual([0x50, 0x4b, 5, 6]);
  });
});
