import type { Post } from '#contract/people';
import type { Session } from '#contract/session';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const BEKASI = '32.16';
const SEBULU = '64.02.07';

describe('posts and their holders', () => {
  let product: TestProduct;
  let admin: ApiCaller;
  let people = 0;

  beforeAll(async () => {
    // 23.00 UTC: the next day has begun in Makassar and in Jakarta.
    product = await startTestProduct({ now: '2026-03-16T23:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten(BEKASI, 'Asia/Jakarta');
    for (const name of ['admin.kukar', 'admin.kukar2'])
      await product.addPerson(name, { role: 'admin', kabupaten: KUKAR });
    for (const name of ['admin.bekasi', 'admin.bekasi2'])
      await product.addPerson(name, { role: 'admin', kabupaten: BEKASI });
    admin = await product.signIn('admin.kukar');
  });
  beforeEach(() => product.setNow('2026-03-16T23:00:00Z'));
  afterAll(() => product.stop());

  const code = (answer: ApiAnswer): unknown[] => [answer.status, problemOf(answer).code];
  const addPost = async (body: Record<string, unknown>): Promise<Post> => {
    const answer = await admin.post('/posts', body);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json as Post;
  };
  const camat = (title = 'Camat Sebulu'): Promise<Post> => addPost({ title, role: 'camat', unit: SEBULU });
  /** A new person without a post, who can sign in. */
  async function someone(): Promise<string> {
    const username = `orang-${(people += 1)}`;
    await product.addPerson(username);
    return username;
  }
  const appoint = (post: Post, username: string, more: Record<string, unknown> = {}): Promise<ApiAnswer> =>
    admin.post(`/posts/${post.id}/holders`, { username, capacity: 'tetap', from: '2026-03-17', ...more });
  const lines = (answer: ApiAnswer): unknown[] =>
    (answer.json as Post).holders.map(({ username, capacity, from, to }) => [username, capacity, from, to]);
  async function lastDetails(action: string): Promise<Record<string, unknown>> {
    const row = (await product.database
      .owner('audit_entries')
      .where({ kabupaten_code: KUKAR, action })
      .orderBy('sequence', 'desc')
      .first()) as { details: Record<string, unknown> };
    return row.details;
  }

  it('have a role and, where it is held for one, a unit that exists', async () => {
    expect(await camat('Camat Sebulu (uji)')).toEqual(
      jasmine.objectContaining({
        title: 'Camat Sebulu (uji)',
        role: 'camat',
        unit: { code: SEBULU, name: 'Sebulu' },
        closedOn: null,
        holders: [],
      }),
    );
    const refused = [
      [{ role: 'camat' }, 'unit-required'],
      [{ role: 'camat', unit: '32.16.09' }, 'unit-unknown'],
      [{ role: 'camat', unit: 'tidak-ada' }, 'unit-unknown'],
      [{ role: 'bupati', unit: SEBULU }, 'unit-not-applicable'],
      [{ role: 'publik' }, 'role-not-given'],
    ] as const;
    for (const [body, key] of refused)
      expect(code(await admin.post('/posts', { title: 'Uji', ...body })))
        .withContext(key)
        .toEqual([400, key]);
    expect((await admin.post('/posts', { title: 'Uji', role: 'raja' })).status).toBe(400);
    const row = (await product.database.owner('posts').where({ title: 'Camat Sebulu (uji)' }).first()) as {
      kabupaten_code: string;
    };
    expect(row.kabupaten_code).toBe(KUKAR);
  });

  it('give their rights to the holder, from the day on, in the zone of the kabupaten', async () => {
    const [post, person] = [await camat(), await someone()];
    expect(lines(await appoint(post, person, { from: '2026-03-18', letter: 'SK 821/12/2026' }))).toEqual([
      [person, 'tetap', '2026-03-18', null],
    ]);
    expect(
      (await product.stranger().post('/session', { username: person, password: 'sandi-uji-2026' })).status,
    ).toBe(401);
    // Midnight of the 18th in Makassar.
    product.setNow('2026-03-17T16:00:00Z');
    const caller = await product.signIn(person);
    expect((await caller.read<Session>('/session')).user.unit?.code).toBe(SEBULU);
    expect((await caller.get('/measures/summary?unit=64.02.08')).status).toBe(404);
    expect(await lastDetails('holder-appointed')).toEqual(
      jasmine.objectContaining({
        from: '2026-03-18',
        letter: 'SK 821/12/2026',
        backdated: false,
        changes: [],
      }),
    );
  });

  it('pass from the former holder to the new one on one day', async () => {
    const [post, former, next] = [await camat(), await someone(), await someone()];
    await appoint(post, former, { from: '2026-03-10' });
    const leaving = await product.signIn(former);
    expect(lines(await appoint(post, next))).toEqual([
      [next, 'tetap', '2026-03-17', null],
      [former, 'tetap', '2026-03-10', '2026-03-17'],
    ]);
    expect((await leaving.get('/units')).status).toBe(401);
    const { changes } = await lastDetails('holder-appointed');
    const id = ((await product.database.owner('users').where({ username: former }).first()) as { id: string })
      .id;
    expect(changes).toEqual([{ field: `holders/${id}/to`, before: null, after: '2026-03-17' }]);
  });

  it('are not taken from their holder for someone who was invited and never signed in', async () => {
    const [post, holder] = [await camat(), await someone()];
    await appoint(post, holder, { from: '2026-03-10' });
    const invitation = { username: 'boneka', name: 'Boneka' };
    expect(code(await admin.post('/users', { ...invitation, post: post.id }))).toEqual([
      409,
      'post-held-newcomer',
    ]);
    expect((await admin.post('/users', invitation)).status).toBe(201);
    for (const from of ['2026-03-17', '2026-03-20'])
      expect(code(await appoint(post, 'boneka', { from }))).toEqual([409, 'post-held-newcomer']);
    expect((await (await product.signIn(holder)).get('/session')).status).toBe(200);
    // The holder's time is ended by itself; then the post is free.
    const { holders } = (await admin.read<{ items: Post[] }>('/posts')).items.find(
      ({ id }) => id === post.id,
    ) ?? { holders: [] };
    const ended = await admin.send('PATCH', `/posts/${post.id}/holders/${holders[0]?.id ?? ''}`, {
      body: { to: '2026-03-17' },
    });
    expect(ended.status).withContext(ended.text).toBe(200);
    expect((await appoint(post, 'boneka')).status).toBe(201);
  });

  it('are never held by two at a time, except by stand-ins beside the holder', async () => {
    const [post, holder, deputy, other] = [await camat(), await someone(), await someone(), await someone()];
    await appoint(post, holder, { from: '2026-04-01' });
    expect(code(await appoint(post, other))).toEqual([409, 'tenure-overlaps']);
    expect((await appoint(post, other, { to: '2026-04-01' })).status).toBe(201);
    const plt = await appoint(post, deputy, { capacity: 'plt', to: '2026-05-01' });
    expect(lines(plt)).toEqual([
      [holder, 'tetap', '2026-04-01', null],
      [deputy, 'plt', '2026-03-17', '2026-05-01'],
      [other, 'tetap', '2026-03-17', '2026-04-01'],
    ]);
    expect(code(await appoint(post, deputy, { capacity: 'plh' }))).toEqual([409, 'tenure-twice']);
    expect((await (await product.signIn(deputy)).read<Session>('/session')).user.post.capacity).toBe('plt');
  });

  it('may be dated back by a month, on record, and not further', async () => {
    const [post, person] = [await camat(), await someone()];
    expect(code(await appoint(post, person, { from: '2026-02-13' }))).toEqual([400, 'date-too-early']);
    expect(code(await appoint(post, person, { to: '2026-03-17' }))).toEqual([400, 'tenure-reversed']);
    expect((await appoint(post, person, { from: '2026-02-14' })).status).toBe(201);
    expect((await lastDetails('holder-appointed'))['backdated']).toBe(true);
  });

  it('end on a day, for good', async () => {
    const [post, person] = [await camat(), await someone()];
    const [holder] = ((await appoint(post, person, { from: '2026-03-10' })).json as Post).holders;
    const path = `/posts/${post.id}/holders/${holder?.id ?? ''}`;
    const end = (to: string): Promise<ApiAnswer> => admin.send('PATCH', path, { body: { to } });
    const caller = await product.signIn(person);
    expect(code(await end('2026-03-09'))).toEqual([400, 'tenure-reversed']);
    expect(lines(await end('2026-03-17'))).toEqual([[person, 'tetap', '2026-03-10', '2026-03-17']]);
    expect((await caller.get('/units')).status).toBe(401);
    expect(code(await end('2026-04-01'))).toEqual([409, 'tenure-ended']);
    expect((await lastDetails('holder-ended'))['changes']).toEqual([
      { field: jasmine.stringMatching(/^holders\/.*\/to$/), before: null, after: '2026-03-17' },
    ]);
    const unknown = await admin.send(
      'PATCH',
      `/posts/${post.id}/holders/0198c0de-0000-7000-8000-000000000000`,
      {
        body: { to: '2026-03-17' },
      },
    );
    expect(unknown.status).toBe(404);
  });

  it('are renamed, closed with whoever holds them, and opened again for nobody', async () => {
    const [post, person] = [await camat('Camat Lama'), await someone()];
    await appoint(post, person, { from: '2026-03-10' });
    const caller = await product.signIn(person);
    const patch = (body: unknown): Promise<ApiAnswer> => admin.send('PATCH', `/posts/${post.id}`, { body });
    expect(((await patch({ title: 'Camat Baru' })).json as Post).title).toBe('Camat Baru');
    expect((await lastDetails('post-changed'))['changes']).toEqual([
      { field: 'title', before: 'Camat Lama', after: 'Camat Baru' },
    ]);
    expect(code(await patch({ closedOn: '2026-01-01' }))).toEqual([400, 'date-too-early']);
    const closed = await patch({ closedOn: '2026-03-17' });
    expect([(closed.json as Post).closedOn, lines(closed)]).toEqual([
      '2026-03-17',
      [[person, 'tetap', '2026-03-10', '2026-03-17']],
    ]);
    expect((await caller.get('/units')).status).toBe(401);
    expect(code(await appoint(post, await someone()))).toEqual([409, 'post-closed']);
    expect(((await patch({ closedOn: null })).json as Post).closedOn).toBeNull();
    expect((await caller.get('/units')).status).toBe(401);
    expect((await lastDetails('post-reopened'))['changes']).toEqual([
      { field: 'closedOn', before: '2026-03-17', after: null },
    ]);
  });

  it('are not given to people who are not there or not active', async () => {
    const [post, person] = [await camat(), await someone()];
    expect(code(await appoint(post, 'tidak-ada'))).toEqual([400, 'person-not-found']);
    await product.database.owner('users').where({ username: person }).update({ active: false });
    expect(code(await appoint(post, person))).toEqual([409, 'person-inactive']);
    await product.database.owner('users').where({ username: person }).update({ active: true, demo: true });
    // The password of demo accounts is known to everyone.
    expect(code(await appoint(post, person))).toEqual([400, 'person-not-found']);
  });

  it('are not given by administrators to themselves', async () => {
    const post = await addPost({ title: 'Inspektur', role: 'inspektorat' });
    expect(code(await appoint(post, 'admin.kukar'))).toEqual([409, 'not-yourself']);
    expect((await appoint(post, 'admin.kukar2')).status).toBe(201);
    // What they have already, they may pass among themselves.
    const own = await addPost({ title: 'Administrator ketiga', role: 'admin' });
    expect((await appoint(own, 'admin.kukar')).status).toBe(201);
  });

  it('of another kabupaten are not there', async () => {
    const [post, person] = [await camat('Camat Rahasia'), await someone()];
    const [holder] = ((await appoint(post, person)).json as Post).holders;
    const bekasi = await product.signIn('admin.bekasi');
    const answers = [
      await bekasi.send('PATCH', `/posts/${post.id}`, { body: { title: 'Diambil' } }),
      await bekasi.post(`/posts/${post.id}/holders`, {
        username: person,
        capacity: 'plt',
        from: '2026-03-17',
      }),
      await bekasi.send('PATCH', `/posts/${post.id}/holders/${holder?.id ?? ''}`, {
        body: { to: '2026-03-17' },
      }),
      await bekasi.get(`/posts/${post.id}/handover`),
    ];
    expect(answers.map(code)).toEqual(answers.map(() => [404, 'post-not-found']));
    expect(code(await bekasi.post('/users', { username: 'baru', name: 'Baru', post: post.id }))).toEqual([
      400,
      'post-not-found',
    ]);
    const { items } = await bekasi.read<{ items: Post[] }>('/posts');
    expect(items.map(({ title }) => title)).toEqual(['Jabatan admin.bekasi', 'Jabatan admin.bekasi2']);
    // The refused invitation left no one behind.
    expect(await product.database.owner('users').where({ username: 'baru' })).toEqual([]);
  });

  it('are found by title, unit and holder', async () => {
    const [post, person] = [await camat('Camat Dicari'), await someone()];
    await appoint(post, person);
    for (const search of ['dicari', person]) {
      const { items } = await admin.read<{ items: Post[] }>(`/posts?search=${search}`);
      expect(items.map(({ id }) => id))
        .withContext(search)
        .toContain(post.id);
    }
    const { items } = await admin.read<{ items: Post[] }>('/posts?search=sebulu');
    expect(items.every(({ unit }) => unit?.code === SEBULU)).toBe(true);
  });
});
