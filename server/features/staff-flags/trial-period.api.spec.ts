import type { Summary } from '#contract/measures';
import { sameDayLater } from '../../platform/kabupaten/trial-period.repository.ts';
import { STAFF_KABUPATEN, startStaffProduct, type StaffProduct } from './staff-flags.testing.ts';

describe('the trial period, by API', () => {
  let staff: StaffProduct;

  beforeAll(async () => {
    staff = await startStaffProduct();
    const { product } = staff;
    await product.load(STAFF_KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    // Friday 13 November is the fifth working day before Friday 20 November.
    await product.load(
      STAFF_KABUPATEN,
      'service-cases',
      ['2026-11-12', '2026-11-13', '2026-11-16', '2026-11-19'].map((day, index) => ({
        number: `A-${index}`,
        unit: 'a',
        service: 'kk',
        receivedAt: `${day}T09:00:00+08:00`,
        status: 'diproses',
      })),
    );
    await product.database.owner('trial_periods').insert({
      kabupaten_code: STAFF_KABUPATEN,
      starts_on: '2026-10-01',
      ends_on: '2027-01-01',
      post_title: 'baris perintah',
    });
  });
  // One spec ends it: the others begin with it again, in whatever order they run.
  beforeEach(async () => {
    await staff.product.database
      .owner('trial_periods')
      .where({ kabupaten_code: STAFF_KABUPATEN })
      .update({ ends_on: '2027-01-01' });
  });
  afterAll(() => staff.stop());

  const november = async (name: string): Promise<Summary> =>
    (await staff.as(name)).read<Summary>('/measures/summary?from=2026-11-01&to=2026-11-20');
  const END = { endsOn: '2026-11-20', reason: 'data sudah lengkap' };

  it('shows a unit its figures, and leadership those of five working days ago', async () => {
    for (const name of ['camat.a', 'petugas.a']) {
      const { volume, to, shownUntil } = await november(name);
      expect([volume.received, to, shownUntil]).withContext(name).toEqual([4, '2026-11-20', undefined]);
    }
    for (const name of ['bupati', 'sekda', 'inspektorat', 'organisasi']) {
      const { volume, to, shownUntil } = await november(name);
      expect([volume.received, to, shownUntil])
        .withContext(name)
        .toEqual([name === 'organisasi' ? null : 2, '2026-11-13', '2026-11-13']);
    }
  });

  it('shows leadership the month of the last shown day in place of one that begins later', async () => {
    const { from, to } = await (
      await staff.as('bupati')
    ).read<Summary>('/measures/summary?from=2026-11-16&to=2026-11-20');
    expect([from, to]).toEqual(['2026-11-01', '2026-11-13']);
  });

  it('holds for what needs attention too', async () => {
    const { shownUntil } = await (
      await staff.as('bupati')
    ).read<{ shownUntil?: string }>('/measures/matrix?from=2026-11-01&to=2026-11-20');
    expect(shownUntil).toBe('2026-11-13');
    const told = await (await staff.as('bupati')).get('/attention');
    expect(told.status).toBe(200);
    expect(told.text).not.toContain('2026-11-20');
  });

  it('is told with the proposals, and ends with a reason', async () => {
    const read = async () =>
      (await (await staff.as('petugas.a')).read<{ trialUntil: string | null }>('/staff-flags')).trialUntil;
    expect(await read()).toBe('2027-01-01');
    const bkpsdm = await staff.as('bkpsdm');
    expect((await bkpsdm.send('PUT', '/staff-fairness/trial', { body: { ...END, reason: '' } })).status).toBe(
      400,
    );
    const ended = await bkpsdm.send('PUT', '/staff-fairness/trial', { body: END });
    expect(ended.json).toEqual({
      startsOn: '2026-10-01',
      endsOn: '2026-11-20',
      by: 'Jabatan bkpsdm',
      reason: 'data sudah lengkap',
    });
    expect(await read()).toBeNull();
    const { volume, shownUntil } = await november('bupati');
    expect([volume.received, shownUntil]).toEqual([4, undefined]);
  });

  it('lasts three months, to the last day of a shorter one', () => {
    expect(sameDayLater('2026-11-20', 3)).toBe('2027-02-20');
    expect(sameDayLater('2026-11-30', 3)).toBe('2027-02-28');
  });
});
