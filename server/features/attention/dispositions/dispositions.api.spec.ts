import type { Attention } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { ApiAnswer } from '../../../testing/api-caller.ts';
import { EventListener } from '../../../testing/event-listener.ts';
import { serviceCase, useAttention } from '../attention.testing.ts';

describe('dispositions, by API', () => {
  const world = useAttention('contoh-disposisi', ['a', 'b']);
  type Recipients = { items: { post: string; title: string; holder: string | null; responsible: boolean }[] };

  const recipients = async (username: string, unit: string) =>
    (await (await world.as(username)).read<Recipients>(`/dispositions/recipients?unit=${unit}`)).items;
  const postOf = async (title: string) =>
    (await recipients('bupati', 'a')).find((each) => each.title === title)?.post ?? '';

  async function give(username: string, to: string, more: Record<string, unknown> = {}): Promise<ApiAnswer> {
    return (await world.as(username)).post('/dispositions', {
      kind: 'disposition',
      unit: 'a',
      to,
      about: { key: null, sentence: 'KK tepat waktu turun', link: '/layanan?unit=a' },
      instruction: 'Selesaikan berkas yang lewat tenggat.',
      dueOn: '2026-11-27',
      ...more,
    });
  }
  const given = async (more: Record<string, unknown> = {}): Promise<Disposition> => {
    const answer = await give('bupati', await postOf('Jabatan camat.a'), more);
    expect(answer.status).withContext(answer.text).toBe(201);
    return answer.json as Disposition;
  };
  const step = async (username: string, id: string, name: string, body: unknown = {}): Promise<ApiAnswer> =>
    (await world.as(username)).post(`/dispositions/${id}/${name}`, body);

  it('can go to who answers for the unit first, then to who coordinates, then to who works there', async () => {
    const titles = (await recipients('bupati', 'a')).map(
      ({ title, responsible }) => `${title} ${responsible}`,
    );
    expect(titles[0]).toBe('Jabatan camat.a true');
    expect(titles.at(-1)).toBe('Jabatan petugas false');
    expect(titles).toContain('Jabatan sekda false');
    expect(titles).not.toContain('Jabatan bupati false');
    expect(titles).not.toContain('Jabatan camat.b false');
    expect((await recipients('camat.a', 'a')).map(({ title }) => title)).toEqual(['Jabatan petugas']);
    expect((await (await world.as('camat.a')).get('/dispositions/recipients?unit=b')).status).toBe(404);
  });

  it('proposes a post that somebody holds before a vacant one of the same unit', async () => {
    const posts = () => world.product().database.owner('posts');
    await posts().insert({
      id: '0198c0de-0000-7000-8000-00000000000a',
      kabupaten_code: 'contoh-disposisi',
      role: 'camat',
      unit_code: 'a',
      title: 'Camat kosong',
    });
    try {
      const [first, second] = await recipients('bupati', 'a');
      expect([first?.title, second?.title, second?.holder]).toEqual([
        'Jabatan camat.a',
        'Camat kosong',
        null,
      ]);
    } finally {
      await posts().where({ title: 'Camat kosong' }).delete();
    }
  });

  it('lives from giving to reporting, sending back, reporting again and closing', async () => {
    const open = await given();
    expect([open.state, open.actions]).toEqual(['open', ['withdraw']]);
    const camat = await world.as('camat.a');
    const received = await camat.read<{ items: Disposition[]; total: number }>(
      '/dispositions?box=received&state=open',
    );
    expect(received.items.find(({ id }) => id === open.id)?.actions).toEqual(['report']);
    const reported = await step('camat.a', open.id, 'report', { report: 'Sudah selesai 30 berkas.' });
    expect((reported.json as Disposition).state).toBe('reported');
    const back = await step('bupati', open.id, 'send-back', {
      reason: 'Masih tujuh berkas.',
      dueOn: '2026-12-01',
    });
    const again = back.json as Disposition;
    expect([again.state, again.sentBackReason, again.dueOn]).toEqual([
      'open',
      'Masih tujuh berkas.',
      '2026-12-01',
    ]);
    await step('camat.a', open.id, 'report', { report: 'Selesai semua.' });
    const closed = (await step('bupati', open.id, 'close')).json as Disposition;
    expect([closed.state, closed.actions, closed.report]).toEqual(['closed', [], 'Selesai semua.']);
    expect(closed.closedAt).not.toBeNull();
  });

  it('each step is for one side only, and for no one else to see', async () => {
    const { id } = await given();
    const refused = async (username: string, name: string, body: unknown = {}) =>
      (await step(username, id, name, body)).status;
    const report = { report: 'sudah selesai' };
    const reason = { reason: 'belum tuntas', dueOn: null };
    expect(await refused('bupati', 'report', report)).toBe(403);
    expect(await refused('camat.a', 'close')).toBe(403);
    expect(await refused('camat.a', 'send-back', reason)).toBe(403);
    for (const [name, body] of [
      ['report', report],
      ['close', {}],
      ['send-back', reason],
    ] as const)
      expect(await refused('sekda', name, body))
        .withContext(name)
        .toBe(404);
    // Nothing was reported that could be sent back.
    expect(await refused('bupati', 'send-back', reason)).toBe(409);
    expect(await refused('camat.a', 'report', report)).toBe(200);
    expect(await refused('camat.a', 'report', report)).toBe(409);
    expect(await refused('bupati', 'close')).toBe(200);
    expect(await refused('bupati', 'close')).toBe(409);
  });

  it('who reads for the holder sees it and does nothing', async () => {
    const { id } = await given();
    await world.product().addPerson('ajudan', { role: 'forcasi', kabupaten: 'contoh-disposisi' });
    await world.product().database.owner.raw(
      `insert into post_holders (id, post_id, user_id, capacity, valid_from)
         select gen_random_uuid(), p.id, u.id, 'ajudan', date '2020-01-01'
           from posts p, users u where p.title = 'Jabatan camat.a' and u.username = 'ajudan'`,
    );
    const reader = await world.as('ajudan');
    await reader.post('/session/role', { role: 'camat' });
    const { items } = await reader.read<{ items: Disposition[] }>('/dispositions');
    expect(items.find((each) => each.id === id)?.actions).toEqual([]);
    expect((await reader.post(`/dispositions/${id}/report`, { report: 'sudah selesai' })).status).toBe(403);
  });

  it('is late from the day after its date', async () => {
    const { id } = await given({ dueOn: '2026-11-20' });
    const stateOf = async () =>
      (await (await world.as('bupati')).read<{ items: Disposition[] }>('/dispositions?box=given')).items.find(
        (each) => each.id === id,
      )?.state;
    expect(await stateOf()).toBe('open');
    world.product().setNow('2026-11-21T08:00:00+08:00');
    expect(await stateOf()).toBe('late');
    const summary = (await (await world.as('bupati')).read<Attention>('/attention')).dispositions;
    expect(summary.late).toContain(
      jasmine.objectContaining({ id, to: 'Jabatan camat.a', dueOn: '2026-11-20' }),
    );
    const camat = (await (await world.as('camat.a')).read<Attention>('/attention')).dispositions;
    expect(camat.forMe).toBeGreaterThan(0);
  });

  it('refuses a recipient, a day or a unit that cannot be', async () => {
    const camatA = await postOf('Jabatan camat.a');
    expect((await give('bupati', camatA, { dueOn: '2026-11-19' })).status).toBe(400);
    expect((await give('bupati', camatA, { unit: 'b' })).status).toBe(400);
    expect((await give('bupati', '0198c0de-0000-7000-8000-000000000002')).status).toBe(400);
    expect((await give('camat.b', camatA)).status).toBe(404);
    const about = { key: 'b|overdue-cases|-|-|-', sentence: 'lewat tenggat', link: null };
    expect((await give('bupati', camatA, { about })).status).toBe(400);
    expect((await give('petugas', camatA)).status).toBe(403);
    // Browsers read all of these as an address on another machine.
    for (const link of ['//jahat.example', '/\\jahat.example', '/\t/jahat.example', 'https://jahat.example'])
      expect((await give('bupati', camatA, { about: { ...about, key: null, link } })).status)
        .withContext(link)
        .toBe(400);
  });

  it('pages newest first', async () => {
    for (let count = 0; count < 3; count += 1) await given();
    const bupati = await world.as('bupati');
    const all = await bupati.read<{ items: Disposition[]; total: number }>('/dispositions?box=given');
    const seen: string[] = [];
    let cursor = '';
    do {
      const page = await bupati.read<{ items: Disposition[]; nextCursor: string | null; total: number }>(
        `/dispositions?box=given&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`,
      );
      expect(page.total).toBe(all.total);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ?? '';
    } while (cursor !== '');
    expect(seen).toEqual(all.items.map(({ id }) => id));
    expect(seen.length).toBeGreaterThan(2);
    expect((await bupati.get('/dispositions?cursor=bukan')).status).toBe(400);
  });

  it('a reminder is closed by a report, or by the record it asks for', async () => {
    await world.load('service-cases', [serviceCase('a', '2026-11-04 09:00', null, '2026-11-04 10:00')]);
    const { items } = await world.attention('bupati');
    const silent = items.find(({ kind, unit }) => kind === 'not-reporting' && unit.code === 'a');
    expect(silent?.since).toBe('2026-11-05');
    const about = { key: silent?.key ?? null, sentence: silent?.sentence, link: null };
    const reminder = await given({ kind: 'reminder', about, dueOn: null });
    const shown = (await world.attention('bupati')).items.find(({ key }) => key === silent?.key);
    expect(shown?.disposition).toEqual({
      id: reminder.id,
      kind: 'reminder',
      to: 'Jabatan camat.a',
      dueOn: null,
      on: '2026-11-20',
    });
    const second = await given({ kind: 'reminder', about, dueOn: null });
    const answered = (await step('camat.a', second.id, 'report', { report: 'Berkas dikirim sore ini.' }))
      .json as Disposition;
    expect([answered.state, answered.actions]).toEqual(['closed', []]);
    const stateOf = async () =>
      (
        await (await world.as('camat.a')).read<{ items: Disposition[] }>('/dispositions?box=received')
      ).items.find(({ id }) => id === reminder.id)?.state;
    expect(await stateOf()).toBe('open');
    await world.load('service-cases', [serviceCase('a', '2026-11-12 09:00', null, '2026-11-12 10:00')]);
    expect(await stateOf()).toBe('closed');
  });

  it('tells every screen of the kabupaten, and stands in the audit trail', async () => {
    const camat = await world.as('camat.a');
    const listener = await EventListener.open(world.product().address, camat);
    const { id } = await given();
    await listener.waitFor(({ event }) => event === 'data-changed');
    await listener.close();
    await step('bupati', id, 'close');
    const inspektorat = await world.as('inspektorat');
    const trail = await inspektorat.read<{ items: { sentence: string; subject: string }[] }>(
      '/audit?limit=50',
    );
    const told = trail.items
      .filter(({ subject }) => subject === `dispositions/${id}`)
      .map(({ sentence }) => sentence);
    expect(told).toEqual([
      'Menarik kembali disposisi kepada Jabatan camat.a tentang Unit a.',
      'Memberi disposisi kepada Jabatan camat.a tentang Unit a, batas waktu 27 Nov 2026.',
    ]);
  });
});
