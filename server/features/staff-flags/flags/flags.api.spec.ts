import type { StaffFlag, StaffFlagLine } from '#contract/staff/flags';
import { problemOf } from '../../../testing/api-caller.ts';
import {
  SPEC_RULE,
  STAFF_KABUPATEN,
  STAFF_NOW,
  startStaffProduct,
  type StaffProduct,
} from '../staff-flags.testing.ts';

const EVERYBODY = [
  'bupati',
  'sekda',
  'inspektorat',
  'diskominfo',
  'organisasi',
  'bkpsdm',
  'admin',
  'camat.a',
  'camat.b',
  'petugas.a',
  'petugas.b',
];

describe('proposals about staff, by API', () => {
  let staff: StaffProduct;
  let petugas = '';
  let camat = '';
  let quarter = 0;

  beforeAll(async () => {
    staff = await startStaffProduct();
    petugas = await staff.addStaff('P-1', 'a', 'petugas.a');
    camat = await staff.addStaff('C-1', 'a', 'camat.a');
  });
  beforeEach(() => staff.product.setNow(STAFF_NOW));
  afterAll(() => staff.stop());

  /** A proposal of its own quarter. */
  const propose = (more: Partial<Parameters<StaffProduct['addFlag']>[0]> = {}): Promise<string> => {
    quarter += 1;
    return staff.addFlag({ staff: petugas, unit: 'a', periodTo: `20${10 + quarter}-09-30`, ...more });
  };
  const seenBy = async (id: string): Promise<string[]> => {
    const seen: string[] = [];
    for (const name of EVERYBODY) {
      const { status } = await (await staff.as(name)).get(`/staff-flags/${id}`);
      const { items } = await (
        await staff.as(name)
      ).read<{ items: StaffFlagLine[] }>('/staff-flags?limit=100');
      const listed = items.some((item) => item.id === id);
      expect(listed)
        .withContext(`${name}: list and page agree`)
        .toBe(status === 200);
      expect([200, 404]).withContext(name).toContain(status);
      if (listed) seen.push(name);
    }
    return seen;
  };
  const send = async (name: string, id: string, step: string, body: unknown) =>
    (await staff.as(name)).post(`/staff-flags/${id}/${step}`, body);
  const flagOf = async (name: string, id: string): Promise<StaffFlag> =>
    (await staff.as(name)).read<StaffFlag>(`/staff-flags/${id}`);
  const REASON = { verdict: 'confirmed', reason: 'Sudah diperiksa bersama atasan.', number: null, on: null };

  it('are seen by the person first, then by superior, Inspektorat and decider, and by nobody else', async () => {
    const id = await propose();
    expect(await seenBy(id)).toEqual(['petugas.a']);
    // 23 November is the last day for the explanation.
    staff.product.setNow('2026-11-23T23:00:00+08:00');
    expect(await seenBy(id)).toEqual(['petugas.a']);
    staff.product.setNow('2026-11-24T00:30:00+08:00');
    expect(await seenBy(id)).toEqual(['inspektorat', 'bkpsdm', 'camat.a', 'petugas.a']);
  });

  it('are praise that the person sees first too, and withdrawn before that stay with the person', async () => {
    expect(await seenBy(await propose({ kind: 'reward' }))).toEqual(['petugas.a']);
    const withdrawn = await propose({
      state: 'withdrawn',
      explainUntil: '2026-11-10',
      more: { withdrawn_at: '2026-11-09T02:00:00Z', withdrawn_reason: 'berkas dikoreksi' },
    });
    expect(await seenBy(withdrawn)).toEqual(['petugas.a']);
  });

  it('about a camat have the Sekda as superior, not the camat', async () => {
    const id = await propose({ staff: camat, explainUntil: '2026-11-10' });
    expect(await seenBy(id)).toEqual(['sekda', 'inspektorat', 'bkpsdm', 'camat.a']);
    expect((await flagOf('camat.a', id)).actions).toEqual(['explain']);
    expect((await flagOf('sekda', id)).actions).toEqual(['review']);
    expect((await flagOf('inspektorat', id)).actions).toEqual([]);
    expect((await send('camat.a', id, 'review', { text: 'saya telaah sendiri' })).status).toBe(403);
  });

  it('go from the explanation to the decision, each step by whose turn it is', async () => {
    const id = await propose();
    const own = await flagOf('petugas.a', id);
    expect(own).toEqual(
      jasmine.objectContaining({ own: true, waitsFor: 'pegawai', actions: ['explain'], state: 'proposed' }),
    );
    // Four of eighteen digits.
    expect(own.staff.nip).toBe('1234');
    expect(own.sentence).toBe(
      'Selesai tepat waktu 97,5\u00a0% pada Juli–September 2026 (ambang 95\u00a0%, n\u00a0=\u00a0212).',
    );
    expect(own.fairness).toEqual(['3 permohonan selama gangguan sistem tidak dihitung.']);
    expect((await send('camat.a', id, 'review', { text: 'belum waktunya' })).status).toBe(404);
    expect((await send('bkpsdm', id, 'decision', REASON)).status).toBe(404);

    const explained = await send('petugas.a', id, 'explanation', { text: 'Jaringan SIAK terputus.' });
    expect(explained.status).withContext(explained.text).toBe(200);
    expect(await flagOf('camat.a', id)).toEqual(
      jasmine.objectContaining({ state: 'explained', waitsFor: 'Jabatan camat.a', actions: ['review'] }),
    );
    expect((await send('petugas.a', id, 'explanation', { text: 'Sekali lagi.' })).status).toBe(409);
    expect((await send('bkpsdm', id, 'decision', REASON)).status).toBe(409);
    expect((await send('camat.b', id, 'review', { text: 'bukan unit saya' })).status).toBe(404);

    expect((await send('camat.a', id, 'review', { text: 'Penjelasannya benar.' })).status).toBe(200);
    expect((await send('camat.a', id, 'decision', REASON)).status).toBe(403);
    const half = await send('bkpsdm', id, 'decision', { ...REASON, number: '800/12/BKPSDM' });
    expect(problemOf(half).code).toBe('staff-flag-number-and-date');
    const future = await send('bkpsdm', id, 'decision', {
      ...REASON,
      number: '800/12/BKPSDM',
      on: '2026-11-21',
    });
    expect(problemOf(future).code).toBe('staff-flag-date-future');
    expect((await send('bkpsdm', id, 'decision', { ...REASON, reason: '' })).status).toBe(400);
    const decided = await send('bkpsdm', id, 'decision', {
      ...REASON,
      number: '800/12/BKPSDM',
      on: '2026-11-20',
    });
    expect(decided.status).withContext(decided.text).toBe(200);
    expect(await flagOf('petugas.a', id)).toEqual(
      jasmine.objectContaining({
        state: 'confirmed',
        waitsFor: null,
        actions: [],
        explanation: { text: 'Jaringan SIAK terputus.', at: '2026-11-20T02:00:00.000Z' },
        review: { text: 'Penjelasannya benar.', by: 'Jabatan camat.a', at: '2026-11-20T02:00:00.000Z' },
        decision: {
          verdict: 'confirmed',
          reason: 'Sudah diperiksa bersama atasan.',
          by: 'Jabatan bkpsdm',
          at: '2026-11-20T02:00:00.000Z',
          number: '800/12/BKPSDM',
          on: '2026-11-20',
        },
      }),
    );
    expect((await send('bkpsdm', id, 'decision', REASON)).status).toBe(409);
  });

  it('that were withdrawn or have expired are decided by nobody', async () => {
    for (const state of ['withdrawn', 'expired']) {
      const id = await propose({
        state,
        explainUntil: '2026-11-10',
        more: { reviewed_at: STAFF_NOW, review: 'ditelaah', reviewed_title: 'Camat' },
      });
      expect((await send('bkpsdm', id, 'decision', REASON)).status)
        .withContext(state)
        .toBe(409);
      expect((await send('petugas.a', id, 'explanation', { text: 'terlambat' })).status).toBe(409);
    }
  });

  it('wait in the box of whose turn it is, and tell that receiver', async () => {
    const id = await propose();
    const waiting = async (name: string) =>
      (
        await (await staff.as(name)).read<{ items: StaffFlagLine[] }>('/staff-flags?box=waiting&limit=100')
      ).items
        .map((item) => item.id)
        .includes(id);
    const turns = async () => {
      const found: string[] = [];
      for (const name of ['petugas.a', 'camat.a', 'bkpsdm', 'inspektorat'])
        if (await waiting(name)) found.push(name);
      return found;
    };
    const told = () =>
      staff.product.database
        .owner('notices')
        .where({ kabupaten_code: STAFF_KABUPATEN, about_id: id })
        .whereNull('settled_at')
        .pluck('kind');
    expect(await turns()).toEqual(['petugas.a']);
    await send('petugas.a', id, 'explanation', { text: 'Jaringan SIAK terputus.' });
    expect(await turns()).toEqual(['camat.a']);
    expect(await told()).toEqual(['flag-to-review']);
    await send('camat.a', id, 'review', { text: 'Penjelasannya benar.' });
    expect(await turns()).toEqual(['bkpsdm']);
    expect(await told()).toEqual(['flag-to-decide']);
    await send('bkpsdm', id, 'decision', { ...REASON, verdict: 'dismissed' });
    expect(await turns()).toEqual([]);
    expect(await told()).toEqual(['flag-decided']);
  });

  it('of two decisions at once only one is taken', async () => {
    const id = await propose({
      state: 'reviewed',
      explainUntil: '2026-11-10',
      more: { reviewed_at: STAFF_NOW, review: 'ditelaah', reviewed_title: 'Camat' },
    });
    const both = await Promise.all([
      send('bkpsdm', id, 'decision', REASON),
      send('bkpsdm', id, 'decision', { ...REASON, verdict: 'dismissed' }),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
  });

  it('name nobody in the trail that administrators read', async () => {
    const id = await propose();
    await send('petugas.a', id, 'explanation', { text: 'Kalimat yang tidak boleh bocor.' });
    await send('camat.a', id, 'review', { text: 'Telaah yang tidak boleh bocor.' });
    const { text } = await (await staff.as('admin')).get(`/audit?search=${id}`);
    const { text: all } = await (await staff.as('admin')).get('/audit?limit=200');
    expect(all).toContain(`staff-flags/${id}`);
    const entries = (
      JSON.parse(all) as { items: { subject: string; username: string | null }[] }
    ).items.filter(({ subject }) => subject === `staff-flags/${id}`);
    expect(entries.length).toBe(2);
    expect(entries.map(({ username }) => username)).not.toContain('petugas.a');
    for (const secret of ['tidak boleh bocor', 'Pegawai P-1', SPEC_RULE])
      expect(text + all).not.toContain(secret);
  });

  it('show records only to who may open them', async () => {
    const product = staff.product;
    await product.load(STAFF_KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    await product.load(STAFF_KABUPATEN, 'service-cases', [
      {
        number: 'A-1',
        unit: 'a',
        service: 'kk',
        receivedAt: '2026-08-03T09:00:00+08:00',
        status: 'diproses',
        staff: 'P-1',
      },
    ]);
    const record: { id: string } | undefined = await product.database
      .owner('service_cases')
      .where({ kabupaten_code: STAFF_KABUPATEN, number: 'A-1' })
      .first('id');
    const records = [{ dataset: 'service-cases' as const, id: record?.id ?? '', number: 'A-1' }];
    const id = await propose({
      explainUntil: '2026-11-10',
      evidence: {
        observations: [
          {
            measure: 'dueMetShare',
            observed: 0.5,
            threshold: 0.75,
            unit: 'share',
            n: 40,
            minimumN: 30,
            from: '2026-07-01',
            to: '2026-09-30',
            records,
          },
        ],
        fairness: [],
        proposes: null,
      },
    });
    const shownTo = async (name: string) => (await flagOf(name, id)).evidence.flatMap((each) => each.records);
    for (const name of ['petugas.a', 'camat.a', 'inspektorat'])
      expect(await shownTo(name))
        .withContext(name)
        .toEqual(records);
    // Who decides on staff reads no cases, and a proposal opens none.
    expect(await shownTo('bkpsdm')).toEqual([]);
  });
});
