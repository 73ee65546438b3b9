import type { Meeting, MeetingDecision, MeetingHead, MeetingItem } from '#contract/reports/meetings';
import { problemOf, type ApiAnswer } from '../../testing/api-caller.ts';
import { newId, useMeetings } from './meetings.testing.ts';

describe('what is written at a meeting', () => {
  const world = useMeetings('contoh-rapat-tulis');
  type Saved<T> = { readonly saved: boolean; readonly current: T };
  const DECISION = { what: 'Buka loket kedua.', to: null, dueOn: null };

  const refusal = (answer: ApiAnswer) => [answer.status, problemOf(answer).code];
  const decide = (username: string, id: string, decision: number, body: object): Promise<ApiAnswer> =>
    world.put(username, `/meetings/${id}/decisions/${newId(decision)}`, { ...DECISION, ...body });
  const titlesOf = async (username: string, id: string) =>
    (await world.read(username, id)).items.map(({ title }) => title);

  it('is kept where two write on its head at once, and a list of people alone is a change too', async () => {
    const { id } = await world.start('bupati');
    const save = async (username: string, revision: number, head: Partial<MeetingHead>) =>
      (
        await world.put(username, `/meetings/${id}/head`, {
          revision,
          title: 'Rapat evaluasi',
          place: '',
          attendees: [],
          ...head,
        })
      ).json as Saved<MeetingHead>;
    expect((await save('bupati', 1, { attendees: ['Camat Unit a'] })).saved).toBeTrue();
    expect((await world.read('bupati', id)).head.attendees).toEqual(['Camat Unit a']);
    const torn = await save('sekda', 1, { place: 'Aula' });
    expect([torn.saved, torn.current.place, torn.current.by]).toEqual([false, '', 'Jabatan bupati']);
    const kept = await save('sekda', 2, { place: 'Aula', attendees: ['Camat Unit a'] });
    expect([kept.saved, kept.current.by, kept.current.revision]).toEqual([true, 'Jabatan sekda', 3]);
  });

  it('stands in the order in which it was added, each point with its own words and decisions', async () => {
    const { id } = await world.start('bupati');
    await world.addPoint('bupati', id, newId(5), 'Blangko KK');
    await world.addPoint('bupati', id, newId(4), 'Loket kedua');
    expect(await titlesOf('bupati', id)).toEqual(['Blangko KK', 'Loket kedua']);
    for (const [decision, item] of [
      [905, 5],
      [904, 4],
    ] as const)
      await decide('bupati', id, decision, { revision: 0, item: newId(item), what: `Butir ${item}.` });
    const noted = (
      await world.put('bupati', `/meetings/${id}/items/${newId(4)}`, {
        revision: 1,
        title: 'Loket kedua',
        note: 'mulai Senin',
        outcome: null,
      })
    ).json as Saved<MeetingItem>;
    expect(noted.current.decisions.map(({ what }) => what)).toEqual(['Butir 4.']);
    // A day alone is a change, and of no other decision.
    const dated = await decide('bupati', id, 904, {
      revision: 1,
      item: newId(4),
      what: 'Butir 4.',
      dueOn: '2026-12-01',
    });
    expect((dated.json as Saved<MeetingDecision>).current.dueOn).toBe('2026-12-01');
    const given = await decide('bupati', id, 904, {
      revision: 2,
      item: newId(4),
      what: 'Butir 4.',
      to: await world.postOf('bupati', id, 'Jabatan camat.a'),
      dueOn: '2026-12-01',
    });
    expect((given.json as Saved<MeetingDecision>).current.to?.title).toBe('Jabatan camat.a');
    const { items } = await world.read('bupati', id);
    expect(items.map(({ note, decisions }) => [note, decisions[0]?.what, decisions[0]?.dueOn])).toEqual([
      ['', 'Butir 5.', null],
      ['mulai Senin', 'Butir 4.', '2026-12-01'],
    ]);
  });

  it('changes nothing of what an exception or a promise tells, and takes neither off the agenda', async () => {
    const { id } = await world.start('camat.a');
    await world
      .product()
      .database.owner('meeting_items')
      .insert({
        kabupaten_code: 'contoh-rapat-tulis',
        id: newId(7),
        meeting_id: id,
        position: 1,
        kind: 'exception',
        unit_code: 'a',
        title: '',
        told: '{"unitName":"Unit a","sentence":{"id":"tepat waktu turun.","en":"on time fell."}}',
      });
    const path = `/meetings/${id}/items/${newId(7)}`;
    const said = { revision: 1, title: 'Lain', note: 'sudah dibahas', outcome: 'noted' };
    const { current } = (await world.put('camat.a', path, said)).json as Saved<MeetingItem>;
    expect([current.title, current.note, current.sentence]).toEqual([
      '',
      'sudah dibahas',
      'tepat waktu turun.',
    ]);
    expect(refusal(await world.call('camat.a', `${path}/remove`, { revision: 2 }))).toEqual([
      404,
      'meeting-item-not-found',
    ]);
  });

  it('takes a point back that nobody wrote on and of which nothing was decided, and that one alone', async () => {
    const { id } = await world.start('camat.a');
    for (const [point, title] of ['Blangko KK', 'Loket kedua', 'Jam layanan'].entries())
      await world.addPoint('camat.a', id, newId(point + 1), title);
    const remove = async (point: number, revision: number) =>
      world.call('camat.a', `/meetings/${id}/items/${newId(point)}/remove`, { revision });
    expect(refusal(await remove(1, 2))).toEqual([409, 'meeting-written-on']);
    await decide('camat.a', id, 900, { revision: 0, item: newId(2) });
    expect(refusal(await remove(2, 1))).toEqual([409, 'meeting-has-decisions']);
    expect((await remove(1, 1)).status).toBe(200);
    expect(await titlesOf('camat.a', id)).toEqual(['Loket kedua', 'Jam layanan']);
    const unsay = (revision: number) =>
      world.call('camat.a', `/meetings/${id}/decisions/${newId(900)}/remove`, { revision });
    expect(refusal(await unsay(2))).toEqual([409, 'meeting-written-on']);
    expect((await unsay(1)).status).toBe(200);
    expect((await remove(2, 1)).status).toBe(200);
  });

  it('is of the meeting that is named, and of one that has begun', async () => {
    const own = await world.start('camat.a');
    const whole = await world.start('sekda');
    await world.addPoint('camat.a', own.id, newId(1), 'Loket kedua');
    await world.addPoint('sekda', whole.id, newId(2), 'Blangko KK');
    await decide('sekda', whole.id, 902, { revision: 0, item: newId(2) });
    const note = { revision: 1, title: 'Blangko KK', note: 'lain', outcome: null };
    for (const answer of [
      await world.put('camat.a', `/meetings/${own.id}/items/${newId(2)}`, note),
      await world.call('camat.a', `/meetings/${own.id}/items/${newId(2)}/remove`, { revision: 1 }),
      await decide('camat.a', own.id, 903, { revision: 0, item: newId(2) }),
    ])
      expect(refusal(answer)).toEqual([404, 'meeting-item-not-found']);
    for (const answer of [
      await decide('camat.a', own.id, 902, { revision: 1, item: newId(2), what: 'Lain.' }),
      await decide('camat.a', own.id, 999, { revision: 3, item: newId(1) }),
      await world.call('camat.a', `/meetings/${own.id}/decisions/${newId(902)}/remove`, { revision: 1 }),
    ])
      expect(refusal(answer)).toEqual([404, 'meeting-decision-not-found']);
    // Taken off by somebody else meanwhile: it does not come back by being written on.
    expect(refusal(await world.put('camat.a', `/meetings/${own.id}/items/${newId(8)}`, note))).toEqual([
      404,
      'meeting-item-not-found',
    ]);
    const nameless = { revision: 0, title: 'ab', note: '', outcome: null };
    expect(refusal(await world.put('camat.a', `/meetings/${own.id}/items/${newId(9)}`, nameless))).toEqual([
      400,
      'meeting-point-nameless',
    ]);
    const { items } = await world.read('sekda', whole.id);
    expect(items.map((item) => [item.note, item.decisions.map(({ what }) => what)])).toEqual([
      ['', [DECISION.what]],
    ]);
    const planned = await world.call('camat.b', '/meetings', {
      title: 'Rapat',
      heldOn: '2026-11-24',
      start: false,
    });
    const head = { revision: 1, title: 'Lain', place: '', attendees: [] };
    const { id } = planned.json as Meeting;
    expect(refusal(await world.put('camat.b', `/meetings/${id}/head`, head))).toEqual([
      409,
      'meeting-not-begun',
    ]);
  });

  it('is written by who runs the meeting, and by nobody above', async () => {
    const { id } = await world.start('camat.a');
    await world.addPoint('camat.a', id, newId(1), 'Loket kedua');
    await decide('camat.a', id, 901, { revision: 0, item: newId(1) });
    for (const answer of [
      await world.put('bupati', `/meetings/${id}/head`, {
        revision: 1,
        title: 'Lain',
        place: '',
        attendees: [],
      }),
      await world.put('bupati', `/meetings/${id}/items/${newId(2)}`, {
        revision: 0,
        title: 'Lain',
        note: '',
        outcome: null,
      }),
      await world.call('bupati', `/meetings/${id}/items/${newId(1)}/remove`, { revision: 1 }),
      await decide('bupati', id, 902, { revision: 0, item: newId(1) }),
      await world.call('bupati', `/meetings/${id}/decisions/${newId(901)}/remove`, { revision: 1 }),
      await (await world.as('bupati')).get(`/meetings/${id}/owners`),
      await world.call('bupati', `/meetings/${id}/cancel`, {}),
    ])
      expect(refusal(answer)).toEqual([403, 'forbidden']);
    // And who runs it gives its tasks within the own unit.
    expect((await (await world.as('camat.a')).get(`/meetings/${id}/owners?unit=b`)).status).toBe(404);
    expect(await titlesOf('camat.a', id)).toEqual(['Loket kedua']);
  });
});
