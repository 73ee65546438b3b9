import type { Evidence } from '#contract/evidence';
import type { Finding, FindingLine, Recommendation } from '#contract/oversight/findings';
import type { Notice } from '#contract/notices';
import { findingRound } from './finding-round.ts';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KABUPATEN = 'contoh-temuan';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';

describe('findings, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  let numbers = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('lain-temuan', 'Asia/Makassar');
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
    for (const role of ['bupati', 'sekda', 'inspektorat'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    for (const unit of ['a', 'b', 'c'])
      await product.addPerson(`camat.${unit}`, { role: 'camat', kabupaten: KABUPATEN, unit });
    await product.addPerson('petugas', { role: 'petugas', kabupaten: KABUPATEN, unit: 'a' });
    await product.addPerson('inspektorat.lain', { role: 'inspektorat', kabupaten: 'lain-temuan' });
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }

  /** A finding of BPK with a recommendation to `a` and one to `b`, received on 1 October. */
  const finding = (more: Record<string, unknown> = {}) => ({
    number: `T-${(numbers += 1)}`,
    source: 'bpk',
    title: 'Retribusi terlambat disetor',
    body: 'Retribusi disetor sesudah lebih dari satu hari kerja.',
    unit: 'a',
    reportNumber: '12/LHP/2026',
    reportOn: '2026-09-28',
    receivedOn: '2026-10-01',
    amount: 1_500_000,
    recommendations: [
      { number: '1', body: 'Setorkan pada hari yang sama.', unit: 'a' },
      { number: '2', body: 'Cocokkan catatannya setiap pekan.', unit: 'b', dueOn: '2026-11-10' },
    ],
    ...more,
  });
  const open = async (more: Record<string, unknown> = {}): Promise<Finding> => {
    const answer = await (await as('inspektorat')).post('/findings', finding(more));
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json as Finding;
  };
  const first = ({ items }: Finding): Recommendation => {
    const [item] = items;
    if (!item) throw new Error('no recommendation');
    return item;
  };
  const step = async (username: string, id: string, name: string, body: unknown): Promise<ApiAnswer> =>
    (await as(username)).post(`/recommendations/${id}/${name}`, body);
  const done = async (username: string, id: string, name: string, body: unknown): Promise<Recommendation> => {
    const answer = await step(username, id, name, body);
    expect(answer.status).withContext(answer.text).toBe(201);
    const item = (answer.json as Finding).items.find((each) => each.id === id);
    if (!item) throw new Error('not in the answer');
    return item;
  };
  const notices = async (username: string, finding: string): Promise<string[]> =>
    (await (await as(username)).read<{ items: Notice[] }>('/notices?show=waiting&limit=100')).items
      .filter(({ link }) => link === `/pengawasan/temuan/${finding}`)
      .map(({ kind }) => kind);

  const action = { body: 'Setoran harian berjalan sejak 2 November.' };
  const letter = { letterNumber: '700/12', letterOn: '2026-11-18' };
  const proposal = { status: 'SS', reason: null, ...letter };
  const verification = { status: 'SS', body: 'Bukti setor lengkap.' };
  const decision = { status: 'SS', reason: null, ...letter, newDueOn: null };

  it('lives from the report to the decision, told to whoever acts next, the two statuses apart', async () => {
    const opened = await open();
    expect(opened.decider).toBe('BPK');
    const { id, dueOn, turn, decided, proposed, daysLeft, actions } = first(opened);
    // 1 October and 60 days: 30 of October, 30 of November. Today is 20 November.
    expect([dueOn, daysLeft]).toEqual(['2026-11-30', 10]);
    expect([turn, decided, proposed, actions]).toEqual(['entity', 'BT', null, ['decide']]);
    expect(await notices('camat.a', opened.id)).toEqual(['finding-opened']);

    const acted = await done('camat.a', id, 'actions', action);
    expect([acted.turn, acted.decided]).toEqual(['inspectorate', 'BT']);
    expect(await notices('camat.a', opened.id)).toEqual([]);
    expect(await notices('inspektorat', opened.id)).toEqual(['recommendation-to-verify']);
    const proposing = await done('camat.a', id, 'proposal', proposal);
    expect([proposing.proposed, proposing.decided]).toEqual(['SS', 'BT']);

    const verified = await done('inspektorat', id, 'verification', verification);
    expect([verified.turn, verified.decided]).toEqual(['source', 'BT']);
    expect(await notices('inspektorat', opened.id)).toEqual(['recommendation-to-decide']);

    const returned = await done('inspektorat', id, 'decision', {
      ...decision,
      status: 'BS',
      newDueOn: '2026-12-15',
    });
    expect([returned.turn, returned.decided, returned.proposed, returned.dueOn]).toEqual([
      'entity',
      'BS',
      null,
      '2026-12-15',
    ]);
    expect(await notices('camat.a', opened.id)).toEqual(['recommendation-returned']);

    await done('camat.a', id, 'actions', action);
    await done('inspektorat', id, 'verification', verification);
    const settled = await done('inspektorat', id, 'decision', decision);
    expect([settled.turn, settled.decided, settled.daysLeft, settled.actions]).toEqual([
      null,
      'SS',
      null,
      [],
    ]);
    expect(settled.steps.map(({ kind }) => kind)).toEqual([
      'action',
      'proposal',
      'verification',
      'decision',
      'action',
      'verification',
      'decision',
    ]);
    expect(settled.steps.at(-1)?.letter).toEqual({ number: '700/12', on: '2026-11-18' });
    expect(await notices('camat.a', opened.id)).toEqual([]);
    expect(await notices('inspektorat', opened.id)).toEqual([]);
    expect((await step('camat.a', id, 'actions', action)).status).toBe(409);
  });

  it('each step is for its own side, and for nobody else', async () => {
    const { id } = first(await open());
    const status = async (username: string, name: string, body: unknown) =>
      (await step(username, id, name, body)).status;
    for (const username of ['bupati', 'inspektorat', 'petugas'])
      expect(await status(username, 'actions', action))
        .withContext(username)
        .toBe(403);
    for (const username of ['bupati', 'sekda', 'camat.a']) {
      expect(await status(username, 'verification', verification))
        .withContext(username)
        .toBe(403);
      expect(await status(username, 'decision', decision))
        .withContext(username)
        .toBe(403);
    }
    // To another unit and to another kabupaten it is not there.
    for (const [name, body] of [
      ['actions', action],
      ['proposal', proposal],
      ['block', { unit: 'a', reason: 'menunggu' }],
    ] as const)
      expect(await status('camat.c', name, body))
        .withContext(name)
        .toBe(404);
    expect(await status('inspektorat.lain', 'decision', decision)).toBe(404);
    expect((await (await as('camat.a')).post('/findings', finding())).status).toBe(403);
    expect(await status('camat.a', 'actions', action)).toBe(201);
  });

  it('refuses a status that nothing stands behind', async () => {
    const { id } = first(await open());
    const code = async (username: string, name: string, body: unknown) => {
      const answer = await step(username, id, name, body);
      return `${answer.status} ${problemOf(answer).code}`;
    };
    expect(await code('camat.a', 'proposal', proposal)).toBe('409 recommendation-needs-action');
    expect(await code('camat.a', 'proposal', { ...proposal, status: 'TD' })).toBe(
      '400 recommendation-needs-reason',
    );
    expect(await code('inspektorat', 'verification', verification)).toBe(
      '409 recommendation-nothing-to-verify',
    );
    expect(await code('inspektorat', 'decision', decision)).toBe('409 recommendation-needs-action');
    await done('camat.a', id, 'actions', action);
    expect(await code('inspektorat', 'decision', { ...decision, status: 'BS' })).toBe(
      '400 recommendation-needs-new-date',
    );
    expect(await code('inspektorat', 'decision', { ...decision, newDueOn: '2026-12-15' })).toBe(
      '400 recommendation-new-date-unasked',
    );
    expect(await code('inspektorat', 'decision', { ...decision, letterOn: '2026-11-21' })).toBe(
      '400 recommendation-letter-day',
    );
    expect(await code('inspektorat', 'decision', { ...decision, letterNumber: '' })).toBe(
      '400 invalid-request',
    );
    expect(await code('camat.a', 'proposal', { ...proposal, status: 'BT' })).toBe(
      '400 recommendation-proposes-nothing',
    );
    // Before anything was verified, the Inspektorat is offered no decision of its own, and BPK's are BT and TD.
    expect(first(await open()).possible).toEqual({ propose: ['TD'], verify: [], decide: ['BT', 'TD'] });
    const own = first(await open({ source: 'apip' }));
    expect([own.actions, own.possible.decide]).toEqual([[], []]);
    expect((await step('inspektorat', id, 'decision', { ...decision, status: 'BT' })).status).toBe(201);
    const unverified = await step('inspektorat', own.id, 'decision', { ...decision, status: 'BT' });
    expect(problemOf(unverified).code).toBe('recommendation-needs-verification');
    await done('camat.a', own.id, 'actions', action);
    const early = await step('inspektorat', own.id, 'decision', decision);
    expect(problemOf(early).code).toBe('recommendation-needs-verification');
  });

  it('shows a unit its own recommendations, and hides those of the others', async () => {
    const { id } = await open();
    const seen = async (username: string) =>
      (await (await as(username)).read<Finding>(`/findings/${id}`)).items.map(({ number }) => number);
    expect(await seen('bupati')).toEqual(['1', '2']);
    expect(await seen('camat.a')).toEqual(['1']);
    expect(await seen('camat.b')).toEqual(['2']);
    expect((await (await as('camat.c')).get(`/findings/${id}`)).status).toBe(404);
    expect((await (await as('inspektorat.lain')).get(`/findings/${id}`)).status).toBe(404);
    expect((await (await as('petugas')).get(`/findings/${id}`)).status).toBe(403);
    const page = async (query: string, username: string) =>
      (await as(username)).read<{ items: FindingLine[] }>(`/findings?limit=200&${query}`);
    const line = async (username: string) => (await page('', username)).items.find((each) => each.id === id);
    expect((await line('camat.b'))?.byStatus).toEqual({ SS: 0, BS: 0, BT: 1, TD: 0 });
    expect((await line('bupati'))?.byStatus).toEqual({ SS: 0, BS: 0, BT: 2, TD: 0 });
    // The one of b was due on 10 November.
    expect([(await line('camat.a'))?.late, (await line('camat.b'))?.late]).toEqual([0, 1]);
    expect(await line('camat.c')).toBeUndefined();
    // Answered, it waits for the Inspektorat: no lateness of b. Found short, it is again.
    const late = first(await (await as('camat.b')).read<Finding>(`/findings/${id}`));
    const stands = async () => {
      const inList = await line('camat.b');
      return [inList?.late, inList?.nextDueOn];
    };
    expect([late.late, await stands()]).toEqual([true, [1, '2026-11-10']]);
    expect((await done('camat.b', late.id, 'actions', action)).late).toBe(false);
    expect(await stands()).toEqual([0, null]);
    expect((await page('late=true', 'camat.b')).items.map((each) => each.id)).not.toContain(id);
    await done('inspektorat', late.id, 'verification', { ...verification, status: 'BS' });
    expect(await stands()).toEqual([1, '2026-11-10']);
    expect((await page('late=true', 'camat.b')).items.map((each) => each.id)).toContain(id);
  });

  it('lists what was asked for, page by page, and counts all of it', async () => {
    interface Page {
      items: { id: string }[];
      total: number;
      late: number;
      recommendations: Record<string, number>;
      nextCursor: string | null;
      mayManage: boolean;
    }
    const page = async (query: string, username = 'inspektorat') =>
      (await as(username)).read<Page>(`/findings?${query}`);
    const before = await page('source=ombudsman');
    await open({ source: 'ombudsman' });
    const second = await open({
      source: 'ombudsman',
      recommendations: [{ number: '1', body: 'Pasang tarif.', unit: 'c' }],
    });
    const all = await page('source=ombudsman&limit=1');
    expect(all.total).toBe(before.total + 2);
    expect(all.items.map(({ id }) => id)).toEqual([second.id]);
    expect((await page(`source=ombudsman&limit=1&cursor=${all.nextCursor}`)).items.length).toBe(1);
    expect((await page('source=ombudsman&late=true')).total).toBe(before.total + 1);
    expect((await page('source=ombudsman&late=false')).total).toBe(before.total + 1);
    expect((await page('source=ombudsman&unit=c')).items.map(({ id }) => id)).toEqual([second.id]);
    expect((await page('source=ombudsman&status=SS')).total).toBe(0);
    expect([all.mayManage, (await page('', 'bupati')).mayManage]).toEqual([true, false]);
    expect((await (await as('camat.a')).get('/findings?unit=b')).status).toBe(404);
    expect((await (await as('inspektorat')).get('/findings?cursor=bukan')).status).toBe(400);
  });

  it('waits for another unit, whose head is told and sees that recommendation alone', async () => {
    const opened = await open();
    const { id } = first(opened);
    const body = { unit: 'c', reason: 'Menunggu rekening penampung.' };
    // A head names another unit, though no list of the product shows others to it; who answers for nothing names none.
    const named = async (username: string) =>
      (await (await as(username)).read<Finding>(`/findings/${opened.id}`)).blocking.map(({ code }) => code);
    expect(await named('camat.a')).toEqual(['a', 'b', 'c']);
    expect([await named('bupati'), await named('inspektorat')]).toEqual([[], []]);
    expect((await step('camat.a', id, 'block', { ...body, unit: 'a' })).status).toBe(400);
    expect((await step('camat.a', id, 'block', { ...body, unit: null })).status).toBe(409);
    product.setNow('2026-11-16T10:00:00+08:00');
    await done('camat.a', id, 'block', body);
    product.setNow(NOW);
    expect(await notices('camat.c', opened.id)).toEqual(['recommendation-blocked']);
    const seen = await (await as('camat.c')).read<Finding>(`/findings/${opened.id}`);
    expect(seen.items.map(({ number, blockedBy, actions }) => [number, blockedBy?.days, actions])).toEqual([
      ['1', 4, []],
    ]);
    expect((await step('camat.c', id, 'block', { ...body, unit: null })).status).toBe(403);
    const freed = await done('camat.a', id, 'block', { unit: null, reason: 'Rekening sudah ada.' });
    expect(freed.blockedBy).toBeNull();
    expect(freed.steps.map(({ kind }) => kind)).toEqual(['blocked', 'unblocked']);
    expect(await notices('camat.c', opened.id)).toEqual([]);
    expect((await (await as('camat.c')).get(`/findings/${opened.id}`)).status).toBe(404);
  });

  it('tells the entity once that it falls due, and once that it is late', async () => {
    const opened = await open({
      recommendations: [{ number: '1', body: 'Setorkan segera.', unit: 'c', dueOn: '2026-11-27' }],
    });
    const round = async (now: string) => {
      product.setNow(now);
      await findingRound.run({
        database: product.database.application,
        kabupaten: { code: KABUPATEN, name: 'Contoh', timeZone: 'Asia/Makassar', demo: false },
        today: now.slice(0, 10),
        now,
      });
      return (await notices('camat.c', opened.id)).toSorted();
    };
    expect(await round('2026-11-19T09:00:00+08:00')).toEqual(['finding-opened']);
    expect(await round('2026-11-20T09:00:00+08:00')).toEqual(['finding-opened', 'recommendation-due']);
    expect(await round('2026-11-27T09:00:00+08:00')).toEqual(['finding-opened', 'recommendation-due']);
    expect(await round('2026-11-28T09:00:00+08:00')).toEqual(['finding-opened', 'recommendation-late']);
    expect(await round('2026-11-29T09:00:00+08:00')).toEqual(['finding-opened', 'recommendation-late']);
    await done('camat.c', first(opened).id, 'actions', action);
    // Now it is for the Inspektorat to verify: the unit is not told again.
    expect(await round('2026-11-30T09:00:00+08:00')).toEqual([]);
  });

  it('refuses a file that cannot be right, and the same one twice', async () => {
    const inspektorat = await as('inspektorat');
    const code = async (more: Record<string, unknown>) => {
      const answer = await inspektorat.post('/findings', finding(more));
      return `${answer.status} ${problemOf(answer).code}`;
    };
    const { number } = await open();
    expect(await code({ number })).toBe('409 finding-known');
    expect(await code({ receivedOn: '2026-09-27' })).toBe('400 finding-days');
    expect(await code({ receivedOn: '2026-11-21' })).toBe('400 finding-days');
    expect(await code({ unit: 'tidak-ada' })).toBe('404 unit-not-found');
    const [one] = finding().recommendations;
    expect(await code({ recommendations: [one, one] })).toBe('400 recommendation-number-twice');
    expect(await code({ recommendations: [{ ...one, dueOn: '2026-09-30' }] })).toBe(
      '400 recommendation-due-early',
    );
    // Another source may number its own alike.
    expect((await inspektorat.post('/findings', finding({ number, source: 'apip' }))).status).toBe(201);
  });

  it('takes evidence of whoever answers for it until it is settled, and shows it to nobody else', async () => {
    const { id } = first(await open());
    const evidence = async (username: string) => {
      const answer = await (await as(username)).get(`/evidence?about=recommendation&id=${id}`);
      return answer.status === 200
        ? (answer.json as { items: Evidence[]; mayAdd: boolean }).mayAdd
        : answer.status;
    };
    expect(await evidence('camat.a')).toBe(true);
    expect(await evidence('inspektorat')).toBe(true);
    expect(await evidence('bupati')).toBe(false);
    expect(await evidence('camat.b')).toBe(404);
    await done('camat.a', id, 'actions', action);
    await done('inspektorat', id, 'decision', decision);
    expect(await evidence('camat.a')).toBe(false);
  });

  it('stands in the trail, what was written sealed', async () => {
    const opened = await open();
    const { id } = first(opened);
    await done('camat.a', id, 'actions', { body: 'Ibu Ratna menyetor setiap sore.' });
    await done('inspektorat', id, 'decision', { ...decision, status: 'BS', newDueOn: '2026-12-15' });
    const trail = await (
      await as('inspektorat')
    ).read<{ items: { sentence: string; subject: string }[] }>('/audit?limit=50');
    expect(
      trail.items
        .filter(({ subject }) => subject === `recommendations/${id}`)
        .map(({ sentence }) => sentence),
    ).toEqual([
      `Mencatat status BS untuk rekomendasi ${opened.number}/1 pada Unit a, surat 700/12 tanggal 18 Nov 2026, tenggat baru 15 Des 2026.`,
      `Melaporkan tindak lanjut Unit a atas rekomendasi ${opened.number}/1.`,
    ]);
    const rows = (await product.database
      .owner('audit_entries')
      .where({ subject: `recommendations/${id}` })
      .select('details')) as { details: unknown }[];
    expect(JSON.stringify(rows)).not.toContain('Ratna');
  });
});
