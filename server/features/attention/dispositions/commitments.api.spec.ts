import type { Attention } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { Notice } from '#contract/notices';
import { problemOf, type ApiAnswer } from '../../../testing/api-caller.ts';
import { NOW, useAttention } from '../attention.testing.ts';

describe('commitments of evaluation meetings, by API', () => {
  const world = useAttention('contoh-komitmen', ['a', 'b']);

  const postOf = async (title: string): Promise<string> => {
    const sekda = await world.as('sekda');
    const { items } = await sekda.read<{ items: { post: string; title: string }[] }>(
      `/dispositions/recipients?unit=${title.slice(-1)}`,
    );
    return items.find((each) => each.title === title)?.post ?? '';
  };
  async function commit(username: string, more: Record<string, unknown> = {}): Promise<ApiAnswer> {
    return (await world.as(username)).post('/dispositions', {
      kind: 'commitment',
      meetingOn: '2026-11-09',
      unit: 'a',
      to: await postOf('Jabatan camat.a'),
      about: { key: null, sentence: 'Loket kedua dibuka pada jam ramai', link: null },
      instruction: 'Buka loket kedua setiap Senin.',
      dueOn: '2026-11-27',
      ...more,
    });
  }
  const committed = async (more: Record<string, unknown> = {}): Promise<Disposition> => {
    const answer = await commit('organisasi', more);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json as Disposition;
  };
  const list = async (username: string, query = '') =>
    (await (await world.as(username)).read<{ items: Disposition[] }>(`/dispositions?kind=commitment${query}`))
      .items;
  const report = async (id: string) =>
    (await world.as('camat.a')).post(`/dispositions/${id}/report`, { report: 'Loket sudah dibuka.' });
  const close = async (id: string) => (await world.as('organisasi')).post(`/dispositions/${id}/close`, {});
  const notices = async (username: string, kind: string) =>
    (await (await world.as(username)).read<{ items: Notice[] }>('/notices?show=all&limit=100')).items.filter(
      (each) => each.kind === kind,
    );

  afterEach(async () => {
    await world.product().database.owner('dispositions').delete();
    await world.product().database.owner('notices').delete();
  });

  it('are recorded by who holds the meetings, with meeting, owner and date', async () => {
    const { kind, meetingOn, meetingsSince, actions } = await committed();
    expect([kind, meetingOn, meetingsSince, actions]).toEqual(['commitment', '2026-11-09', 0, ['withdraw']]);
    for (const username of ['bupati', 'sekda', 'inspektorat'])
      expect((await commit(username)).status)
        .withContext(username)
        .toBe(201);
    for (const username of ['diskominfo', 'camat.a', 'petugas'])
      expect((await commit(username)).status)
        .withContext(username)
        .toBe(403);
    const code = async (more: Record<string, unknown>) => problemOf(await commit('organisasi', more)).code;
    expect(await code({ meetingOn: null })).toBe('meeting-day');
    expect(await code({ meetingOn: '2026-11-21' })).toBe('meeting-day');
    expect(await code({ dueOn: null })).toBe('commitment-needs-date');
    expect(await code({ kind: 'disposition' })).toBe('meeting-unasked');
  });

  it('come back until they are closed, those that still run first, with the meetings since', async () => {
    const old = await committed({ meetingOn: '2026-10-12' });
    const middle = await committed({ meetingOn: '2026-10-26' });
    const last = await committed();
    await report(last.id);
    await close(last.id);
    expect((await list('organisasi')).map(({ id, meetingsSince }) => [id, meetingsSince])).toEqual([
      [middle.id, 1],
      [old.id, 2],
      [last.id, 0],
    ]);
    expect((await list('organisasi', '&meeting=2026-10-26')).map(({ id }) => id)).toEqual([middle.id]);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Disposition[]; nextCursor: string | null } = await (
        await world.as('organisasi')
      ).read(`/dispositions?kind=commitment&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual([middle.id, old.id, last.id]);
  });

  it('are seen by all who hold meetings, and by nobody else but their owner', async () => {
    const { id } = await committed();
    for (const username of ['bupati', 'sekda', 'inspektorat', 'organisasi', 'camat.a'])
      expect((await list(username)).map((each) => each.id))
        .withContext(username)
        .toEqual([id]);
    for (const username of ['camat.b', 'diskominfo', 'petugas'])
      expect(await list(username))
        .withContext(username)
        .toEqual([]);
    expect(await list('bupati', '&box=given')).toEqual([]);
    // Only who wrote it down closes it.
    expect((await list('bupati'))[0]?.actions).toEqual([]);
    expect((await (await world.as('bupati')).post(`/dispositions/${id}/close`, {})).status).toBe(404);
  });

  it('stand on the home page as what became of the last meeting', async () => {
    const meeting = async (username: string) =>
      (await (await world.as(username)).read<Attention>('/attention')).meeting;
    expect(await meeting('bupati')).toBeNull();
    await committed({ meetingOn: '2026-10-12' });
    const done = await committed();
    await committed({ dueOn: '2026-11-20' });
    await committed();
    const reported = await committed({ dueOn: '2026-11-20' });
    await committed({ unit: 'b', to: await postOf('Jabatan camat.b') });
    await report(done.id);
    await close(done.id);
    await report(reported.id);
    // What the meeting of October decided still runs, and comes back.
    expect(await meeting('bupati')).toEqual({ on: '2026-11-09', done: 1, late: 0, running: 4, earlier: 1 });
    world.product().setNow('2026-11-21T08:00:00+08:00');
    // Reported in time, it waits for who wrote it down, and is not late.
    expect(await meeting('bupati')).toEqual({ on: '2026-11-09', done: 1, late: 1, running: 3, earlier: 1 });
    expect(await meeting('camat.b')).toEqual({ on: '2026-11-09', done: 0, late: 0, running: 1, earlier: 0 });
    world.product().setNow(NOW);
  });

  it('and disposisi are told to whoever must act next, until it is done', async () => {
    const { id } = await committed();
    const told = async (username: string, kind: string) =>
      (await notices(username, kind)).map(({ waiting, sentence }) => [waiting, sentence]);
    expect(await told('camat.a', 'commitment-received')).toEqual([
      [true, jasmine.stringContaining('Loket kedua dibuka pada jam ramai')],
    ]);
    await report(id);
    expect((await notices('camat.a', 'commitment-received')).map(({ waiting }) => waiting)).toEqual([false]);
    expect((await notices('organisasi', 'disposition-reported')).map(({ waiting }) => waiting)).toEqual([
      true,
    ]);
    const back = { reason: 'Belum setiap Senin.', dueOn: '2026-12-01' };
    await (await world.as('organisasi')).post(`/dispositions/${id}/send-back`, back);
    expect((await notices('organisasi', 'disposition-reported')).map(({ waiting }) => waiting)).toEqual([
      false,
    ]);
    expect(
      (await notices('camat.a', 'disposition-sent-back')).map((each) => [each.waiting, each.dueOn]),
    ).toEqual([[true, '2026-12-01']]);
    await report(id);
    await close(id);
    for (const [username, kind] of [
      ['camat.a', 'disposition-sent-back'],
      ['organisasi', 'disposition-reported'],
    ] as const)
      expect((await notices(username, kind)).some(({ waiting }) => waiting))
        .withContext(kind)
        .toBe(false);
    await commit('bupati', { kind: 'disposition', meetingOn: null });
    await commit('bupati', { kind: 'reminder', meetingOn: null });
    expect((await notices('camat.a', 'disposition-received')).map(({ waiting }) => waiting)).toEqual([true]);
    expect((await notices('camat.a', 'reminder-received')).map(({ waiting }) => waiting)).toEqual([false]);
  });
});
