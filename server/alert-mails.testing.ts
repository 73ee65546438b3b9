import { serviceCase } from './features/attention/attention.testing.ts';
import { KABUPATEN, OWN_UNIT } from './features/deliveries/deliveries.testing.ts';
import type { TestProduct } from './testing/test-product.ts';

export const ZONE = 'Asia/Makassar';
/** Misses its target of 90 % in August and September 2026, and meets it from October on. */
export const LATE = OWN_UNIT;
/** Nine of ten in time each month: the target is met exactly. */
export const CALM = '64.02.08';
/** Silent since August: what the first look finds, long before the others' turn. */
export const SILENT = '64.02.09';
/** By hand: eight of ten in time. */
export const TOLD_IN_NUMBERS =
  'Sebulu: tepat waktu 80,0 % pada September, di bawah target 90,0 % sejak Agustus.';
export const BY_MAIL = { 'target-missed': 'mail', worsening: 'off', 'not-reporting': 'notice' };

/** Words without the spaces that hold numbers and units together. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** The Bupati, one who may see no single records, and the camat of a late and of a calm kecamatan. */
export async function addPeople(product: TestProduct): Promise<void> {
  for (const role of ['bupati', 'organisasi'] as const)
    await product.addPerson(role, { role, kabupaten: KABUPATEN });
  await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: LATE });
  await product.addPerson('camat-tenang', { role: 'camat', kabupaten: KABUPATEN, unit: CALM });
}

/** A target of 90 % on time for every unit of a kabupaten since January 2026. */
export async function aimAtOnTime(product: TestProduct, kabupaten: string): Promise<void> {
  await product.database.owner('targets').insert({
    kabupaten_code: kabupaten,
    id: '0198c0de-0000-7000-8000-0000000000aa',
    unit_code: '*',
    unit_kind: '*',
    service_code: '*',
    measure: 'turnaround',
    field: 'dueMetShare',
    valid_from: '2026-01-01',
    at_least: 0.9,
  });
}

/** A target, and what became of it at three kecamatan. */
export async function tellStory(product: TestProduct): Promise<void> {
  await aimAtOnTime(product, KABUPATEN);
  await product.load(KABUPATEN, 'service-cases', [
    ...['2026-06', '2026-07'].flatMap((name) => [LATE, CALM, SILENT].flatMap((unit) => month(unit, name, 0))),
    ...['2026-08', '2026-09'].flatMap((name) => [...month(LATE, name, 2), ...month(CALM, name, 1)]),
    ...['2026-10', '2026-11', '2026-12'].flatMap((name) => [
      ...month(LATE, name, 0),
      ...month(CALM, name, 1),
    ]),
  ]);
}

/** Ten cases on the first working days of a month, the first `late` of them some hours late. */
function month(unit: string, name: string, late: number) {
  return Array.from({ length: 28 }, (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`)
    .filter((day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()))
    .slice(0, 10)
    .map((day, index) =>
      serviceCase(unit, `${day} 09:00`, `${day} 12:00`, `${day} ${index < late ? '15:00' : '11:00'}`),
    );
}
