import type { Meeting, MeetingLine } from '#contract/reports/meetings';
import { problemOf } from '../../testing/api-caller.ts';
import { newId, useMeetings } from './meetings.testing.ts';

describe('meetings one after the other', () => {
  const world = useMeetings('contoh-rapat-daftar');
  type List = {
    current: MeetingLine[];
    items: MeetingLine[];
    nextCursor: string | null;
    total: number;
    promises: { late: number; reported: number; open: number };
  };

  const list = async (username: string, query = ''): Promise<List> =>
    (await world.as(username)).read<List>(`/meetings${query}`);
  const plan = async (username: string, heldOn: string) =>
    world.call(username, '/meetings', { title: 'Rapat evaluasi', heldOn, start: false });
  const close = async (username: string, id: string) => {
    const answer = await world.call(username, `/meetings/${id}/close`, { nextOn: null });
    expect(answer.status).withContext(answer.text).toBe(200);
  };
  /** A point that was left undecided. */
  const leave = async (username: string, id: string, point: number, title: string) => {
    await world.addPoint(username, id, newId(point), title);
    await world.put(username, `/meetings/${id}/items/${newId(point)}`, {
      revision: 1,
      title,
      note: '',
      outcome: 'undecided',
    });
  };
  const decide = (username: string, id: string, decision: number, point: number, to: string, dueOn: string) =>
    world.put(username, `/meetings/${id}/decisions/${newId(decision)}`, {
      revision: 0,
      item: newId(point),
      what: 'Buka loket kedua.',
      to,
      dueOn,
    });
  const pointsOf = ({ items }: Meeting) =>
    items.filter(({ kind }) => kind === 'point').map(({ title }) => title);

  it('are counted with their own commitments: done, and late from the day after, unless reported', async () => {
    world.product().setNow('2026-11-02T10:00:00+08:00');
    const { id } = await world.start('camat.a', '2026-11-02');
    await world.addPoint('camat.a', id, newId(1), 'Loket kedua');
    const to = await world.postOf('camat.a', id, 'Jabatan petugas');
    for (const [number, dueOn] of ['2026-11-10', '2026-11-10', '2026-11-19', '2026-11-20'].entries())
      await decide('camat.a', id, 900 + number, 1, to, dueOn);
    await close('camat.a', id);
    const given = (await world.read('camat.a', id)).items[0]?.decisions ?? [];
    const [done = '', reported = ''] = given.map(({ disposition }) => disposition ?? '');
    for (const one of [done, reported])
      await world.call('petugas', `/dispositions/${one}/report`, { report: 'Sudah.' });
    await world.call('camat.a', `/dispositions/${done}/close`, {});
    // Another meeting, of which nothing was decided.
    const other = await world.start('camat.a', '2026-11-02');
    await close('camat.a', other.id);
    world.product().setNow('2026-11-20T10:00:00+08:00');
    const { items, promises } = await list('camat.a');
    const countsOf = (line: MeetingLine | undefined) => [line?.decisions, line?.done, line?.late];
    // Of four one is done, one waits for a word, one was due yesterday and one is due today.
    expect(countsOf(items.find((line) => line.id === id))).toEqual([4, 1, 1]);
    expect(countsOf(items.find((line) => line.id === other.id))).toEqual([0, 0, 0]);
    expect(promises).toEqual({ late: 1, reported: 1, open: 1 });
    // Only who runs meetings is told of promises.
    expect((await list('petugas')).promises).toEqual({ late: 0, reported: 0, open: 0 });
  });

  it('are told page by page, each once, though they were held on one day', async () => {
    for (let count = 0; count < 3; count += 1) await close('camat.a', (await world.start('camat.a')).id);
    await close('camat.b', (await world.start('camat.b')).id);
    await world.start('camat.a');
    const first = await list('camat.a', '?limit=2');
    expect([first.items.length, first.total]).toEqual([2, 3]);
    const second = await list('camat.a', `?limit=2&cursor=${encodeURIComponent(first.nextCursor ?? '')}`);
    expect([second.items.length, second.nextCursor]).toEqual([1, null]);
    const ids = [...first.items, ...second.items].map(({ id }) => id);
    expect(new Set(ids).size).toBe(3);
    expect((await list('sekda')).total).toBe(4);
  });

  it('bring back what the last one of the same unit left undecided, and nothing that was decided since', async () => {
    const early = await world.start('camat.a');
    await leave('camat.a', early.id, 1, 'Blangko KK');
    await close('camat.a', early.id);
    world.product().setNow('2026-11-23T10:00:00+08:00');
    const last = await world.start('camat.a', '2026-11-23');
    expect(pointsOf(last)).toEqual(['Blangko KK']);
    await leave('camat.a', last.id, 2, 'Jam layanan');
    await leave('camat.a', last.id, 3, 'Loket kedua');
    await decide(
      'camat.a',
      last.id,
      903,
      3,
      await world.postOf('camat.a', last.id, 'Jabatan petugas'),
      '2026-12-01',
    );
    // What the figures said is told anew by the figures, not carried on.
    await world
      .product()
      .database.owner('meeting_items')
      .insert({
        kabupaten_code: 'contoh-rapat-daftar',
        id: newId(9),
        meeting_id: last.id,
        position: 9,
        kind: 'exception',
        unit_code: 'a',
        title: '',
        told: '{"unitName":"Unit a"}',
        outcome: 'undecided',
      });
    await close('camat.a', last.id);
    // The neighbour leaves something else, later.
    const neighbour = await world.start('camat.b', '2026-11-23');
    await leave('camat.b', neighbour.id, 4, 'Antrean Senin');
    await close('camat.b', neighbour.id);
    world.product().setNow('2026-11-24T10:00:00+08:00');
    expect(pointsOf(await world.start('camat.a', '2026-11-24'))).toEqual(['Jam layanan']);
  });

  it('tell how often a promise was put off by meetings of the same unit, not of another', async () => {
    const promise = async (username: string, day: string, point: number, owner: string) => {
      world.product().setNow(`${day}T10:00:00+08:00`);
      const { id } = await world.start(username, day);
      await world.addPoint(username, id, newId(point), 'Loket kedua');
      await decide(username, id, 900 + point, point, await world.postOf(username, id, owner), '2026-12-01');
      await close(username, id);
    };
    await promise('sekda', '2026-11-02', 1, 'Jabatan camat.a');
    await promise('camat.a', '2026-11-09', 2, 'Jabatan petugas');
    await promise('sekda', '2026-11-16', 3, 'Jabatan camat.b');
    world.product().setNow('2026-11-20T10:00:00+08:00');
    const { items } = await world.start('sekda');
    expect(items.map(({ promise: of }) => [of?.meetingOn, of?.meetingsSince])).toEqual([
      ['2026-11-02', 1],
      ['2026-11-16', 0],
    ]);
  });

  it('ask about what was decided at meetings, not about every disposisi', async () => {
    const { id } = await world.start('bupati');
    const given = await world.call('bupati', '/dispositions', {
      kind: 'disposition',
      unit: 'a',
      to: await world.postOf('bupati', id, 'Jabatan camat.a', 'a'),
      about: { key: null, sentence: 'Antrean panjang.', link: null },
      instruction: 'Periksa antrean.',
      dueOn: '2026-12-01',
    });
    expect(given.status).withContext(given.text).toBe(201);
    await close('bupati', id);
    const next = await world.start('sekda');
    expect(next.items.filter(({ kind }) => kind === 'promise')).toEqual([]);
  });

  it('begin on the day on which somebody begins them, once, and are that person’s to follow up', async () => {
    const { id } = (await plan('bupati', '2026-11-24')).json as Meeting;
    expect((await plan('camat.a', '2026-11-20')).status).toBe(201);
    const start = (username: string) => world.call(username, `/meetings/${id}/start`, {});
    expect(problemOf(await start('inspektorat')).code).toBe('forbidden');
    const begun = (await start('sekda')).json as Meeting;
    expect([begun.heldOn, begun.chair]).toEqual(['2026-11-20', 'Jabatan sekda']);
    expect(problemOf(await start('bupati')).code).toBe('meeting-begun');
    const row = () =>
      world.product().database.owner('meetings').where({ id }).first<{ data_version: number | null }>();
    expect((await row()).data_version).not.toBeNull();
    // One runs in each unit: that of the kecamatan is no other meeting of the kabupaten.
    const own = await world.start('camat.a');
    expect(own.state).toBe('running');
    expect((await world.call('camat.a', `/meetings/${id}/start`, {})).status).toBe(404);
  });

  it('are called off before anything was decided, and never once they are minutes', async () => {
    const { id } = await world.start('camat.a');
    await world.addPoint('camat.a', id, newId(1), 'Loket kedua');
    // Begun and left empty: nothing was decided.
    await world.put('camat.a', `/meetings/${id}/decisions/${newId(900)}`, {
      revision: 0,
      item: newId(1),
      what: '',
      to: null,
      dueOn: null,
    });
    // Two of the office do it at once: it is called off once.
    const answers = await Promise.all([1, 2].map(() => world.call('camat.a', `/meetings/${id}/cancel`, {})));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
    expect((await list('camat.a')).current).toEqual([]);
    const held = await world.start('camat.a');
    await close('camat.a', held.id);
    expect(problemOf(await world.call('camat.a', `/meetings/${held.id}/cancel`, {})).code).toBe(
      'meeting-closed',
    );
    expect((await list('camat.a')).items.map((line) => line.id)).toEqual([held.id]);
  });
});
