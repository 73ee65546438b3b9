import type { PersonLine, Post } from '#contract/people';
import { problemOf, type ApiAnswer, type ApiCaller } from '../../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

const KUKAR = '64.02';
const BEKASI = '32.16';
const ALONE = '64.03';

interface People {
  items: PersonLine[];
  secondAdministratorMissing: boolean;
}

describe('administrators', () => {
  let product: TestProduct;
  let admin: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: '2026-03-17T02:00:00Z' });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten(BEKASI, 'Asia/Jakarta');
    await product.addKabupaten(ALONE, 'Asia/Makassar');
    for (const name of ['admin.kukar', 'admin.kukar2'])
      await product.addPerson(name, { role: 'admin', kabupaten: KUKAR });
    for (const name of ['admin.bekasi', 'admin.bekasi2'])
      await product.addPerson(name, { role: 'admin', kabupaten: BEKASI });
    await product.addPerson('admin.pusat', { role: 'admin' });
    await product.addPerson('camat', { role: 'camat', kabupaten: KUKAR, unit: '64.02.07' });
    admin = await product.signIn('admin.kukar');
  });
  afterAll(() => product.stop());

  const code = (answer: ApiAnswer): unknown[] => [answer.status, problemOf(answer).code];
  const patch = (caller: ApiCaller, path: string, body: unknown): Promise<ApiAnswer> =>
    caller.send('PATCH', path, { body });
  const personOf = async (caller: ApiCaller, username: string): Promise<PersonLine | undefined> =>
    (await caller.read<People>(`/users?search=${username}`)).items.find((each) => each.username === username);

  it('need a second administrator before anything else', async () => {
    await product.addPerson('admin.berau', { role: 'admin', kabupaten: ALONE });
    await product.addPerson('bupati.berau', { role: 'bupati', kabupaten: ALONE });
    const alone = await product.signIn('admin.berau');
    expect((await alone.read<People>('/users')).secondAdministratorMissing).toBe(true);
    const { items } = await alone.read<{ items: Post[] }>('/posts');
    const bupati = items.find(({ role }) => role === 'bupati');
    const refused = [
      await patch(alone, '/users/bupati.berau', { name: 'X' }),
      await alone.post('/users/bupati.berau/link'),
      await alone.post('/posts', { title: 'Sekda', role: 'sekda' }),
      await alone.post('/users', { username: 'staf', name: 'Staf', post: bupati?.id }),
      await alone.post(`/posts/${bupati?.id ?? ''}/holders`, {
        username: 'admin.berau',
        capacity: 'plt',
        from: '2026-03-17',
      }),
      await patch(alone, `/posts/${bupati?.id ?? ''}`, { title: 'Bupati Berau' }),
      await alone.post('/tokens', {
        name: 'Papan',
        post: bupati?.id,
        permissions: ['measures:read'],
        days: 1,
      }),
    ];
    expect(refused.map(code)).toEqual(refused.map(() => [409, 'second-administrator-needed']));
    const post = (await alone.post('/posts', { title: 'Administrator kedua', role: 'admin' })).json as Post;
    const invited = await alone.post('/users', { username: 'admin.berau2', name: 'Dua', post: post.id });
    expect(invited.status).toBe(201);
    expect((await alone.read<People>('/users')).secondAdministratorMissing).toBe(false);
    expect((await alone.post('/posts', { title: 'Sekda', role: 'sekda' })).status).toBe(201);
  });

  it('cannot lose one of the last two administrators, now or later', async () => {
    const { items } = await admin.read<{ items: Post[] }>('/posts?search=admin.kukar2');
    const post = items[0];
    const holder = post?.holders[0];
    const path = `/posts/${post?.id ?? ''}`;
    const refused = [
      await patch(admin, '/users/admin.kukar2', { active: false }),
      await admin.post('/users/admin.kukar2/erasure', { reason: 'pindah tugas' }),
      await patch(admin, `${path}/holders/${holder?.id ?? ''}`, { to: '2026-03-17' }),
      await patch(admin, `${path}/holders/${holder?.id ?? ''}`, { to: '2026-06-01' }),
      await patch(admin, path, { closedOn: '2026-05-01' }),
      // Who administers already does not count twice.
      await admin.post(`${path}/holders`, { username: 'admin.kukar', capacity: 'tetap', from: '2026-03-17' }),
      await patch(await product.signIn('admin.pusat'), '/users/admin.kukar2', { active: false }),
    ];
    expect(refused.map(code)).toEqual(refused.map(() => [409, 'last-administrators']));
    expect(problemOf(refused[3] as ApiAnswer).detail).toContain('1 Jun 2026');
    // Nothing of what was refused stayed.
    expect((await personOf(admin, 'admin.kukar2'))?.posts.map(({ role }) => role)).toEqual(['admin']);
    const third = (await admin.post('/posts', { title: 'Administrator ketiga', role: 'admin' })).json as Post;
    await admin.post('/users', { username: 'admin.kukar3', name: 'Tiga', post: third.id });
    expect((await patch(admin, `${path}/holders/${holder?.id ?? ''}`, { to: '2026-06-01' })).status).toBe(
      200,
    );
    expect(code(await patch(admin, '/users/admin.kukar3', { active: false }))).toEqual([
      409,
      'last-administrators',
    ]);
  });

  it('cannot be removed by two offices at the same moment', async () => {
    const [bekasi, pusat] = [await product.signIn('admin.bekasi'), await product.signIn('admin.pusat')];
    const post = (await bekasi.post('/posts', { title: 'Administrator ketiga', role: 'admin' })).json as Post;
    await bekasi.post('/users', { username: 'admin.bekasi3', name: 'Tiga', post: post.id });
    // Holds both changes back until each of them is under way.
    const hold = await product.database.owner.transaction();
    await hold.raw('select 1 from audit_heads where kabupaten_code = ? for update', [BEKASI]);
    await hold.raw('select 1 from platform_audit_head for update');
    const answers = Promise.all([
      patch(bekasi, '/users/admin.bekasi2', { active: false }),
      patch(pusat, '/users/admin.bekasi3', { active: false }),
    ]);
    const waiting = async (): Promise<number> => {
      const found = await product.database.owner.raw<{ rows: { count: number }[] }>(
        `select count(*) as count from pg_locks l join pg_database d on d.oid = l.database
          where d.datname = current_database() and l.locktype = 'advisory' and not l.granted`,
      );
      return found.rows[0]?.count ?? 0;
    };
    for (let tries = 0; tries < 100 && (await waiting()) === 0; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await waiting())
      .withContext('changes that wait for the one before')
      .toBe(1);
    await hold.commit();
    const statuses = (await answers).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([200, 409]);
  });

  it('of the installation are managed by its administrators, who see everyone', async () => {
    const pusat = await product.signIn('admin.pusat');
    expect((await personOf(pusat, 'camat'))?.posts.map(({ title }) => title)).toEqual(['Jabatan camat']);
    const { items } = await pusat.read<{ items: Post[] }>('/posts');
    expect(items.map(({ title }) => title)).toEqual(['Jabatan admin.pusat']);
    expect(code(await pusat.post('/posts', { title: 'Bupati', role: 'bupati' }))).toEqual([
      400,
      'role-not-given',
    ]);
    expect((await pusat.post('/posts', { title: 'Operator', role: 'admin' })).status).toBe(201);
    expect((await pusat.read<People>('/users')).secondAdministratorMissing).toBe(false);
  });
});
