import { problemOf } from '../../testing/api-caller.ts';
import { lateRequests, newId, useMeetings } from './meetings.testing.ts';

describe('meetings, when somebody means ill', () => {
  const world = useMeetings('contoh-rapat-jahat');
  const DUE = '2026-12-01';

  beforeAll(async () => {
    await world.load('service-cases', [...lateRequests('a'), ...lateRequests('b')]);
  });

  it('give nobody a task about a neighbour, not by naming another item of the agenda either', async () => {
    const meeting = await world.start('sekda');
    const itemOf = (unit: string) => meeting.items.find((item) => item.unit.code === unit)?.id ?? '';
    const camatA = await world.postOf('sekda', meeting.id, 'Jabatan camat.a', 'a');
    const decide = (item: string, revision: number, to: string | null) =>
      world.put('sekda', `/meetings/${meeting.id}/decisions/${newId(900)}`, {
        revision,
        item,
        what: 'Selesaikan tunggakan.',
        to,
        dueOn: DUE,
      });
    expect([itemOf('a'), itemOf('b'), camatA].every((id) => id !== '')).toBeTrue();
    const plain = await decide(itemOf('b'), 0, camatA);
    expect([plain.status, problemOf(plain).code]).toEqual([400, 'recipient-not-possible']);
    expect((await decide(itemOf('b'), 0, null)).status).toBe(200);
    const sly = await decide(itemOf('a'), 1, camatA);
    expect([sly.status, problemOf(sly).code]).toEqual([404, 'meeting-decision-not-found']);
    const { items } = await world.read('sekda', meeting.id);
    expect(items.flatMap(({ decisions }) => decisions).map(({ to }) => to)).toEqual([null]);
  });

  it('have room for what people decide in a day, and no more', async () => {
    const { id } = await world.start('camat.a');
    await world.addPoint('camat.a', id, newId(1), 'Butir pertama');
    const fill = async (table: string, rows: readonly object[]): Promise<void> => {
      await world.product().database.owner(table).insert(rows);
    };
    const of = { kabupaten_code: 'contoh-rapat-jahat', meeting_id: id };
    await fill(
      'meeting_items',
      Array.from({ length: 98 }, (_, index) => ({
        ...of,
        id: newId(2 + index),
        position: 100 + index,
        kind: 'point',
        unit_code: 'a',
        title: 'Butir',
        told: '{"unitName":"Unit a"}',
        saved_by: 'Jabatan camat.a',
      })),
    );
    await fill(
      'meeting_decisions',
      Array.from({ length: 199 }, (_, index) => ({
        ...of,
        id: newId(1_000 + index),
        item_id: newId(1),
        what: '',
        saved_by: 'Jabatan camat.a',
        created_at: '2026-11-20T02:00:00Z',
      })),
    );
    const point = (number: number) =>
      world.put('camat.a', `/meetings/${id}/items/${newId(number)}`, {
        revision: 0,
        title: 'Butir lain',
        note: '',
        outcome: null,
      });
    const decision = (number: number) =>
      world.put('camat.a', `/meetings/${id}/decisions/${newId(number)}`, {
        revision: 0,
        item: newId(1),
        what: 'Keputusan',
        to: null,
        dueOn: null,
      });
    expect([(await point(500)).status, (await decision(5_000)).status]).toEqual([200, 200]);
    for (const answer of [await point(501), await decision(5_001)])
      expect([answer.status, problemOf(answer).code]).toEqual([409, 'meeting-full']);
    // What is there can still be written on.
    expect((await world.addPoint('camat.a', id, newId(500), 'Butir lain')).title).toBe('Butir lain');
  });

  it('are planned in numbers that a list can show', async () => {
    const plan = () =>
      world.call('camat.a', '/meetings', { title: 'Rapat', heldOn: '2026-12-01', start: false });
    for (let count = 0; count < 50; count += 1) expect((await plan()).status).toBe(201);
    const answer = await plan();
    expect([answer.status, problemOf(answer).code]).toEqual([409, 'meetings-planned-full']);
    // The neighbour's list is another one.
    const neighbour = { title: 'Rapat', heldOn: '2026-12-01', start: false };
    expect((await world.call('camat.b', '/meetings', neighbour)).status).toBe(201);
  });

  it('leave minutes that are kept in no cache, opened in no page, and on record', async () => {
    const { id } = await world.start('camat.a');
    await world.call('camat.a', `/meetings/${id}/close`, { nextOn: null });
    const camat = await world.as('camat.a');
    for (const format of ['pdf', 'docx']) {
      const { status, headers } = await camat.get(`/meetings/${id}/minutes/file?format=${format}`);
      expect(status).toBe(200);
      expect([
        headers.get('Cache-Control'),
        headers.get('X-Content-Type-Options'),
        headers.get('Content-Security-Policy'),
      ]).toEqual(['private, no-store', 'nosniff', "default-src 'none'; sandbox"]);
      expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="notulen-a-2026-11-20\./);
    }
    const trail = await (await world.as('inspektorat')).read<{ items: { sentence: string }[] }>('/audit');
    expect(trail.items.filter(({ sentence }) => sentence.startsWith('Mengunduh notulen rapat')).length).toBe(
      2,
    );
    const neighbour = await (await world.as('camat.b')).get(`/meetings/${id}/minutes/file?format=pdf`);
    expect(neighbour.status).toBe(404);
  }, 60_000);
});
