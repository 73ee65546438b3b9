import type { FlagCounts } from '#contract/staff/counts';
import type { StaffRule } from '#contract/staff/rules';
import type { StaffMember } from '#contract/staff/register';
import { problemOf } from '../../testing/api-caller.ts';
import { STAFF_KABUPATEN, startStaffProduct, type StaffProduct } from './staff-flags.testing.ts';

describe('counts, rules and register of staff, by API', () => {
  let staff: StaffProduct;
  let petugas = '';

  beforeAll(async () => {
    staff = await startStaffProduct();
    petugas = await staff.addStaff('P-1', 'a', 'petugas.a');
    let year = 2000;
    const add = async (count: number, unit: string, kind: 'reward' | 'sanction', more = {}) => {
      for (let each = 0; each < count; each += 1) {
        year += 1;
        await staff.addFlag({
          staff: petugas,
          unit,
          kind,
          periodTo: `${year}-09-30`,
          explainUntil: '2026-11-10',
          ...more,
        });
      }
    };
    await add(6, 'a', 'reward');
    await add(2, 'a', 'sanction');
    await add(7, 'b', 'reward', { state: 'confirmed' });
    await add(5, 'b', 'sanction', { state: 'confirmed' });
    // Not counted: withdrawn, and not yet open to anybody but the person.
    await add(3, 'b', 'reward', { state: 'withdrawn' });
    await add(4, 'b', 'reward', { explainUntil: '2026-11-30' });
  });
  afterAll(() => staff.stop());

  const counts = async (name: string, query = '') =>
    (await staff.as(name)).read<FlagCounts>(`/staff-flags/counts${query}`);

  it('tell leadership how many, and neither who nor small numbers', async () => {
    for (const name of ['bupati', 'sekda', 'organisasi']) {
      const found = await counts(name);
      expect(found.reward).withContext(name).toBe(13);
      expect(found.sanction).toBe(7);
      expect(found.balance).toBe('1,9 apresiasi untuk setiap 1 bahan klarifikasi.');
      expect(found.byUnit).toEqual([
        // 2 is small, and 7 − 5 would tell it.
        { unit: { code: 'a', name: 'Kecamatan A' }, reward: 6, sanction: null },
        { unit: { code: 'b', name: 'Kecamatan B' }, reward: 7, sanction: null },
      ]);
      expect(found.byState).toEqual([
        { state: 'proposed', reward: 6, sanction: null },
        { state: 'confirmed', reward: 7, sanction: null },
      ]);
    }
    for (const name of ['diskominfo', 'admin', 'petugas.a'])
      expect((await (await staff.as(name)).get('/staff-flags/counts')).status)
        .withContext(name)
        .toBe(403);
  });

  it('tell all of it to those who see every proposal anyhow', async () => {
    for (const name of ['inspektorat', 'bkpsdm']) {
      const { byUnit, byState } = await counts(name);
      expect(byUnit.map(({ unit, reward, sanction }) => [unit.code, reward, sanction]))
        .withContext(name)
        .toEqual([
          ['a', 6, 2],
          ['b', 7, 5],
        ]);
      expect(byState.map(({ state, reward, sanction }) => [state, reward, sanction])).toEqual([
        ['proposed', 6, 2],
        ['confirmed', 7, 5],
      ]);
    }
    // The head of the unit is the superior of all of them.
    const { reward, sanction } = await counts('camat.a');
    expect([reward, sanction]).toEqual([6, 2]);
  });

  it('of one unit tell no more than the table of all units', async () => {
    expect(await counts('bupati', '?unit=a')).toEqual(
      jasmine.objectContaining({ reward: 6, sanction: null, byState: [], byUnit: [] }),
    );
    expect((await (await staff.as('camat.a')).get('/staff-flags/counts?unit=b')).status).toBe(404);
  });

  it('rules are published to everybody, and set within their bounds by who manages them', async () => {
    const rules = await (
      await staff.as('petugas.b')
    ).read<{ items: StaffRule[]; mayManage: boolean; rewards: number; sanctions: number }>('/staff-rules');
    expect(rules.mayManage).toBe(false);
    expect(rules.rewards).toBeGreaterThanOrEqual(4);
    expect(rules.sanctions).toBe(rules.rewards);
    const [rule] = rules.items;
    expect(rule?.description).not.toMatch(/[{}]/);
    for (const { description, name, settings } of rules.items) {
      expect(`${name} ${description}`).not.toMatch(/pelanggaran|hukuman|terburuk|gagal/i);
      expect(settings.every(({ label }) => label.includes(' ') || label.length > 6)).toBe(true);
    }
    const path = `/staff-rules/${rule?.id ?? ''}`;
    const put = async (name: string, settings: Record<string, number>, enabled = true) =>
      (await staff.as(name)).send('PUT', path, {
        body: { enabled, settings, legalBasis: 'Keputusan Bupati 5/2026' },
      });
    expect((await put('camat.a', {})).status).toBe(403);
    expect(problemOf(await put('bkpsdm', { dueMetShare: 0.2 })).code).toBe('staff-rule-setting-bounds');
    expect(problemOf(await put('bkpsdm', { minimumN: 30.5 })).code).toBe('staff-rule-setting-bounds');
    expect(problemOf(await put('bkpsdm', { hukuman: 1 })).code).toBe('staff-rule-setting-unknown');
    const set = await put('bkpsdm', { dueMetShare: 0.97 }, false);
    expect(set.status).withContext(set.text).toBe(200);
    expect(set.json).toEqual(
      jasmine.objectContaining({
        enabled: false,
        changed: jasmine.objectContaining({
          by: 'Jabatan bkpsdm',
          legalBasis: 'Keputusan Bupati 5/2026',
        }) as unknown,
      }),
    );
    const { text } = await (await staff.as('inspektorat')).get('/audit?action=staff-rule-switched-off');
    expect(text).toContain('Bagian yang selesai tepat waktu');
  });

  it('a rule is tried on the past without a name and without small numbers', async () => {
    const answer = await (
      await staff.as('sekda')
    ).post('/staff-rules/on-time-high/trial', { settings: {}, from: '2026-01-01', to: '2026-06-30' });
    expect(answer.status).withContext(answer.text).toBe(200);
    expect(answer.text).not.toContain('Pegawai P-1');
    const { staff: people, periods } = answer.json as {
      staff: number;
      periods: { from: string; raised: number | null; insufficient: number | null }[];
    };
    expect(people).toBe(1);
    // One person: nothing may be told of a quarter.
    expect(periods.map(({ from, raised, insufficient }) => [from, raised, insufficient])).toEqual([
      ['2026-01-01', null, null],
      ['2026-04-01', null, null],
    ]);
  });

  it('the register keeps a NIP and shows four digits of it', async () => {
    const body = {
      code: 'P-9',
      name: 'Sari Contoh',
      nip: '199001012015012007',
      employment: 'pppk',
      unit: 'b',
      servicePoint: null,
      account: await staff.userId('petugas.b'),
      // After the quarters that another spec here looks at.
      validFrom: '2026-07-01',
      validTo: null,
    };
    const bkpsdm = await staff.as('bkpsdm');
    const added = await bkpsdm.post('/staff', body);
    expect(added.status).withContext(added.text).toBe(201);
    const member = added.json as StaffMember;
    expect([member.nip, member.account?.name]).toEqual(['2007', 'Ibu petugas.b']);
    expect(problemOf(await bkpsdm.post('/staff', body)).code).toBe('staff-code-taken');
    expect((await bkpsdm.post('/staff', { ...body, code: 'P-10', nip: '123' })).status).toBe(400);
    const stranger = { ...body, code: 'P-11', account: '0198c0de-0000-7000-8000-000000000009' };
    expect(problemOf(await bkpsdm.post('/staff', stranger)).code).toBe('staff-account-elsewhere');
    const changed = await bkpsdm.send('PATCH', `/staff/${member.id}`, {
      body: { name: 'Sari Contoh, S.E.' },
    });
    expect((changed.json as StaffMember).nip).toBe('2007');
    for (const path of ['/staff', '/staff?q=sari', '/staff?unit=b']) {
      const { text } = await bkpsdm.get(path);
      expect(text).withContext(path).toContain('Sari Contoh, S.E.');
      expect(text).not.toContain('199001012015012007');
    }
    const { text: trail } = await (await staff.as('inspektorat')).get('/audit?limit=200');
    expect(trail).toContain(`staff/${member.id}`);
    expect(trail).not.toContain('199001012015012007');
    expect((await (await staff.as('camat.a')).get('/staff')).status).toBe(403);
  });

  it('remote posts, outages and the trial period are kept by who manages staff, and read by everybody', async () => {
    const bkpsdm = await staff.as('bkpsdm');
    const post = await bkpsdm.post('/staff-fairness/remote-posts', {
      unit: 'b',
      servicePoint: 'Pos Muara',
      legalBasis: 'Keputusan Bupati 12/2026',
      validFrom: '2026-01-01',
      validTo: null,
    });
    expect(post.status).withContext(post.text).toBe(201);
    const { id } = post.json as { id: string };
    const early = await bkpsdm.post(`/staff-fairness/remote-posts/${id}/end`, { validTo: '2025-12-31' });
    expect(problemOf(early).code).toBe('period-reversed');
    const outage = { system: 'SIAK', unit: null, service: null, note: null };
    const hours = { from: '2026-11-18T08:00:00+08:00', to: '2026-11-18T12:00:00+08:00' };
    expect((await bkpsdm.post('/staff-fairness/outages', { ...outage, ...hours })).status).toBe(201);
    const reversed = await bkpsdm.post('/staff-fairness/outages', {
      ...outage,
      from: hours.to,
      to: hours.from,
    });
    expect(problemOf(reversed).code).toBe('period-reversed');
    const seen = await (
      await staff.as('petugas.a')
    ).read<{ remotePosts: unknown[]; outages: unknown[]; trial: unknown; mayManage: boolean }>(
      '/staff-fairness',
    );
    expect([seen.remotePosts.length, seen.outages.length, seen.trial, seen.mayManage]).toEqual([
      1,
      1,
      null,
      false,
    ]);
    expect(
      problemOf(
        await bkpsdm.send('PUT', '/staff-fairness/trial', {
          body: { endsOn: '2027-01-01', reason: 'data belum lengkap' },
        }),
      ).code,
    ).toBe('trial-not-found');
  });

  it('an examination of conduct is recorded by the Inspektorat with its letter', async () => {
    const { product } = staff;
    await product.load(STAFF_KABUPATEN, 'services', [{ code: 'kk', name: 'Kartu Keluarga (KK)' }]);
    await product.load(STAFF_KABUPATEN, 'complaints', [
      {
        number: 'ADU-1',
        unit: 'a',
        service: 'kk',
        class: 'biasa',
        receivedAt: '2026-11-02T09:00:00+08:00',
        status: 'diterima',
      },
    ]);
    const row: { id: string } | undefined = await product.database
      .owner('complaints')
      .where({ kabupaten_code: STAFF_KABUPATEN, number: 'ADU-1' })
      .first('id');
    const body = {
      complaint: row?.id ?? '',
      staff: petugas,
      upheld: true,
      decidedOn: '2026-11-10',
      letterNumber: '700/12/INSP',
      letterOn: '2026-11-11',
      note: null,
    };
    const put = async (name: string, change = {}) =>
      (await staff.as(name)).send('PUT', '/conduct-findings', { body: { ...body, ...change } });
    expect((await put('bkpsdm')).status).toBe(403);
    const found = async () =>
      (await staff.as('inspektorat')).read<{ items: unknown[]; candidates: { id: string; unit: string }[] }>(
        `/conduct-findings?complaint=${body.complaint}`,
      );
    const elsewhere = await staff.addStaff('LAIN-1', 'b', null);
    const before = await found();
    await product.database.owner('staff_members').where({ id: elsewhere }).delete();
    expect(before.items).toEqual([]);
    expect(before.candidates).toContain(jasmine.objectContaining({ id: petugas, unit: 'Kecamatan A' }));
    // Somebody of another unit is not offered.
    expect(before.candidates.map(({ id }) => id)).not.toContain(elsewhere);
    expect(problemOf(await put('inspektorat', { decidedOn: '2026-11-01' })).code).toBe(
      'conduct-date-impossible',
    );
    expect(problemOf(await put('inspektorat', { letterOn: '2026-11-21' })).code).toBe(
      'conduct-date-impossible',
    );
    const stored = await put('inspektorat');
    expect(stored.status).withContext(stored.text).toBe(200);
    expect(stored.json).toEqual(
      jasmine.objectContaining({
        complaint: { id: row?.id ?? '', number: 'ADU-1' },
        staff: { id: petugas, name: 'Pegawai P-1' },
        upheld: true,
        by: 'Jabatan inspektorat',
      }),
    );
    expect((await found()).items.length).toBe(1);
    const { text } = await (await staff.as('admin')).get('/audit?action=conduct-examined');
    expect(text).toContain('conduct-examined');
    for (const secret of ['Pegawai P-1', petugas, '700/12/INSP', 'terbukti'])
      expect(text).not.toContain(secret);
  });
});
