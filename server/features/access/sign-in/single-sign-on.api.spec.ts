import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from '#contract/session';
import { ApiCaller, type ApiAnswer } from '../../../testing/api-caller.ts';
import { startIdentityProvider, type IdentityProvider } from '../../../testing/identity-provider.ts';
import { createLogger } from '../../../platform/logging/logger.ts';
import { startTestProduct, type TestProduct } from '../../../testing/test-product.ts';

describe('single sign-on', () => {
  const KABUPATEN = '64.02';
  const PUBLIC = 'http://pandu.contoh';
  const TEMPORARY = join(import.meta.dirname, '..', '..', '..', '..', '.tmp');
  let provider: IdentityProvider;
  let product: TestProduct;
  let folder: string;

  beforeAll(async () => {
    mkdirSync(TEMPORARY, { recursive: true });
    folder = mkdtempSync(join(TEMPORARY, 'sso-'));
    const groupsFile = join(folder, 'groups.json');
    writeFileSync(
      groupsFile,
      JSON.stringify([
        {
          group: 'camat-sebulu',
          role: 'camat',
          kabupaten: KABUPATEN,
          unit: '64.02.07',
          title: 'Camat Sebulu',
        },
        { group: 'inspektorat', role: 'inspektorat', kabupaten: KABUPATEN, title: 'Auditor' },
        { group: 'sekda-bekasi', role: 'sekda', kabupaten: '32.16', title: 'Sekda Bekasi' },
        { group: 'lain', role: 'bupati', kabupaten: '99.99', title: 'Bupati tempat lain' },
      ]),
    );
    provider = await startIdentityProvider(`${PUBLIC}/api/v1/session/sso/callback`);
    product = await startTestProduct({
      now: '2026-03-17T02:00:00Z',
      publicUrl: PUBLIC,
      log: createLogger('silent'),
      singleSignOn: {
        issuer: provider.issuer,
        clientId: provider.clientId,
        clientSecret: provider.clientSecret,
        name: 'SSO Kukar',
        groupsClaim: 'groups',
        groupsFile,
        secondFactorAcr: [],
        trustUsernames: false,
      },
    });
    await product.addKabupaten(KABUPATEN, 'Asia/Makassar');
    await product.addKabupaten('32.16', 'Asia/Jakarta');
  });
  beforeEach(() => {
    product.setNow('2026-03-17T02:00:00Z');
    provider.people.set('s-7', { claims: { name: 'Petugas', groups: ['camat-sebulu'] } });
  });
  afterAll(async () => {
    await product.stop();
    await provider.stop();
    rmSync(folder, { recursive: true });
  });

  /** Follows the redirects at the provider as a browser does; answers the address it sends the browser back to. */
  async function walkProvider(address: string, login: string): Promise<URL> {
    const browser = new ApiCaller(provider.issuer);
    let next = new URL(address);
    for (let step = 0; step < 10; step += 1) {
      if (next.origin !== provider.issuer) return next;
      // Beginning with two slashes: an address outside the API.
      const path = `/${next.pathname}${next.search}`;
      const asks = next.pathname.startsWith('/interaction/');
      const answer = await browser.send(
        asks ? 'POST' : 'GET',
        path,
        asks
          ? {
              body: new URLSearchParams({ login }).toString(),
              headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
            }
          : {},
      );
      const location = answer.headers.get('Location');
      if (location === null) throw new Error(`${path}: ${answer.status} ${answer.text}`);
      next = new URL(location, provider.issuer);
    }
    throw new Error('too many redirects');
  }

  const begin = (caller: ApiCaller, query = ''): Promise<ApiAnswer> => caller.get(`/session/sso${query}`);

  /** The whole way, from the button to the page. */
  async function signIn(login: string, target = ''): Promise<{ caller: ApiCaller; location: string }> {
    const caller = product.stranger();
    const begun = await begin(caller, target === '' ? '' : `?tujuan=${encodeURIComponent(target)}`);
    const back = await walkProvider(begun.headers.get('Location') ?? '', login);
    expect(back.origin).toBe(PUBLIC);
    const answer = await caller.get(`${back.pathname}${back.search}`);
    expect(answer.status).toBe(303);
    return { caller, location: answer.headers.get('Location') ?? '' };
  }

  async function sessionOf(caller: ApiCaller): Promise<Session['user']> {
    return (await caller.read<Session>('/session')).user;
  }

  it('sends the browser to the provider with PKCE, state and nonce, and stores nothing', async () => {
    const sessions = () => product.database.owner('sessions').count('* as n').first();
    const before = await sessions();
    const caller = product.stranger();
    const answer = await begin(caller);
    const address = new URL(answer.headers.get('Location') ?? '');
    expect([answer.status, address.origin]).toEqual([303, provider.issuer]);
    const query = Object.fromEntries(address.searchParams);
    expect(query).toEqual(
      jasmine.objectContaining({
        response_type: 'code',
        code_challenge_method: 'S256',
        redirect_uri: `${PUBLIC}/api/v1/session/sso/callback`,
      }),
    );
    expect(
      [query['state'], query['nonce'], query['code_challenge']].map((each) => (each ?? '').length >= 20),
    ).toEqual([true, true, true]);
    expect([...caller.cookies.keys()]).toEqual(['pandu.sso']);
    const cookie = answer.headers.getSetCookie().join();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toContain(query['state'] ?? '-');
    expect(await sessions()).toEqual(before);
  });

  it('is named on the sign-in page', async () => {
    expect(await product.stranger().read('/session/hint')).toEqual({
      demoAccounts: [],
      singleSignOn: 'SSO Kukar',
    });
  });

  it('gives a new person the posts of the groups, and takes them back with the groups', async () => {
    const person = {
      name: 'Ibu Rahmi',
      preferred_username: 'Rahmi',
      email: 'rahmi@kukar.contoh',
      email_verified: true,
    };
    provider.people.set('s-1', {
      claims: { ...person, groups: ['camat-sebulu', 'lain', 'tidak-dipetakan'] },
    });
    const first = await signIn('s-1', '/layanan?unit=64.02.07');
    expect(first.location).toBe('/layanan?unit=64.02.07');
    const signedIn: { details: unknown }[] = await product.database
      .owner('audit_entries')
      .select('details')
      .where({ kabupaten_code: KABUPATEN, action: 'signed-in' })
      .whereIn('user_id', product.database.owner('users').select('id').where({ username: 'rahmi' }));
    expect(signedIn).toEqual([{ details: { by: 'single-sign-on', secondFactor: false } }]);
    const user = await sessionOf(first.caller);
    expect([
      user.username,
      user.name,
      user.role,
      user.post.title,
      user.unit?.code,
      user.posts.length,
    ]).toEqual(['rahmi', 'Ibu Rahmi', 'camat', 'Camat Sebulu', '64.02.07', 1]);
    expect((await first.caller.get('/measures/summary?unit=64.02.07')).status).toBe(200);
    expect((await first.caller.get('/measures/summary?unit=64.02.08')).status).toBe(404);

    // A second time: the same person, the same post, not another one.
    await signIn('s-1');
    const holders = () =>
      product.database
        .owner('post_holders as h')
        .join('users as u', 'u.id', 'h.user_id')
        .select('h.valid_from', 'h.valid_to')
        .where({ 'h.letter': 'SSO', 'u.username': 'rahmi' });
    expect((await holders()).length).toBe(1);

    provider.people.set('s-1', { claims: { ...person, groups: [] } });
    product.setNow('2026-03-18T02:00:00Z');
    const refused = await signIn('s-1');
    expect(refused.location).toBe('/masuk?galat=sso-tanpa-jabatan');
    expect(
      (await holders()).map((row: { valid_from: string; valid_to: string | null }) => [
        row.valid_from,
        row.valid_to,
      ]),
    ).toEqual([['2026-03-17', '2026-03-18']]);
    expect((await first.caller.get('/session')).status).toBe(401);
    const entries: { action: string }[] = await product.database
      .owner('audit_entries')
      .select('action')
      .where({ kabupaten_code: KABUPATEN })
      .whereLike('action', '%sso')
      .whereIn('user_id', product.database.owner('users').select('id').where({ username: 'rahmi' }))
      .orderBy('sequence');
    expect(entries.map(({ action }) => action)).toEqual(['jabatan-dipegang-sso', 'jabatan-berakhir-sso']);
  });

  it('refuses someone unknown without a mapped group, in a sentence on the sign-in page', async () => {
    provider.people.set('s-2', {
      claims: { name: 'Orang Lain', email: 'lain@contoh.id', email_verified: true, groups: ['lain'] },
    });
    const { caller, location } = await signIn('s-2', '/beranda');
    // A group mapped to a kabupaten that is not here gives nothing either.
    expect(location).toBe('/masuk?galat=sso-tanpa-jabatan&tujuan=%2Fberanda');
    expect(caller.cookies.has('pandu.sid')).toBeFalse();
    provider.people.set('s-3', { claims: { name: 'Tanpa Grup' } });
    expect((await signIn('s-3')).location).toBe('/masuk?galat=sso-tanpa-jabatan');
    expect(await product.database.owner('users').where({ name: 'Tanpa Grup' })).toEqual([]);
  });

  it('finds a known person by verified e-mail only, and leaves posts given by hand alone', async () => {
    await product.addPerson('sari', { role: 'sekda', kabupaten: KABUPATEN });
    await product.database.owner('users').where({ username: 'sari' }).update({ email: 'Sari@kukar.contoh' });
    const claims = { preferred_username: 'sari', email: 'sari@KUKAR.contoh', groups: [] };
    provider.people.set('s-4', { claims: { ...claims, email_verified: false } });
    expect((await signIn('s-4')).location).toBe('/masuk?galat=sso-tanpa-jabatan');
    provider.people.set('s-4', { claims: { ...claims, email_verified: true } });
    const { caller, location } = await signIn('s-4');
    expect([location, (await sessionOf(caller)).username]).toEqual(['/', 'sari']);
    // From now on by the subject, whatever the e-mail.
    provider.people.set('s-4', { claims: { groups: ['inspektorat'] } });
    const again = await sessionOf((await signIn('s-4')).caller);
    expect([again.username, again.posts.map((post) => post.role)]).toEqual([
      'sari',
      ['sekda', 'inspektorat'],
    ]);
    provider.people.set('s-4', { claims: { groups: [] } });
    expect((await sessionOf((await signIn('s-4')).caller)).posts.map((post) => post.role)).toEqual(['sekda']);
    // Another subject with that e-mail is somebody else: the user is taken.
    provider.people.set('s-5', { claims: { ...claims, email_verified: true } });
    expect((await signIn('s-5')).location).toBe('/masuk?galat=sso-tanpa-jabatan');
  });

  it('gives no post of one kabupaten to an account that an administrator of another prepared', async () => {
    await product.addPerson('pembajak', { role: 'camat', kabupaten: KABUPATEN, unit: '64.02.07' });
    await product.database
      .owner('users')
      .where({ username: 'pembajak' })
      .update({ email: 'korban@bekasikab.go.id', home_kabupaten: KABUPATEN });
    const claims = {
      preferred_username: 'korban',
      email: 'korban@bekasikab.go.id',
      email_verified: true,
      groups: ['sekda-bekasi'],
    };
    provider.people.set('s-9', { claims });
    const user = await sessionOf((await signIn('s-9')).caller);
    expect([user.username, user.posts.map((post) => post.title)]).toEqual(['korban', ['Sekda Bekasi']]);
    const puppet = await product.signIn('pembajak');
    expect((await sessionOf(puppet)).posts.map((post) => post.role)).toEqual(['camat']);
  });

  it('shuts the password, the links and the sessions from before, when it links and when a new kabupaten comes', async () => {
    await product.addPerson('tuti', { role: 'sekda', kabupaten: KABUPATEN });
    const users = product.database.owner('users').where({ username: 'tuti' });
    await users.clone().update({ email: 'tuti@kukar.contoh', home_kabupaten: KABUPATEN });
    const { id, password_hash: passwordHash } = (await users.clone().first('id', 'password_hash')) as {
      id: string;
      password_hash: string;
    };
    const link = () =>
      product.database.owner('account_links').insert({
        token_hash: Buffer.from(`tautan ${Math.random()}`),
        user_id: id,
        kind: 'reset',
        expires_at: '2026-03-18T00:00:00Z',
      });
    const doors = async () => [
      ((await users.clone().first('password_hash')) as { password_hash: string | null }).password_hash,
      (await product.database.owner('account_links').where({ user_id: id })).length,
    ];
    await link();
    const before = await product.signIn('tuti');
    const claims = { email: 'tuti@kukar.contoh', email_verified: true };
    provider.people.set('s-10', { claims: { ...claims, groups: [] } });
    const first = await signIn('s-10');
    expect((await sessionOf(first.caller)).username).toBe('tuti');
    expect(await doors()).toEqual([null, 0]);
    expect((await before.get('/session')).status).toBe(401);

    // Somebody sets a password again, as an administrator could by a link; then the person moves.
    await users.clone().update({ password_hash: passwordHash });
    await link();
    await signIn('s-10');
    expect(await doors()).toEqual([passwordHash, 1]);
    provider.people.set('s-10', { claims: { ...claims, groups: ['sekda-bekasi'] } });
    const moved = await signIn('s-10');
    expect((await sessionOf(moved.caller)).posts.length).toBe(2);
    expect(await doors()).toEqual([null, 0]);
    expect((await first.caller.get('/session')).status).toBe(401);
  });

  it('takes the second factor from the provider, and only from there', async () => {
    await product.addPerson('auditor', { role: 'inspektorat', kabupaten: KABUPATEN });
    await product.database
      .owner('users')
      .where({ username: 'auditor' })
      .update({ email: 'auditor@kukar.contoh' });
    const claims = { email: 'auditor@kukar.contoh', email_verified: true };
    // The user has one here, but was not asked for it.
    provider.people.set('s-6', { claims, amr: ['pwd'] });
    const without = (await signIn('s-6')).caller;
    expect((await sessionOf(without)).lacksSecondFactor).toBeTrue();
    expect((await without.get('/measures/summary')).status).toBe(403);
    provider.people.set('s-6', { claims, amr: ['pwd', 'otp'] });
    const given = (await signIn('s-6')).caller;
    expect((await sessionOf(given)).lacksSecondFactor).toBeFalse();
    expect((await given.get('/measures/summary')).status).toBe(200);
  });

  it('accepts no callback that this browser did not begin, and none twice', async () => {
    const attacker = product.stranger();
    const back = await walkProvider((await begin(attacker)).headers.get('Location') ?? '', 's-7');
    const path = `${back.pathname}${back.search}`;

    // The attacker's link in a browser that began nothing, or began its own sign-in.
    const victim = product.stranger();
    expect((await victim.get(path)).headers.get('Location')).toBe('/masuk?galat=sso-kedaluwarsa');
    await begin(victim);
    expect((await victim.get(path)).headers.get('Location')).toBe('/masuk?galat=sso-gagal');
    expect(victim.cookies.has('pandu.sid')).toBeFalse();

    // A cookie made by hand.
    const forger = product.stranger();
    forger.cookies.set('pandu.sso', Buffer.from('{"state":"x","target":"//evil"}').toString('base64url'));
    expect((await forger.get(path)).headers.get('Location')).toBe('/masuk?galat=sso-kedaluwarsa');

    const kept = attacker.cookies.get('pandu.sso') ?? '';
    expect((await attacker.get(path)).headers.get('Location')).toBe('/');
    attacker.cookies.set('pandu.sso', kept);
    expect((await attacker.get(path)).headers.get('Location')).toBe('/masuk?galat=sso-gagal');
  });

  it('ends after ten minutes at the provider, and when the person turns back there', async () => {
    const caller = product.stranger();
    const back = await walkProvider((await begin(caller)).headers.get('Location') ?? '', 's-7');
    product.setNow('2026-03-17T02:10:00Z');
    expect((await caller.get(`${back.pathname}${back.search}`)).headers.get('Location')).toBe(
      '/masuk?galat=sso-kedaluwarsa',
    );
    expect((await signIn('')).location).toBe('/masuk?galat=sso-ditolak');
  });

  it('never leads to another site', async () => {
    for (const target of [
      '//evil.example',
      'https://evil.example',
      '/\\evil.example',
      '/%5c/evil.example/..//x',
    ])
      expect((await signIn('s-7', target)).location)
        .withContext(target)
        .toMatch(/^\/($|[^/\\])/);
    expect((await signIn('s-7', '//evil.example/masuk')).location).toBe('/');
  });

  it('starts a session with a new id, whatever cookie the browser came with', async () => {
    const caller = product.stranger();
    caller.cookies.set('pandu.sid', 's%3Adipilih-penyerang.AAAA');
    const back = await walkProvider((await begin(caller)).headers.get('Location') ?? '', 's-7');
    await caller.get(`${back.pathname}${back.search}`);
    expect(caller.cookies.get('pandu.sid')).not.toContain('dipilih-penyerang');
    expect((await caller.get('/session')).status).toBe(200);
  });

  it('shuts a switched-off user out', async () => {
    provider.people.set('s-8', {
      claims: { name: 'Pak Beni', preferred_username: 'beni', groups: ['camat-sebulu'] },
    });
    expect((await signIn('s-8')).location).toBe('/');
    await product.database.owner('users').where({ username: 'beni' }).update({ active: false });
    expect((await signIn('s-8')).location).toBe('/masuk?galat=sso-tanpa-jabatan');
  });
});
