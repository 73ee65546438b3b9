import type { Pauses, Stages } from '#contract/service-figures';
import { ROLLUP_FAMILIES } from '../../../commands/loaders.ts';
import { verifyRollups } from '../../../platform/database/rollups/verify-rollups.repository.ts';
import type { ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { writeTimeFacts, type PauseFact, type StepFact } from './time-facts.testing.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const KENOHAN = '64.02.09';
const MARCH = 'from=2026-03-01&to=2026-03-31';

/**
 * A KK of Sebulu goes through three stages of 20, 60 and 20 seconds (short, because up to 98 seconds a bucket is exact);
 * six of them. Kenohan sends three to be printed, after a check of 20 seconds each.
 */
const STEPS: readonly StepFact[] = [
  ...Array.from({ length: 6 }, (_, index) => [
    step(SEBULU, `s-${index}`, 'Verifikasi berkas', SEBULU, '09:00', '10:00', 20),
    step(SEBULU, `s-${index}`, 'Pencetakan', 'disdukcapil', '10:00', '11:00', 60),
    step(SEBULU, `s-${index}`, 'Serah terima', SEBULU, '11:00', '12:00', 20),
  ]).flat(),
  ...Array.from({ length: 3 }, (_, index) => [
    step(KENOHAN, `a-${index}`, 'Verifikasi berkas', KENOHAN, '09:00', '10:00', 20),
    step(KENOHAN, `a-${index}`, 'Pencetakan', 'disdukcapil', '10:00', '11:00', 60),
  ]).flat(),
  { ...step(SEBULU, 'ktp', 'Verifikasi berkas', SEBULU, '09:00', '10:00', 90), service: 'ktp-el' },
  {
    ...step(SEBULU, 'lama', 'Pencetakan', 'disdukcapil', '09:00', '10:00', 90),
    completed: '2026-02-27 10:00',
    started: '2026-02-27 09:00',
  },
];

const PAUSES: readonly PauseFact[] = [
  ...Array.from({ length: 7 }, (_, index) => pause(`s-${index}`, 'blangko-kosong', 60)),
  pause('s-0', 'berkas-kurang', 20, '2026-03-04 09:00'),
  pause('s-1', 'berkas-kurang', 40, '2026-03-04 09:00'),
  // Still running: it counts, but has no duration yet.
  { ...pause('s-2', 'berkas-kurang', 0, '2026-03-31 09:00'), ended: null, workingSeconds: null },
  // Nobody told the applicant: it stopped no clock.
  { ...pause('s-3', 'gangguan-sistem', 60, '2026-03-05 09:00'), told: false },
  { ...pause('a-0', 'keadaan-kahar', 60), unit: KENOHAN },
];

function step(
  unit: string,
  number: string,
  name: string,
  stepUnit: string,
  started: string,
  completed: string,
  officialSeconds: number,
): StepFact {
  const day = '2026-03-03';
  return {
    unit,
    number,
    service: 'kk',
    step: name,
    stepUnit,
    started: `${day} ${started}`,
    completed: `${day} ${completed}`,
    officialSeconds,
  };
}

function pause(
  number: string,
  reason: string,
  workingSeconds: number,
  started = '2026-03-03 09:00',
): PauseFact {
  return {
    unit: SEBULU,
    number,
    service: 'kk',
    started,
    ended: started.replace('09:00', '15:00'),
    reason,
    told: true,
    workingSeconds,
  };
}

describe('where the time of a case went', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  const as = (username: string): ApiCaller => callers.get(username) ?? product.stranger();

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-04-10T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.load(KUKAR, 'units', [
      {
        code: 'disdukcapil',
        name: 'Disdukcapil',
        kind: 'skpd',
        parentCode: KUKAR,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      },
    ]);
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    await product.addPerson('diskominfo', { role: 'diskominfo', kabupaten: KUKAR });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    for (const username of ['bupati', 'diskominfo', 'camat'])
      callers.set(username, await product.signIn(username));
    await writeTimeFacts(product, KUKAR, STEPS, PAUSES);
  });
  afterAll(() => product.stop());

  const lines = ({ items }: Stages) =>
    items.map((item) => [item.step, item.unit.name, item.completed, item.medianWorkingMinutes, item.share]);

  it('is told by stage and owner, in the order a case goes through them', async () => {
    const stages = await as('camat').read<Stages>(`/service-stages?service=kk&${MARCH}`);
    // 6 × 20, 6 × 60 and 6 × 20 of 600 seconds; a third of a minute and a minute.
    expect(lines(stages)).toEqual([
      ['Verifikasi berkas', 'Sebulu', 6, 0.33, 0.2],
      ['Pencetakan', 'Disdukcapil', 6, 1, 0.6],
      ['Serah terima', 'Sebulu', 6, 0.33, 0.2],
    ]);
    expect(stages).toEqual(
      jasmine.objectContaining({ unit: SEBULU, service: 'kk', ignoredFilters: [], approximate: false }),
    );
    expect(stages.suppressed).toBeUndefined();
  });

  it('adds up over units and services, and cases of other months stay out', async () => {
    const all = await as('bupati').read<Stages>(`/service-stages?${MARCH}`);
    expect(lines(all).map(([name, unit, completed]) => [name, unit, completed])).toEqual([
      // With the KTP of 90 seconds Sebulu's checks took longer than Kenohan's.
      ['Verifikasi berkas', 'Sebulu', 7],
      ['Verifikasi berkas', 'Kenohan', 3],
      ['Pencetakan', 'Disdukcapil', 9],
      ['Serah terima', 'Sebulu', 6],
    ]);
    expect(all.items.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
    const year = await as('bupati').read<Stages>('/service-stages?from=2026-01-01&to=2026-12-31');
    expect(year.items.find((item) => item.step === 'Pencetakan')?.completed).toBe(10);
    const none = await as('bupati').read<Stages>('/service-stages?from=2026-01-01&to=2026-01-31');
    expect([none.items, none.suppressed]).toEqual([[], undefined]);
    const channel = await as('bupati').read<Stages>(`/service-stages?channel=web&${MARCH}`);
    expect([channel.ignoredFilters, channel.items.length]).toEqual([['channel'], 4]);
  });

  it('names the reasons of pauses, and whose time they were', async () => {
    const { items } = await as('camat').read<Pauses>(`/service-pauses?${MARCH}`);
    expect(items).toEqual([
      {
        reason: 'blangko-kosong',
        name: 'Blangko habis',
        causedBy: 'administration',
        pauses: 7,
        medianWorkingMinutes: 1,
        // 420 of 480 seconds; the other reason 20 and 40.
        share: 0.875,
      },
      {
        reason: 'berkas-kurang',
        name: 'Berkas belum lengkap',
        causedBy: 'applicant',
        pauses: 3,
        medianWorkingMinutes: 0.33,
        share: 0.125,
      },
    ]);
    const english = await as('camat').get(`/service-pauses?${MARCH}`, { 'Accept-Language': 'en' });
    expect(english.text).toContain('Blank forms out of stock');
  });

  it('tells small numbers to nobody without the right to details', async () => {
    const stages = await as('diskominfo').read<Stages>(`/service-stages?${MARCH}`);
    // 7, 3, 9 and 6: three is small, and six the next smallest.
    expect(stages.items.map((item) => [item.step, item.unit.name, item.completed])).toEqual([
      ['Verifikasi berkas', 'Sebulu', 7],
      ['Pencetakan', 'Disdukcapil', 9],
    ]);
    expect(stages.suppressed).toBeTrue();
    // 7, 3 and 1: all that is left beside the small ones is one.
    const pauses = await as('diskominfo').read<Pauses>(`/service-pauses?${MARCH}`);
    expect([pauses.items, pauses.suppressed]).toEqual([[], true]);
    for (const narrower of [
      `unit=${SEBULU}&${MARCH}`,
      `service=kk&${MARCH}`,
      'from=2026-03-01&to=2026-03-30',
    ]) {
      const answer = await as('diskominfo').read<Stages>(`/service-stages?${narrower}`);
      expect([answer.items, answer.suppressed]).withContext(narrower).toEqual([[], true]);
    }
    // February has a stage of one person; with March it would follow.
    const both = await as('diskominfo').read<Stages>('/service-stages?from=2026-02-01&to=2026-03-31');
    expect([both.items, both.suppressed]).toEqual([[], true]);
  });

  it('stands in roll-ups that agree with the records', async () => {
    expect(await verifyRollups(product.database.application, ROLLUP_FAMILIES)).toEqual([]);
    const { owner } = product.database;
    for (const [table, column] of [
      ['step_rollups', 'completed'],
      ['pause_rollups', 'pauses'],
    ] as const) {
      await owner(table).where({ grain: 'm' }).increment(column, 1);
      const differing = await verifyRollups(product.database.application, ROLLUP_FAMILIES);
      await owner(table).where({ grain: 'm' }).decrement(column, 1);
      expect(differing.map((line) => line.split(' ')[1])).toEqual([table]);
    }
  });
});
