import type { Adoption, AdoptionOffer, Lineage } from '#contract/innovations/adoptions';
import type { WritingEntry } from '#contract/innovations/writing';
import { EMPTY_CONTENT } from '#contract/innovations/entry-content';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';
import { insertOwnEntry } from '../search/own-entry.testing.ts';
import { adoptionRound } from './tell-source.ts';

const HOME = 'contoh-sumber';
const AWAY = 'contoh-pengadopsi';
const NOW = '2026-11-20T10:00:00+08:00';
const ENTRY = '0198c0de-0000-7000-8000-00000000c001';
const CONTENT = {
  ...EMPTY_CONTENT,
  name: 'Berkas dari Desa',
  summary: 'Berkas diperiksa di desa.',
  problem: 'Warga bolak-balik.',
  steps: [
    { body: 'Pilih layanan', days: 3 },
    { body: 'Latih operator desa', days: 7 },
    { body: 'Bahas setiap Jumat', days: null },
  ],
  contact: { name: 'Seksi Pelayanan', post: 'Kasi Pelayanan', phone: '0541-000', email: '' },
};
const LESSON = 'Sebagian besar desa tidak dapat mengirim berkas karena jaringan putus.';

describe('adopting an innovation, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    for (const code of [HOME, AWAY]) {
      await product.addKabupaten(code, 'Asia/Makassar');
      await product.load(
        code,
        'units',
        ['hulu', 'hilir'].map((unit) => ({
          code: unit,
          name: `Kecamatan ${unit}`,
          kind: 'kecamatan',
          parentCode: code,
          validFrom: null,
          validTo: null,
          predecessorCode: null,
        })),
      );
    }
    await product.addPerson('pemilik', { role: 'camat', kabupaten: HOME, unit: 'hulu' });
    await product.addPerson('tetangga', { role: 'camat', kabupaten: HOME, unit: 'hilir' });
    await product.addPerson('camat.hulu', { role: 'camat', kabupaten: AWAY, unit: 'hulu' });
    await product.addPerson('camat.hilir', { role: 'camat', kabupaten: AWAY, unit: 'hilir' });
    await product.addPerson('bupati', { role: 'bupati', kabupaten: AWAY });
    await product.addPerson('anggota', { role: 'forcasi' });
  });
  beforeEach(async () => {
    const { owner } = product.database;
    product.setNow(NOW);
    await owner('catalogue_entries').delete();
    for (const table of ['notices', 'innovation_adoptions', 'innovations'])
      await owner(table).whereIn('kabupaten_code', [HOME, AWAY]).delete();
    await insertOwnEntry(owner, {
      kabupatenCode: HOME,
      unitCode: 'hulu',
      id: ENTRY,
      slug: 'berkas-dari-desa',
      published: CONTENT,
      // Lately, so that nobody is asked meanwhile whether it still runs.
      publishedAt: '2026-10-01T00:00:00Z',
    });
    await share('forcasi', ['steps', 'contact', 'problem']);
  });
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  async function share(
    audience: string,
    fields: readonly string[],
    id = ENTRY,
    by = 'pemilik',
  ): Promise<void> {
    const answer = await (
      await as(by)
    ).send('PUT', `/innovation-entries/${id}/sharing`, { body: { audience, fields, figures: false } });
    if (answer.status !== 200) throw new Error(answer.text);
  }
  const refusal = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];
  function plan(answer: ApiAnswer): Adoption {
    expect(answer.status).withContext(answer.text).toBeLessThan(300);
    return answer.json as Adoption;
  }
  const adopt = async (username = 'camat.hulu', unit = 'hulu') =>
    (await as(username)).post('/innovation-adoptions', {
      innovation: 'berkas-dari-desa',
      unit,
      startsOn: '2026-12-01',
      adapted: 'Mulai dari dua desa.',
    });
  const act = async (id: string, step: string, body: object, username = 'camat.hulu') =>
    (await as(username)).post(`/innovation-adoptions/${id}/${step}`, body);
  const lineage = async (username: string, key = ENTRY) =>
    (await as(username)).read<Lineage>(`/innovations/${key}/lineage`);
  const notices = async (kabupaten: string) =>
    (
      (await product.database
        .owner('notices')
        .join('posts', 'posts.id', 'notices.to_post')
        .where({ 'notices.kabupaten_code': kabupaten })
        .orderBy('notices.id')
        .select('notices.kind', 'posts.unit_code')) as { kind: string; unit_code: string }[]
    ).map(({ kind, unit_code: unit }) => `${kind} ${unit}`);
  const replications = async () => {
    const { owner } = product.database;
    const of = async (table: string) =>
      (
        (await owner(table).where({ id: ENTRY }).first('replications')) as
          { replications: number } | undefined
      )?.replications;
    return [await of('innovations'), await of('catalogue_entries')];
  };
  const round = (code: string) =>
    adoptionRound.run({
      database: product.database.application,
      kabupaten: { code, name: code, timeZone: 'Asia/Makassar', demo: false },
      today: '2026-11-20',
      now: NOW,
    });

  it('offers the steps and the contact as far as they are shared', async () => {
    const offer = () =>
      as('camat.hulu').then((it) => it.read<AdoptionOffer>(`/innovations/${ENTRY}/adoption-offer`));
    const whole = await offer();
    expect(whole.steps).toEqual(CONTENT.steps);
    expect(whole.mentor).toBe('Seksi Pelayanan, Kasi Pelayanan, 0541-000');
    expect([whole.unit.code, whole.units.map(({ code }) => code), whole.open]).toEqual([
      'hulu',
      ['hulu'],
      null,
    ]);
    // The quarter before, by both clocks; without records there is no number, and not a zero.
    expect(whole.baseline.map(({ field, from, to, value }) => [field, from, to, value])).toEqual(
      ['sameVisitShare', 'dueMetShare', 'medianMinutes', 'medianWorkingMinutes', 'score'].map((field) => [
        field,
        '2026-08-01',
        '2026-10-31',
        null,
      ]),
    );
    await share('forcasi', []);
    const closed = await offer();
    expect([closed.steps, closed.mentor]).toEqual([[], '']);
  });

  it('copies the steps into a plan with days of its own, and tells nobody', async () => {
    const made = plan(await adopt());
    expect([made.state, made.told, made.adapted, made.source.name, made.source.unit]).toEqual([
      'planned',
      false,
      'Mulai dari dua desa.',
      'Berkas dari Desa',
      'Kecamatan hulu',
    ]);
    // 1 December and three days, and seven more.
    expect(made.steps.map(({ body, dueOn }) => [body, dueOn])).toEqual([
      ['Pilih layanan', '2026-12-04'],
      ['Latih operator desa', '2026-12-11'],
      ['Bahas setiap Jumat', null],
    ]);
    expect(made.progress).toEqual({ done: 0, total: 3, late: 0 });
    await round(HOME);
    expect(await notices(HOME)).toEqual([]);
    expect((await lineage('pemilik')).items.map(({ kind }) => kind)).toEqual(['entry']);
    expect(await replications()).toEqual([0, 0]);
    // Whoever leads the kabupaten that plans sees it there.
    expect((await lineage('bupati')).items.map(({ unit }) => unit)).toEqual([
      'Kecamatan hulu',
      'Kecamatan hulu',
    ]);
  });

  it('is one plan at a time for a unit, never for the own innovation, and seen by those who see the unit', async () => {
    const made = plan(await adopt());
    expect(refusal(await adopt())).toEqual([409, 'adoption-open']);
    expect(refusal(await adopt('camat.hulu', 'hilir'))).toEqual([404, 'unit-not-found']);
    expect(refusal(await adopt('pemilik', 'hulu'))).toEqual([409, 'adoption-own-unit']);
    expect(refusal(await (await as('camat.hilir')).get(`/innovation-adoptions/${made.id}`))).toEqual([
      404,
      'adoption-not-found',
    ]);
    expect(refusal(await act(made.id, 'tell', { told: true }, 'camat.hilir'))).toEqual([
      404,
      'adoption-not-found',
    ]);
    expect((await (await as('bupati')).get(`/innovation-adoptions/${made.id}`)).status).toBe(200);
    // Another kabupaten does not know of it, not even by its id.
    expect((await (await as('pemilik')).get(`/innovation-adoptions/${made.id}`)).status).toBe(404);
    const list = await (await as('camat.hilir')).read<{ items: unknown[] }>('/innovation-adoptions');
    expect(list.items).toEqual([]);
  });

  it('keeps steps as they are written, and does not overwrite what somebody else changed', async () => {
    const made = plan(await adopt());
    const caller = await as('camat.hulu');
    const path = `/innovation-adoptions/${made.id}`;
    const [first, second] = made.steps;
    const steps = [
      {
        id: second?.id ?? null,
        body: 'Latih operator',
        owner: 'Kasi',
        dueOn: '2026-11-10',
        doneOn: null,
        note: '',
      },
      {
        id: first?.id ?? null,
        body: 'Pilih layanan',
        owner: '',
        dueOn: null,
        doneOn: '2026-11-19',
        note: 'KK',
      },
      { id: null, body: 'Buka semua desa', owner: '', dueOn: null, doneOn: null, note: '' },
    ];
    product.setNow('2026-11-20T11:00:00+08:00');
    const changed = plan(await caller.send('PATCH', path, { body: { readAt: made.updatedAt, steps } }));
    expect(changed.steps.map(({ id, body }) => [id, body]).slice(0, 2)).toEqual([
      [second?.id ?? '', 'Latih operator'],
      [first?.id ?? '', 'Pilih layanan'],
    ]);
    expect(changed.progress).toEqual({ done: 1, total: 3, late: 1 });
    expect(changed.next).toEqual({ body: 'Latih operator', dueOn: '2026-11-10' });
    const late = await caller.send('PATCH', path, { body: { readAt: made.updatedAt, mentor: 'orang lain' } });
    expect(refusal(late)).toEqual([409, 'adoption-changed-meanwhile']);
    const ahead = [{ id: null, body: 'x', owner: '', dueOn: null, doneOn: '2026-11-21', note: '' }];
    const foreign = [{ ...ahead[0], id: ENTRY, doneOn: null }];
    for (const [wrong, code] of [
      [ahead, 'adoption-day'],
      [foreign, 'adoption-step-unknown'],
    ] as const)
      expect(
        refusal(await caller.send('PATCH', path, { body: { readAt: changed.updatedAt, steps: wrong } })),
      ).toEqual([400, code]);
    expect((await caller.read<Adoption>(path)).steps.length).toBe(3);
  });

  it('tells the source in its own kabupaten, once, and stands in the lineage with its result', async () => {
    const { id } = plan(await adopt());
    plan(await act(id, 'start', { on: '2026-11-18' }));
    const told = plan(await act(id, 'tell', { told: true }));
    expect([told.told, told.actions.includes('keep')]).toEqual([true, true]);
    expect(await notices(HOME)).toEqual(['innovation-adopted hulu']);
    expect(await notices(AWAY)).toEqual([]);
    expect(await replications()).toEqual([1, 1]);
    for (const reader of ['pemilik', 'anggota', 'camat.hulu']) {
      const { items, tally } = await lineage(reader);
      expect(items.map(({ depth, unit, state, adapted }) => [depth, unit, state, adapted]))
        .withContext(reader)
        .toEqual([
          [0, 'Kecamatan hulu', null, null],
          [1, 'Kecamatan hulu', 'running', 'Mulai dari dua desa.'],
        ]);
      expect(tally.total).withContext(reader).toBe(1);
    }
    plan(await act(id, 'tell', { told: true }));
    await round(HOME);
    expect(await notices(HOME)).toEqual(['innovation-adopted hulu']);
    // That it stopped is told as well, with what was learnt.
    const word = {
      how: 'stopped',
      on: '2026-11-20',
      outcome: 'belum-tahu',
      result: LESSON,
      hardest: 'jaringan',
    };
    expect(refusal(await act(id, 'end', { ...word, on: '2026-11-17' }))).toEqual([400, 'adoption-day']);
    plan(await act(id, 'end', word));
    expect(refusal(await act(id, 'end', word))).toEqual([409, 'adoption-state']);
    expect(await notices(HOME)).toEqual(['innovation-adopted hulu', 'innovation-adoption-stopped hulu']);
    const [, place] = (await lineage('pemilik')).items;
    expect([place?.state, place?.result ?? '', place?.hardest ?? '', place?.plan ?? null]).toEqual([
      'stopped',
      LESSON,
      'jaringan',
      null,
    ]);
    // Taken back, it is the adopter's alone again.
    plan(await act(id, 'tell', { told: false }));
    expect((await lineage('anggota')).items.length).toBe(1);
    await round(HOME);
    expect(await replications()).toEqual([0, 0]);
  });

  it('is made up for in the round where word was missed or the entry was shared again', async () => {
    const { id } = plan(await adopt());
    plan(await act(id, 'tell', { told: true }));
    const { owner } = product.database;
    await owner('notices').where({ kabupaten_code: HOME }).delete();
    await owner('catalogue_adoptions').where({ id }).update({ source_told_at: null });
    await round(HOME);
    await round(HOME);
    expect(await notices(HOME)).toEqual(['innovation-adopted hulu']);
    await share('own', []);
    expect((await lineage('pemilik')).items.length).toBe(1);
    await share('forcasi', []);
    await round(AWAY);
    expect((await lineage('pemilik')).items.length).toBe(2);
  });

  it('within one kabupaten is heard of even where nobody else can read the entry', async () => {
    await share('own', []);
    const { id } = plan(await adopt('tetangga', 'hilir'));
    expect(await notices(HOME)).toEqual([]);
    plan(await act(id, 'tell', { told: true }, 'tetangga'));
    expect(await notices(HOME)).toEqual(['innovation-adopted hulu']);
    const { items } = await lineage('pemilik');
    expect(items.map(({ unit, plan: link }) => [unit, link])).toEqual([
      ['Kecamatan hulu', null],
      ['Kecamatan hilir', null],
    ]);
    expect((await replications())[0]).toBe(1);
    expect((await (await as('anggota')).get(`/innovations/${ENTRY}/lineage`)).status).toBe(404);
  });

  it('grows into an own entry, from which the lineage goes on', async () => {
    const { id } = plan(await adopt());
    expect(refusal(await act(id, 'entry', { name: 'Berkas Pesisir' }))).toEqual([409, 'adoption-state']);
    plan(await act(id, 'start', { on: '2026-11-18' }));
    plan(await act(id, 'tell', { told: true }));
    const written = await act(id, 'entry', { name: 'Berkas Pesisir' });
    expect(written.status).withContext(written.text).toBe(201);
    const entry = written.json as WritingEntry;
    expect([entry.content.problem, entry.content.steps.length, entry.content.results]).toEqual([
      'Warga bolak-balik.',
      3,
      [],
    ]);
    const { owner } = product.database;
    await owner('innovations')
      .where({ kabupaten_code: AWAY, id: entry.id })
      .update({
        state: 'published',
        published: owner.ref('draft'),
        version: 1,
        published_at: NOW,
        name: entry.name,
      });
    await share('forcasi', [], entry.id, 'camat.hulu');
    await round(AWAY);
    const below = plan(
      await (
        await as('tetangga')
      ).post('/innovation-adoptions', {
        innovation: entry.id,
        unit: 'hilir',
        startsOn: '2026-12-01',
      }),
    );
    plan(await act(below.id, 'tell', { told: true }, 'tetangga'));
    for (const key of [ENTRY, entry.id]) {
      const { items } = await lineage('anggota', key);
      expect(items.map(({ depth, kabupaten, unit, name, asked }) => [depth, kabupaten, unit, name, asked]))
        .withContext(key)
        .toEqual([
          [0, `Kabupaten ${HOME}`, 'Kecamatan hulu', 'Berkas dari Desa', key === ENTRY],
          [1, `Kabupaten ${AWAY}`, 'Kecamatan hulu', 'Berkas Pesisir', key === entry.id],
          [2, `Kabupaten ${HOME}`, 'Kecamatan hilir', null, false],
        ]);
    }
  });
});
