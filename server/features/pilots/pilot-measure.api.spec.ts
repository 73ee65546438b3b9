import type { Summary } from '#contract/measures';
import type { Acceleration, Programme } from '#contract/pilots/programme';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { endingDocuments } from './ending-documents.repository.ts';

const KABUPATEN = 'contoh-ukuran-percontohan';
const TODAY = '2026-11-20';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = `${TODAY}T10:00:00+08:00`;
/** The pilot of `dinas` begins on 1 January 2026: from then on a case takes one day instead of four. */
const PILOT_FROM = '2026-01-01';
const UNITS = ['dinas', 'b', 'c', 'd', 'e', 'f'];

/**
 * Eight cases a month and unit from January 2024 to October 2026; some hours of difference, so that there are limits. The
 * service `sip` is given by the pilot alone.
 */
function* cases() {
  for (let month = 0; month < 34; month += 1) {
    const first = new Date(Date.UTC(2024, month, 1));
    const isPilot = first.toISOString().slice(0, 10) >= PILOT_FROM;
    for (const [unit, service] of [...UNITS.map((each) => [each, 'kk'] as const), ['dinas', 'sip'] as const])
      for (let index = 0; index < 8; index += 1) {
        const receivedAt = new Date(first.getTime() + (index + 2) * 86_400_000);
        const days = unit === 'dinas' && isPilot ? 1 : 4;
        const hours = days * 24 + ((month * 5 + index) % 7);
        yield {
          number: `${service}-${month}-${index}`,
          unit,
          service,
          receivedAt: receivedAt.toISOString(),
          // Of the others, two of eight are due before they are done.
          dueAt: new Date(
            receivedAt.getTime() + (unit !== 'dinas' && index < 2 ? 3 : 6) * 86_400_000,
          ).toISOString(),
          completedAt: new Date(receivedAt.getTime() + hours * 3_600_000).toISOString(),
          status: 'selesai',
        };
      }
  }
}

