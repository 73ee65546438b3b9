import { issueAccountLink } from '../../../platform/auth/account-link.repository.ts';
import { TEST_PASSWORD } from '../../../testing/test-product.ts';
import { NEW_PASSWORD, useAccounts } from './account.testing.ts';

describe('links to set a password', () => {
  const { actionsOf, add, codeOf, enter, now, pass, product, userId } = useAccounts();

  const issue = async (username: string, kind: 'invitation' | 'reset' = 'reset') => {
    const id = await userId(username);
    return product().database.application.transaction((transaction) =>
      issueAccountLink(transaction, id, kind, new Date(now()).toISOString()),
    );
  };
  const use = (token: string, password = NEW_PASSWORD) =>
    product().stranger().post(`/links/${token}`, { password });

  it('open once, by the rules, and end all sessions', async () => {
    const username = await add();
    const inside = await product().signIn(username);
    const { token, expiresAt } = await issue(username);
    const stranger = product().stranger();
    expect((await stranger.get(`/links/${token}`)).json).toEqual({
      kind: 'reset',
      username,
      name: `Ibu ${username}`,
      expiresAt,
    });
    expect(codeOf(await use(token, 'pendek'))).toEqual([400, 'password-refused']);
    expect((await inside.get('/session')).status).toBe(200);
    const answers = await Promise.all([use(token), use(token)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404]);
    expect((await inside.get('/session')).status).toBe(401);
    expect((await enter(username, NEW_PASSWORD)).status).toBe(200);
    expect(await actionsOf(username)).toContain('link-used');
    const kept = JSON.stringify(await product().database.owner('account_links').select());
    expect(kept).not.toContain(token);
  });

  it('do not outlive a password that was changed', async () => {
    const username = await add();
    const caller = await product().signIn(username);
    const { token } = await issue(username);
    const changed = await caller.post('/account/password', {
      current: TEST_PASSWORD,
      next: NEW_PASSWORD,
    });
    expect(changed.status).withContext(changed.text).toBe(204);
    expect(codeOf(await use(token, 'sampan di hilir barito'))).toEqual([404, 'link-not-found']);
    expect((await enter(username, NEW_PASSWORD)).status).toBe(200);
  });

  it('answer alike when they were used, have ended, were replaced or never were', async () => {
    const username = await add();
    const replaced = await issue(username, 'invitation');
    const invitation = await issue(username, 'invitation');
    const other = await add();
    const reset = await issue(other);
    await use(reset.token);
    const never = 'x'.repeat(43);
    const read = async (token: string) => (await product().stranger().get(`/links/${token}`)).text;
    const answer = await read(never);
    expect(JSON.parse(answer)).toEqual(jasmine.objectContaining({ status: 404, code: 'link-not-found' }));
    expect([await read(replaced.token), await read(reset.token)]).toEqual([answer, answer]);
    pass(7 * 86_400 - 1);
    expect(await read(invitation.token)).not.toBe(answer);
    pass(1);
    expect(await read(invitation.token)).toBe(answer);
    expect((await use(invitation.token)).text).toBe(answer);
  });

  it('do not open an account that was deactivated', async () => {
    const username = await add();
    const { token } = await issue(username);
    await product().database.owner('users').where({ username }).update({ active: false });
    expect((await use(token)).status).toBe(404);
  });

  it('let the person in at once from that browser, whatever others try', async () => {
    const username = await add();
    const { token } = await issue(username);
    const caller = product().stranger();
    expect((await caller.post(`/links/${token}`, { password: NEW_PASSWORD })).status).toBe(204);
    for (let round = 0; round < 7; round += 1) await enter(username, 'salah sekali ini');
    expect((await enter(username, NEW_PASSWORD)).status).toBe(429);
    expect((await enter(username, NEW_PASSWORD, undefined, caller)).status).toBe(200);
  });
});
