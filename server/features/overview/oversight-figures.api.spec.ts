import type { Breakdown, Matrix, Summary } from '#contract/measures';
import { OVERSIGHT_CLASS, readsOversightComplaints } from '#domain/complaints/visibility';
import { can, ROLES, seesWholeKabupaten, type Role } from '#domain/permissions';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const MARCH = 'from=2026-03-01&to=2026-03-31';

/** Complaints of suspected abuse: the only ones of their day, service, channel and unit among them. */
const OVERSIGHT = [
  { number: 'p-1', unit: SEBULU, service: 'kk', channel: 'web', receivedAt: '2026-03-05T01:00:00Z' },
  { number: 'p-2', unit: KUKAR, service: 'umum', channel: 'whatsapp', receivedAt: '2026-03-08T01:00:00Z' },
  {
    number: 'p-3',
    unit: SEBULU,
    service: 'umum',
    channel: 'web',
    receivedAt: '2026-02-03T01:00:00Z',
    resolvedAt: '2026-04-02T01:00:00Z',
    status: 'selesai',
  },
  {
    number: 'p-4',
    unit: '64.02.08',
    service: 'umum',
    channel: 'web',
    receivedAt: '2026-03-10T01:00:00Z',
    dueAt: '2026-03-12T01:00:00Z',
  },
].map((record) => ({ ...record, class: OVERSIGHT_CLASS }));

/** Every way in which figures of complaints are told. */
const ADDRESSES = [
  ...[
    MARCH,
    'from=2026-03-05&to=2026-03-05',
    'from=2026-02-01&to=2026-04-10',
    `${MARCH}&service=kk`,
    `${MARCH}&channel=whatsapp`,
  ].flatMap((query) => [
    `/measures/summary?${query}`,
    `/measures/trends?grain=day&${query}`,
    ...['received', 'overdue', 'open', 'medianResolutionMinutes'].map(
      (field) => `/measures/complaints/series?grain=day&field=${field}&${query}`,
    ),
    ...['class', 'unit', 'service', 'channel'].map(
      (by) => `/measures/complaints/breakdown?by=${by}&${query}`,
    ),
  ]),
  `/measures/matrix?${MARCH}`,
  `/measures/matrix?from=2026-03-05&to=2026-03-05`,
  `/measures/complaints/peers?field=resolvedShare&${MARCH}`,
];

describe('figures and complaints of suspected abuse', () => {
  const FIGURES = ROLES.filter((role) => can(role, 'measures:read'));
  const OTHERS = FIGURES.filter((role) => !readsOversightComplaints(role));
  const callers = new Map<Role, ApiCaller>();
  let product: TestProduct;
  let before: ReadonlyMap<string, string>;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z', answerCacheSize: 1_000 });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    for (const role of FIGURES) {
      const unit = seesWholeKabupaten(role) ? {} : { unit: SEBULU };
      await product.addPerson(role, { role, kabupaten: KUKAR, ...unit });
      callers.set(role, await product.signIn(role));
    }
    const classes = ['normatif', 'aspirasi', 'tidak-berkadar-pengawasan'];
    const plain = Array.from({ length: 60 }, (_each, index) => ({
      number: `b-${index}`,
      unit: `64.02.0${1 + (index % 8)}`,
      service: ['kk', 'umum'][index % 2],
      channel: ['web', 'tatap-muka'][index % 2],
      class: classes[index % 3],
      receivedAt: `2026-0${2 + (index % 2)}-1${index % 10}T01:00:00Z`,
      ...(index % 4 === 0 ? { resolvedAt: '2026-04-05T01:00:00Z', status: 'selesai' } : {}),
    }));
    await product.load(
      KUKAR,
      'complaints',
      plain.map((record) => ({ ...record })),
    );
    before = await everything();
    await product.load(KUKAR, 'complaints', OVERSIGHT);
    // The Inspektorat asks first: what it was told must not be handed on from the cache.
    for (const address of ADDRESSES) await callerOf('inspektorat').get(address);
  });
  afterAll(() => product.stop());

  function callerOf(role: Role): ApiCaller {
    const caller = callers.get(role);
    if (!caller) throw new Error(`nobody is ${role}`);
    return caller;
  }

  /** All that the others are told, but for the version of the data. */
  async function everything(): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    for (const role of OTHERS)
      for (const address of ADDRESSES) {
        const { text } = await callerOf(role).get(address);
        told.set(`${role} ${address}`, text.replaceAll(/"(?:dataVersion":\d+|asOf":"[^"]*")/g, ''));
      }
    return told;
  }

  it('tell nobody but the Inspektorat that there are any, in any way of asking', async () => {
    const after = await everything();
    for (const [question, answer] of before) expect(after.get(question)).withContext(question).toBe(answer);
    expect([...after.values()].join(' ')).not.toContain(`"${OVERSIGHT_CLASS}"`);
  });

  it('count what the register lists, for every role that reads it', async () => {
    const received = new Map<Role, number | null>();
    for (const role of FIGURES.filter((each) => can(each, 'complaints:read'))) {
      for (const query of [
        MARCH,
        `${MARCH}&service=kk`,
        `${MARCH}&channel=web`,
        'from=2026-03-05&to=2026-03-05',
      ]) {
        const { complaints } = await callerOf(role).read<Summary>(`/measures/summary?${query}`);
        const { total } = await callerOf(role).read<{ total: number }>(`/complaints?${query}`);
        expect(complaints.received).withContext(`${role} ${query}`).toBe(total);
        if (query === MARCH) received.set(role, complaints.received);
      }
    }
    expect(received.get('sekda')).toBe(received.get('bupati') ?? null);
    expect(received.get('inspektorat')).toBe((received.get('bupati') ?? 0) + 3);
  });

  it('name the class, its units and what is overdue to the Inspektorat', async () => {
    const inspektorat = callerOf('inspektorat');
    const { items } = await inspektorat.read<Breakdown>(`/measures/complaints/breakdown?by=class&${MARCH}`);
    expect(items.find(({ key }) => key === OVERSIGHT_CLASS)).toEqual(
      jasmine.objectContaining({ received: 3, open: 3, overdue: 1 }),
    );
    const matrix = await inspektorat.read<Matrix>(`/measures/matrix?${MARCH}`);
    expect(matrix.items.map(({ key }) => key)).toContain('self');
    // Still open at the end of February, although it was resolved since.
    const february = await inspektorat.read<Breakdown>(
      '/measures/complaints/breakdown?by=class&from=2026-02-01&to=2026-02-28',
    );
    expect(february.items.find(({ key }) => key === OVERSIGHT_CLASS)).toEqual(
      jasmine.objectContaining({ received: 1, resolved: 0, open: 1 }),
    );
  });
});
