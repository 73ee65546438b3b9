import type { Account } from '#contract/account';
import type { Session } from '#contract/session';
import { totpCode } from '../../../platform/auth/totp.ts';
import { ApiCaller, problemOf } from '../../../testing/api-caller.ts';
import { TEST_PASSWORD, TEST_TOTP_SECRET } from '../../../testing/test-product.ts';
import { useAccounts } from './account.testing.ts';

describe('the second factor of an account', () => {
  const { actionsOf, add, codeOf, enter, now, pass, product } = useAccounts();

  /** Sets a factor up; answers its secret and the recovery codes. */
  async function setUp(
    caller: ApiCaller,
    code?: string,
  ): Promise<{ secret: string; recoveryCodes: string[] }> {
    const begun = await caller.post('/account/second-factor', {
      password: TEST_PASSWORD,
      ...(code === undefined ? {} : { code }),
    });
    expect(begun.status).withContext(begun.text).toBe(200);
    const { secret, uri, qr } = begun.json as { secret: string; uri: string; qr: string };
    expect(uri).toContain(`secret=${secret}`);
    expect(qr).toMatch(/^<svg [^]*<\/svg>\s*$/);
    const confirmed = await caller.post('/account/second-factor/confirm', { code: totpCode(secret, now()) });
    expect(confirmed.status).withContext(confirmed.text).toBe(200);
    return { secret, recoveryCodes: (confirmed.json as { recoveryCodes: string[] }).recoveryCodes };
  }

  it('is set with the password and a first code; the session gets a new id and the others end', async () => {
    const username = await add();
    const [caller, other] = [await product().signIn(username), await product().signIn(username)];
    expect(codeOf(await caller.post('/account/second-factor', { password: 'bukan ini' }))).toEqual([
      400,
      'password-wrong',
    ]);
    expect(codeOf(await caller.post('/account/second-factor/confirm', { code: '123456' }))).toEqual([
      409,
      'second-factor-not-begun',
    ]);
    const before = caller.cookies.get('pandu.sid');
    const { recoveryCodes } = await setUp(caller);
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(caller.cookies.get('pandu.sid')).not.toBe(before);
    expect((await caller.get('/session')).status).toBe(200);
    expect((await other.get('/session')).status).toBe(401);
    const thief = new ApiCaller(product().address);
    thief.cookies.set('pandu.sid', before ?? '');
    expect((await thief.get('/session')).status).toBe(401);
    // Confirmed once: a second time there is nothing to confirm.
    expect((await caller.post('/account/second-factor/confirm', { code: '123456' })).status).toBe(409);
    expect(await actionsOf(username)).toContain('second-factor-set');
    const stored = (await product().database.owner('users').where({ username }).first('totp_secret')) as {
      totp_secret: Buffer;
    };
    expect(stored.totp_secret.toString('latin1')).not.toMatch(/[A-Z2-7]{32}/);
  });

  it('is asked for only after the right password, and every code is good once', async () => {
    const username = await add();
    const { secret } = await setUp(await product().signIn(username));
    expect(codeOf(await enter(username, 'bukan ini'))).toEqual([401, 'wrong-credentials']);
    expect(codeOf(await enter(username, 'bukan ini', totpCode(secret, now() + 30_000)))).toEqual([
      401,
      'wrong-credentials',
    ]);
    expect(codeOf(await enter(username, TEST_PASSWORD))).toEqual([401, 'second-factor-required']);
    // The code that confirmed the factor is used up.
    expect(codeOf(await enter(username, TEST_PASSWORD, totpCode(secret, now())))).toEqual([
      401,
      'second-factor-wrong',
    ]);
    pass(30);
    const code = totpCode(secret, now());
    expect((await enter(username, TEST_PASSWORD, code)).status).toBe(200);
    expect(codeOf(await enter(username, TEST_PASSWORD, code))).toEqual([401, 'second-factor-wrong']);
    // One step off is accepted, two are not, and none before the last used.
    expect((await enter(username, TEST_PASSWORD, totpCode(secret, now() - 30_000))).status).toBe(401);
    expect((await enter(username, TEST_PASSWORD, totpCode(secret, now() + 60_000))).status).toBe(401);
    pass(600);
    expect((await enter(username, TEST_PASSWORD, totpCode(secret, now() + 30_000))).status).toBe(200);
  });

  it('lets one of two in who bring the same code at the same time', async () => {
    const username = await add();
    const { secret } = await setUp(await product().signIn(username));
    pass(30);
    const code = totpCode(secret, now());
    const answers = await Promise.all([1, 2, 3].map(() => enter(username, TEST_PASSWORD, code)));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 401, 401]);
  });

  it('has recovery codes for a lost telephone, each good once', async () => {
    const username = await add();
    const caller = await product().signIn(username);
    const [first = '', second = ''] = (await setUp(caller)).recoveryCodes;
    expect((await enter(username, TEST_PASSWORD, first.toUpperCase())).status).toBe(200);
    expect(codeOf(await enter(username, TEST_PASSWORD, first))).toEqual([401, 'second-factor-wrong']);
    expect((await enter(username, TEST_PASSWORD, second.replace('-', ' '))).status).toBe(200);
    expect((await caller.read<Account>('/account')).secondFactor.recoveryCodesLeft).toBe(8);
  });

  it('slows guessing of codes down', async () => {
    const username = await add();
    await setUp(await product().signIn(username));
    const statuses: number[] = [];
    for (let round = 0; round < 7; round += 1) {
      // Asking without a code in between does not forgive anything.
      await enter(username, TEST_PASSWORD);
      statuses.push((await enter(username, TEST_PASSWORD, `00000${round}`)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429, 429]);
  });

  it('slows guessing of codes down inside too, however often the right password is given', async () => {
    const caller = await product().signIn(await add());
    const { secret } = await setUp(caller);
    const codes: unknown[] = [];
    for (let round = 0; round < 7; round += 1)
      codes.push(
        problemOf(
          await caller.post('/account/second-factor', { password: TEST_PASSWORD, code: `00000${round}` }),
        ).code,
      );
    expect(codes).toEqual([
      ...Array<string>(5).fill('second-factor-wrong'),
      ...Array<string>(2).fill('too-many-attempts'),
    ]);
    pass(60);
    const right = { password: TEST_PASSWORD, code: totpCode(secret, now()) };
    expect((await caller.post('/account/second-factor', right)).status).toBe(200);
    const first: unknown[] = [];
    for (let round = 0; round < 6; round += 1)
      first.push((await caller.post('/account/second-factor/confirm', { code: `00000${round}` })).status);
    expect(first).toEqual([400, 400, 400, 400, 400, 429]);
  });

  it('opens the work of those who need one, and cannot be removed by them', async () => {
    const username = await add('inspektorat');
    await product().database.owner('users').where({ username }).update({ totp_confirmed_at: null });
    const caller = await product().signIn(username);
    expect((await caller.read<Session>('/session')).user.lacksSecondFactor).toBeTrue();
    expect(codeOf(await caller.get('/units'))).toEqual([403, 'second-factor-needed']);
    const { secret } = await setUp(caller);
    expect((await caller.read<Session>('/session')).user.lacksSecondFactor).toBeFalse();
    expect((await caller.get('/units')).status).toBe(200);
    pass(30);
    const remove = await caller.send('DELETE', '/account/second-factor', {
      body: { password: TEST_PASSWORD, code: totpCode(secret, now()) },
    });
    expect(codeOf(remove)).toEqual([409, 'second-factor-mandatory']);
  });

  it('is replaced only with a code of the one before', async () => {
    const username = await add('admin');
    const caller = await product().signIn(username);
    expect(codeOf(await caller.post('/account/second-factor', { password: TEST_PASSWORD }))).toEqual([
      400,
      'second-factor-required',
    ]);
    pass(30);
    const { secret } = await setUp(caller, totpCode(TEST_TOTP_SECRET, now()));
    expect(secret).not.toBe(TEST_TOTP_SECRET);
    pass(30);
    expect((await enter(username, TEST_PASSWORD, totpCode(TEST_TOTP_SECRET, now()))).status).toBe(401);
    expect((await enter(username, TEST_PASSWORD, totpCode(secret, now()))).status).toBe(200);
  });

  it('is removed with password and code by those who need none', async () => {
    const username = await add();
    const caller = await product().signIn(username);
    const { secret } = await setUp(caller);
    pass(30);
    const remove = (password: string, code: string) =>
      caller.send('DELETE', '/account/second-factor', { body: { password, code } });
    expect(codeOf(await remove('bukan ini', totpCode(secret, now())))).toEqual([400, 'password-wrong']);
    expect(codeOf(await remove(TEST_PASSWORD, '000000'))).toEqual([400, 'second-factor-wrong']);
    expect((await remove(TEST_PASSWORD, totpCode(secret, now()))).status).toBe(204);
    expect((await enter(username, TEST_PASSWORD)).status).toBe(200);
    expect(codeOf(await remove(TEST_PASSWORD, '000000'))).toEqual([409, 'second-factor-absent']);
  });
});
