import type { PersonLine } from '#contract/people';
import { OperatorError } from '../../../platform/operator-error.ts';
import { listUsers } from '../../../platform/kabupaten/user-accounts.repository.ts';
import { startTestProduct, TEST_PASSWORD, type TestProduct } from '../../../testing/test-product.ts';
import {
  addAsOperator,
  deactivateAsOperator,
  kabupatenShortOfAdministrators,
  linkAsOperator,
  type OperatorDeps,
} from './people-operator.repository.ts';

const KUKAR = '64.02';
const TODAY = '2026-03-17';

describe('accounts, as the operator manages them by command', () => {
  let product: TestProduct;
  let deps: OperatorDeps;

  beforeAll(async () => {
    product = await startTestProduct({ now: `${TODAY}T02:00:00Z` });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
    deps = {
      database: product.database.application,
      audit: product.audit,
      now: `${TODAY}T02:00:00Z`,
      today: TODAY,
    };
  });
  afterAll(() => product.stop());

  const grant = (role: 'admin' | 'bupati', title: string) => ({
    role,
    kabupatenCode: KUKAR,
    unitCode: null,
    title,
    validFrom: TODAY,
  });
  const add = (username: string, role: 'admin' | 'bupati'): Promise<void> =>
    addAsOperator(deps, {
      username,
      name: `Ibu ${username}`,
      passwordHash: 'tidak-dipakai',
      demo: false,
      grants: [grant(role, `Jabatan ${role}`)],
    });
  const failureOf = (promise: Promise<unknown>): Promise<string> =>
    promise.then(
      () => 'tidak gagal',
      (error: unknown) => (error instanceof OperatorError ? error.message : String(error)),
    );
  const actions = async (table: 'audit_entries' | 'platform_audit_entries'): Promise<string[]> =>
    (await product.database.owner(table).orderBy('sequence')).map(
      ({ action, actor }: { action: string; actor: string | null }) => `${action} ${actor ?? ''}`,
    );

  it('tell of kabupaten that need a second administrator', async () => {
    expect(await kabupatenShortOfAdministrators(deps.database, TODAY)).toEqual([]);
    await add('satu', 'admin');
    expect(await kabupatenShortOfAdministrators(deps.database, TODAY)).toEqual([
      { code: KUKAR, name: 'Kabupaten 64.02', administrators: 1 },
    ]);
    await add('dua', 'admin');
    expect(await kabupatenShortOfAdministrators(deps.database, TODAY)).toEqual([]);
    // A taken-over account is shut even when it is one of the last two.
    await deactivateAsOperator(deps, 'dua');
    expect(await kabupatenShortOfAdministrators(deps.database, TODAY)).toEqual([
      { code: KUKAR, name: 'Kabupaten 64.02', administrators: 1 },
    ]);
    expect(await failureOf(deactivateAsOperator(deps, 'dua'))).toBe('Akun "dua" sudah dinonaktifkan.');
    expect(await failureOf(linkAsOperator(deps, 'dua'))).toBe('Akun "dua" sedang dinonaktifkan.');
  });

  it('are added once, on record in the chain of the kabupaten', async () => {
    await add('bupati', 'bupati');
    expect(await failureOf(add('bupati', 'bupati'))).toBe('Nama pengguna "bupati" sudah dipakai.');
    expect(await actions('audit_entries')).toContain('person-added baris perintah');
    const lines = (await listUsers(deps.database, TODAY)).filter(({ username }) => username === 'bupati');
    expect(lines).toEqual([
      {
        username: 'bupati',
        active: true,
        demo: false,
        ready: true,
        role: 'bupati',
        kabupatenCode: KUKAR,
        unitCode: null,
        title: 'Jabatan bupati',
        capacity: 'tetap',
      },
    ]);
  });

  it('get a link that sets a password and is good once', async () => {
    await product.addPerson('lupa', { role: 'sekda', kabupaten: KUKAR });
    const { token, expiresAt } = await linkAsOperator(deps, 'LUPA');
    expect(Date.parse(expiresAt)).toBeGreaterThan(Date.parse(deps.now));
    const stranger = product.stranger();
    const set = () => stranger.post(`/links/${token}`, { password: 'kereta api pagi hari' });
    expect((await set()).status).toBe(204);
    expect((await set()).status).toBe(404);
    const signIn = (password: string) => product.stranger().post('/session', { username: 'lupa', password });
    expect((await signIn(TEST_PASSWORD)).status).toBe(401);
    expect((await signIn('kereta api pagi hari')).status).toBe(200);
    expect(await failureOf(linkAsOperator(deps, 'tidak-ada'))).toContain('tidak ada');
  });

  it('that are shut are out at once', async () => {
    await product.addPerson('pergi', { role: 'sekda', kabupaten: KUKAR });
    await product.addPerson(
      'dua-tempat',
      { role: 'sekda', kabupaten: KUKAR },
      { role: 'sekda', kabupaten: '32.16' },
    );
    const caller = await product.signIn('pergi');
    await deactivateAsOperator(deps, 'pergi');
    expect((await caller.get('/session')).status).toBe(401);
    await deactivateAsOperator(deps, 'dua-tempat');
    expect(await actions('platform_audit_entries')).toContain('person-deactivated baris perintah');
  });

  it('that were invited sign in with the password they chose', async () => {
    await product.addPerson('admin.a', { role: 'admin', kabupaten: '32.16' });
    await product.addPerson('admin.b', { role: 'admin', kabupaten: '32.16' });
    const admin = await product.signIn('admin.a');
    const post = (await admin.post('/posts', { title: 'Sekretaris Daerah', role: 'sekda' })).json as {
      id: string;
    };
    const { link } = (
      await admin.post('/users', { username: 'undangan', name: 'Ibu Undangan', post: post.id })
    ).json as { link: string };
    expect(link).toMatch(/^\/tautan\/[\w-]{43}$/);
    const token = link.slice('/tautan/'.length);
    expect((await product.stranger().post(`/links/${token}`, { password: 'sawah hijau luas' })).status).toBe(
      204,
    );
    const signedIn = await product
      .stranger()
      .post('/session', { username: 'undangan', password: 'sawah hijau luas' });
    expect(signedIn.status).toBe(200);
    const { items } = await admin.read<{ items: PersonLine[] }>('/users?search=undangan');
    expect([items[0]?.ready, items[0]?.lastSignedInAt === null]).toEqual([true, false]);
  });
});
