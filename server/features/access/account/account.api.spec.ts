import type { Account, Device } from '#contract/account';
import { type ApiCaller, problemOf } from '../../../testing/api-caller.ts';
import { TEST_PASSWORD } from '../../../testing/test-product.ts';
import { NEW_PASSWORD, useAccounts } from './account.testing.ts';

describe('the own account', () => {
  const { actionsOf, add, codeOf, enter, product, userId } = useAccounts();

  it('says what it is', async () => {
    const username = await add();
    const caller = await product().signIn(username);
    const account = await caller.read<Account>('/account');
    expect(account).toEqual({
      username,
      name: `Ibu ${username}`,
      hasPassword: true,
      passwordSetAt: account.passwordSetAt,
      singleSignOn: false,
      secondFactor: { active: false, required: false, recoveryCodesLeft: 0 },
      posts: [
        {
          id: account.posts[0]?.id ?? '',
          title: `Jabatan ${username}`,
          role: 'camat',
          capacity: 'tetap',
          kabupaten: 'Kabupaten 64.02',
          unit: 'Sebulu',
          from: '2020-01-01',
          to: null,
        },
      ],
    });
    const admin = await product().signIn(await add('admin'));
    expect((await admin.read<Account>('/account')).secondFactor).toEqual({
      active: true,
      required: true,
      recoveryCodesLeft: 0,
    });
  });

  describe('its password', () => {
    it('is changed by whoever knows the present one, and all other devices are out', async () => {
      const username = await add();
      const [here, there] = [await product().signIn(username), await product().signIn(username)];
      const change = (current: string, next: string) => here.post('/account/password', { current, next });
      expect(codeOf(await change('bukan ini', NEW_PASSWORD))).toEqual([400, 'password-wrong']);
      for (const [next, reason] of [
        ['pendek', '12 karakter'],
        ['Indonesia2026', 'ditebak'],
        [`sandi ${username} saja`, 'nama pengguna'],
        [TEST_PASSWORD, 'sama dengan'],
      ] as const) {
        const refused = await change(TEST_PASSWORD, next);
        expect(codeOf(refused)).toEqual([400, 'password-refused']);
        expect(problemOf(refused).detail).toContain(reason);
        expect(problemOf(refused).errors[0]?.path).toBe('next');
      }
      expect((await change(TEST_PASSWORD, NEW_PASSWORD)).status).toBe(204);
      expect((await here.get('/session')).status).toBe(200);
      expect((await there.get('/session')).status).toBe(401);
      expect((await enter(username, TEST_PASSWORD)).status).toBe(401);
      expect((await enter(username, NEW_PASSWORD)).status).toBe(200);
      expect(await actionsOf(username)).toContain('password-changed');
    });

    it('cannot be guessed by someone at an open screen', async () => {
      const username = await add();
      const caller = await product().signIn(username);
      const statuses: number[] = [];
      for (let round = 0; round < 7; round += 1)
        statuses.push(
          (await caller.post('/account/password', { current: `tebakan ${round}`, next: NEW_PASSWORD }))
            .status,
        );
      expect(statuses).toEqual([400, 400, 400, 400, 400, 429, 429]);
    });
  });

  describe('its devices', () => {
    const WINDOWS =
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36';

    it('are listed without what would open them, and signed out one by one or all others', async () => {
      const username = await add();
      const here = product().stranger();
      await here.send('POST', '/session', {
        body: { username, password: TEST_PASSWORD },
        headers: { 'User-Agent': WINDOWS },
      });
      const [second, third, foreign] = [
        await product().signIn(username),
        await product().signIn(username),
        await product().signIn(await add()),
      ];
      const devices = async (caller: ApiCaller) =>
        (await caller.read<{ items: Device[] }>('/account/devices')).items;
      const items = await devices(here);
      expect(items.length).toBe(3);
      expect(items.filter(({ current }) => current).map(({ device, address }) => [device, address])).toEqual([
        ['Chrome di Windows', '127.0.0.1'],
      ]);
      const sids = (await product().database.owner('sessions').select('sid')) as { sid: string }[];
      for (const { sid } of sids) expect(JSON.stringify(items)).not.toContain(sid);

      const idOf = async (caller: ApiCaller) =>
        (await devices(caller)).find(({ current }) => current)?.id ?? '';
      expect((await here.send('DELETE', `/account/devices/${await idOf(foreign)}`)).status).toBe(404);
      expect((await foreign.get('/session')).status).toBe(200);
      const id = await idOf(second);
      expect((await here.send('DELETE', `/account/devices/${id}`)).status).toBe(204);
      expect(codeOf(await here.send('DELETE', `/account/devices/${id}`))).toEqual([404, 'device-not-found']);
      expect((await second.get('/session')).status).toBe(401);
      expect((await third.get('/session')).status).toBe(200);
      expect((await here.send('DELETE', '/account/devices')).json).toEqual({ revoked: 1 });
      expect([(await third.get('/session')).status, (await here.get('/session')).status]).toEqual([401, 200]);
      expect((await actionsOf(username)).filter((action) => action === 'device-revoked').length).toBe(2);
    });

    it('are out after an hour without use, and after twelve in any case', async () => {
      const username = await add();
      const { owner } = product().database;
      /** Moves what the session remembers of time back. */
      const age = async (values: { signedInHours: number; seenMinutes: number }) => {
        await owner.raw(
          `update sessions set sess = (sess::jsonb || ?::jsonb)::json where sess ->> 'userId' = ?`,
          [
            JSON.stringify({
              signedInAt: new Date(Date.now() - values.signedInHours * 3_600_000).toISOString(),
              lastSeenAt: new Date(Date.now() - values.seenMinutes * 60_000).toISOString(),
            }),
            await userId(username),
          ],
        );
      };
      const seen = async (): Promise<number> => {
        const { rows } = (await owner.raw(
          `select sess ->> 'lastSeenAt' as seen from sessions where sess ->> 'userId' = ?`,
          [await userId(username)],
        )) as { rows: { seen: string }[] };
        return Date.now() - Date.parse(rows[0]?.seen ?? '');
      };
      const statusAfter = async (values: { signedInHours: number; seenMinutes: number }) => {
        const caller = await product().signIn(username);
        await age(values);
        const { status } = await caller.get('/session');
        // Also when something is changed, and without a session left behind.
        const written = await caller.post('/session/role', { role: 'camat' });
        expect(written.status).toBe(status);
        return status;
      };
      expect(await statusAfter({ signedInHours: 1, seenMinutes: 59 })).toBe(200);
      expect(await seen()).toBeLessThan(60_000);
      expect(await statusAfter({ signedInHours: 2, seenMinutes: 60 })).toBe(401);
      expect(await statusAfter({ signedInHours: 11.9, seenMinutes: 0 })).toBe(200);
      expect(await statusAfter({ signedInHours: 12, seenMinutes: 0 })).toBe(401);
    });

    it('are not kept awake by the stream of events', async () => {
      const username = await add();
      const caller = await product().signIn(username);
      const id = await userId(username);
      const before = new Date(Date.now() - 30 * 60_000).toISOString();
      await product().database.owner.raw(
        `update sessions set sess = (sess::jsonb || ?::jsonb)::json where sess ->> 'userId' = ?`,
        [JSON.stringify({ lastSeenAt: before }), id],
      );
      const abort = new AbortController();
      const response = await fetch(`${product().address}/api/v1/events`, {
        headers: { Cookie: `pandu.sid=${caller.cookies.get('pandu.sid') ?? ''}` },
        signal: abort.signal,
      });
      abort.abort();
      expect(response.status).toBe(200);
      const { rows } = (await product().database.owner.raw(
        `select sess ->> 'lastSeenAt' as seen from sessions where sess ->> 'userId' = ?`,
        [id],
      )) as { rows: { seen: string }[] };
      expect(rows.map(({ seen }) => seen)).toEqual([before]);
    });
  });
});
