import { setTimeout as wait } from 'node:timers/promises';
import type { FreezeRun } from '#contract/reports/snapshots';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import {
  startTestProduct,
  type TestProduct,
  type TestProductOptions,
} from '../../../testing/test-product.ts';

export const KABUPATEN = 'contoh-tetap';
export const SEBULU = 'sebulu';
export const TENGGARONG = 'tenggarong';
/** Five more of the same kind: enough for a unit to have peers. */
const OTHERS = ['anggana', 'loa-janan', 'muara-jawa', 'samboja', 'tabang'];
export const OTHER = '32.16';
/** Tuesday 2026-04-14, 10.00 WITA: March is over. */
export const NOW = '2026-04-14T10:00:00+08:00';
export const MARCH = 'from=2026-03-01&to=2026-03-31';

/** A product with two kabupaten, a person in every role that matters here, and records of January to March. */
export async function startSnapshotProduct(
  options: Pick<TestProductOptions, 'takesJobs' | 'rounds'> = {},
): Promise<{
  readonly product: TestProduct;
  readonly as: (username: string) => ApiCaller;
}> {
  const product = await startTestProduct({ now: NOW, ...options });
  await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
  await product.addKabupaten(OTHER, 'Asia/Jakarta');
  await product.load(
    KABUPATEN,
    'units',
    [SEBULU, TENGGARONG, ...OTHERS].map((code) => ({
      code,
      name: `Kecamatan ${code}`,
      kind: 'kecamatan',
      parentCode: KABUPATEN,
      validFrom: null,
      validTo: null,
      predecessorCode: null,
    })),
  );
  const callers = new Map<string, ApiCaller>();
  const people = [
    ['bupati', { role: 'bupati', kabupaten: KABUPATEN }],
    ['sekda', { role: 'sekda', kabupaten: KABUPATEN }],
    ['organisasi', { role: 'organisasi', kabupaten: KABUPATEN }],
    ['inspektorat', { role: 'inspektorat', kabupaten: KABUPATEN }],
    ['diskominfo', { role: 'diskominfo', kabupaten: KABUPATEN }],
    ['camat-sebulu', { role: 'camat', kabupaten: KABUPATEN, unit: SEBULU }],
    ['camat-tenggarong', { role: 'camat', kabupaten: KABUPATEN, unit: TENGGARONG }],
    ['sekda-lain', { role: 'sekda', kabupaten: OTHER }],
  ] as const;
  for (const [username, grant] of people) {
    await product.addPerson(username, grant);
    callers.set(username, await product.signIn(username));
  }
  await product.load(KABUPATEN, 'service-cases', [
    ...casesOf(SEBULU, 'kk', 12),
    ...casesOf(SEBULU, 'umum', 3),
    ...casesOf(TENGGARONG, 'kk', 20),
    ...OTHERS.flatMap((unit) => casesOf(unit, 'kk', 6)),
  ]);
  await product.load(KABUPATEN, 'complaints', [
    complaint('a-1', SEBULU, '2026-03-05', 'pengaduan'),
    complaint('a-2', SEBULU, '2026-03-09', 'aspirasi'),
    complaint('a-3', TENGGARONG, '2026-03-10', 'pengaduan'),
    complaint('a-4', SEBULU, '2026-03-11', 'berkadar-pengawasan'),
  ]);
  await product.load(
    KABUPATEN,
    'survey-responses',
    Array.from({ length: 8 }, (_, index) => ({
      number: `s-${index}`,
      unit: index < 5 ? SEBULU : TENGGARONG,
      service: 'kk',
      instrument: 'permenpanrb-14-2017',
      date: '2026-03-12',
      ...Object.fromEntries(Array.from({ length: 9 }, (_each, unsur) => [`u${unsur + 1}`, 3 + (index % 2)])),
    })),
  );
  return { product, as: (username) => callers.get(username) ?? product.stranger() };
}

/** Finished cases of January, February and March, so many a month; the first of each month is late. */
function casesOf(unit: string, service: string, each: number) {
  return ['01', '02', '03'].flatMap((month) =>
    Array.from({ length: each }, (_, index) => {
      const received = Date.parse(`2026-${month}-03T01:00:00Z`) + index * 3_600_000;
      return caseOf(`${unit}-${service}-${month}-${index}`, unit, service, received, index === 0 ? 9 : 1);
    }),
  );
}

/** A case that was due two days after receipt and finished after so many days. */
export function caseOf(number: string, unit: string, service: string, received: number, days: number) {
  const after = (count: number) => new Date(received + count * 86_400_000).toISOString();
  return {
    number,
    unit,
    service,
    channel: 'tatap-muka',
    receivedAt: after(0),
    dueAt: after(2),
    completedAt: after(days),
    status: 'selesai',
  };
}

function complaint(number: string, unit: string, day: string, category: string) {
  return {
    number,
    unit,
    channel: 'whatsapp',
    class: category,
    receivedAt: `${day}T01:00:00Z`,
    status: 'diterima',
  };
}

/** Orders a freeze and waits for its end. */
export async function freeze(caller: ApiCaller, body: unknown): Promise<FreezeRun> {
  const answer = await caller.post('/snapshots', body);
  if (answer.status !== 202) throw new Error(`freeze: ${answer.status} ${answer.text}`);
  const { id } = answer.json as FreezeRun;
  for (let round = 0; round < 600; round += 1) {
    const run = await caller.read<FreezeRun>(`/snapshots/runs/${id}`);
    if (run.state !== 'running') return run;
    await wait(100);
  }
  throw new Error('the freeze did not end');
}
