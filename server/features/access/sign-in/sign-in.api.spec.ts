import type { Session } from '#contract/session';
import { ApiCaller, problemOf, type ApiAnswer } from '../../../testing/api-caller.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../../../testing/test-product.ts';

describe('signing in', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KABUPATEN });
    await product.addPerson(
      'camat',
      { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' },
      { role: 'petugas', kabupaten: KABUPATEN, unit: '64.02.07' },
    );
    await product.addPerson('diukur', { role: 'sekda', kabupaten: KABUPATEN });
    await product.addPerson('tanpa-peran');
  });
  beforeEach(() => product.setNow('2026-03-17T02:00:00Z'));
  afterAll(() => product.stop());

  const signIn = (username: string, password: string, caller = product.stranger()): Promise<ApiAnswer> =>
    caller.post('/session', { username, password });
  const sessions = async (): Promise<number> =>
    ((await product.database.owner('sessions').count('* as count')) as { count: number }[])[0]?.count ?? -1;

  it('tells who came in, and in which role', async () => {
    const answer = await signIn('Camat', TEST_PASSWORD);
    const { user } = answer.json as Session;
    expect(user.posts.map(({ title, role, capacity }) => [title, role, capacity])).toEqual([
      ['Jabatan camat', 'camat', 'tetap'],
      ['Jabatan camat', 'petugas', 'tetap'],
    ]);
    expect(user).toEqual({
      ...user,
      username: 'camat',
      name: 'Ibu camat',
      role: 'camat',
      roles: ['camat', 'petugas'],
      unit: { code: '64.02.07', name: 'Sebulu' },
      kabupaten: { code: KABUPATEN, name: 'Kabupaten 64.02', timeZone: 'Asia/Makassar', demo: false },
      lacksSecondFactor: false,
    });
    expect(user.posts[0]).toEqual(user.post);
    const cookie = (name: string) =>
      answer.headers.getSetCookie().find((line) => line.startsWith(`${name}=`)) ?? '';
    const [sid, xsrf] = [cookie('pandu.sid'), cookie('XSRF-TOKEN')];
    expect(sid).toMatch(/^pandu\.sid=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/);
    // The page must be able to read this one.
    expect(xsrf).toMatch(/^XSRF-TOKEN=[\w-]{32}; /);
    expect(xsrf).not.toContain('HttpOnly');
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it('answers a wrong password and an unknown name alike, and as slowly', async () => {
    const wrong = await signIn('bupati', 'salah');
    const unknown = await signIn('tidak-ada', 'salah');
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(wrong.text).toBe(unknown.text);
    expect(problemOf(wrong).code).toBe('wrong-credentials');
    expect((await signIn('tanpa-peran', TEST_PASSWORD)).text).toBe(wrong.text);
    const times = { diukur: [] as number[], 'orang-lain': [] as number[] };
    for (let round = 1; round <= 9; round += 1) {
      // Each a quarter of an hour later, so that none has to wait.
      product.setNow(new Date(Date.UTC(2026, 2, 17, 2, 0) + round * 900_000).toISOString());
      for (const username of ['diukur', 'orang-lain'] as const) {
        const start = performance.now();
        expect((await signIn(username, 'salah')).status).toBe(401);
        times[username].push(performance.now() - start);
      }
    }
    // The least disturbed of them.
    const [known, stranger] = [Math.min(...times.diukur), Math.min(...times['orang-lain'])];
    expect(stranger)
      .withContext(`${known} ms, ${stranger} ms`)
      .toBeGreaterThan(known * 0.5);
    expect(stranger)
      .withContext(`${known} ms, ${stranger} ms`)
      .toBeLessThan(known * 2);
  });

  it('slows guessing down, per name', async () => {
    const statuses: number[] = [];
    for (let round = 0; round < 7; round += 1) statuses.push((await signIn('sasaran', 'salah')).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
    const slowed = await signIn('SASARAN', 'salah');
    expect([slowed.status, problemOf(slowed).code]).toEqual([429, 'too-many-attempts']);
    expect(slowed.headers.get('Retry-After')).toBe('5');
    expect((await signIn('camat', TEST_PASSWORD)).status).toBe(200);
  });

  it('keeps nothing about strangers', async () => {
    const before = await sessions();
    const stranger = product.stranger();
    expect((await stranger.get('/session')).status).toBe(401);
    expect((await stranger.get('/session/hint')).json).toEqual({ demoAccounts: [], singleSignOn: null });
    expect([stranger.cookies.size, await sessions()]).toEqual([0, before]);
  });

  it('gives a new session, so that one given to the person beforehand is worth nothing', async () => {
    const attacker = await product.signIn('camat');
    const given = attacker.cookies.get('pandu.sid') ?? '';
    const victim = new ApiCaller(product.address);
    victim.cookies.set('pandu.sid', given);
    expect((await signIn('bupati', TEST_PASSWORD, victim)).status).toBe(200);
    expect(victim.cookies.get('pandu.sid')).not.toBe(given);
    expect((await attacker.get('/session')).status).toBe(401);
    const invented = new ApiCaller(product.address);
    invented.cookies.set('pandu.sid', 's%3Adipilih-sendiri.tandatangan');
    await signIn('bupati', TEST_PASSWORD, invented);
    expect(invented.cookies.get('pandu.sid')).not.toContain('dipilih-sendiri');
  });

  it('ends on the server as well', async () => {
    const caller = await product.signIn('bupati');
    const thief = new ApiCaller(product.address);
    for (const [name, value] of caller.cookies) thief.cookies.set(name, value);
    expect((await thief.get('/session')).status).toBe(200);
    expect((await caller.send('DELETE', '/session')).status).toBe(204);
    // What stays behind only tells that the person was here before.
    expect([...caller.cookies.keys()]).toEqual(['pandu.device']);
    expect((await thief.get('/session')).status).toBe(401);
  });

  it('protects what changes something by a token that another site cannot know', async () => {
    const caller = await product.signIn('camat');
    for (const headers of [{}, { 'X-XSRF-TOKEN': '' }, { 'X-XSRF-TOKEN': 'a'.repeat(32) }]) {
      const answer = await caller.send('POST', '/session/role', {
        body: { role: 'petugas' },
        xsrf: false,
        headers,
      });
      expect([answer.status, problemOf(answer).code]).toEqual([403, 'xsrf-missing']);
    }
    expect((await caller.send('DELETE', '/session', { xsrf: false })).status).toBe(403);
    expect((await caller.read<Session>('/session')).user.role).toBe('camat');
  });

  it('can be in any role held, and in no other', async () => {
    const caller = await product.signIn('camat');
    const switched = await caller.post('/session/role', { role: 'petugas' });
    expect((switched.json as Session).user.role).toBe('petugas');
    expect((await caller.read<Session>('/session')).user.role).toBe('petugas');
    expect((await caller.post('/session/role', { role: 'bupati' })).status).toBe(403);
    expect((await caller.post('/session/role', { role: 'raja' })).status).toBe(400);
    expect((await caller.read<Session>('/session')).user.role).toBe('petugas');
  });

  it('lasts no longer than the grant, the account and its role', async () => {
    await product.addPerson('sementara', { role: 'sekda', kabupaten: KABUPATEN });
    await product.addPerson('nonaktif', { role: 'sekda', kabupaten: KABUPATEN });
    const [temporary, inactive] = [await product.signIn('sementara'), await product.signIn('nonaktif')];
    expect((await temporary.get('/units')).status).toBe(200);
    const { owner } = product.database;
    await owner.raw(
      `update post_holders set valid_to = '2026-01-01' where user_id = (select id from users where username = 'sementara')`,
    );
    await owner('users').where({ username: 'nonaktif' }).update({ active: false });
    expect([(await temporary.get('/units')).status, (await inactive.get('/units')).status]).toEqual([
      401, 401,
    ]);
    expect((await signIn('nonaktif', TEST_PASSWORD)).status).toBe(401);
  });

  it('begins on the day of the grant, by the clock of the product', async () => {
    await product.addPerson('nanti', { role: 'sekda', kabupaten: KABUPATEN });
    await product.database.owner.raw(
      `update post_holders set valid_from = '2026-03-18' where user_id = (select id from users where username = 'nanti')`,
    );
    product.setNow('2026-03-17T15:59:59Z');
    expect((await signIn('nanti', TEST_PASSWORD)).status).toBe(401);
    // Midnight in Kutai Kartanegara.
    product.setNow('2026-03-17T16:00:00Z');
    const caller = await product.signIn('nanti');
    expect((await caller.get('/units')).status).toBe(200);
    product.setNow('2026-03-17T02:00:00Z');
    expect((await caller.get('/units')).status).toBe(401);
  });
});
