import { createHash } from 'node:crypto';
import type { Post, Token } from '#contract/people';
import { ApiCaller, problemOf, type ApiAnswer } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';

describe('tokens for programs, as administrators make them', () => {
  let product: TestProduct;
  let admin: ApiCaller;
  let camatPost = '';
  let adminPost = '';

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    for (const name of ['admin', 'admin2'])
      await product.addPerson(name, { role: 'admin', kabupaten: KUKAR });
    for (const name of ['admin.bekasi', 'admin.bekasi2'])
      await product.addPerson(name, { role: 'admin', kabupaten: '32.16' });
    admin = await product.signIn('admin');
    const post = (await admin.post('/posts', { title: 'Camat Sebulu', role: 'camat', unit: SEBULU }))
      .json as Post;
    camatPost = post.id;
    const { items } = await admin.read<{ items: Post[] }>('/posts?search=admin2');
    adminPost = items[0]?.id ?? '';
  });
  beforeEach(() => product.setNow('2026-03-17T02:00:00Z'));
  afterAll(() => product.stop());

  const code = (answer: ApiAnswer): unknown[] => [answer.status, problemOf(answer).code];
  const create = (more: Record<string, unknown> = {}): Promise<ApiAnswer> =>
    admin.post('/tokens', {
      name: 'Papan kecamatan',
      post: camatPost,
      permissions: ['measures:read'],
      days: 30,
      ...more,
    });
  /** Calls as a program does: no cookie, a token. */
  const asProgram = (token: string, path: string): Promise<ApiAnswer> =>
    new ApiCaller(product.address).get(path, { Authorization: `Bearer ${token}` });

  it('show their secret once, and only its hash is kept', async () => {
    const answer = await create({ permissions: ['measures:read', 'measures:read', 'reference:read'] });
    const made = answer.json as Token & { token: string };
    expect(answer.status).toBe(201);
    expect(made.token).toMatch(/^pandu_[\w-]{43}$/);
    expect(made).toEqual({
      ...made,
      name: 'Papan kecamatan',
      post: { id: camatPost, title: 'Camat Sebulu' },
      permissions: ['measures:read', 'reference:read'],
      createdBy: 'admin',
      expiresAt: '2026-04-16T02:00:00.000Z',
      revokedAt: null,
      lastUsedAt: null,
    });
    const row = (await product.database.owner('api_tokens').where({ id: made.id }).first()) as {
      token_hash: Buffer;
    };
    expect(row.token_hash.toString('hex')).toBe(createHash('sha256').update(made.token).digest('hex'));
    const list = await admin.get('/tokens');
    expect(list.text).toContain(made.id);
    expect(list.text).not.toContain(made.token);
    const trail = await product.database.owner('audit_entries').where({ action: 'token-created' });
    expect(trail.length).toBeGreaterThan(0);
    expect(JSON.stringify(trail)).not.toContain(made.token);
  });

  it('open what post and permissions say, until they end', async () => {
    const { token } = (await create({ days: 2 })).json as { token: string };
    expect((await asProgram(token, '/measures/summary')).status).toBe(200);
    expect((await asProgram(token, '/measures/summary?unit=64.02.08')).status).toBe(404);
    expect((await asProgram(token, '/units')).status).toBe(403);
    expect((await asProgram(token, '/users')).status).toBe(403);
    product.setNow('2026-03-19T01:59:59Z');
    expect((await asProgram(token, '/measures/summary')).status).toBe(200);
    product.setNow('2026-03-19T02:00:01Z');
    expect((await asProgram(token, '/measures/summary')).status).toBe(401);
  });

  it('end at once when they are revoked, and with their post', async () => {
    const { id, token } = (await create()).json as { id: string; token: string };
    const revoke = (): Promise<ApiAnswer> => admin.send('DELETE', `/tokens/${id}`);
    expect([(await revoke()).status, (await asProgram(token, '/measures/summary')).status]).toEqual([
      204, 401,
    ]);
    expect((await revoke()).status).toBe(204);
    const entries = await product.database.owner('audit_entries').where({ subject: `tokens/${id}` });
    expect(entries.map(({ action }: { action: string }) => action).toSorted()).toEqual([
      'token-created',
      'token-revoked',
    ]);
    const post = (await admin.post('/posts', { title: 'Sementara', role: 'camat', unit: SEBULU }))
      .json as Post;
    const other = (await create({ post: post.id })).json as { token: string };
    expect((await asProgram(other.token, '/measures/summary')).status).toBe(200);
    await admin.send('PATCH', `/posts/${post.id}`, { body: { closedOn: '2026-03-17' } });
    expect((await asProgram(other.token, '/measures/summary')).status).toBe(401);
    expect(code(await create({ post: post.id }))).toEqual([409, 'post-closed']);
  });

  it('never do more than their post, and nothing that needs a person', async () => {
    expect(code(await create({ post: adminPost }))).toEqual([400, 'permission-beyond-post']);
    for (const permission of ['users:manage', 'audit:read', 'complaints:reveal', 'session:own'])
      expect((await create({ permissions: [permission] })).status)
        .withContext(permission)
        .toBe(400);
    for (const more of [{ days: 0 }, { days: 367 }, { days: 1.5 }, { permissions: [] }, { name: ' ' }])
      expect((await create(more)).status)
        .withContext(JSON.stringify(more))
        .toBe(400);
    expect(code(await create({ post: '0198c0de-0000-7000-8000-000000000000' }))).toEqual([
      400,
      'post-not-found',
    ]);
  });

  it('of another kabupaten are not there', async () => {
    const { id, token } = (await create()).json as { id: string; token: string };
    const bekasi = await product.signIn('admin.bekasi');
    expect(await bekasi.read('/tokens')).toEqual({ items: [] });
    expect(code(await bekasi.send('DELETE', `/tokens/${id}`))).toEqual([404, 'token-not-found']);
    expect(
      code(
        await bekasi.post('/tokens', {
          name: 'Uji',
          post: camatPost,
          permissions: ['measures:read'],
          days: 1,
        }),
      ),
    ).toEqual([400, 'post-not-found']);
    expect((await asProgram(token, '/measures/summary')).status).toBe(200);
  });
});
