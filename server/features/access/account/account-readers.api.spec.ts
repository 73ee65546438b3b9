import type { Session } from '#contract/session';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

describe('reading for a post (ajudan)', () => {
  const KABUPATEN = '64.02';
  const TODAY = '2026-03-17';
  let product: TestProduct;
  let count = 0;

  beforeAll(async () => {
    product = await startTestProduct({ now: `${TODAY}T02:00:00Z` });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
  });
  beforeEach(() => product.setNow(`${TODAY}T02:00:00Z`));
  afterAll(() => product.stop());

  /** A camat of Sebulu who is signed in; each test has its own. */
  async function addHolder(): Promise<ApiCaller> {
    count += 1;
    await product.addPerson(`camat${count}`, { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    return product.signIn(`camat${count}`);
  }
  /** Someone without a post, invited in the kabupaten. */
  async function addAide(home: string | null = KABUPATEN): Promise<string> {
    count += 1;
    await product.addPerson(`ajudan${count}`);
    await product.database
      .owner('users')
      .where({ username: `ajudan${count}` })
      .update({ home_kabupaten: home });
    return `ajudan${count}`;
  }
  const codeOf = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];
  const appoint = (holder: ApiCaller, username: string, term: object = {}) =>
    holder.post('/account/readers', { username, ...term });
  const readers = async (holder: ApiCaller) =>
    (
      await holder.read<{ items: { id: string; username: string; from: string; to: string | null }[] }>(
        '/account/readers',
      )
    ).items;

  it('lets someone see what the holder sees, and change nothing', async () => {
    const holder = await addHolder();
    const username = await addAide();
    expect((await product.stranger().post('/session', { username, password: 'x' })).status).toBe(401);
    const added = await appoint(holder, username);
    expect(added.status).withContext(added.text).toBe(201);
    expect(added.json).toEqual(jasmine.objectContaining({ username, from: TODAY, to: null }));

    const aide = await product.signIn(username);
    const { user } = await aide.read<Session>('/session');
    expect([user.role, user.post.capacity, user.unit?.code]).toEqual(['camat', 'ajudan', '64.02.07']);
    expect((await aide.get('/measures/summary')).status).toBe(200);
    expect((await aide.get('/measures/summary?unit=64.02.08')).status).toBe(404);
    expect((await aide.get('/imports')).status).toBe(403);
    // An ajudan appoints no ajudan, and learns of no others.
    expect(codeOf(await appoint(aide, await addAide()))).toEqual([403, 'reader-by-holder-only']);
    expect(await readers(aide)).toEqual([]);
    const [reader] = await readers(holder);
    expect((await aide.send('DELETE', `/account/readers/${reader?.id ?? ''}`)).status).toBe(404);

    const stranger = await addHolder();
    expect(codeOf(await stranger.send('DELETE', `/account/readers/${reader?.id ?? ''}`))).toEqual([
      404,
      'reader-not-found',
    ]);
    expect((await holder.send('DELETE', `/account/readers/${reader?.id ?? ''}`)).status).toBe(204);
    expect((await aide.get('/measures/summary')).status).toBe(401);
    expect(await readers(holder)).toEqual([]);
  });

  it('begins and ends on the days that were said', async () => {
    const holder = await addHolder();
    const username = await addAide();
    expect(codeOf(await appoint(holder, username, { from: '2026-03-16' }))).toEqual([400, 'reader-in-past']);
    expect(codeOf(await appoint(holder, username, { from: '2026-03-20', to: '2026-03-20' }))).toEqual([
      400,
      'tenure-reversed',
    ]);
    expect((await appoint(holder, username, { from: '2026-03-18', to: '2026-03-19' })).status).toBe(201);
    const statusAt = async (instant: string) => {
      product.setNow(instant);
      const caller = product.stranger();
      return (await caller.post('/session', { username, password: 'sandi-uji-2026' })).status;
    };
    // Midnight in Kutai Kartanegara is 16.00 UTC.
    expect(await statusAt('2026-03-17T15:59:59Z')).toBe(401);
    expect(await statusAt('2026-03-17T16:00:00Z')).toBe(200);
    expect(await statusAt('2026-03-18T15:59:59Z')).toBe(200);
    expect(await statusAt('2026-03-18T16:00:00Z')).toBe(401);
  });

  it('is for people of the kabupaten, once, and for five at most', async () => {
    const holder = await addHolder();
    await product.addPerson('orang.bekasi', { role: 'sekda', kabupaten: '32.16' });
    // Neither who waits in another kabupaten, nor who belongs to none.
    for (const username of ['orang.bekasi', 'tidak-ada', await addAide('32.16'), await addAide(null)])
      expect(codeOf(await appoint(holder, username))).toEqual([404, 'person-not-found']);
    const own = (await holder.read<Session>('/session')).user.username;
    expect(codeOf(await appoint(holder, own))).toEqual([409, 'reader-twice']);
    const aides = [
      await addAide(),
      await addAide(),
      await addAide(),
      await addAide(),
      await addAide(),
      await addAide(),
    ];
    const [first = '', ...others] = aides;
    expect((await appoint(holder, first)).status).toBe(201);
    expect(codeOf(await appoint(holder, first))).toEqual([409, 'reader-twice']);
    const answers = await Promise.all(others.map((username) => appoint(holder, username)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 201, 201, 201, 409]);
    expect((await readers(holder)).length).toBe(5);
  });

  it('is not given by someone who may not read yet', async () => {
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KABUPATEN });
    await product.database
      .owner('users')
      .where({ username: 'inspektur' })
      .update({ totp_confirmed_at: null });
    const holder = await product.signIn('inspektur');
    expect(codeOf(await appoint(holder, await addAide()))).toEqual([403, 'second-factor-needed']);
  });

  it('is not for administrators, who did not ask for it', async () => {
    await product.addPerson('admin.kukar', { role: 'admin', kabupaten: KABUPATEN });
    expect(codeOf(await appoint(await addHolder(), 'admin.kukar'))).toEqual([409, 'reader-administers']);
  });

  it('asks the reader for a second factor where the post does', async () => {
    await product.addPerson('irban', { role: 'inspektorat', kabupaten: KABUPATEN });
    const holder = await product.signIn('irban');
    const username = await addAide();
    expect((await appoint(holder, username)).status).toBe(201);
    const aide = await product.signIn(username);
    expect(codeOf(await aide.get('/measures/summary'))).toEqual([403, 'second-factor-needed']);
  });

  it('is on record', async () => {
    const holder = await addHolder();
    const { post } = (await holder.read<Session>('/session')).user;
    expect((await appoint(holder, await addAide())).status).toBe(201);
    const [reader] = await readers(holder);
    await holder.send('DELETE', `/account/readers/${reader?.id ?? ''}`);
    const rows = (await product.database
      .owner('audit_entries')
      .select('action', 'post_title', 'role')
      .where({ kabupaten_code: KABUPATEN, subject: `posts/${post.id}` })
      .orderBy('sequence')) as { action: string; post_title: string; role: string }[];
    expect(rows.map(({ action, post_title, role }) => [action, post_title, role])).toEqual([
      ['reader-added', post.title, 'camat'],
      ['reader-ended', post.title, 'camat'],
    ]);
  });
});
