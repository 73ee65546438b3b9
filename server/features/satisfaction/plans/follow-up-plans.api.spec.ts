import type { FollowUpPlan, FollowUpPlans } from '#contract/follow-up-plans';
import type { ApiAnswer, ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = 'contoh-rtl';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';

describe('follow-up plans, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.load(
      KABUPATEN,
      'units',
      ['a', 'b', 'c'].map((code) => ({
        code,
        name: `Unit ${code}`,
        kind: 'kecamatan',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      })),
    );
    await product.load(KABUPATEN, 'services', [
      { code: 'kk', name: 'Kartu Keluarga (KK)' },
      { code: 'ktp', name: 'KTP-el' },
    ]);
    for (const role of ['bupati', 'sekda', 'inspektorat', 'diskominfo', 'organisasi', 'bkpsdm'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    for (const unit of ['a', 'b', 'c'])
      await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten: KABUPATEN, unit });
    await product.addPerson('petugas.a', { role: 'petugas', kabupaten: KABUPATEN, unit: 'a' });
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const owners = async (username: string, unit: string) =>
    (
      await (
        await as(username)
      ).read<{ items: { post: string; title: string }[] }>(`/follow-up-plans/owners?unit=${unit}`)
    ).items;
  const ownerOf = async (username: string, unit: string) => (await owners(username, unit))[0]?.post ?? '';

  async function make(
    username: string,
    unit: string,
    change: Record<string, unknown> = {},
  ): Promise<ApiAnswer> {
    return (await as(username)).post('/follow-up-plans', {
      unit,
      service: null,
      instrument: 'permenpanrb-14-2017',
      unsur: 'U3',
      plan: 'Loket kedua dibuka pada jam ramai.',
      owner: await ownerOf('organisasi', unit),
      dueOn: '2026-12-18',
      ...change,
    });
  }
  const made = async (username: string, unit: string, change: Record<string, unknown> = {}) => {
    const answer = await make(username, unit, change);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json as FollowUpPlan;
  };
  const list = async (username: string, query = '') =>
    (await as(username)).read<FollowUpPlans>(`/follow-up-plans${query}`);
  const finish = async (username: string, id: string, result = 'Loket kedua dibuka sejak 1 Desember.') =>
    (await as(username)).post(`/follow-up-plans/${id}/done`, { result });

  it('offers who heads the unit first, and nobody outside the own scope', async () => {
    expect((await owners('camat.a', 'a')).map(({ title }) => title)).toEqual([
      'Jabatan camat.a',
      'Jabatan petugas.a',
    ]);
    const whole = (await owners('organisasi', 'a')).map(({ title }) => title);
    expect(whole[0]).toBe('Jabatan camat.a');
    expect(whole).toContain('Jabatan organisasi');
    expect(whole).not.toContain('Jabatan camat.b');
    expect(whole).not.toContain('Jabatan bupati');
    expect((await (await as('camat.a')).get('/follow-up-plans/owners?unit=b')).status).toBe(404);
  });

  it('made by a camat, seen above and below, not beside, and done with a result', async () => {
    const plan = await made('camat.a', 'a', { service: 'kk' });
    expect(plan).toEqual(
      jasmine.objectContaining({
        state: 'open',
        unit: { code: 'a', name: 'Unit a' },
        service: { code: 'kk', name: 'Kartu Keluarga (KK)' },
        unsur: { code: 'U3', name: 'Waktu penyelesaian' },
        dueOn: '2026-12-18',
        doneAt: null,
        result: null,
        actions: ['done'],
      }),
    );
    expect(plan.owner.title).toBe('Jabatan camat.a');
    for (const reader of ['bupati', 'sekda', 'inspektorat', 'diskominfo', 'petugas.a']) {
      const seen = (await list(reader)).items.find(({ id }) => id === plan.id);
      expect(seen?.actions).withContext(reader).toEqual([]);
    }
    expect((await list('camat.b')).items.map(({ id }) => id)).not.toContain(plan.id);
    expect((await finish('camat.b', plan.id)).status).toBe(404);
    const done = await finish('camat.a', plan.id);
    expect(done.status).withContext(done.text).toBe(200);
    expect(done.json).toEqual(
      jasmine.objectContaining({
        state: 'done',
        result: 'Loket kedua dibuka sejak 1 Desember.',
        doneAt: new Date(NOW).toISOString(),
        actions: [],
      }),
    );
    expect((await finish('camat.a', plan.id)).status).toBe(409);
  });

  for (const role of ['bupati', 'sekda', 'inspektorat', 'diskominfo', 'petugas.a'])
    it(`is neither made nor finished by ${role}`, async () => {
      const plan = await made('organisasi', 'a');
      expect((await make(role, 'a')).status).toBe(403);
      expect((await finish(role, plan.id)).status).toBe(403);
      expect((await (await as(role)).get('/follow-up-plans/owners?unit=a')).status).toBe(403);
    });

  it('is not read by who sees no figures', async () => {
    expect((await (await as('bkpsdm')).get('/follow-up-plans')).status).toBe(403);
  });

  it('is late from the day after its date, counted and found as such', async () => {
    const plan = await made('organisasi', 'c', { dueOn: '2026-11-20' });
    expect((await list('bupati', '?unit=c')).late).toBe(0);
    product.setNow('2026-11-21T00:30:00+08:00');
    const { items, late, total } = await list('bupati', '?unit=c&state=late');
    expect([items.map(({ id }) => id), items[0]?.state, late, total]).toEqual([[plan.id], 'late', 1, 1]);
    expect((await list('bupati', '?unit=c&state=open')).total).toBe(0);
    await finish('organisasi', plan.id);
    expect((await list('bupati', '?unit=c')).late).toBe(0);
  });

  it('for all services stands beside the plans of each', async () => {
    const unit = 'b';
    const [all, kk, ktp] = [
      await made('camat.b', unit),
      await made('camat.b', unit, { service: 'kk' }),
      await made('camat.b', unit, { service: 'ktp' }),
    ].map(({ id }) => id);
    const ids = (await list('camat.b', '?service=kk&state=open')).items.map(({ id }) => id);
    expect(ids).toContain(all ?? '');
    expect(ids).toContain(kk ?? '');
    expect(ids).not.toContain(ktp ?? '');
  });

  it('refuses what cannot be', async () => {
    const foreign = await ownerOf('organisasi', 'b');
    for (const [change, status, code] of [
      [{ dueOn: '2026-11-19' }, 400, 'due-in-past'],
      [{ owner: foreign }, 400, 'owner-not-possible'],
      [{ unsur: 'U10' }, 400, 'unsur-not-found'],
      [{ service: 'tidak-ada' }, 404, 'service-not-found'],
      [{ plan: 'singkat' }, 400, 'invalid-request'],
    ] as const) {
      const answer = await make('camat.a', 'a', change);
      expect([answer.status, (answer.json as { code: string }).code])
        .withContext(JSON.stringify(change))
        .toEqual([status, code]);
    }
    expect((await make('camat.a', 'b')).status).toBe(404);
    // U10 is one of the fourteen of 2004.
    expect((await make('camat.a', 'a', { instrument: 'kep-25-2004', unsur: 'U10' })).status).toBe(201);
    expect((await (await as('camat.a')).get('/follow-up-plans?unit=b')).status).toBe(404);
    expect((await (await as('camat.a')).get('/follow-up-plans?cursor=bukan')).status).toBe(400);
  });

  it('pages newest first', async () => {
    for (let count = 0; count < 3; count += 1) await made('camat.a', 'a');
    const all = await list('bupati', '?unit=a');
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await list('bupati', `?unit=a&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.total).toBe(all.total);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen.length).toBeGreaterThan(2);
    expect(seen).toEqual(all.items.map(({ id }) => id));
  });

  it('stands in the audit trail, its words sealed', async () => {
    const plan = await made('camat.a', 'a', { plan: 'Ibu Ani menjaga loket kedua.' });
    await finish('camat.a', plan.id);
    const trail = await (
      await as('inspektorat')
    ).read<{ items: { sentence: string; subject: string }[] }>('/audit?limit=50');
    const told = trail.items
      .filter(({ subject }) => subject === `follow-up-plans/${plan.id}`)
      .map(({ sentence }) => sentence);
    expect(told).toEqual([
      'Menyatakan rencana tindak lanjut unsur “Waktu penyelesaian” Unit a selesai.',
      'Membuat rencana tindak lanjut unsur “Waktu penyelesaian” Unit a, penanggung jawab Jabatan camat.a, batas waktu 18 Des 2026.',
    ]);
    const { rows } = await product.database.owner.raw<{ rows: { details: unknown }[] }>(
      `select details from audit_entries where kabupaten_code = ? and subject = ?`,
      [KABUPATEN, `follow-up-plans/${plan.id}`],
    );
    expect(rows.length).toBe(2);
    expect(JSON.stringify(rows)).not.toContain('Ibu Ani');
  });
});
