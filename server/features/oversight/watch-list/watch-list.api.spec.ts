import type { WatchEntry } from '#contract/oversight/watch-list';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = 'contoh-awasan';
/** Friday 2026-11-20, 10.00 WITA (UTC+8): the last whole month is October. */
const NOW = '2026-11-20T10:00:00+08:00';

interface WatchList {
  rules: { id: string; entry: string; exit: string }[];
  items: WatchEntry[];
  left: { unit: { code: string }; rule: string; from: string; to: string; sentence: string }[];
  trialUntil: string | null;
}

describe('the list of units under watch, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  let records = 0;

  /** A case at local times; open without a completion. */
  const serviceCase = (unit: string, received: string, due: string, completed: string | null) => ({
    number: String((records += 1)),
    unit,
    service: 'kk',
    channel: 'tatap-muka',
    receivedAt: instant(received),
    dueAt: instant(due),
    completedAt: completed === null ? null : instant(completed),
    status: completed === null ? 'diproses' : 'selesai',
  });
  const instant = (day: string): string => new Date(`${day}T09:00:00+08:00`).toISOString();
  const working = (from: string, to: string): string[] => {
    const days: string[] = [];
    for (let at = Date.parse(`${from}T00:00:00Z`); at <= Date.parse(`${to}T00:00:00Z`); at += 86_400_000) {
      const day = new Date(at);
      if (![0, 6].includes(day.getUTCDay())) days.push(day.toISOString().slice(0, 10));
    }
    return days;
  };
  const cases = (unit: string, days: readonly string[]) =>
    days.map((day) => serviceCase(unit, day, day, day));

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('lain-awasan', 'Asia/Makassar');
    await product.load(
      KABUPATEN,
      'units',
      ['a', 'b', 'c', 'd'].map((code) => ({
        code,
        name: `Unit ${code}`,
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    await product.addPerson('camat.d', { role: 'camat', kabupaten: KABUPATEN, unit: 'd' });
    for (const role of ['bupati', 'inspektorat', 'organisasi'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    for (const unit of ['a', 'b', 'c'])
      await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten: KABUPATEN, unit });
    await product.addPerson('inspektorat.lain', { role: 'inspektorat', kabupaten: 'lain-awasan' });
    await product.load(KABUPATEN, 'service-cases', [
      // a works every day to the end of August, then nothing: September and October are silent.
      ...cases('a', working('2026-06-01', '2026-08-31')),
      // b works every day; of 20 open cases 6 are past their deadline at the ends of September and October.
      ...cases('b', working('2026-06-01', '2026-11-19')),
      ...Array.from({ length: 6 }, () => serviceCase('b', '2026-09-01', '2026-09-08', null)),
      ...Array.from({ length: 14 }, () => serviceCase('b', '2026-09-01', '2026-12-08', null)),
      // c was silent in June and July, and works every day again since August.
      ...cases('c', working('2026-05-04', '2026-05-29')),
      ...cases('c', working('2026-08-03', '2026-11-19')),
    ]);
    // d: for twenty months one case a week is a day late, since August every second one; fewer than five of each month are
    // surveyed of some forty that were served.
    const days = working('2024-12-02', '2026-11-19');
    await product.load(
      KABUPATEN,
      'service-cases',
      days.flatMap((day, index) => [
        serviceCase('d', day, day, day),
        serviceCase('d', day, day, isLate(day) ? (days[index + 1] ?? null) : day),
      ]),
    );
    await product.load(
      KABUPATEN,
      'survey-responses',
      days
        .filter((_, index) => index % 10 === 0)
        .map((day) => ({
          number: String((records += 1)),
          unit: 'd',
          service: 'kk',
          instrument: 'permenpanrb-14-2017',
          date: day,
          ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`u${index + 1}`, 3])),
        })),
    );
  });
  const isLate = (day: string): boolean =>
    day >= '2026-08-01' || new Date(`${day}T00:00:00Z`).getUTCDay() === 1;
  beforeEach(() => product.setNow(NOW));
  afterEach(async () => {
    for (const table of ['trial_periods', 'nil_reports', 'audit_findings'])
      await product.database.owner(table).delete();
    await noteChange();
  });
  afterAll(() => product.stop());

  /** Past the API: whoever writes there raises the version, by which the list is kept. */
  const noteChange = () =>
    product.database.owner('data_versions').where({ kabupaten_code: KABUPATEN }).increment('version', 1);

  async function list(username: string, query = ''): Promise<WatchList> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known.read<WatchList>(`/watch-list${query}`);
  }
  /** Without d, which has a spec of its own. */
  const told = ({ items }: WatchList) =>
    items
      .filter(({ unit }) => unit.code !== 'd')
      .map(({ unit, rule, since }) => `${unit.code} ${rule} ${since}`);

  it('says who is on it, why now, since when and what has to happen', async () => {
    const answer = await list('inspektorat');
    // a: two silent months by the end of October; b: 30 % at two month ends.
    expect(told(answer)).toEqual(['a no-data 2026-11-01', 'b overdue-share 2026-11-01']);
    const [silent, overdue] = answer.items.filter(({ unit }) => unit.code !== 'd');
    // 1 to 20 November.
    expect([silent?.days, overdue?.days]).toEqual([19, 19]);
    // September 2026 has 22 working days, October 22.
    expect(silent?.sentence).toBe(
      'tidak ada data selama 22\u00a0hari kerja pada September dan 22\u00a0hari kerja pada Oktober.',
    );
    expect(overdue?.sentence).toBe(
      '30\u00a0% permohonan terbuka lewat tenggat pada akhir Oktober: 6 dari 20.',
    );
    expect(overdue?.leavesWhen).toContain('Sekarang 0 dari 2 akhir bulan.');
    expect(overdue?.months.slice(-2).map(({ from, state }) => [from, state])).toEqual([
      ['2026-09-01', 'concern'],
      ['2026-10-01', 'concern'],
    ]);
    expect(silent?.owner?.post).toBe('Jabatan camat.a');
    expect(answer.rules.map(({ id }) => id)).toEqual([
      'persistent-signal',
      'overdue-share',
      'no-data',
      'small-sample',
    ]);
  });

  it('has a unit on it that keeps getting worse, and one that asks far too few', async () => {
    const { items } = await list('camat.d');
    const entries = items.map(({ rule, since, proof }) => `${rule} ${since} ${proof.query['count'] ?? ''}`);
    // Of some 42 cases a month 4 or 5 were late, since August 21: below the limits in August, September and October.
    expect(entries).toContain('persistent-signal 2026-11-01 turnaround.dueMissed');
    // Krejcie and Morgan ask for about 110 of 150 served in a quarter; six or seven answered; of December 2024
    // about 40 of 44, and three answered. So it has been on the list since two quarters were over.
    expect(entries).toContain('small-sample 2025-04-01 ');
    const late = items.find(({ proof }) => proof.query['count'] === 'turnaround.dueMissed');
    expect(late?.sentence).toContain(
      'tepat waktu memburuk pada 3 dari 4 bulan yang dinilai sampai Oktober: 50',
    );
    expect(late?.months.slice(-4).map(({ state }) => state)).toEqual([
      'fine',
      'concern',
      'concern',
      'concern',
    ]);
    expect(late?.proof.query).toEqual({
      unit: 'd',
      from: '2026-10-01',
      to: '2026-10-31',
      count: 'turnaround.dueMissed',
    });
  });

  it('tells who left within ninety days, and forgets it afterwards', async () => {
    const { left } = await list('inspektorat');
    // Silent in June and July, on the list on 1 August, reporting in August: off it on 1 September.
    expect(left.map(({ unit, rule, from, to }) => [unit.code, rule, from, to])).toEqual([
      ['c', 'no-data', '2026-08-01', '2026-09-01'],
    ]);
    product.setNow('2026-11-30T10:00:00+08:00');
    // 1 September and 90 days are 30 November.
    expect((await list('inspektorat')).left).toEqual([]);
  });

  it('is the same list every time, and in October the unfinished month said nothing yet', async () => {
    expect(await list('inspektorat')).toEqual(await list('inspektorat'));
    product.setNow('2026-10-31T22:00:00+08:00');
    expect(told(await list('inspektorat'))).toEqual([]);
  });

  it('shows a unit its own entries alone', async () => {
    expect(told(await list('bupati'))).toEqual(told(await list('inspektorat')));
    expect(told(await list('camat.a'))).toEqual(['a no-data 2026-11-01']);
    expect(told(await list('camat.b'))).toEqual(['b overdue-share 2026-11-01']);
    expect((await list('camat.c')).left.length).toBe(1);
    expect((await list('camat.a')).left).toEqual([]);
    expect(told(await list('inspektorat', '?unit=b'))).toEqual(['b overdue-share 2026-11-01']);
    expect((await (callers.get('camat.a') as ApiCaller).get('/watch-list?unit=b')).status).toBe(404);
    expect((await (await product.signIn('organisasi')).get('/watch-list')).status).toBe(403);
    const other = await list('inspektorat.lain');
    expect([other.items, other.left]).toEqual([[], []]);
  });

  it('is empty in the trial period, and begins with its end', async () => {
    await product.database.owner('trial_periods').insert({
      kabupaten_code: KABUPATEN,
      starts_on: '2026-08-20',
      ends_on: '2026-11-21',
      post_title: 'Bupati',
    });
    await noteChange();
    const during = await list('inspektorat');
    expect([during.items, during.left, during.trialUntil]).toEqual([[], [], '2026-11-21']);
    expect(during.rules.length).toBe(4);
    await product.database.owner('trial_periods').update({ ends_on: '2026-11-20' });
    await noteChange();
    const after = await list('inspektorat');
    expect(after.trialUntil).toBeNull();
    expect(told(after)).toEqual(['a no-data 2026-11-20', 'b overdue-share 2026-11-20']);
    expect(after.left).toEqual([]);
  });

  it('counts findings that still run, and a nil report is a report', async () => {
    await (callers.get('inspektorat') ?? (await product.signIn('inspektorat'))).post('/findings', {
      number: 'T-1',
      source: 'apip',
      title: 'Data tidak dilaporkan',
      body: 'Data dua bulan tidak dilaporkan.',
      unit: 'a',
      reportNumber: '700/1',
      reportOn: '2026-11-02',
      receivedOn: '2026-11-03',
      amount: null,
      recommendations: [{ number: '1', body: 'Laporkan data yang tertinggal.', unit: 'a' }],
    });
    expect(
      (await list('inspektorat')).items.filter(({ openFindings }) => openFindings > 0).map(({ key }) => key),
    ).toEqual(['a|no-data|-|2026-11-01']);
    const camat = callers.get('camat.a') ?? (await product.signIn('camat.a'));
    const nil = await camat.post('/reporting/nil', {
      unit: 'a',
      dataset: 'service-cases',
      month: '2026-10-01',
    });
    expect(nil.status).withContext(nil.text).toBe(201);
    expect(told(await list('inspektorat'))).toEqual(['b overdue-share 2026-11-01']);
  });
});
