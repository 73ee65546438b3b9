import type { Programme, ProgrammeLine } from '#contract/pilots/programme';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

const KABUPATEN = 'contoh-percontohan';
const OTHER = 'contoh-percontohan-lain';
/** Friday 2026-11-20, 10.00 WITA (UTC+8). */
const NOW = '2026-11-20T10:00:00+08:00';

describe('programmes of pilot SKPD, by API', () => {
  let product: TestProduct;
  const callers = new Map<string, ApiCaller>();
  let number = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    for (const code of [KABUPATEN, OTHER]) {
      await product.addKabupaten(code, 'Asia/Makassar');
      await product.load(
        code,
        'units',
        ['dinas', 'rsud'].map((unit) => ({
          code: unit,
          name: `Unit ${unit}`,
          kind: 'skpd',
          parentCode: code,
          validFrom: null,
          validTo: null,
          predecessorCode: null,
        })),
      );
    }
    await product.load(KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    for (const role of ['bupati', 'sekda', 'inspektorat', 'organisasi'] as const)
      await product.addPerson(role, { role, kabupaten: KABUPATEN });
    for (const unit of ['dinas', 'rsud']) {
      await product.addPerson(`kepala.${unit}`, { role: 'kepala-skpd', kabupaten: KABUPATEN, unit });
      await product.addPerson(`petugas.${unit}`, { role: 'petugas', kabupaten: KABUPATEN, unit });
    }
    // One person in two posts: the head of the unit, and Bagian Organisasi.
    await product.addPerson(
      'rangkap',
      { role: 'kepala-skpd', kabupaten: KABUPATEN, unit: 'dinas' },
      { role: 'organisasi', kabupaten: KABUPATEN },
    );
    await product.addPerson('organisasi.lain', { role: 'organisasi', kabupaten: OTHER });
  });
  beforeEach(() => product.setNow(NOW));
  afterAll(() => product.stop());

  async function as(username: string): Promise<ApiCaller> {
    const known = callers.get(username) ?? (await product.signIn(username));
    callers.set(username, known);
    return known;
  }
  const post = async (username: string, path: string, body: unknown) => (await as(username)).post(path, body);
  const read = async (username: string, id: string) => (await as(username)).read<Programme>(`/pilots/${id}`);
  const list = async (username: string, query = '') =>
    (await (await as(username)).read<{ items: ProgrammeLine[] }>(`/pilots${query}`)).items;
  function done(answer: ApiAnswer): Programme {
    expect(answer.status).withContext(answer.text).toBeLessThan(300);
    return answer.json as Programme;
  }
  const refusal = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];

  /** A programme of two milestones, weights 25 and 75, begun on 1 June. */
  async function programme(change: Record<string, unknown> = {}): Promise<Programme> {
    number += 1;
    const opened = done(
      await post('organisasi', '/pilots', {
        code: `program-${number}`,
        unit: 'dinas',
        name: `Loket cepat ${number}`,
        goal: null,
        legalBasis: null,
        startsOn: '2026-06-01',
        endsOn: null,
        service: 'kk',
        ...change,
      }),
    );
    for (const [title, weight, finish] of [
      ['Ruang siap', 25, '2026-07-31'],
      ['Jaringan siap', 75, '2026-12-31'],
    ] as const)
      done(
        await post('organisasi', `/pilots/${opened.id}/milestones`, {
          number: weight === 25 ? '1' : '2',
          title,
          weight,
          plannedStartOn: '2026-06-01',
          plannedFinishOn: finish,
        }),
      );
    return read('organisasi', opened.id);
  }
  const first = ({ milestoneList }: Programme) => milestoneList[0]?.id ?? '';
  const report = async (username: string, of: Programme, doneShare: number, on = '2026-11-18') =>
    post(username, `/pilots/${of.id}/milestones/${first(of)}/reports`, { on, doneShare, note: null });
  const sign = async (username: string, of: Programme) =>
    post(username, `/pilots/${of.id}/milestones/${first(of)}/sign`, {});

  it('is planned by the kabupaten, reported by the pilot, signed off by a second person', async () => {
    const planned = await programme();
    expect(planned.progressShare).toBe(0);
    const reported = done(await report('kepala.dinas', planned, 1));
    // 25 × 100 % + 75 × 0 %, of 100.
    expect([reported.progressShare, reported.signedShare]).toEqual([0.25, 0]);
    expect(reported.milestoneList[0]).toEqual(
      jasmine.objectContaining({ state: 'waiting', finishedOn: '2026-11-18', actions: ['report'] }),
    );
    expect(refusal(await sign('kepala.dinas', planned))).toEqual([403, 'second-person-needed']);
    expect((await read('organisasi', planned.id)).milestoneList[0]?.actions).toContain('sign');
    const signed = done(await sign('organisasi', planned));
    expect([signed.signedShare, signed.milestoneList[0]?.state]).toEqual([0.25, 'done']);
    expect(signed.milestoneList[0]?.signedOff?.by).toBe('Jabatan organisasi');
    expect(refusal(await sign('sekda', planned))).toEqual([409, 'milestone-already-signed']);
  });

  it('knows the reporter in another post, and whoever reported it before', async () => {
    const inTwoPosts = await programme();
    done(await report('rangkap', inTwoPosts, 1));
    const rangkap = await as('rangkap');
    expect((await rangkap.post('/session/role', { role: 'organisasi' })).status).toBeLessThan(300);
    expect(refusal(await sign('rangkap', inTwoPosts))).toEqual([403, 'second-person-needed']);
    const again = await programme();
    done(await report('petugas.dinas', again, 1, '2026-11-10'));
    done(await report('organisasi', again, 1, '2026-11-11'));
    expect(refusal(await sign('organisasi', again))).toEqual([403, 'second-person-needed']);
    // The officer's report came first: the officer's post could not sign either, if it had the right to.
    expect(done(await sign('kepala.dinas', again)).milestoneList[0]?.state).toBe('done');
  });

  it('knows everyone who reported it, also who is on record as holder no more', async () => {
    const planned = await programme();
    done(await report('rangkap', planned, 1, '2026-11-10'));
    done(await report('petugas.dinas', planned, 1, '2026-11-11'));
    const user = await product.database
      .owner('users')
      .where({ username: 'rangkap' })
      .first<{ id: string }>('id');
    const posts = (await product.database
      .owner('posts')
      .where({ kabupaten_code: KABUPATEN, role: 'kepala-skpd' })
      .select('id')) as { id: string }[];
    // As if it had ended long ago: the history of the post does not name the reporter.
    await product.database
      .owner('post_holders')
      .where({ user_id: user.id })
      .whereIn(
        'post_id',
        posts.map(({ id }) => id),
      )
      .update({ valid_from: '2020-01-01', valid_to: '2021-01-01' });
    const other = await product.signIn('rangkap');
    expect(refusal(await other.post(`/pilots/${planned.id}/milestones/${first(planned)}/sign`, {}))).toEqual([
      403,
      'second-person-needed',
    ]);
    expect(done(await sign('organisasi', planned)).milestoneList[0]?.state).toBe('done');
  });

  it('is not signed off before it is done, and loses the sign-off when it is not any more', async () => {
    const planned = await programme();
    done(await report('kepala.dinas', planned, 0.9));
    expect(refusal(await sign('organisasi', planned))).toEqual([409, 'milestone-not-done']);
    done(await report('kepala.dinas', planned, 1, '2026-11-19'));
    done(await sign('organisasi', planned));
    const back = done(await report('petugas.dinas', planned, 0.8, '2026-11-20'));
    expect(back.milestoneList[0]).toEqual(
      jasmine.objectContaining({ state: 'late', signedOff: null, finishedOn: null, doneShare: 0.8 }),
    );
    const trail = await (
      await as('inspektorat')
    ).read<{ items: { sentence: string; subject: string }[] }>('/audit?limit=50');
    const told = trail.items.find(({ subject }) => subject === `pilots/${planned.id}`)?.sentence;
    expect(told).toBe(
      `Melaporkan tonggak 1 “Ruang siap” pada “${planned.name}” 80 % selesai per 20 Nov 2026; pengesahan oleh Jabatan organisasi gugur.`,
    );
  });

  it('is planned anew with a reason, and keeps its first plan', async () => {
    const planned = await programme();
    const path = `/pilots/${planned.id}/milestones/${first(planned)}/plan`;
    const plan = { plannedStartOn: '2026-06-01', plannedFinishOn: '2026-12-15', weight: 75 };
    expect((await post('kepala.dinas', path, { ...plan, reason: 'pengadaan mundur' })).status).toBe(403);
    const after = done(await post('organisasi', path, { ...plan, reason: 'pengadaan mundur' }));
    const [milestone] = after.milestoneList;
    expect(milestone?.plan).toEqual(
      jasmine.objectContaining({ version: 2, finishOn: '2026-12-15', reason: 'pengadaan mundur' }),
    );
    expect(
      milestone?.plans.map(({ version, finishOn, weight, reason }) => [version, finishOn, weight, reason]),
    ).toEqual([
      [1, '2026-07-31', 25, null],
      [2, '2026-12-15', 75, 'pengadaan mundur'],
    ]);
    // By the first plan 25 of 100 were due in July; by the new one 75 of 150 are due in December.
    const until = after.curve.find(({ on }) => on === '2026-07-31');
    expect(until?.firstPlanned).toBeGreaterThan(0.25);
    expect(milestone?.state).toBe('planned');
    expect(refusal(await post('organisasi', path, { ...plan, reason: 'sekali lagi' }))).toEqual([
      409,
      'milestone-plan-same',
    ]);
    expect(
      refusal(await post('organisasi', path, { ...plan, plannedFinishOn: '2026-05-01', reason: 'salah' })),
    ).toEqual([400, 'plan-dates-crossed']);
  });

  it('is seen and reported by its own unit alone', async () => {
    const planned = await programme();
    for (const reader of ['bupati', 'sekda', 'inspektorat', 'organisasi', 'kepala.dinas', 'petugas.dinas'])
      expect((await read(reader, planned.id)).name)
        .withContext(reader)
        .toBe(planned.name);
    for (const stranger of ['kepala.rsud', 'petugas.rsud', 'organisasi.lain']) {
      expect((await (await as(stranger)).get(`/pilots/${planned.id}`)).status)
        .withContext(stranger)
        .toBe(404);
      expect((await report(stranger, planned, 0.5)).status)
        .withContext(stranger)
        .toBe(404);
      expect((await list(stranger)).map(({ id }) => id)).not.toContain(planned.id);
    }
    for (const reader of ['bupati', 'sekda', 'inspektorat'])
      expect((await report(reader, planned, 0.5)).status)
        .withContext(reader)
        .toBe(403);
    expect((await list('organisasi', '?unit=dinas')).map(({ id }) => id)).toContain(planned.id);
    expect((await list('organisasi', '?unit=rsud')).map(({ id }) => id)).not.toContain(planned.id);
    expect((await (await as('kepala.rsud')).get('/pilots?unit=dinas')).status).toBe(404);
  });

  it('asks a post for help, which is told, sees the programme, and may say that it is gone', async () => {
    const planned = await programme();
    const posts = await (
      await as('kepala.dinas')
    ).read<{ items: { post: string; title: string }[] }>(`/pilots/${planned.id}/posts`);
    const idOf = (title: string) => posts.items.find((each) => each.title === title)?.post ?? '';
    const obstacle = {
      milestone: first(planned),
      kind: 'anggaran',
      body: 'Anggaran perubahan belum turun.',
      owner: idOf('Jabatan kepala.dinas'),
      help: { post: idOf('Jabatan kepala.rsud'), asked: 'Pinjamkan dua komputer.' },
      sinceOn: '2026-11-01',
    };
    expect((await post('sekda', `/pilots/${planned.id}/obstacles`, obstacle)).status).toBe(403);
    const open = done(await post('petugas.dinas', `/pilots/${planned.id}/obstacles`, obstacle));
    expect(open.obstacles[0]).toEqual(jasmine.objectContaining({ days: 19, kind: 'anggaran' }));
    const waiting = () =>
      product.database
        .owner('notices')
        .where({ about_id: open.obstacles[0]?.id, kind: 'obstacle-help-asked' })
        .first<{ to_post: string; settled_at: Date | null }>('to_post', 'settled_at');
    expect((await waiting()).to_post).toBe(idOf('Jabatan kepala.rsud'));
    // Whoever helps sees the programme, and still does not report on it.
    expect((await read('kepala.rsud', planned.id)).openObstacles).toBe(1);
    expect((await report('kepala.rsud', planned, 0.5)).status).toBe(403);
    const path = `/pilots/${planned.id}/obstacles/${open.obstacles[0]?.id}/resolve`;
    const resolution = { on: '2026-11-20', resolution: 'Dua komputer dipinjamkan.' };
    expect(refusal(await post('kepala.rsud', path, { ...resolution, on: '2026-10-31' }))).toEqual([
      400,
      'resolved-before-start',
    ]);
    expect(done(await post('kepala.rsud', path, resolution)).openObstacles).toBe(0);
    expect((await waiting()).settled_at).not.toBeNull();
    expect(refusal(await post('kepala.dinas', path, resolution))).toEqual([409, 'obstacle-already-resolved']);
  });

  it('tells Bagian Organisasi of a milestone that waits, and the Sekda of its own', async () => {
    const waits = async (of: Programme) =>
      (
        await product.database
          .owner('notices as n')
          .join('posts as p', 'p.id', 'n.to_post')
          .where({ 'n.about_id': first(of), 'n.kind': 'milestone-to-sign' })
          .select<{ role: string; settled_at: Date | null }[]>('p.role', 'n.settled_at')
      ).map(({ role, settled_at }) => `${role} ${settled_at === null ? 'waits' : 'settled'}`);
    const ofUnit = await programme();
    done(await report('kepala.dinas', ofUnit, 1));
    expect(new Set(await waits(ofUnit))).toEqual(new Set(['organisasi waits']));
    done(await sign('organisasi', ofUnit));
    expect(new Set(await waits(ofUnit))).toEqual(new Set(['organisasi settled']));
    const ofOffice = await programme();
    done(await report('organisasi', ofOffice, 1));
    expect(await waits(ofOffice)).toEqual(['sekda waits']);
  });

  it('keeps documents, visits, points and trainings, and says which documents are missing or end', async () => {
    const { id } = await programme();
    const path = (rest: string) => `/pilots/${id}/${rest}`;
    const document = {
      kind: 'sop',
      title: 'SOP KK',
      number: null,
      validFrom: '2026-01-01',
      validTo: '2026-12-31',
    };
    expect((await post('kepala.dinas', path('documents'), document)).status).toBe(403);
    done(await post('organisasi', path('documents'), document));
    const visit = {
      on: '2026-11-01',
      team: 'Bagian Organisasi',
      advice: 'Pasang alur di loket.',
      nextOn: '2026-12-01',
    };
    done(await post('organisasi', path('visits'), visit));
    const point = {
      name: 'Loket 1',
      network: 'lambat',
      networkNote: null,
      facilities: { ram: true },
      checkedOn: '2026-11-02',
    };
    const saved = await (await as('petugas.dinas')).send('PUT', path('points'), { body: point });
    const pointId = done(saved).points[0]?.id ?? '';
    done(
      await (
        await as('petugas.dinas')
      ).send('PUT', path('points'), {
        body: { ...point, network: 'baik' },
      }),
    );
    const training = { point: pointId, on: '2026-11-03', topic: 'Melayani daring', participants: 7 };
    const whole = done(await post('petugas.dinas', path('trainings'), training));
    expect(whole.points).toEqual([jasmine.objectContaining({ network: 'baik', trainings: 1, trained: 7 })]);
    // 41 days to go.
    expect([whole.documents[0]?.state, whole.documentsEnding]).toEqual(['ending', 1]);
    expect(whole.documentsMissing).toEqual(['spm', 'sp', 'ikm']);
    expect(whole.nextVisitOn).toBe('2026-12-01');
    expect(refusal(await post('organisasi', path('visits'), { ...visit, nextOn: '2026-10-01' }))).toEqual([
      400,
      'next-visit-too-early',
    ]);
    expect(
      refusal(await post('petugas.dinas', path('trainings'), { ...training, on: '2026-11-21' })),
    ).toEqual([400, 'pilot-day-ahead']);
  });

  it('is closed with a reason, and then stands still', async () => {
    const planned = await programme();
    done(await report('kepala.dinas', planned, 0.5));
    expect(
      (await post('kepala.dinas', `/pilots/${planned.id}/close`, { reason: 'sudah selesai' })).status,
    ).toBe(403);
    expect(
      done(await post('sekda', `/pilots/${planned.id}/close`, { reason: 'sudah selesai' })).actions,
    ).toEqual([]);
    expect(refusal(await report('kepala.dinas', planned, 0.6))).toEqual([409, 'pilot-closed']);
    expect((await list('bupati')).map(({ id }) => id)).not.toContain(planned.id);
    expect((await list('bupati', '?closed=true')).find(({ id }) => id === planned.id)?.sentence).toContain(
      'Ditutup',
    );
  });

  it('refuses a code that is taken, and units and services that are not there', async () => {
    const taken = await programme();
    const body = {
      code: taken.code,
      unit: 'dinas',
      name: 'Program lain',
      goal: null,
      legalBasis: null,
      startsOn: '2026-06-01',
      endsOn: null,
      service: null,
    };
    expect(refusal(await post('organisasi', '/pilots', body))).toEqual([409, 'pilot-code-taken']);
    expect((await post('organisasi', '/pilots', { ...body, unit: 'tidak-ada' })).status).toBe(404);
    expect((await post('organisasi', '/pilots', { ...body, service: 'tidak-ada' })).status).toBe(404);
    expect(refusal(await post('organisasi', '/pilots', { ...body, endsOn: '2026-05-01' }))).toEqual([
      400,
      'pilot-dates-crossed',
    ]);
  });
});
