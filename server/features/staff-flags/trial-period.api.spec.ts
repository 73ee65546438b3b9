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

  describe('in lists of records', () => {
    interface Records {
      readonly items: readonly { readonly number: string }[];
      readonly total: number;
      readonly shownUntil?: string;
    }
    const records = async (name: string, path: string): Promise<Records> =>
      (await staff.as(name)).read<Records>(path);
    const numbers = ({ items }: Records): string[] => items.map(({ number }) => number).toSorted();

    beforeAll(async () => {
      const days = ['2026-11-13', '2026-11-16'];
      await staff.product.load(
        STAFF_KABUPATEN,
        'complaints',
        days.map((day, index) => ({
          number: `P-${index}`,
          unit: 'a',
          channel: 'whatsapp',
          class: 'normatif',
          receivedAt: `${day}T09:00:00+08:00`,
          status: 'diterima',
        })),
      );
      await staff.product.load(
        STAFF_KABUPATEN,
        'survey-responses',
        days.map((date, index) => ({
          number: `S-${index}`,
          unit: 'a',
          service: 'kk',
          instrument: 'permenpanrb-14-2017',
          date,
          ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`u${at + 1}`, 4])),
        })),
      );
    });

    it('hides from leadership what came in after the last shown day, behind a number and without one', async () => {
      for (const query of ['', '?from=2026-11-01&to=2026-11-20', '?count=volume.received'])
        for (const [name, found, until] of [
          ['camat.a', ['A-0', 'A-1', 'A-2', 'A-3'], undefined],
          ['bupati', ['A-0', 'A-1'], '2026-11-13'],
        ] as const) {
          const list = await records(name, `/service-cases${query}`);
          expect([numbers(list), list.total, list.shownUntil])
            .withContext(`${name} ${query}`)
            .toEqual([[...found], found.length, until]);
        }
      for (const query of ['', '?from=2026-11-01&to=2026-11-20', '?count=ikm.respondents']) {
        expect(numbers(await records('camat.a', `/survey-responses${query}`)))
          .withContext(query)
          .toEqual(['S-0', 'S-1']);
        expect(numbers(await records('organisasi', `/survey-responses${query}`)))
          .withContext(query)
          .toEqual(['S-0']);
      }
    });

    it('leaves the register of complaints whole to who must answer or examine what came in today', async () => {
      for (const [name, all, counted] of [
        ['camat.a', ['P-0', 'P-1'], ['P-0', 'P-1']],
        ['bupati', ['P-0'], ['P-0']],
        ['diskominfo', ['P-0', 'P-1'], ['P-0']],
        ['inspektorat', ['P-0', 'P-1'], ['P-0']],
      ] as const) {
        expect(numbers(await records(name, '/complaints')))
          .withContext(name)
          .toEqual([...all]);
        expect(numbers(await records(name, '/complaints?count=complaints.received')))
          .withContext(name)
          .toEqual([...counted]);
      }
    });

    it('is the same in the files of them', async () => {
      for (const [name, lines] of [
        ['camat.a', 4],
        ['bupati', 2],
      ] as const) {
        const { text } = await (await staff.as(name)).get('/service-cases/export?format=csv');
        expect(text.match(/^A-\d/gm)?.length).withContext(name).toBe(lines);
      }
      const { text } = await (await staff.as('bupati')).get('/complaints/export?format=csv');
      expect(text.match(/P-\d/g)).toEqual(['P-0']);
    });
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
