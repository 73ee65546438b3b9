import type { FigureRequest } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { MeasureSources } from './measure-sources.ts';
import { rememberTallies } from './remembered-tallies.ts';

const transaction: ReadTransaction = {
  kabupatenCode: '64.02',
  database: {},
  rows: () => Promise.resolve([]),
};
const request: FigureRequest = {
  unitKeys: ['a'],
  members: new Map([['a', ['a', 'b']]]),
  service: null,
  channel: null,
  by: null,
  withOversight: false,
  periods: [{ from: '2026-10-01', to: '2026-10-31' }],
  clock: { now: '2026-11-02T01:00:00.000Z', today: '2026-11-02', zone: 'Asia/Makassar' },
};

describe('tallies that are remembered', () => {
  let asked: string[];
  let keys: number;
  let fails: boolean;
  let sources: MeasureSources;

  beforeEach(() => {
    asked = [];
    keys = 1;
    fails = false;
    const read = (name: string) => () => {
      asked.push(name);
      if (fails) return Promise.reject(new Error('putus'));
      return Promise.resolve(new Map(Array.from({ length: keys }, (_, key) => [String(key), []])));
    };
    sources = rememberTallies({
      services: read('services'),
      complaints: read('complaints'),
      surveys: read('surveys'),
      pilots: read('pilots'),
      serviceSlots: () => Promise.resolve({ arrivals: {}, completions: {} }),
      firstMonth: () => Promise.resolve(null),
      lastDays: () => Promise.resolve(new Map()),
    });
  });

  it('are counted once for the same question, and again for every other one', async () => {
    const first = await sources.services(transaction, request);
    expect(await sources.services(transaction, { ...request, members: new Map(request.members) })).toBe(
      first,
    );
    expect(asked).toEqual(['services']);
    await sources.complaints(transaction, request);
    // Whose complaints of suspected abuse are counted, and which units stand behind a key, are other questions.
    await sources.complaints(transaction, { ...request, withOversight: true });
    await sources.complaints(transaction, { ...request, members: new Map([['a', ['a']]]) });
    await sources.complaints(transaction, { ...request, countsOnly: true });
    expect(asked).toEqual(['services', 'complaints', 'complaints', 'complaints', 'complaints']);
  });

  it('leave when there are too many, those not asked for the longest first', async () => {
    // 8,000 are kept: with the third there are 9,000.
    keys = 3_000;
    const of = (service: string) => sources.services(transaction, { ...request, service });
    for (const service of ['kk', 'ktp', 'kk', 'akta', 'kk']) await of(service);
    expect(asked.length).toBe(3);
    await of('ktp');
    expect(asked.length).toBe(4);
  });

  it('are counted anew after a failure', async () => {
    fails = true;
    await expectAsync(sources.surveys(transaction, request)).toBeRejectedWithError('putus');
    fails = false;
    expect((await sources.surveys(transaction, request)).size).toBe(1);
  });
});
