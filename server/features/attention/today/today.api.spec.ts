import type { Today } from '#contract/attention';
import { complaint, serviceCase, survey, useAttention } from '../attention.testing.ts';

describe('today, by API', () => {
  const world = useAttention('contoh-hari-ini', ['a', 'b']);

  beforeAll(async () => {
    await world.load('service-cases', [
      // Friday 20 November, 10.00: one fell due at 9, one does at 15.
      serviceCase('a', '2026-11-19 09:00', '2026-11-20 09:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-20 15:00'),
      // The next working day is Monday.
      serviceCase('a', '2026-11-18 09:00', '2026-11-23 15:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-24 15:00'),
      // 6 November: ten working days ago.
      serviceCase('a', '2026-11-02 09:00', '2026-11-06 15:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-19 15:00', '2026-11-19 10:00'),
      serviceCase('a', '2026-11-18 09:00', '2026-11-19 09:00', '2026-11-19 10:00'),
      serviceCase('b', '2026-11-18 09:00', '2026-11-20 15:00'),
    ]);
    await world.load('complaints', [
      complaint('a', '2026-11-18 09:00', 'Jalan rusak'),
      complaint('a', '2026-11-16 09:00', 'Lampu'),
      complaint('a', '2026-11-16 09:00', 'Lampu', '2026-11-17 09:00'),
      complaint('b', '2026-11-16 09:00', 'Lampu'),
    ]);
    await world.load('survey-responses', [
      survey('a', '2026-11-19', 4, 'Terima kasih, hubungi saya di 0812-3456-7890.'),
      survey('a', '2026-11-19', 2, 'Waktu tunggu masih lama.'),
    ]);
  });

  const today = async (username: string, query = ''): Promise<Today> =>
    (await world.as(username)).read<Today>(`/today${query}`);

  it('lists what falls due today, on the next working day, and what is past its deadline', async () => {
    const page = await today('camat.a');
    expect(page.today).toBe('2026-11-20');
    expect([page.dueToday.total, page.dueToday.items.map(({ dueAt }) => dueAt)]).toEqual([
      1,
      ['2026-11-20T07:00:00.000Z'],
    ]);
    expect([page.dueNext.on, page.dueNext.total]).toEqual(['2026-11-23', 1]);
    expect([page.overdue.total, page.overdue.oldestWorkingDays]).toEqual([2, 10]);
    expect(page.overdue.items[0]?.dueAt).toBe('2026-11-06T07:00:00.000Z');
    expect(page.dueToday.items[0]?.service).toBe('Kartu Keluarga (KK)');
  });

  it('lists the complaints that wait for an answer, the longest first', async () => {
    const { complaintsAwaiting } = await today('camat.a');
    expect(complaintsAwaiting.total).toBe(2);
    expect(complaintsAwaiting.items.map(({ category, workingDays }) => [category, workingDays])).toEqual([
      ['Lampu', 4],
      ['Jalan rusak', 2],
    ]);
  });

  it('tells what the working day before brought, and good words without telephone numbers', async () => {
    const { yesterday } = await today('camat.a');
    expect([yesterday.on, yesterday.completed, yesterday.due, yesterday.onTime]).toEqual([
      '2026-11-19',
      2,
      2,
      1,
    ]);
    expect(yesterday.praise.length).toBe(1);
    expect(yesterday.praise[0]?.text).toContain('Terima kasih');
    expect(yesterday.praise[0]?.text).not.toContain('3456');
  });

  it('is the own unit for a camat, any for the Bupati, and not for who reads no cases', async () => {
    expect((await (await world.as('camat.a')).get('/today?unit=b')).status).toBe(404);
    expect((await today('bupati', '?unit=b')).dueToday.total).toBe(1);
    expect((await today('bupati')).dueToday.total).toBe(2);
    expect((await (await world.as('organisasi')).get('/today')).status).toBe(403);
  });
});
