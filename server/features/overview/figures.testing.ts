import type { Breakdown, Series, Summary } from '#contract/measures';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

export const KABUPATEN = 'contoh-angka';
/** Wednesday 2026-04-15, 10.00 WITA. */
export const NOW = '2026-04-15T10:00:00+08:00';
export const FEBRUARY = 'from=2026-02-01&to=2026-02-28';
export const MARCH = 'from=2026-03-01&to=2026-03-31';

/**
 * A product with units for specs that count on a handful of records: each spec takes a unit of its own by `nextUnit`.
 * The zone is WITA (UTC+8), so that a day begins at 16.00 UTC of the day before. Call it in a `describe`.
 */
export function useFigures() {
  let product: TestProduct;
  let bupati: ApiCaller;
  let unitsUsed = 0;
  let records = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.load(KABUPATEN, 'units', [
      ...Array.from({ length: 30 }, (_, index) => unit(`unit-${index + 1}`, KABUPATEN)),
      unit('induk', KABUPATEN),
      unit('anak-1', 'induk'),
      unit('anak-2', 'induk'),
      unit('cucu', 'anak-2'),
      unit('camat-lama', KABUPATEN),
      unit('camat-baru', KABUPATEN),
      { ...unit('titik', 'camat-lama'), validTo: '2026-02-28' },
      { ...unit('titik-baru', 'camat-baru'), validFrom: '2026-03-01', predecessorCode: 'titik' },
    ]);
    bupati = await product.signIn('bupati');
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  function unit(code: string, parentCode: string) {
    return {
      code,
      name: `Unit ${code}`,
      kind: 'skpd',
      parentCode,
      validFrom: null as string | null,
      validTo: null as string | null,
      predecessorCode: null as string | null,
    };
  }

  function nextUnit(): string {
    return `unit-${(unitsUsed += 1)}`;
  }

  /** A case at local times `2026-02-10 09:00`; finished when there is a second one. */
  function serviceCase(
    unitCode: string,
    received: string,
    completed: string | null = null,
    more: Record<string, string | number | boolean> = {},
  ) {
    return {
      number: String((records += 1)),
      unit: unitCode,
      service: 'umum',
      channel: 'tatap-muka',
      receivedAt: wita(received),
      completedAt: completed === null ? null : wita(completed),
      status: completed === null ? 'diproses' : 'selesai',
      dueAt: null as string | null,
      visits: null as number | null,
      ...more,
    };
  }

  function complaint(unitCode: string, received: string, more: Record<string, string> = {}) {
    const times = Object.fromEntries(
      Object.entries(more).map(([field, value]) => [field, field.endsWith('At') ? wita(value) : value]),
    );
    return {
      number: String((records += 1)),
      unit: unitCode,
      channel: 'whatsapp',
      class: 'aspirasi',
      receivedAt: wita(received),
      firstResponseAt: null,
      resolvedAt: null,
      closedAt: null,
      dueAt: null,
      status: 'diterima',
      ...times,
    };
  }

  function survey(
    unitCode: string,
    date: string,
    answers: readonly number[],
    more: Record<string, string> = {},
  ) {
    return {
      number: String((records += 1)),
      unit: unitCode,
      service: 'umum',
      instrument: answers.length === 14 ? 'kep-25-2004' : 'permenpanrb-14-2017',
      date,
      ...Object.fromEntries(answers.map((answer, index) => [`u${index + 1}`, answer])),
      ...more,
    };
  }

  /** `2026-02-10 09:00` or `2026-02-10 09:00:00`, WITA, as an instant. */
  const wita = (local: string) => new Date(`${local.replace(' ', 'T')}+08:00`).toISOString();
  const all = (answer: number, unsur = 9): number[] => Array.from({ length: unsur }, () => answer);
  const cases = (list: readonly Record<string, string | number | boolean | null>[]) =>
    product.load(KABUPATEN, 'service-cases', list);
  const complaints = (list: readonly Record<string, string | null>[]) =>
    product.load(KABUPATEN, 'complaints', list);
  const surveys = (list: readonly Record<string, string | number>[]) =>
    product.load(KABUPATEN, 'survey-responses', list);
  const summary = (unitCode: string, query: string) =>
    bupati.read<Summary>(`/measures/summary?unit=${unitCode}&${query}`);
  const breakdown = (measure: string, unitCode: string, query: string) =>
    bupati.read<Breakdown>(`/measures/${measure}/breakdown?unit=${unitCode}&${query}`);
  const readSeries = (path: string) => bupati.read<Series>(path);
  const setNow = (instant: string) => product.setNow(instant);

  return {
    nextUnit,
    serviceCase,
    complaint,
    survey,
    wita,
    all,
    cases,
    complaints,
    surveys,
    summary,
    breakdown,
    readSeries,
    setNow,
  };
}