describe('pilots as a measure, by API', () => {
  let product: TestProduct;
  let organisasi: ApiCaller;
  let bupati: ApiCaller;
  let head: ApiCaller;
  let programme: Programme;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.load(
      KABUPATEN,
      'units',
      UNITS.map((code) => ({
        code,
        name: `Unit ${code}`,
        kind: 'skpd',
        parentCode: KABUPATEN,
        validFrom: '2020-01-01',
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(KABUPATEN, 'services', [
      { code: 'kk', name: 'Kartu Keluarga (KK)' },
      { code: 'sip', name: 'Izin praktik' },
    ]);
    await product.load(KABUPATEN, 'service-cases', cases());
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KABUPATEN });
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson('kepala', { role: 'kepala-skpd', kabupaten: KABUPATEN, unit: 'dinas' });
    [organisasi, bupati, head] = [
      await product.signIn('organisasi'),
      await product.signIn('bupati'),
      await product.signIn('kepala'),
    ];
    const opened = await organisasi.post('/pilots', {
      code: 'kk-sehari',
      unit: 'dinas',
      name: 'KK sehari jadi',
      goal: null,
      legalBasis: null,
      startsOn: PILOT_FROM,
      endsOn: null,
      service: 'kk',
    });
    const path = `/pilots/${(opened.json as Programme).id}`;
    for (const [number, weight, plannedFinishOn] of [
      ['1', 25, '2026-07-31'],
      ['2', 75, '2026-12-31'],
    ] as const)
      programme = (
        await organisasi.post(`${path}/milestones`, {
          number,
          title: `Tonggak ${number}`,
          weight,
          plannedStartOn: '2026-06-01',
          plannedFinishOn,
        })
      ).json as Programme;
    const reported = await head.post(`${path}/milestones/${programme.milestoneList[0]?.id}/reports`, {
      on: '2026-10-15',
      doneShare: 1,
      note: null,
    });
    expect(reported.status).withContext(reported.text).toBe(201);
  });
  afterAll(() => product.stop());

  it('stand in summary, series, breakdown and matrix; elsewhere they do not apply', async () => {
    const month = `from=2026-11-01&to=${TODAY}`;
    const { pilots } = await head.read<Summary>(`/measures/summary?${month}`);
    // 25 of 100 done. Planned: 25 and 75 × 172 of 213 days from 1 June to 31 December.
    expect(pilots).toEqual(
      jasmine.objectContaining({ programmes: 1, progressShare: 0.25, milestones: 2, milestonesLate: 0 }),
    );
    expect(pilots?.plannedShare).toBeCloseTo((25 + (75 * 172) / 213) / 100, 9);
    const series = await head.read<{ points: { value: number | null; state: string }[]; variation: string }>(
      `/measures/pilots/series?from=2025-12-01&to=${TODAY}`,
    );
    // December 2025: not begun. Until September: nothing reported. October: at its end. November: now.
    expect(series.points.map(({ value }) => value)).toEqual([
      null,
      ...Array.from({ length: 9 }, () => 0),
      0.25,
      0.25,
    ]);
    expect([series.points[0]?.state, series.points.at(-1)?.state, series.variation]).toEqual([
      'missing',
      'partial',
      'unknown',
    ]);
    const by = await bupati.read<{
      items: { key: string; programmes: number; progressShare: number | null }[];
    }>(`/measures/pilots/breakdown?by=unit&${month}`);
    const item = (key: string) => by.items.find((each) => each.key === key);
    expect([item('dinas')?.progressShare, item('b')?.progressShare, item('b')?.programmes]).toEqual([
      0.25,
      null,
      0,
    ]);
    const matrix = await bupati.read<{ items: { key: string; pilots: { programmes: number } | null }[] }>(
      `/measures/matrix?${month}`,
    );
    expect(matrix.items.map(({ key, pilots: block }) => [key, block?.programmes ?? null])).toEqual([
      ['b', null],
      ['c', null],
      ['d', null],
      ['dinas', 1],
      ['e', null],
      ['f', null],
    ]);
    expect((await bupati.read<Summary>('/measures/summary?from=2025-11-01&to=2025-11-30')).pilots).toBeNull();
  });

  it('are told with what changed, beside units in no pilot that give the same service', async () => {
    const told = await bupati.read<Acceleration>(`/pilots/${programme.id}/acceleration`);
    // January to October 2026, and as many months before.
    expect([told.before, told.after]).toEqual([
      { from: '2025-03-01', to: '2025-12-31' },
      { from: '2026-01-01', to: '2026-10-31' },
    ]);
    expect(told.peers).toEqual({ count: 5, alike: 'service', kind: 'skpd' });
    const median = told.fields.find(({ field }) => field === 'medianMinutes');
    expect([median?.verdict, median?.changedFrom]).toEqual(['better', '2026-01-01']);
    // Four days and three hours at the median (5,940 minutes, by the histograms up to 1 % more), then one day and three.
    expect(median?.before.value).toBeGreaterThan(5_700);
    expect(median?.after.value).toBeLessThan(1_700);
    // Peers stay as they were, told in two digits.
    for (const peers of [median?.peersBefore, median?.peersAfter])
      expect([5_900, 6_000]).toContain(peers ?? 0);
    expect(told.fields.find(({ field }) => field === 'score')?.verdict).toBe('insufficient-data');
    // One service of one unit is more detail than Bagian Organisasi may see; it is told so, and not that there is nothing.
    const veiled = await organisasi.read<Acceleration>(`/pilots/${programme.id}/acceleration`);
    const hidden = veiled.fields.find(({ field }) => field === 'medianMinutes');
    expect([hidden?.withheld, hidden?.before.value, hidden?.after.value, hidden?.verdict]).toEqual([
      true,
      null,
      null,
      'insufficient-data',
    ]);
    expect(hidden?.points.every(({ value }) => value === null)).toBeTrue();
    expect(median?.withheld).toBeFalse();
  });

  it('stand beside all services of the others where nobody else gives theirs, and then no times are compared', async () => {
    const other = await organisasi.post('/pilots', {
      code: 'sip-daring',
      unit: 'dinas',
      name: 'Izin praktik daring',
      goal: null,
      legalBasis: null,
      startsOn: PILOT_FROM,
      endsOn: null,
      service: 'sip',
    });
    const told = await bupati.read<Acceleration>(`/pilots/${(other.json as Programme).id}/acceleration`);
    expect(told.peers).toEqual({ count: 5, alike: 'authority', kind: 'skpd' });
    const field = (id: string) => told.fields.find((each) => each.field === id);
    const median = field('medianMinutes');
    expect(median?.after.value).toBeLessThan(1_700);
    expect([median?.peersBefore, median?.peersAfter]).toEqual([null, null]);
    expect(median?.points.every(({ peer }) => peer === null)).toBeTrue();
    // Of the others, six of eight are in time: 0.75; of the pilot's eight all are.
    expect([field('dueMetShare')?.after.value, field('dueMetShare')?.peersAfter]).toEqual([1, 0.75]);
  });

  it('are told without figures to a post that only helps', async () => {
    await product.addPerson('kepala.b', { role: 'kepala-skpd', kabupaten: KABUPATEN, unit: 'b' });
    const helper = await product.signIn('kepala.b');
    const path = `/pilots/${programme.id}`;
    expect((await helper.get(path)).status).toBe(404);
    const posts = await head.read<{ items: { post: string; title: string }[] }>(`${path}/posts`);
    const idOf = (title: string) => posts.items.find((each) => each.title === title)?.post ?? '';
    await head.post(`${path}/obstacles`, {
      milestone: null,
      kind: 'sarana',
      body: 'Pencetak rusak.',
      owner: idOf('Jabatan kepala'),
      help: { post: idOf('Jabatan kepala.b'), asked: 'Pinjamkan pencetak.' },
      sinceOn: TODAY,
    });
    const seen = await helper.read<Programme>(path);
    expect([seen.seesFigures, seen.openObstacles]).toEqual([false, 1]);
    expect((await helper.get(`${path}/acceleration`)).status).toBe(404);
    expect((await head.read<Programme>(path)).seesFigures).toBeTrue();
  });

  it('tell once of a document that ends within sixty days', async () => {
    const add = (title: string, validTo: string) =>
      organisasi.post(`/pilots/${programme.id}/documents`, {
        kind: title === 'SOP' ? 'sop' : 'sp',
        title,
        number: null,
        validFrom: '2026-01-01',
        validTo,
      });
    await add('SOP', '2026-12-31');
    await add('SP', '2027-12-31');
    const call = {
      database: product.database.application,
      kabupaten: { code: KABUPATEN, name: 'Contoh', timeZone: 'Asia/Makassar', demo: false },
      today: TODAY,
      now: new Date(NOW).toISOString(),
    };
    for (let round = 0; round < 2; round += 1) await endingDocuments.run(call);
    const notices = (await product.database
      .owner('notices')
      .where({ kabupaten_code: KABUPATEN, kind: 'document-ending' })
      .select('params', 'due_on')) as { params: { document: string }; due_on: string }[];
    expect(notices.map(({ params, due_on }) => [params.document, due_on])).toEqual([['SOP', '2026-12-31']]);
  });
});
