import { createHash, randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { ApiCaller, formWith, problemOf } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';

describe('tokens for programs', () => {
  const KABUPATEN = '64.02';
  let product: TestProduct;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addPerson('camat', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    await product.addPerson('admin', { role: 'admin', kabupaten: KABUPATEN });
  });
  beforeEach(() => product.setNow('2026-03-17T02:00:00Z'));
  afterAll(() => product.stop());

  /** A token for the post of a person; answers its text and its id. */
  async function tokenOf(
    username: string,
    permissions: readonly string[] = ['reference:read', 'measures:read'],
  ): Promise<{ token: string; id: string }> {
    const post: { id: string } | undefined = await product.database
      .owner('posts')
      .select('id')
      .where({ title: `Jabatan ${username}` })
      .first();
    const [token, id] = [`pandu_${randomBytes(32).toString('base64url')}`, uuidv7()];
    await product.database.owner('api_tokens').insert({
      id,
      token_hash: createHash('sha256').update(token).digest(),
      name: 'Pelaporan',
      post_id: post?.id,
      permissions,
      expires_at: '2026-04-17T02:00:00Z',
    });
    return { token, id };
  }

  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });
  const status = async (path: string, token: string): Promise<number> =>
    (await product.stranger().get(path, bearer(token))).status;

  it('see what their post sees, and do what they are allowed to', async () => {
    const { token } = await tokenOf('camat');
    expect(await status('/measures/summary?unit=64.02.07', token)).toBe(200);
    expect(await status('/units', token)).toBe(200);
    expect(await status('/measures/summary?unit=64.02.08', token)).toBe(404);
    expect(await status('/measures/summary?unit=64.02', token)).toBe(404);
    for (const path of ['/session', '/imports', '/account', '/datasets'])
      expect([403, 404])
        .withContext(path)
        .toContain(await status(path, token));
    // The scheme in any case (RFC 9110, section 11.1).
    expect((await product.stranger().get('/units', { Authorization: `bearer ${token}` })).status).toBe(200);
  });

  it('need no XSRF token, get no cookie, and leave no session behind', async () => {
    const sessions = () => product.database.owner('sessions').count('* as n').first();
    const before = await sessions();
    const { token } = await tokenOf('camat', ['imports:write']);
    const caller = product.stranger();
    const answer = await caller.send('POST', '/imports/service-cases?dryRun=true', {
      form: formWith({ name: 'a.csv', text: 'nomor;layanan;diterima\n1;kk;2026-03-02' }),
      headers: bearer(token),
    });
    expect([answer.status, answer.headers.getSetCookie(), caller.cookies.size]).toEqual([202, [], 0]);
    expect(await sessions()).toEqual(before);
    const signIn = await caller.send('POST', '/session', {
      body: { username: 'camat', password: 'x' },
      headers: bearer(token),
    });
    expect(signIn.status).toBe(403);
  });

  it('see imports of their own only, not those of another program', async () => {
    const [one, other] = [
      await tokenOf('camat', ['imports:write']),
      await tokenOf('camat', ['imports:write']),
    ];
    const answer = await product.stranger().send('POST', '/imports/service-cases?dryRun=true', {
      form: formWith({ name: 'a.csv', text: 'nomor;layanan;diterima\n1;kk;2026-03-02' }),
      headers: bearer(one.token),
    });
    const { id } = answer.json as { id: string };
    expect(await status(`/imports/${id}`, one.token)).toBe(200);
    expect(await status(`/imports/${id}`, other.token)).toBe(404);
  });

  it('are refused when unknown, revoked, over, or their post is closed', async () => {
    expect(await status('/units', 'pandu_tidak-ada')).toBe(401);
    const { token, id } = await tokenOf('camat');
    for (const header of ['Bearer', 'Bearer ', `Bearer ${token} x`, `Bearer ${token}x`, "Bearer ' or 1=1"]) {
      const answer = await product.stranger().get('/units', { Authorization: header });
      expect([answer.status, problemOf(answer).code])
        .withContext(header)
        .toEqual([401, 'token-unknown']);
    }
    product.setNow('2026-04-17T01:59:59Z');
    expect(await status('/units', token)).toBe(200);
    product.setNow('2026-04-17T02:00:00Z');
    expect(await status('/units', token)).toBe(401);
    product.setNow('2026-03-17T02:00:00Z');
    const posts = () => product.database.owner('posts').where({ title: 'Jabatan camat' });
    await posts().update({ closed_on: '2026-03-17' });
    expect(await status('/units', token)).toBe(401);
    await posts().update({ closed_on: '2026-03-18' });
    expect(await status('/units', token)).toBe(200);
    await posts().update({ closed_on: null });
    await product.database.owner('api_tokens').where({ id }).update({ revoked_at: '2026-03-17T01:00:00Z' });
    expect(await status('/units', token)).toBe(401);
  });

  it('never fall back to a cookie', async () => {
    const caller = await product.signIn('camat');
    expect((await caller.get('/units')).status).toBe(200);
    expect((await caller.get('/units', bearer('pandu_salah'))).status).toBe(401);
    // What a proxy adds for itself is not ours.
    expect((await caller.get('/units', { Authorization: 'Basic eDp5' })).status).toBe(200);
  });

  it('lose what their role loses', async () => {
    const { token } = await tokenOf('camat', ['reference:read', 'audit:read']);
    await product.database.owner('posts').where({ title: 'Jabatan camat' }).update({ role: 'forcasi' });
    expect(await status('/units', token)).toBe(403);
    await product.database.owner('posts').where({ title: 'Jabatan camat' }).update({ role: 'camat' });
  });

  it('note their last use at most once a minute', async () => {
    const { token, id } = await tokenOf('camat');
    const used = async (): Promise<string | undefined> => {
      const row: { last_used_at: Date | null } | undefined = await product.database
        .owner('api_tokens')
        .where({ id })
        .first();
      return row?.last_used_at?.toISOString();
    };
    expect(await used()).toBeUndefined();
    await status('/units', token);
    expect(await used()).toBe('2026-03-17T02:00:00.000Z');
    product.setNow('2026-03-17T02:00:59Z');
    await status('/units', token);
    expect(await used()).toBe('2026-03-17T02:00:00.000Z');
    product.setNow('2026-03-17T02:01:00Z');
    await status('/units', token);
    expect(await used()).toBe('2026-03-17T02:01:00.000Z');
  });

  it('open the metrics of the installation for an administrator’s program, and for nobody else', async () => {
    const admin = await tokenOf('admin', ['reference:read']);
    const camat = await tokenOf('camat');
    const metrics = (headers: Record<string, string>) => fetch(`${product.address}/metrics`, { headers });
    expect((await metrics({})).status).toBe(401);
    expect((await metrics(bearer(camat.token))).status).toBe(401);
    const answer = await metrics(bearer(admin.token));
    expect([answer.status, await answer.text()]).toEqual([
      200,
      jasmine.stringContaining('pandu_http_request_seconds_count'),
    ]);
    const signedIn = new ApiCaller(product.address);
    for (const [name, value] of (await product.signIn('admin')).cookies) signedIn.cookies.set(name, value);
    expect((await signedIn.get('//metrics')).status).toBe(401);
  });
});
