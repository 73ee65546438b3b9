import type { Attention } from '#contract/attention';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
export const NOW = '2026-11-20T10:00:00+08:00';

/** `2026-11-19 09:00`, WITA, as an instant. */
export const wita = (local: string): string => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();

let records = 0;

/** A case at local times; open without a completion. */
export function serviceCase(
  unit: string,
  received: string,
  due: string | null,
  completed: string | null = null,
) {
  return {
    number: String((records += 1)),
    unit,
    service: 'kk',
    channel: 'tatap-muka',
    receivedAt: wita(received),
    dueAt: due === null ? null : wita(due),
    completedAt: completed === null ? null : wita(completed),
    status: completed === null ? 'diproses' : 'selesai',
  };
}

export function complaint(
  unit: string,
  received: string,
  category: string | null,
  answered: string | null = null,
) {
  return {
    number: String((records += 1)),
    unit,
    channel: 'whatsapp',
    class: 'tidak-berkadar-pengawasan',
    category,
    receivedAt: wita(received),
    firstResponseAt: answered === null ? null : wita(answered),
    status: answered === null ? 'diterima' : 'ditindaklanjuti',
  };
}

export function survey(unit: string, date: string, answer: number, suggestion: string | null = null) {
  return {
    number: String((records += 1)),
    unit,
    service: 'kk',
    instrument: 'permenpanrb-14-2017',
    date,
    ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`u${index + 1}`, answer])),
    ...(suggestion === null ? {} : { suggestion }),
  };
}

/**
 * A product with kecamatan below a kabupaten, and people who look at them.
 *
 * @param kabupaten a code of its own for every spec: structures are kept in memory by it
 */
export function useAttention(kabupaten: string, units: readonly string[]) {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(kabupaten, 'Asia/Makassar');
    await product.load(
      kabupaten,
      'units',
      units.map((code) => ({
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
    for (const role of ['bupati', 'sekda', 'inspektorat', 'diskominfo', 'organisasi'] as const)
      await product.addPerson(role, { role, kabupaten });
    for (const unit of units) await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten, unit });
    await product.addPerson('petugas', { role: 'petugas', kabupaten, unit: units[0] ?? '' });
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  /** A caller signed in as the person; the same one each time. */
  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }

  return {
    as,
    product: () => product,
    load: (dataset: string, list: readonly Record<string, string | number | null>[]) =>
      product.load(kabupaten, dataset, list),
    attention: async (username: string, query = '') =>
      (await as(username)).read<Attention>(`/attention${query}`),
  };
}
