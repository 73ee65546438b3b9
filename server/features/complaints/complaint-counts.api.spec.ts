import { COMPLAINT_COUNTS, type ComplaintLine } from '#contract/complaints';
import type { Backlog, Categories } from '#contract/complaint-figures';
import type { Breakdown, Summary } from '#contract/measures';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MUARA_KAMAN = '64.02.08';
const UNITS = [SEBULU, MUARA_KAMAN, KUKAR];
const NOW = '2026-04-15T02:00:00Z';
const SEED = Number(process.env['COUNTS_SEED'] ?? Date.now() % 100_000);

interface Page {
  items: ComplaintLine[];
  nextCursor: string | null;
  total: number;
}

/** Fields of the summary that are records; the others have no list. */
const FIELDS = [
  'received',
  'valid',
  'followedUp',
  'responded',
  'resolved',
  'judged',
  'open',
  'overdue',
  'reopened',
  'escalated',
] as const;

/**
 * The same number three ways: roll-ups with their correction, the condition of a list, and a list read to its end. On
 * complaints at random, for people who see all, one unit, and what only the Inspektorat reads.
 */
describe('the register behind a number', () => {
  let product: TestProduct;
  let callers: { name: string; unit: string; caller: ApiCaller }[];
  let state = SEED;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KUKAR });
    callers = await Promise.all(
      [['bupati', KUKAR] as const, ['inspektur', KUKAR] as const, ['camat', SEBULU] as const].map(
        async ([name, unit]) => ({ name, unit, caller: await product.signIn(name) }),
      ),
    );
    await product.load(
      KUKAR,
      'complaints',
      Array.from({ length: 260 }, (_, index) => randomComplaint(index)),
    );
  });
  afterAll(() => product.stop());
  beforeEach(() => product.setNow(NOW));

  /** At least 0 and below `below`; the same for the same seed (Lehmer). */
  function dice(below: number): number {
    state = (state * 48_271 + 11) % 2_147_483_647;
    return state % below;
  }

  function one<T>(values: readonly T[]): T {
    const value = values[dice(values.length)];
    if (value === undefined) throw new Error('nothing to choose from');
    return value;
  }

  function randomComplaint(index: number) {
    const received = Date.parse('2026-01-05T16:00:00Z') + dice(95 * 24 * 60) * 60_000;
    const later = (days: number) =>
      new Date(Math.min(received + dice(days * 24 * 60) * 60_000, Date.parse(NOW))).toISOString();
    const resolved = dice(2) === 0;
    return {
      number: `A-${index}`,
      unit: one(UNITS),
      service: one(['umum', 'kk']),
      channel: one(['web', 'whatsapp']),
      class: one(['normatif', 'tidak-berkadar-pengawasan', 'berkadar-pengawasan', 'aspirasi']),
      category: one(['Jalan rusak', 'Air bersih', 'Antrean', null]),
      receivedAt: new Date(received).toISOString(),
      firstResponseAt: dice(2) === 0 ? later(12) : null,
      resolvedAt: resolved ? later(40) : null,
      dueAt: dice(5) === 0 ? new Date(received + dice(20 * 24) * 3_600_000).toISOString() : null,
      status: resolved
        ? one(['selesai', 'ditutup', 'dibuka-kembali', 'tidak-valid'])
        : one(['diterima', 'ditindaklanjuti', 'ditutup', 'bukan-kewenangan']),
    };
  }

  const SELECTIONS = [
    'from=2026-01-01&to=2026-01-31',
    'from=2026-01-01&to=2026-02-14',
    'from=2026-02-10&to=2026-03-18',
    'from=2026-03-01&to=2026-12-31',
    'from=2026-01-01&to=2026-04-15&channel=web',
    'from=2026-01-01&to=2026-03-31&service=kk',
  ];

  it('is as long as the number, at every moment and for every role', async () => {
    for (const { name, unit, caller } of callers)
      for (const selection of SELECTIONS) {
        const context = `seed ${SEED}, ${name}, ${selection}`;
        const { complaints } = await caller.read<Summary>(`/measures/summary?unit=${unit}&${selection}`);
        for (const field of FIELDS) {
          const { total } = await caller.read<Page>(
            `/complaints?${selection}&count=complaints.${field}&limit=1`,
          );
          expect(total)
            .withContext(`${context}: ${field}`)
            .toBe(complaints[field] ?? -1);
        }
        const listed = async (count: string) =>
          (await caller.read<Page>(`/complaints?${selection}&count=complaints.${count}&limit=1`)).total;
        const inTime = await listed('inTime');
        expect(complaints.judged ? inTime / complaints.judged : null)
          .withContext(`${context}: inTime`)
          .toBe(complaints.withinDeadlineShare);
        expect(await listed('invalid'))
          .withContext(`${context}: invalid`)
          .toBe((complaints.received ?? 0) - (complaints.valid ?? 0));
      }
  });

  it('has the complaints that are counted, no others, in every order and page by page', async () => {
    const bupati = callers[0]?.caller as ApiCaller;
    for (const sort of ['newest', 'oldest', 'due'] as const) {
      const seen: ComplaintLine[] = [];
      let cursor: string | null = null;
      do {
        const page: Page = await bupati.read<Page>(
          `/complaints?from=2026-01-01&to=2026-03-31&count=complaints.open&sort=${sort}&limit=7${cursor === null ? '' : `&cursor=${cursor}`}`,
        );
        seen.push(...page.items);
        cursor = page.nextCursor;
        expect(page.items.length).toBeLessThanOrEqual(7);
      } while (cursor !== null);
      const { complaints } = await bupati.read<Summary>('/measures/summary?from=2026-01-01&to=2026-03-31');
      expect(new Set(seen.map(({ id }) => id)).size).toBe(complaints.open ?? -1);
      expect(seen.length).toBe(complaints.open ?? -1);
      expect(seen.length).withContext('some to be sorted').toBeGreaterThan(1);
      const sorted = seen.map((line) => (sort === 'due' ? (line.dueAt ?? '9') : line.receivedAt));
      const expected = sort === 'newest' ? sorted.toSorted().reverse() : sorted.toSorted();
      expect(sorted).withContext(sort).toEqual(expected);
    }
  });

  it('follows a number into a class, and into the own records of a unit', async () => {
    const bupati = callers[0]?.caller as ApiCaller;
    const selection = 'from=2026-01-01&to=2026-03-31';
    const classes = await bupati.read<Breakdown>(`/measures/complaints/breakdown?${selection}&by=class`);
    expect(classes.items.length).toBe(3);
    for (const item of classes.items) {
      const { total } = await bupati.read<Page>(
        `/complaints?${selection}&count=complaints.overdue&class=${item.key}`,
      );
      expect(total)
        .withContext(item.key)
        .toBe('overdue' in item ? (item.overdue ?? -1) : -1);
    }
    const units = await bupati.read<Breakdown>(`/measures/complaints/breakdown?${selection}&by=unit`);
    expect(units.items.length).toBeGreaterThan(1);
    for (const item of units.items) {
      const of = item.key === 'self' ? `unit=${KUKAR}&self=true` : `unit=${item.key}`;
      const { total } = await bupati.read<Page>(`/complaints?${selection}&count=complaints.escalated&${of}`);
      expect(total)
        .withContext(item.key)
        .toBe('escalated' in item ? (item.escalated ?? -1) : -1);
    }
  });

  it('adds up in the backlog, by age and with what is overdue', async () => {
    for (const { name, unit, caller } of callers)
      for (const to of ['2026-02-14', '2026-04-15', '2026-12-31']) {
        // The period begins late: a backlog is not cut off at its beginning.
        const selection = `unit=${unit}&from=${to < '2026-05' ? '2026-02-01' : '2026-12-01'}&to=${to}`;
        const backlog = await caller.read<Backlog>(`/complaint-backlog?${selection}`);
        const whole = await caller.read<Summary>(`/measures/summary?unit=${unit}&from=2026-01-01&to=${to}`);
        expect(backlog.open).withContext(`seed ${SEED}, ${name} ${to}`).toBe(whole.complaints.open);
        expect(backlog.items.reduce((sum, item) => sum + item.count, 0)).toBe(backlog.open ?? -1);
        expect(backlog.items.reduce((sum, item) => sum + item.overdue, 0)).toBe(
          whole.complaints.overdue ?? -1,
        );
        for (const item of backlog.items) {
          const listed = async (count: string) =>
            (await caller.read<Page>(`/complaints?${selection}&count=complaints.${count}&age=${item.age}`))
              .total;
          expect([await listed('backlog'), await listed('backlogOverdue')])
            .withContext(`seed ${SEED}, ${name} ${to} ${item.age}`)
            .toEqual([item.count, item.overdue]);
        }
      }
  });

  it('tells the ladder in force: the default, then what the kabupaten set', async () => {
    const bupati = callers[0]?.caller as ApiCaller;
    const ladder = async () => (await bupati.read<Backlog>('/complaint-backlog')).ladder;
    expect(await ladder()).toEqual({ unitDays: 3, diskominfoDays: 5 });
    const { owner } = product.database;
    const own = { kabupaten_code: KUKAR, class: 'tangga-unit' };
    await owner('complaint_deadlines').insert({ ...own, working_days: 2 });
    expect(await ladder()).toEqual({ unitDays: 2, diskominfoDays: 5 });
    await owner('complaint_deadlines').where(own).delete();
  });

  it('counts categories as the register finds them', async () => {
    const bupati = callers[0]?.caller as ApiCaller;
    const selection = 'from=2026-01-01&to=2026-03-31';
    const { items, received, others } = await bupati.read<Categories>(`/complaint-categories?${selection}`);
    const summary = await bupati.read<Summary>(`/measures/summary?${selection}`);
    expect(received).toBe(summary.complaints.received);
    expect(others).toBeNull();
    expect(items.reduce((sum, item) => sum + item.received, 0)).toBe(received ?? -1);
    expect(items.length).toBe(4);
    for (const item of items.filter(({ category }) => category !== null)) {
      const of = `${selection}&category=${encodeURIComponent(item.category ?? '')}`;
      expect((await bupati.read<Page>(`/complaints?${of}&count=complaints.open`)).total).toBe(item.open);
    }
  });

  it('tells nothing of single complaints to who may not see them', async () => {
    const organisasi = await product.signIn('organisasi');
    const backlog = await organisasi.read<Backlog>('/complaint-backlog?from=2026-01-01&to=2026-03-31');
    expect([backlog.suppressed, backlog.open, backlog.oldestDays, backlog.items]).toEqual([
      true,
      null,
      null,
      [],
    ]);
    const categories = await organisasi.read<Categories>(
      '/complaint-categories?from=2026-01-01&to=2026-03-31',
    );
    expect([categories.suppressed, categories.received, categories.items]).toEqual([true, null, []]);
    expect((await organisasi.get('/complaints')).status).toBe(403);
    expect((await organisasi.get('/complaints/export?format=csv')).status).toBe(403);
  });

  it('knows every count of the contract', async () => {
    const bupati = callers[0]?.caller as ApiCaller;
    for (const count of COMPLAINT_COUNTS)
      expect((await bupati.get(`/complaints?count=${count}`)).status)
        .withContext(count)
        .toBe(200);
    expect((await bupati.get('/complaints?count=complaints.tidak-ada')).status).toBe(400);
  });
});
