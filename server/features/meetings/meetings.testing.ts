import type { Meeting, MeetingItem } from '#contract/reports/meetings';
import type { ApiAnswer, ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
export const NOW = '2026-11-20T10:00:00+08:00';

export const PUBLIC_URL = 'http://pandu.contoh.go.id';

/** Ids that writers give to what they add. */
export const newId = (number: number): string =>
  `0198c0de-0000-7000-8000-${String(number).padStart(12, '0')}`;

/** Twelve requests that should have been answered in September: enough for a line of the unit on every agenda. */
export const lateRequests = (unit: string) =>
  Array.from({ length: 12 }, (_, index) => ({
    number: `${unit}-${index}`,
    unit,
    service: 'kk',
    channel: 'tatap-muka',
    receivedAt: '2026-09-01T01:00:00Z',
    dueAt: '2026-09-08T08:00:00Z',
    completedAt: null,
    status: 'diproses',
  }));

/**
 * A product with two kecamatan, cases that are past their deadline in the first (three of them: too few for who may not
 * see small numbers), and people who meet about them.
 */
export function useMeetings(kabupaten: string) {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW, publicUrl: PUBLIC_URL });
    await product.addKabupaten(kabupaten, 'Asia/Makassar');
    await product.load(
      kabupaten,
      'units',
      ['a', 'b'].map((code) => ({
        code,
        name: `Unit ${code}`,
        kind: 'kecamatan',
        parentCode: kabupaten,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(kabupaten, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    for (const role of ['bupati', 'sekda', 'inspektorat', 'diskominfo', 'organisasi', 'bkpsdm'] as const)
      await product.addPerson(role, { role, kabupaten });
    for (const unit of ['a', 'b'])
      await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten, unit });
    await product.addPerson('petugas', { role: 'petugas', kabupaten, unit: 'a' });
  });
  beforeEach(() => product.setNow(NOW));
  afterEach(async () => {
    for (const table of ['meeting_decisions', 'meeting_items', 'meetings', 'dispositions', 'notices'])
      await product.database.owner(table).delete();
  });
  afterAll(() => product.stop());

  /** A caller signed in as the person; the same one each time. */
  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const call = async (username: string, path: string, body: unknown): Promise<ApiAnswer> =>
    (await as(username)).post(path, body);
  const put = async (username: string, path: string, body: unknown): Promise<ApiAnswer> =>
    (await as(username)).send('PUT', path, { body });

  return {
    as,
    call,
    put,
    product: () => product,
    load: (dataset: string, list: readonly Record<string, string | number | null>[]) =>
      product.load(kabupaten, dataset, list),
    read: async (username: string, id: string) => (await as(username)).read<Meeting>(`/meetings/${id}`),
    /** Starts a meeting of the person's unit on the day that the product's clock shows. */
    start: async (username: string, heldOn = '2026-11-20', title = 'Rapat evaluasi'): Promise<Meeting> => {
      const answer = await call(username, '/meetings', { title, heldOn, start: true });
      expect(answer.status).withContext(answer.text).toBe(201);
      return answer.json as Meeting;
    },
    /** Adds a point of one's own. */
    addPoint: async (username: string, id: string, point: string, title: string): Promise<MeetingItem> => {
      const answer = await put(username, `/meetings/${id}/items/${point}`, {
        revision: 0,
        title,
        note: '',
        outcome: null,
      });
      expect(answer.status).withContext(answer.text).toBe(200);
      return (answer.json as { current: MeetingItem }).current;
    },
    /** The post that a decision about a unit can go to, by its title. */
    postOf: async (username: string, id: string, title: string, unit?: string): Promise<string> => {
      const query = unit === undefined ? '' : `?unit=${unit}`;
      const { items } = await (
        await as(username)
      ).read<{ items: { post: string; title: string }[] }>(`/meetings/${id}/owners${query}`);
      return items.find((each) => each.title === title)?.post ?? '';
    },
  };
}
