import type { Attention } from '#contract/attention';
import type { Disposition } from '#contract/dispositions';
import type { Meeting, MeetingItem } from '#contract/reports/meetings';
import { problemOf } from '../../testing/api-caller.ts';
import { EventListener } from '../../testing/event-listener.ts';
import { lateRequests, newId, useMeetings } from './meetings.testing.ts';

describe('closing a meeting', () => {
  const world = useMeetings('contoh-rapat-tutup');

  beforeAll(async () => {
    await world.load('service-cases', [...lateRequests('a'), ...lateRequests('b')]);
  });

  /** The line about late requests of a unit. */
  const overdueOf = (meeting: Meeting, unit: string): MeetingItem | undefined =>
    meeting.items.find((item) => item.exception === 'overdue-cases' && item.unit.code === unit);
  const decide = (username: string, id: string, decision: number, body: object) =>
    world.put(username, `/meetings/${id}/decisions/${newId(decision)}`, {
      revision: 0,
      to: null,
      dueOn: null,
      ...body,
    });
  const close = (username: string, id: string, nextOn: string | null = null) =>
    world.call(username, `/meetings/${id}/close`, { nextOn });

  it('hands a decision about a figure on with its unit, its matter and the way to the records', async () => {
    const meeting = await world.start('sekda');
    const item = overdueOf(meeting, 'a');
    if (item === undefined) throw new Error('no late requests on the agenda');
    const { id } = meeting;
    const to = await world.postOf('sekda', id, 'Jabatan camat.a', 'a');
    await decide('sekda', id, 900, { item: item.id, what: 'Selesaikan tunggakan.', to, dueOn: '2026-12-01' });
    // Begun, and left without a word.
    await decide('sekda', id, 901, { item: item.id, what: '' });
    const before = (await (await world.as('bupati')).read<Attention>('/attention')).meeting;
    expect(before).toBeNull();
    const answer = await close('bupati', id);
    expect(answer.status).withContext(answer.text).toBe(200);
    const closed = answer.json as Meeting;
    expect([closed.chair, closed.closedBy]).toEqual(['Jabatan sekda', 'Jabatan bupati']);
    expect(closed.items.flatMap(({ decisions }) => decisions).map(({ what }) => what)).toEqual([
      'Selesaikan tunggakan.',
    ]);
    const { items } = await (
      await world.as('camat.a')
    ).read<{ items: Disposition[] }>('/dispositions?kind=commitment');
    expect(
      items.map(({ unit, about, from, to }) => [unit.code, about.sentence, about.link, from.title, to.title]),
    ).toEqual([['a', `Unit a: ${item.sentence}`, item.link, 'Jabatan sekda', 'Jabatan camat.a']]);
    expect(items[0]?.about.key).toMatch(/^a\|overdue-cases\|/);
    expect(item.link).toMatch(/^\/layanan\?/);
    // The home of the leaders tells of it at once.
    const after = (await (await world.as('bupati')).read<Attention>('/attention')).meeting;
    expect([after?.on, after?.running]).toEqual(['2026-11-20', 1]);
    // The next meeting asks what became of it, and says nothing of the figure beside it; of the other unit it does.
    const next = await world.start('sekda');
    expect(next.items[0]?.promise?.id).toBe(items[0]?.id ?? '');
    expect(overdueOf(next, 'a')).toBeUndefined();
    expect(overdueOf(next, 'b')).toBeDefined();
  });

  it('holds a decision to the day on which it is closed, not to the one on which it began', async () => {
    const { id } = await world.start('camat.a');
    await world.addPoint('camat.a', id, newId(1), 'Loket kedua');
    const to = await world.postOf('camat.a', id, 'Jabatan petugas');
    await decide('camat.a', id, 900, { item: newId(1), what: 'Buka loket.', to, dueOn: '2026-11-20' });
    world.product().setNow('2026-11-21T00:10:00+08:00');
    expect(problemOf(await close('camat.a', id)).code).toBe('meeting-decisions-unready');
    const later = { revision: 1, item: newId(1), what: 'Buka loket.', to, dueOn: '2026-11-21' };
    await world.put('camat.a', `/meetings/${id}/decisions/${newId(900)}`, later);
    // The next one is on another day than this one.
    expect(problemOf(await close('camat.a', id, '2026-11-21')).code).toBe('meeting-next-past');
    expect((await close('camat.a', id, '2026-11-22')).status).toBe(200);
  });

  it('is told to every screen that shows the meeting, as its beginning and each word of it are', async () => {
    const caller = await world.as('sekda');
    const planned = await world.call('sekda', '/meetings', {
      title: 'Rapat evaluasi',
      heldOn: '2026-11-20',
      start: false,
    });
    const { id } = planned.json as Meeting;
    const listener = await EventListener.open(world.product().address, caller);
    const told = (times: number) =>
      listener.waitFor(
        () =>
          listener.events.filter(({ event, data }) => event === 'meeting-changed' && data['id'] === id)
            .length === times,
      );
    await world.call('sekda', `/meetings/${id}/start`, {});
    await told(1);
    await world.addPoint('sekda', id, newId(1), 'Loket kedua');
    await told(2);
    await close('sekda', id);
    await told(3);
    await listener.close();
  });
});
