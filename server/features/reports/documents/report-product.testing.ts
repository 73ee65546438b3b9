import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { caseOf } from '../snapshots/snapshots.testing.ts';

export const KABUPATEN = 'contoh-laporan';
export const NORTH = 'kecamatan-utara';
export const SOUTH = 'kecamatan-selatan';
/** Tuesday 2026-04-14, 10.00 WITA: March is over. */
export const NOW = '2026-04-14T10:00:00+08:00';

/** What reports are made of: a kabupaten of two units with half a year of records, and who reads them. */
export interface ReportProduct {
  readonly product: TestProduct;
  readonly as: (username: string) => ApiCaller;
  /** The bytes of an answer, with its headers. @throws Error for any status but 200 */
  readonly download: (
    username: string,
    path: string,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ content: Buffer; headers: Headers }>;
}

export async function startReportProduct(publicUrl: string | null = null): Promise<ReportProduct> {
  const product = await startTestProduct({ now: NOW, ...(publicUrl === null ? {} : { publicUrl }) });
  await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
  await product.load(KABUPATEN, 'units', [unit(NORTH), unit(SOUTH)]);
  const callers = new Map<string, ApiCaller>();
  const people = [
    ['bupati', { role: 'bupati', kabupaten: KABUPATEN }],
    ['sekda', { role: 'sekda', kabupaten: KABUPATEN }],
    ['organisasi', { role: 'organisasi', kabupaten: KABUPATEN }],
    ['admin', { role: 'admin', kabupaten: KABUPATEN }],
    ['diskominfo', { role: 'diskominfo', kabupaten: KABUPATEN }],
    ['camat', { role: 'camat', kabupaten: KABUPATEN, unit: NORTH }],
  ] as const;
  for (const [username, grant] of people) {
    await product.addPerson(username, grant);
    callers.set(username, await product.signIn(username));
  }
  await product.load(KABUPATEN, 'service-cases', [...casesOf(NORTH, 31), ...casesOf(SOUTH, 42)]);
  await product.load(KABUPATEN, 'complaints', [
    ...Array.from({ length: 7 }, (_, index) => complaint(`a-${index}`, NORTH, index)),
    ...Array.from({ length: 6 }, (_, index) => complaint(`b-${index}`, SOUTH, index)),
  ]);
  await product.load(KABUPATEN, 'survey-responses', [...formsOf(NORTH, 33), ...formsOf(SOUTH, 38)]);
  const as = (username: string): ApiCaller => callers.get(username) ?? product.stranger();
  return {
    product,
    as,
    download: async (username, path, headers = {}) => {
      const cookie = [...as(username).cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(`${product.address}/api/v1${path}`, {
        headers: { ...headers, Cookie: cookie },
      });
      if (response.status !== 200) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return { content: Buffer.from(await response.arrayBuffer()), headers: response.headers };
    },
  };
}

function unit(code: string) {
  const name = code === NORTH ? 'Kecamatan Utara' : 'Kecamatan Selatan';
  return {
    code,
    name,
    kind: 'kecamatan',
    parentCode: KABUPATEN,
    validFrom: null,
    validTo: null,
    predecessorCode: null,
  };
}

/** Finished cases of October to March, more each month; every ninth is late, by two services and two channels. */
function casesOf(unitCode: string, first: number) {
  return ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].flatMap((month, step) =>
    Array.from({ length: first + step * 3 }, (_, index) => {
      const received = Date.parse(`${month}-03T01:00:00Z`) + index * 5_400_000;
      const service = index % 3 === 0 ? 'kk' : 'umum';
      const record = caseOf(
        `${unitCode}-${month}-${index}`,
        unitCode,
        service,
        received,
        index % 9 === 0 ? 5 : 1,
      );
      return { ...record, channel: index % 2 === 0 ? 'tatap-muka' : 'whatsapp' };
    }),
  );
}

function complaint(number: string, unitCode: string, index: number) {
  const day = `2026-03-${String(index + 2).padStart(2, '0')}`;
  return {
    number: `${unitCode}-${number}`,
    unit: unitCode,
    channel: 'whatsapp',
    class: 'pengaduan',
    receivedAt: `${day}T01:00:00Z`,
    ...(index < 5 ? { firstResponseAt: `${day}T05:00:00Z`, resolvedAt: `${day}T09:00:00Z` } : {}),
    status: index < 5 ? 'selesai' : 'diterima',
  };
}

/** Every fifth says nothing of itself; schooling is written as many forms write it. */
export function whoAnswered(index: number): { sex?: string; education?: string } {
  if (index % 5 === 4) return {};
  const education = ['SD', 'SLTA/Sederajat', 'S-1', 'D-III'][index % 5] ?? '';
  return { sex: index % 2 === 0 ? 'L' : 'P', education };
}

function formsOf(unitCode: string, count: number) {
  return Array.from({ length: count }, (_, index) => ({
    number: `${unitCode}-s-${index}`,
    unit: unitCode,
    service: 'umum',
    instrument: 'permenpanrb-14-2017',
    date: '2026-03-12',
    ...whoAnswered(index),
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_each, unsur) => [`u${unsur + 1}`, 2 + ((index + unsur) % 3)]),
    ),
  }));
}
