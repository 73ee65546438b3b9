import type { Attention } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { Meeting, MeetingDecision, MeetingLine } from '#contract/reports/meetings';
import { problemOf } from '../../testing/api-caller.ts';
import { newId, useMeetings } from './meetings.testing.ts';

describe('meetings, by API', () => {
  const world = useMeetings('contoh-rapat');
  type List = { current: MeetingLine[]; items: MeetingLine[]; total: number; promises: { late: number } };

  /** Takes a decision about a point and closes the meeting. */
  async function meet(
    username: string,
    owner: string,
    { heldOn = '2026-11-20', dueOn = '2026-12-01', point = newId(1), nextOn = null as string | null } = {},
  ): Promise<Meeting> {
    const { id } = await world.start(username, heldOn);
    await world.addPoint(username, id, point, 'Loket kedua pada jam ramai');
    const decided = await world.put(
      username,
      `/meetings/${id}/decisions/${newId(Number(point.slice(-4)) + 500)}`,
      {
        revision: 0,
        item: point,
        what: 'Buka loket kedua setiap Senin.',
        to: await world.postOf(username, id, owner),
        dueOn,
      },
    );
    expect(decided.status).withContext(decided.text).toBe(200);
    const closed = await world.call(username, `/meetings/${id}/close`, { nextOn });
    expect(closed.status).withContext(closed.text).toBe(200);
    return closed.json as Meeting;
  }
  const commitments = async (username: string) =>
    (await (await world.as(username)).read<{ items: Disposition[] }>('/dispositions?kind=commitment')).items;

  it('turn each decision into the commitment that everybody follows up, with owner and day', async () => {
    const closed = await meet('organisasi', 'Jabatan camat.a');
    expect(closed.state).toBe('closed');
    const given = await commitments('camat.a');
    expect(
      given.map(({ kind, meetingOn, instruction, dueOn, about, from, state }) => [
        kind,
        meetingOn,
        about.sentence,
        instruction,
        dueOn,
        from.title,
        state,
      ]),
    ).toEqual([
      [
        'commitment',
        '2026-11-20',
        'Loket kedua pada jam ramai',
        'Buka loket kedua setiap Senin.',
        '2026-12-01',
        'Jabatan organisasi',
        'open',
      ],
    ]);
    expect(closed.items[0]?.decisions[0]?.disposition).toBe(given[0]?.id ?? '');
    const { meeting } = await (await world.as('bupati')).read<Attention>('/attention');
    expect(meeting).toEqual({ on: '2026-11-20', done: 0, late: 0, running: 1, earlier: 0 });
  });

  it('open with what is overdue, then with what waits for a word, then with what still runs', async () => {
    world.product().setNow('2026-10-12T10:00:00+08:00');
    for (const [number, dueOn] of [
      [1, '2026-12-01'],
      [2, '2026-10-30'],
      [3, '2026-10-20'],
      [4, '2026-10-25'],
    ] as const)
      await meet('organisasi', 'Jabatan camat.a', { heldOn: '2026-10-12', dueOn, point: newId(number) });
    const reported = (await commitments('camat.a')).find(({ dueOn }) => dueOn === '2026-10-25');
    await world.call('camat.a', `/dispositions/${reported?.id ?? ''}/report`, { report: 'Sudah dibuka.' });
    world.product().setNow('2026-11-20T10:00:00+08:00');
    const { promises } = await (await world.as('sekda')).read<List>('/meetings');
    expect(promises.late).toBe(2);
    const next = await world.start('sekda');
    expect(next.items.map(({ kind, promise }) => [kind, promise?.state, promise?.dueOn])).toEqual([
      ['promise', 'late', '2026-10-20'],
      ['promise', 'late', '2026-10-30'],
      ['promise', 'reported', '2026-10-25'],
      ['promise', 'open', '2026-12-01'],
    ]);
    expect(next.items[0]?.owner).toBe('Jabatan camat.a');
  });

  it('of a kecamatan are not told as the kabupaten’s, neither on its home nor among its commitments', async () => {
    await meet('bupati', 'Jabatan camat.a', { point: newId(1) });
    world.product().setNow('2026-11-23T10:00:00+08:00');
    await meet('camat.a', 'Jabatan petugas', { heldOn: '2026-11-23', point: newId(2) });
    const lastOf = async (username: string) =>
      (await (await world.as(username)).read<Attention>('/attention')).meeting?.on;
    expect(await lastOf('bupati')).toBe('2026-11-20');
    expect(await lastOf('camat.a')).toBe('2026-11-23');
    expect((await commitments('sekda')).map(({ to }) => to.title)).toEqual(['Jabatan camat.a']);
    expect((await commitments('petugas')).map(({ meetingsSince }) => meetingsSince)).toEqual([0]);
    // The meeting of the kecamatan was none of the kabupaten's since.
    expect((await commitments('sekda')).map(({ meetingsSince }) => meetingsSince)).toEqual([0]);
    // The next one of the kecamatan asks about its own promise and about what its Camat owes the Bupati.
    const next = await world.start('camat.a', '2026-11-23');
    expect(next.items.map(({ promise }) => promise?.to.title).toSorted()).toEqual([
      'Jabatan camat.a',
      'Jabatan petugas',
    ]);
  });

  it('are run at the top of the own scope, read by those above, and unknown to all others', async () => {
    const own = await meet('camat.a', 'Jabatan petugas');
    for (const username of [
      'camat.a',
      'petugas',
      'bupati',
      'sekda',
      'inspektorat',
      'organisasi',
      'diskominfo',
    ])
      expect((await (await world.as(username)).get(`/meetings/${own.id}/minutes`)).status)
        .withContext(username)
        .toBe(200);
    expect((await (await world.as('camat.b')).get(`/meetings/${own.id}`)).status).toBe(404);
    expect((await (await world.as('bkpsdm')).get(`/meetings/${own.id}`)).status).toBe(403);
    const running = await world.start('camat.a');
    expect((await world.call('bupati', `/meetings/${running.id}/close`, { nextOn: null })).status).toBe(403);
    expect((await world.call('camat.b', `/meetings/${running.id}/close`, { nextOn: null })).status).toBe(404);
    expect((await world.read('bupati', running.id)).mayRun).toBe(false);
    const whole = await world.start('bupati');
    for (const username of ['camat.a', 'petugas'])
      expect((await (await world.as(username)).get(`/meetings/${whole.id}`)).status)
        .withContext(username)
        .toBe(404);
    const known = async (username: string) =>
      (await (await world.as(username)).read<List>('/meetings')).current.map(({ id }) => id).toSorted();
    expect(await known('camat.a')).toEqual([running.id]);
    expect(await known('camat.b')).toEqual([]);
    expect(await known('sekda')).toEqual([running.id, whole.id].toSorted());
  });

  it('let two people write at once without losing a word', async () => {
    const { id } = await world.start('bupati');
    const point = newId(1);
    await world.addPoint('bupati', id, point, 'Blangko KK');
    const path = `/meetings/${id}/items/${point}`;
    const save = async (username: string, revision: number, note: string) =>
      (await world.put(username, path, { revision, title: 'Blangko KK', note, outcome: null })).json as {
        saved: boolean;
        current: { note: string; revision: number; by: string };
      };
    expect((await save('bupati', 1, 'tulisan bupati')).saved).toBe(true);
    const torn = await save('sekda', 1, 'tulisan sekda');
    expect([torn.saved, torn.current.note, torn.current.by]).toEqual([
      false,
      'tulisan bupati',
      'Jabatan bupati',
    ]);
    // Sent again because its answer was lost: nothing new, and no conflict with oneself.
    expect((await save('bupati', 1, 'tulisan bupati')).current.revision).toBe(2);
    expect((await save('sekda', 2, 'tulisan keduanya')).saved).toBe(true);
    const decision = async (username: string, revision: number, what: string) =>
      (
        await world.put(username, `/meetings/${id}/decisions/${newId(9)}`, {
          revision,
          item: point,
          what,
          to: null,
          dueOn: null,
        })
      ).json as { saved: boolean; current: MeetingDecision };
    expect((await decision('sekda', 0, 'Kirim')).saved).toBe(true);
    expect((await decision('sekda', 0, 'Kirim')).current.revision).toBe(1);
    expect((await decision('bupati', 0, 'Pinjam')).current.what).toBe('Kirim');
    expect((await world.read('sekda', id)).items[0]?.decisions.length).toBe(1);
  });

  it('stay open while a decision lacks its owner or its day, and are fixed once closed', async () => {
    const { id } = await world.start('bupati');
    const point = newId(1);
    await world.addPoint('bupati', id, point, 'Loket');
    const decision = `/meetings/${id}/decisions/${newId(9)}`;
    const body = { item: point, what: 'Buka loket kedua.', to: null as string | null, dueOn: '2026-12-01' };
    await world.put('bupati', decision, { ...body, revision: 0 });
    const refused = await world.call('bupati', `/meetings/${id}/close`, { nextOn: null });
    expect([refused.status, problemOf(refused).code]).toEqual([409, 'meeting-decisions-unready']);
    expect(await commitments('camat.a')).toEqual([]);
    const stranger = await world.put('bupati', decision, { ...body, revision: 1, to: newId(77) });
    expect(problemOf(stranger).code).toBe('recipient-not-possible');
    const to = await world.postOf('bupati', id, 'Jabatan camat.a');
    await world.put('bupati', decision, { ...body, revision: 1, to, dueOn: '2026-11-19' });
    expect((await world.call('bupati', `/meetings/${id}/close`, { nextOn: null })).status).toBe(409);
    await world.put('bupati', decision, { ...body, revision: 2, to });
    const closed = await world.call('bupati', `/meetings/${id}/close`, { nextOn: '2026-12-07' });
    expect(closed.status).withContext(closed.text).toBe(200);
    for (const [path, sent] of [
      [decision, { ...body, revision: 3, to }],
      [`/meetings/${id}/items/${point}`, { revision: 1, title: 'Lain', note: '', outcome: null }],
      [`/meetings/${id}/head`, { revision: 1, title: 'Lain', place: '', attendees: [] }],
    ] as const)
      expect(problemOf(await world.put('bupati', path, sent)).code)
        .withContext(path)
        .toBe('meeting-closed');
    // The next one is planned, and is begun on its day.
    const { current } = await (await world.as('bupati')).read<List>('/meetings');
    expect(current.map(({ state, heldOn }) => [state, heldOn])).toEqual([['planned', '2026-12-07']]);
  });

  it('keep the agenda as it was told, whatever becomes of the promise afterwards', async () => {
    world.product().setNow('2026-11-02T10:00:00+08:00');
    await meet('organisasi', 'Jabatan camat.a', { heldOn: '2026-11-02', dueOn: '2026-11-10' });
    world.product().setNow('2026-11-20T10:00:00+08:00');
    const { id, items } = await world.start('organisasi');
    expect(items[0]?.promise?.state).toBe('late');
    await world.call('organisasi', `/meetings/${id}/close`, { nextOn: null });
    const promise = items[0]?.promise?.id ?? '';
    await world.call('camat.a', `/dispositions/${promise}/report`, { report: 'Sudah.' });
    await world.call('organisasi', `/dispositions/${promise}/close`, {});
    const told = (await world.read('organisasi', id)).items[0]?.promise;
    expect([told?.state, told?.report, told?.actions]).toEqual(['late', null, []]);
  });

  it('carry a point that was left undecided on to the next one', async () => {
    const { id } = await world.start('sekda');
    await world.addPoint('sekda', id, newId(1), 'Blangko KK');
    await world.addPoint('sekda', id, newId(2), 'Jam layanan');
    await world.put('sekda', `/meetings/${id}/items/${newId(1)}`, {
      revision: 1,
      title: 'Blangko KK',
      note: 'menunggu Disdukcapil',
      outcome: 'undecided',
    });
    await world.call('sekda', `/meetings/${id}/close`, { nextOn: null });
    expect((await world.start('sekda')).items.map(({ kind, title }) => [kind, title])).toEqual([
      ['point', 'Blangko KK'],
    ]);
  });

  it('run one at a time in a unit, begin on their day, and are called off only without a decision', async () => {
    const { id } = await world.start('bupati');
    const second = await world.call('sekda', '/meetings', {
      title: 'Rapat kedua',
      heldOn: '2026-11-20',
      start: true,
    });
    expect([second.status, problemOf(second).code]).toEqual([409, 'meeting-running']);
    const early = await world.call('camat.a', '/meetings', {
      title: 'Rapat besok',
      heldOn: '2026-11-21',
      start: true,
    });
    expect(problemOf(early).code).toBe('meeting-starts-today');
    const past = await world.call('camat.a', '/meetings', {
      title: 'Rapat kemarin',
      heldOn: '2026-11-19',
      start: false,
    });
    expect(problemOf(past).code).toBe('meeting-day-past');
    await world.addPoint('bupati', id, newId(1), 'Loket');
    const decision = `/meetings/${id}/decisions/${newId(9)}`;
    const body = { revision: 0, item: newId(1), what: 'Buka loket kedua.', to: null, dueOn: null };
    await world.put('bupati', decision, body);
    const kept = await world.call('bupati', `/meetings/${id}/cancel`, {});
    expect(problemOf(kept).code).toBe('meeting-has-decisions');
    await world.call('bupati', `${decision}/remove`, { revision: 1 });
    expect((await world.call('bupati', `/meetings/${id}/cancel`, {})).status).toBe(200);
    expect((await (await world.as('bupati')).get(`/meetings/${id}`)).status).toBe(404);
  });
});
