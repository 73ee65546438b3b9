import { createHash } from 'node:crypto';
import type { PersonLine, Post } from '#contract/people';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const BEKASI = '32.16';
const SEBULU = '64.02.07';
const PUBLIC_URL = 'http://pandu.contoh.go.id';

interface People {
  items: PersonLine[];
  nextCursor: string | null;
  total: number;
}

describe('persons, as administrators manage them', () => {
  let product: TestProduct;
  let admin: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z', publicUrl: PUBLIC_URL });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten(BEKASI, 'Asia/Jakarta');
    await product.addPerson('admin.kukar', { role: 'admin', kabupaten: KUKAR });
    await product.addPerson('admin.kukar2', { role: 'admin', kabupaten: KUKAR });
    await product.addPerson('admin.bekasi', { role: 'admin', kabupaten: BEKASI });
    await product.addPerson('admin.bekasi2', { role: 'admin', kabupaten: BEKASI });
    await product.addPerson('admin.pusat', { role: 'admin' });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: SEBULU });
    admin = await product.signIn('admin.kukar');
  });
  afterAll(() => product.stop());

  const code = (answer: ApiAnswer): unknown[] => [answer.status, problemOf(answer).code];
  const patch = (caller: ApiCaller, path: string, body: unknown): Promise<ApiAnswer> =>
    caller.send('PATCH', path, { body });
  const personOf = async (caller: ApiCaller, username: string): Promise<PersonLine | undefined> =>
    (await caller.read<People>(`/users?search=${username}`)).items.find((each) => each.username === username);
  const userId = async (username: string): Promise<string> =>
    ((await product.database.owner('users').where({ username }).first('id')) as { id: string }).id;
  /** The last entry of a kabupaten's trail, with what is sealed in it. */
  async function lastEntry(kabupaten: string, action: string) {
    const row = (await product.database
      .owner('audit_entries')
      .where({ kabupaten_code: kabupaten, action })
      .orderBy('sequence', 'desc')
      .first()) as { subject: string; details: Record<string, unknown>; personal: Buffer | null };
    const [personal] = await product.audit.openPersonal(product.database.owner, [row.personal]);
    return { subject: row.subject, details: row.details, personal };
  }

  it('are invited by a link that is shown once and kept as a hash', async () => {
    const answer = await admin.post('/users', {
      username: 'siti',
      name: 'Siti Aminah',
      email: 'siti@contoh.go.id',
    });
    const { link, expiresAt, username } = answer.json as {
      link: string;
      expiresAt: string;
      username: string;
    };
    expect([answer.status, username]).toEqual([201, 'siti']);
    expect(link).toMatch(/^http:\/\/pandu\.contoh\.go\.id\/tautan\/[\w-]{43}$/);
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.parse('2026-03-17T02:00:00Z'));
    const token = link.split('/').at(-1) ?? '';
    const id = await userId('siti');
    const rows = (await product.database.owner('account_links').where({ user_id: id })) as {
      token_hash: Buffer;
      kind: string;
    }[];
    expect(rows.map((row) => [row.token_hash.toString('hex'), row.kind])).toEqual([
      [createHash('sha256').update(token).digest('hex'), 'invitation'],
    ]);
    expect(await personOf(admin, 'siti')).toEqual({
      username: 'siti',
      name: 'Siti Aminah',
      email: 'siti@contoh.go.id',
      active: true,
      ready: false,
      secondFactor: false,
      lastSignedInAt: null,
      managed: true,
      posts: [],
    });
    const entry = await lastEntry(KUKAR, 'person-invited');
    expect(entry.subject).toBe(`users/${id}`);
    expect(JSON.stringify(entry.details)).not.toMatch(/siti/i);
    expect(entry.personal?.subject).toEqual({
      username: 'siti',
      name: 'Siti Aminah',
      email: 'siti@contoh.go.id',
    });
  });

  it('cannot have a name that is taken, in any kabupaten, or that is none', async () => {
    const bekasi = await product.signIn('admin.bekasi');
    expect(code(await bekasi.post('/users', { username: 'camat', name: 'Lain' }))).toEqual([
      409,
      'username-taken',
    ]);
    expect(code(await bekasi.post('/users', { username: 'Pak Camat', name: 'Lain' }))).toEqual([
      400,
      'username-invalid',
    ]);
    expect((await bekasi.post('/users', { username: 'tanpa-nama', name: '  ' })).status).toBe(400);
    expect((await bekasi.post('/users', { username: 'lebih', name: 'X', password: 'rahasia' })).status).toBe(
      400,
    );
    expect(await personOf(bekasi, 'camat')).toBeUndefined();
  });

  it('are renamed on record, with old and new sealed for themselves', async () => {
    await admin.post('/users', { username: 'budi', name: 'Budi' });
    const answer = await patch(admin, '/users/budi', { name: 'Budi Santoso', email: 'budi@contoh.go.id' });
    expect([(answer.json as PersonLine).name, (answer.json as PersonLine).email]).toEqual([
      'Budi Santoso',
      'budi@contoh.go.id',
    ]);
    const entry = await lastEntry(KUKAR, 'person-changed');
    expect(entry.details).toEqual({
      changes: [
        { field: 'name', before: null, after: null },
        { field: 'email', before: null, after: null },
      ],
    });
    expect(entry.personal?.subject).toEqual({
      nameBefore: 'Budi',
      nameAfter: 'Budi Santoso',
      emailBefore: '',
      emailAfter: 'budi@contoh.go.id',
    });
    expect(entry.personal?.actor?.['username']).toBe('admin.kukar');
  });

  it('are out at once when they are deactivated, and come back in', async () => {
    await product.addPerson('sekda', { role: 'sekda', kabupaten: KUKAR });
    const sekda = await product.signIn('sekda');
    expect((await sekda.get('/units')).status).toBe(200);
    expect((await patch(admin, '/users/sekda', { active: false })).status).toBe(200);
    expect((await sekda.get('/units')).status).toBe(401);
    expect((await personOf(admin, 'sekda'))?.active).toBe(false);
    expect((await lastEntry(KUKAR, 'person-deactivated')).details).toEqual({
      changes: [{ field: 'active', before: 'true', after: 'false' }],
    });
    expect(code(await admin.post('/users/sekda/link'))).toEqual([409, 'person-inactive']);
    expect((await patch(admin, '/users/sekda', { active: true })).status).toBe(200);
    // The old session is gone for good.
    expect((await sekda.get('/units')).status).toBe(401);
    expect((await (await product.signIn('sekda')).get('/units')).status).toBe(200);
  });

  it('get one reset link at a time, and lose a second factor only with their sessions', async () => {
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    const inspektur = await product.signIn('inspektur');
    const links = [await admin.post('/users/inspektur/link'), await admin.post('/users/inspektur/link')];
    expect(links.map(({ status }) => status)).toEqual([201, 201]);
    const id = await userId('inspektur');
    const kept = (await product.database.owner('account_links').where({ user_id: id })) as { kind: string }[];
    expect(kept.map(({ kind }) => kind)).toEqual(['reset']);
    expect((await lastEntry(KUKAR, 'link-issued')).details).toEqual({ kind: 'reset' });
    expect((await personOf(admin, 'inspektur'))?.secondFactor).toBe(true);
    expect((await admin.send('DELETE', '/users/inspektur/second-factor')).status).toBe(204);
    expect((await personOf(admin, 'inspektur'))?.secondFactor).toBe(false);
    expect((await inspektur.get('/session')).status).toBe(401);
    expect((await lastEntry(KUKAR, 'second-factor-reset')).subject).toBe(`users/${id}`);
  });

  it('do not change their own account here', async () => {
    const answers = [
      await patch(admin, '/users/admin.kukar', { active: false }),
      await admin.post('/users/admin.kukar/link'),
      await admin.send('DELETE', '/users/admin.kukar/second-factor'),
      await admin.post('/users/admin.kukar/erasure', { reason: 'ingin pergi' }),
    ];
    expect(answers.map(code)).toEqual(Array.from({ length: 4 }, () => [409, 'not-yourself']));
    expect((await admin.get('/session')).status).toBe(200);
  });

  it('are erased: nothing personal stays, what they did does', async () => {
    await product.addPerson('lasmi');
    const post = (await admin.post('/posts', { title: 'Camat lama', role: 'camat', unit: SEBULU }))
      .json as Post;
    await admin.post(`/posts/${post.id}/holders`, {
      username: 'lasmi',
      capacity: 'tetap',
      from: '2026-03-01',
    });
    const lasmi = await product.signIn('lasmi');
    await lasmi.upload('service-cases', {
      name: 'rekap.csv',
      text: 'nomor;layanan;kanal;diterima\n1;umum;tatap-muka;2026-03-02',
    });
    const id = await userId('lasmi');
    await patch(admin, '/users/lasmi', { email: 'lasmi@contoh.go.id', name: 'Lasmi Hidayati' });
    await admin.post('/users/lasmi/link');
    const { owner } = product.database;
    await owner('sso_identities').insert({ issuer: 'https://idp', subject: 'lasmi', user_id: id });
    const before = await lastEntry(KUKAR, 'person-changed');
    expect(before.personal?.subject?.['nameAfter']).toBe('Lasmi Hidayati');

    expect((await admin.post('/users/lasmi/erasure', { reason: 'x' })).status).toBe(400);
    expect((await admin.post('/users/lasmi/erasure', { reason: 'permintaan sendiri' })).status).toBe(204);

    expect((await lasmi.get('/session')).status).toBe(401);
    const user = (await owner('users').where({ id }).first()) as Record<string, unknown>;
    expect(user['username']).toMatch(/^pengguna-dihapus-[0-9a-f]{8}$/);
    expect(user).toEqual(
      jasmine.objectContaining({
        name: user['username'],
        email: null,
        password_hash: null,
        totp_secret: null,
        totp_confirmed_at: null,
        active: false,
      }),
    );
    for (const table of ['recovery_codes', 'sso_identities', 'account_links', 'person_keys'])
      expect(await owner(table).where({ user_id: id }))
        .withContext(table)
        .toEqual([]);
    expect(
      (await owner.raw<{ rows: unknown[] }>(`select 1 from sessions where sess ->> 'userId' = ?`, [id])).rows,
    ).toEqual([]);
    // An import of theirs that still runs puts itself on record without them.
    while ((await owner('imports').whereNull('finished_at')).length > 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    const dump = await owner.raw<{ rows: unknown[] }>(
      `select to_jsonb(e)::text from audit_entries e union all select to_jsonb(i)::text from imports i
       union all select to_jsonb(u)::text from users u union all select to_jsonb(c)::text from record_changes c`,
    );
    expect(dump.rows.filter((row) => /lasmi/i.test(JSON.stringify(row)))).toEqual([]);
    expect((await lastEntry(KUKAR, 'person-changed')).personal?.subject ?? null).toBeNull();
    const held = (await owner('post_holders').where({ user_id: id })) as { valid_to: string }[];
    expect(held.map(({ valid_to: to }) => to)).toEqual(['2026-03-17']);
    expect((await lastEntry(KUKAR, 'person-erased')).details).toEqual({
      reason: 'permintaan sendiri',
      changes: [{ field: 'username', before: null, after: user['username'] }],
    });
    expect(await personOf(admin, 'lasmi')).toBeUndefined();
    expect((await admin.post('/users/lasmi/erasure', { reason: 'sekali lagi' })).status).toBe(404);
    const { items } = await admin.read<{ items: Post[] }>(`/posts?search=${String(user['username'])}`);
    expect(items.map(({ title }) => title)).toEqual(['Camat lama']);
  });

  it('of another kabupaten are not there', async () => {
    const bekasi = await product.signIn('admin.bekasi');
    const answers = [
      await patch(bekasi, '/users/camat', { name: 'Diganti' }),
      await patch(bekasi, '/users/camat', { active: false }),
      await bekasi.post('/users/camat/link'),
      await bekasi.send('DELETE', '/users/camat/second-factor'),
      await bekasi.post('/users/camat/erasure', { reason: 'iseng saja' }),
      // Whoever administers the installation is out of reach as well.
      await bekasi.post('/users/admin.pusat/link'),
      await bekasi.post('/users/tidak-ada/link'),
    ];
    expect(answers.map(code)).toEqual(answers.map(() => [404, 'person-not-found']));
    const { items, total } = await bekasi.read<People>('/users');
    const names = items.map(({ username }) => username);
    expect(names).toEqual(jasmine.arrayContaining(['admin.bekasi', 'admin.bekasi2']));
    expect(names.filter((name) => /kukar|camat|pusat/.test(name))).toEqual([]);
    expect(total).toBe(items.length);
    expect((await personOf(admin, 'camat'))?.active).toBe(true);
  });

  it('who hold posts in two kabupaten can be appointed in both, and changed in neither', async () => {
    await product.addPerson('bersama', { role: 'sekda', kabupaten: KUKAR });
    await product.database
      .owner('users')
      .where({ username: 'bersama' })
      .update({ email: 'rahasia@kukar.go.id' });
    const bekasi = await product.signIn('admin.bekasi');
    const post = (await bekasi.post('/posts', { title: 'Sekda Bekasi', role: 'sekda' })).json as Post;
    const appointed = await bekasi.post(`/posts/${post.id}/holders`, {
      username: 'bersama',
      capacity: 'plt',
      from: '2026-03-17',
    });
    expect(appointed.status).toBe(201);
    for (const caller of [bekasi, admin]) {
      const answers = [
        await patch(caller, '/users/bersama', { name: 'Diganti' }),
        await caller.post('/users/bersama/link'),
        await caller.send('DELETE', '/users/bersama/second-factor'),
        await caller.post('/users/bersama/erasure', { reason: 'iseng saja' }),
      ];
      expect(answers.map(code)).toEqual(answers.map(() => [403, 'person-held-elsewhere']));
    }
    // Each office learns of its own posts only, and not how to reach someone it does not manage.
    const [here, there] = [await personOf(admin, 'bersama'), await personOf(bekasi, 'bersama')];
    expect(here?.posts.map(({ title }) => title)).toEqual(['Jabatan bersama']);
    expect(there?.posts.map(({ title }) => title)).toEqual(['Sekda Bekasi']);
    expect([here?.managed, there?.managed, here?.email, there?.email]).toEqual([false, false, null, null]);
    const pusat = await product.signIn('admin.pusat');
    expect((await patch(pusat, '/users/bersama', { name: 'Ibu Bersama' })).status).toBe(200);
    const entry = (await product.database
      .owner('platform_audit_entries')
      .orderBy('sequence', 'desc')
      .first()) as {
      action: string;
    };
    expect(entry.action).toBe('person-changed');
  });

  it('who read for a post elsewhere are still their own administrator’s', async () => {
    await admin.post('/users', { username: 'pembaca', name: 'Pembaca' });
    await product.addPerson('bupati.bekasi', { role: 'bupati', kabupaten: BEKASI });
    const { owner } = product.database;
    const held = (await owner('post_holders')
      .where({ user_id: await userId('bupati.bekasi') })
      .first('post_id')) as { post_id: string };
    await owner('post_holders').insert({
      id: owner.raw('gen_random_uuid()'),
      post_id: held.post_id,
      user_id: await userId('pembaca'),
      capacity: 'ajudan',
      valid_from: '2026-03-01',
    });
    expect((await patch(admin, '/users/pembaca', { name: 'Pembaca Dua' })).status).toBe(200);
    expect(code(await (await product.signIn('admin.bekasi')).post('/users/pembaca/link'))).toEqual([
      403,
      'person-held-elsewhere',
    ]);
  });

  it('who were invited elsewhere and hold nothing yet cannot be taken over', async () => {
    await admin.post('/users', { username: 'calon', name: 'Calon' });
    const bekasi = await product.signIn('admin.bekasi');
    const post = (await bekasi.post('/posts', { title: 'Bupati', role: 'bupati' })).json as Post;
    await bekasi.post(`/posts/${post.id}/holders`, {
      username: 'calon',
      capacity: 'tetap',
      from: '2026-03-17',
    });
    expect(code(await bekasi.post('/users/calon/link'))).toEqual([403, 'person-held-elsewhere']);
  });

  it('are found by words as they stand, page by page', async () => {
    for (const name of ['uji_a', 'uji_b', 'ujixc', 'uji_d'])
      await admin.post('/users', { username: name, name: 'Uji' });
    const found = await admin.read<People>('/users?search=JI_');
    expect(found.items.map(({ username }) => username)).toEqual(['uji_a', 'uji_b', 'uji_d']);
    expect((await admin.read<People>('/users?search=%25')).items).toEqual([]);
    const first = await admin.read<People>('/users?search=uji&limit=3');
    expect([first.items.length, first.total, first.nextCursor]).toEqual([3, 4, 'uji_d']);
    const second = await admin.read<People>(`/users?search=uji&limit=3&cursor=${first.nextCursor ?? ''}`);
    expect([second.items.map(({ username }) => username), second.nextCursor]).toEqual([['ujixc'], null]);
    expect(
      (await admin.read<People>('/users?search=Jabatan%20camat')).items.map(({ username }) => username),
    ).toEqual(['camat']);
  });

  it('are no business of a camat, nor of a program', async () => {
    const camat = await product.signIn('camat');
    const statuses = [
      await camat.get('/users'),
      await camat.post('/users', { username: 'baru', name: 'Baru' }),
      await patch(camat, '/users/sekda', { active: false }),
      await camat.post('/users/sekda/link'),
      await camat.send('DELETE', '/users/sekda/second-factor'),
      await camat.post('/users/sekda/erasure', { reason: 'iseng saja' }),
      await camat.get('/posts'),
      await camat.get('/tokens'),
    ].map(({ status }) => status);
    expect(statuses).toEqual(statuses.map(() => 403));
  });
});
