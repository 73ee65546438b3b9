import type { ServiceCase } from '#contract/service-cases';
import type { KeptCalendar } from '#contract/structure/calendars';
import type { KeptService } from '#contract/structure/services';
import type { KeptSession } from '#contract/structure/sessions';
import type { StructureOutcome } from '#contract/structure/structure-change';
import type { KeptTarget } from '#contract/structure/targets';
import type { KeptUnit } from '#contract/structure/units';
import { verifyRollups } from '../../platform/database/rollups/verify-rollups.repository.ts';
import { ROLLUP_FAMILIES } from '../../commands/loaders.ts';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const NOW = '2026-03-17T10:00:00+08:00';

/**
 * Received on Tuesday 17 March 2026, WITA. By the worked examples of the domain (SKB 1497/2025) 3 working days end on
 * 27 March and 5 on 31 March; without 27 March, 3 end on Monday 30 March.
 */
const RECEIVED = '2026-03-17T09:00:00+08:00';

interface Problem {
  readonly code: string;
  readonly detail: string;
}

describe('keeping the structure', () => {
  let product: TestProduct;
  let organisasi: ApiCaller;
  let camat: ApiCaller;
  let inspektur: ApiCaller;

  beforeEach(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('organisasi', { role: 'organisasi', kabupaten: KUKAR });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    organisasi = await product.signIn('organisasi');
    camat = await product.signIn('camat');
    inspektur = await product.signIn('inspektur');
    await send('POST', '/structure/services', { code: 'uji', name: 'Layanan Uji' });
    await saveStandard('2026-01-01', 5);
    await product.load(KUKAR, 'service-cases', [
      ...Array.from({ length: 6 }, (_, index) => caseOf(`U-${index}`)),
      caseOf('U-selesai', '2026-03-17T09:30:00+08:00'),
    ]);
  });
  afterEach(() => product.stop());

  async function saveStandard(from: string, amount: number): Promise<void> {
    const version = (await serviceOf('uji'))?.version;
    await send('PUT', `/structure/services/uji/standards/${from}`, { version, ...standard(amount) });
  }

  async function send<T = StructureOutcome>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await organisasi.send(method, path, { body });
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer.json as T;
  }

  async function refused(method: string, path: string, body: unknown): Promise<[number, string]> {
    const answer = await organisasi.send(method, path, { body });
    return [answer.status, (answer.json as Problem).code];
  }

  const items = async <T>(path: string): Promise<T[]> =>
    (await organisasi.read<{ items: T[] }>(`/structure/${path}`)).items;
  const unitOf = async (code: string): Promise<KeptUnit | undefined> =>
    (await items<KeptUnit>('units')).find((unit) => unit.code === code);
  const serviceOf = async (code: string): Promise<KeptService | undefined> =>
    (await items<KeptService>('services')).find((service) => service.code === code);
  const calendarOf = async (code: string): Promise<KeptCalendar | undefined> =>
    (await items<KeptCalendar>('calendars')).find((calendar) => calendar.code === code);

  async function dueOf(number: string): Promise<string> {
    const list = await camat.read<{ items: ServiceCase[] }>(`/service-cases?search=${number}`);
    const found = await camat.read<ServiceCase>(`/service-cases/${list.items[0]?.id ?? ''}`);
    return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Makassar' }).format(
      new Date(Date.parse(found.dueAt ?? '') - 1),
    );
  }

  async function lastEntry(): Promise<{ action: string; sentence: string }> {
    const { items: entries } = await inspektur.read<{ items: { action: string; sentence: string }[] }>(
      '/audit?limit=1',
    );
    return entries[0] ?? { action: '', sentence: '' };
  }

  const caseOf = (number: string, completedAt: string | null = null) => ({
    number,
    unit: SEBULU,
    service: 'uji',
    channel: 'tatap-muka',
    receivedAt: RECEIVED,
    completedAt,
    status: completedAt === null ? 'diproses' : 'selesai',
  });

  const standard = (amount: number) => ({
    promise: { unit: 'working-days', amount },
    fee: 0,
    legalBasis: 'Perbup',
    components: { requirements: 'KTP asli' },
    consultation: null,
  });

  it('moves the deadlines of open cases with a new standard, tells how many before, and keeps closed ones', async () => {
    expect(await dueOf('U-0')).toBe('2026-03-31');
    const version = (await serviceOf('uji'))?.version ?? '';
    const path = '/structure/services/uji/standards/2026-03-01';
    const trial = await send('PUT', `${path}?dryRun=true`, { version, ...standard(3) });
    expect([trial.saved, trial.movedCases]).toEqual([false, 6]);
    expect(await dueOf('U-0')).toBe('2026-03-31');
    const saved = await send('PUT', path, { version, ...standard(3) });
    expect([saved.saved, saved.movedCases]).toEqual([true, 6]);
    expect([await dueOf('U-0'), await dueOf('U-selesai')]).toEqual(['2026-03-27', '2026-03-31']);
    expect((await serviceOf('uji'))?.standards.map(({ validFrom }) => validFrom)).toEqual([
      '2026-03-01',
      '2026-01-01',
    ]);
    expect((await lastEntry()).sentence).toBe(
      'Menetapkan standar pelayanan Layanan Uji yang berlaku mulai 1 Mar 2026: 3 hari kerja; 6 tenggat permohonan bergeser.',
    );
    // Somebody who still has the version of before.
    expect(await refused('PUT', path, { version, ...standard(4) })).toEqual([409, 'structure-moved-on']);
    // The completed case was judged by the promise of January.
    const now = (await serviceOf('uji'))?.version;
    expect(
      await refused('PUT', '/structure/services/uji/standards/2026-01-01', { version: now, ...standard(9) }),
    ).toEqual([409, 'standard-judged']);
  });

  it('moves open deadlines with a local closure, as a new version that units and history know', async () => {
    await saveStandard('2026-03-01', 3);
    const before = await calendarOf('default');
    if (before === undefined) throw new Error('no calendar');
    const { name, openingHours, nationalHolidays, version } = before;
    const body = {
      version,
      reason: 'Pilkades serentak',
      name,
      openingHours,
      nationalHolidays,
      closures: [{ day: '2026-03-27', name: 'Pilkades serentak' }],
    };
    const trial = await send('PUT', '/structure/calendars/default?dryRun=true', body);
    expect([trial.saved, trial.movedCases, trial.movedComplaints]).toEqual([false, 6, 0]);
    await send('PUT', '/structure/calendars/default', body);
    expect([await dueOf('U-0'), await dueOf('U-selesai')]).toEqual(['2026-03-30', '2026-03-31']);
    const after = await calendarOf('default');
    expect(after?.versions.map((each) => [each.number, each.reason])).toEqual([
      [2, 'Pilkades serentak'],
      [1, null],
    ]);
    expect(after?.units.length).toBe(21);
    expect((await lastEntry()).sentence).toContain(
      'hari tutup baru: 2026-03-27 Pilkades serentak; 6 tenggat',
    );
    expect(await refused('PUT', '/structure/calendars/default', body)).toEqual([409, 'structure-moved-on']);
  });

  it('moves the deadlines of a unit that is given another calendar', async () => {
    await saveStandard('2026-03-01', 3);
    const sebulu = await unitOf(SEBULU);
    if (sebulu === undefined) throw new Error('no unit');
    const { code, version, ...values } = sebulu;
    await send('POST', '/structure/calendars', {
      code: 'enam-hari',
      name: 'Senin–Sabtu',
      // Saturday counts too: 18 to 24 March are holidays and leave but the 21st and 22nd; 25, 26, 27 March.
      openingHours: [1, 2, 3, 4, 5, 6].map((weekday) => ({
        weekday,
        validFrom: '2026-01-01',
        validTo: null,
        intervals: [{ from: 28800, to: 50400 }],
      })),
      closures: [{ day: '2026-03-27', name: 'Pilkades serentak' }],
      nationalHolidays: true,
    });
    const saved = await send('PUT', `/structure/units/${code}`, {
      version,
      ...values,
      calendarCode: 'enam-hari',
    });
    expect(saved.movedCases).toBe(6);
    // 25 and 26 March, and with the 27th closed Saturday the 28th.
    expect(await dueOf('U-0')).toBe('2026-03-28');
  });

  it('refuses hours that overlap, run backwards or are more than four a day', async () => {
    const calendar = await calendarOf('default');
    const put = (intervals: { from: number; to: number }[]) =>
      refused('PUT', '/structure/calendars/default', {
        version: calendar?.version,
        reason: 'jam baru',
        name: 'Jam kantor',
        closures: [],
        nationalHolidays: true,
        openingHours: [{ weekday: 1, validFrom: '2026-01-01', validTo: null, intervals }],
      });
    const hour = (from: number, to: number) => ({ from: from * 3600, to: to * 3600 });
    expect(await put([hour(8, 12), hour(11, 16)])).toEqual([400, 'hours-overlap']);
    expect(await put([hour(16, 8)])).toEqual([400, 'hours-reversed']);
    expect(await put([hour(7, 8), hour(9, 10), hour(11, 12), hour(13, 14), hour(15, 16)])).toEqual([
      400,
      'hours-too-many',
    ]);
  });

  it('keeps history when a unit ends, is succeeded or moved, and refuses a circle', async () => {
    const unit = {
      kind: 'service-point',
      parentCode: SEBULU,
      calendarCode: 'default',
      validFrom: null,
      validTo: null,
      predecessorCode: null,
    };
    await send('POST', '/structure/units', { code: 'loket-a', name: 'Loket A', ...unit });
    await send('POST', '/structure/units', {
      ...unit,
      code: 'loket-b',
      name: 'Loket B',
      parentCode: 'loket-a',
    });
    expect((await lastEntry()).action).toBe('unit-added');
    await product.load(KUKAR, 'service-cases', [{ ...caseOf('B-1'), unit: 'loket-b' }]);
    const a = await unitOf('loket-a');
    expect(
      await refused('PUT', '/structure/units/loket-a', {
        ...unit,
        name: 'Loket A',
        parentCode: 'loket-b',
        version: a?.version,
      }),
    ).toEqual([409, 'unit-circle']);
    expect(
      await refused('PUT', '/structure/units/loket-a', {
        ...unit,
        name: 'Loket A',
        validTo: '2026-12-31',
        version: a?.version,
      }),
    ).toEqual([409, 'units-below']);

    const b = await unitOf('loket-b');
    const replaced = await send('POST', '/structure/units/loket-b/successor', {
      version: b?.version,
      from: '2026-04-01',
      code: 'loket-b2',
      name: 'Loket B',
      kind: 'service-point',
      parentCode: '64.02.08',
      calendarCode: 'default',
    });
    expect([replaced.saved, replaced.key, replaced.recordsOutside]).toEqual([true, 'loket-b2', 0]);
    expect((await unitOf('loket-b'))?.validTo).toBe('2026-03-31');
    const successor = await unitOf('loket-b2');
    expect([successor?.validFrom, successor?.predecessorCode, successor?.parentCode]).toEqual([
      '2026-04-01',
      'loket-b',
      '64.02.08',
    ]);
    // What was received before stays where it was counted: six and one of Sebulu, and the one of the desk.
    const summary = await camat.read<{ volume: { received: number } }>(
      '/measures/summary?from=2026-03-01&to=2026-03-31',
    );
    expect(summary.volume.received).toBe(8);
    const differences = await verifyRollups(product.database.application, ROLLUP_FAMILIES);
    expect(differences).toEqual([]);

    // An end before the record: it is told, and no unit above counts it any more.
    const again = await unitOf('loket-b');
    const trial = await send('PUT', '/structure/units/loket-b?dryRun=true', {
      ...unit,
      name: 'Loket B',
      parentCode: 'loket-a',
      validTo: '2026-03-01',
      version: again?.version,
    });
    // One record is few enough to be somebody's: Bagian Organisasi sees no single records.
    expect(trial.recordsOutside).toBeNull();
  });

  it('makes the days of a weekly session, refuses one over another, and removes them', async () => {
    const session = {
      unit: SEBULU,
      service: 'uji',
      from: '2026-03-22',
      to: '2026-04-19',
      opens: 32_400,
      closes: 39_600,
      note: 'Layanan hari Minggu',
    };
    expect((await send('POST', '/structure/sessions', session)).days).toBe(5);
    expect((await lastEntry()).sentence).toBe(
      'Menambah sesi tambahan Sebulu layanan Layanan Uji pukul 09.00–11.00: 5 hari, 22 Mar 2026 sampai 19 Apr 2026.',
    );
    expect(await refused('POST', '/structure/sessions', { ...session, opens: 36_000, to: null })).toEqual([
      409,
      'session-overlaps',
    ]);
    const listed = await items<KeptSession>(`sessions?unit=${SEBULU}`);
    expect(listed.map(({ day }) => day)).toEqual([
      '2026-04-19',
      '2026-04-12',
      '2026-04-05',
      '2026-03-29',
      '2026-03-22',
    ]);
    const ids = listed.slice(0, 2).map(({ id }) => id);
    expect((await send('POST', '/structure/sessions/removals', { ids })).days).toBe(2);
    expect((await items<KeptSession>(`sessions?unit=${SEBULU}`)).length).toBe(3);
  });

  it('sets, changes and removes targets that make sense', async () => {
    const target = {
      unit: '*',
      unitKind: 'kecamatan',
      service: '*',
      measure: 'turnaround',
      field: 'dueMetShare',
      validFrom: '2026-01-01',
      validTo: null,
      atLeast: 0.9,
      atMost: null,
      legalBasis: 'RPJMD 2025–2029',
    };
    const { key } = await send('POST', '/structure/targets', target);
    expect(await refused('POST', '/structure/targets', target)).toEqual([409, 'target-exists']);
    expect(await refused('POST', '/structure/targets', { ...target, atLeast: 90 })).toEqual([
      400,
      'target-share',
    ]);
    expect(await refused('POST', '/structure/targets', { ...target, atLeast: null })).toEqual([
      400,
      'target-empty',
    ]);
    const [kept] = await items<KeptTarget>('targets');
    await send('PUT', `/structure/targets/${key}`, { ...target, atLeast: 0.95, version: kept?.version });
    expect(await refused('PUT', `/structure/targets/${key}`, { ...target, version: kept?.version })).toEqual([
      409,
      'structure-moved-on',
    ]);
    expect((await lastEntry()).action).toBe('target-changed');
    const [changed] = await items<KeptTarget>('targets');
    expect(changed?.atLeast).toBe(0.95);
    await send('DELETE', `/structure/targets/${key}?version=${changed?.version ?? ''}`);
    expect((await items<KeptTarget>('targets')).length).toBe(0);
    expect((await lastEntry()).action).toBe('target-removed');
  });
});
