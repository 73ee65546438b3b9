import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { quartersUpTo } from '#domain/staff-flags/judged-periods';
import { StaffRecords } from './staff-facts.ts';
import { readStaffRows } from './staff-facts.queries.ts';
import { readRegisteredStaff } from './staff-members.queries.ts';
import { dryRunRule } from './dry-run.ts';
import { evaluateToday } from './evaluate-today.ts';
import { findStaffRule } from '#domain/staff-flags/staff-rules';
import { KABUPATEN, startStaffKabupaten, UNIT, type StaffKabupaten } from './staff-kabupaten.testing.ts';
import type { StandingFlag } from './standing-flags.queries.ts';

interface NoticeRow {
  readonly kind: string;
  readonly to_user: string | null;
  readonly to_post: string | null;
  readonly about_id: string;
  readonly settled_at: Date | null;
  readonly needs_action: boolean;
}
interface FlagRow extends StandingFlag {
  readonly withdrawn_reason: string | null;
  readonly data_version: number;
}

const NOTHING = { raised: 0, withdrawn: 0, expired: 0, told: 0 };

/** p-lambat: 20 of 40 late in both quarters; the two others nothing; p-lain is on no register. */
async function withLateOfficer(): Promise<{
  place: StaffKabupaten;
  late: ReturnType<StaffKabupaten['cases']>;
}> {
  const place = await startStaffKabupaten(['p-lambat']);
  const late = place.cases('p-lambat', 40, 20);
  await place.load('service-cases', [
    ...late,
    ...place.cases('p-lain', 40, 0),
    ...place.cases('p-dua', 40, 1),
  ]);
  return { place, late };
}

describe('proposals about staff, from the records', () => {
  let place: StaffKabupaten;
  let late: ReturnType<StaffKabupaten['cases']>;
  beforeEach(async () => ({ place, late } = await withLateOfficer()));
  afterEach(() => place.stop());

  const flags = (): Promise<FlagRow[]> => place.rows<FlagRow>('staff_flags');
  const notices = (): Promise<NoticeRow[]> => place.rows<NoticeRow>('notices');

  it('are made once, with what they rest on; the person hears of it first', async () => {
    expect(await place.raise()).toEqual({ ...NOTHING, raised: 1 });
    expect(await place.raise()).toEqual(NOTHING);
    const [flag] = await flags();
    expect([flag?.rule_id, flag?.state, flag?.period_from, flag?.period_to]).toEqual([
      'on-time-low',
      'proposed',
      '2026-04-01',
      '2026-09-30',
    ]);
    // Monday to Friday after Sunday, 22 November 2026: the fifth working day is Friday, the 27th.
    expect([flag?.explain_until, flag?.expires_on]).toEqual(['2026-11-27', '2027-11-22']);
    const [own, others] = flag?.evidence.observations ?? [];
    expect([own?.observed, own?.n, own?.records.length]).toEqual([0.5, 40, 20]);
    // 79 of 80 in time.
    expect([others?.observed, others?.n]).toEqual([79 / 80, 80]);
    expect((await notices()).map(({ kind, to_user: user }) => [kind, user])).toEqual([
      ['flag-to-explain', place.account],
    ]);
  });

  it('go to the superior when the time for the explanation is over, and to the official after the review', async () => {
    await place.raise();
    await place.raise('2026-11-27');
    expect((await notices()).length).toBe(1);
    await place.raise('2026-11-28');
    await place.raise('2026-11-28');
    expect((await notices()).map(({ kind, to_post: post }) => [kind, post])).toEqual([
      ['flag-to-explain', null],
      ['flag-to-review', place.posts.head],
    ]);
    await place.database.owner('staff_flags').update({ state: 'reviewed' });
    await place.raise('2026-11-28');
    expect((await notices()).at(-1)).toEqual(
      jasmine.objectContaining({ kind: 'flag-to-decide', to_post: place.posts.decider, needs_action: true }),
    );
  });

  it('are withdrawn when a correction takes their ground away, and say what changed', async () => {
    await place.raise();
    // The clock of the office had been wrong: 15 of the late cases of each quarter were done in time.
    const corrected = late
      .filter(({ completedAt }) => String(completedAt).includes('T07'))
      .filter((_each, index) => index % 20 < 15)
      .map((record) => ({ ...record, completedAt: String(record['completedAt']).replace('T07', 'T03') }));
    expect(corrected.length).toBe(30);
    await place.load('service-cases', corrected);
    expect(await place.raise()).toEqual({ ...NOTHING, withdrawn: 1 });
    const [flag] = await flags();
    expect(flag?.state).toBe('withdrawn');
    expect(flag?.withdrawn_reason).toContain('semula 50\u00a0% dari 40, kini 87,5\u00a0% dari 40');
    const told = await notices();
    expect(told.map(({ kind }) => kind)).toEqual(['flag-to-explain', 'flag-withdrawn']);
    expect(told[0]?.settled_at).not.toBeNull();
    expect(await place.raise()).toEqual(NOTHING);
    const actions = (await place.rows<{ action: string; subject: string; details: unknown }>('audit_entries'))
      .filter(({ subject }) => subject.startsWith('staff-flags/'))
      .map(({ action, details }) => [action, details]);
    const rule = { rule: 'Ketepatan waktu yang perlu diklarifikasi' };
    expect(actions).toEqual([
      ['staff-flag-raised', rule],
      ['staff-flag-withdrawn', rule],
    ]);
  });

  it('are withdrawn when an outage is recorded that the late cases waited for', async () => {
    await place.raise();
    await place.insert('system_outages', {
      id: '0198c0de-0000-7000-8000-000000000001',
      system: 'SIAK',
      started_at: '2026-07-06T00:00:00Z',
      ended_at: '2026-08-18T10:00:00Z',
      post_title: 'BKPSDM',
    });
    expect((await place.raise()).withdrawn).toBe(1);
  });

  it('come back as new ones when the facts come back, and the withdrawn ones stay on record', async () => {
    await place.raise();
    const inTime = late.map((record) => ({
      ...record,
      completedAt: String(record['completedAt']).replace('T07', 'T03'),
    }));
    await place.load('service-cases', inTime);
    // All in time in both quarters: what was late is withdrawn, and the same records carry praise.
    expect(await place.raise()).toEqual({ ...NOTHING, raised: 1, withdrawn: 1 });
    // The correction was itself wrong, and taken back.
    await place.load('service-cases', late);
    expect(await place.raise()).toEqual({ ...NOTHING, raised: 1, withdrawn: 1 });
    expect(await place.raise()).toEqual(NOTHING);
    expect((await flags()).map(({ rule_id: rule, state }) => `${rule} ${state}`).sort()).toEqual([
      'on-time-high withdrawn',
      'on-time-low proposed',
      'on-time-low withdrawn',
    ]);
    const open = (await flags()).find(({ state }) => state === 'proposed');
    expect(
      (await notices()).filter(({ settled_at: settled, needs_action: act }) => act && settled === null),
    ).toEqual([jasmine.objectContaining({ kind: 'flag-to-explain', about_id: open?.id })]);
  });

  it('that were decided stay as they were decided; the official is told once', async () => {
    await place.raise();
    await place.database.owner('staff_flags').update({ state: 'confirmed' });
    await place.load(
      'service-cases',
      late.map((record) => ({ ...record, completedAt: String(record['completedAt']).replace('T07', 'T03') })),
    );
    // All in time in both quarters: the same records now carry praise.
    expect(await place.raise()).toEqual({ ...NOTHING, raised: 1, told: 1 });
    expect((await place.raise()).told).toBe(0);
    expect((await flags()).map(({ rule_id: rule, state }) => [rule, state]).sort()).toEqual([
      ['on-time-high', 'proposed'],
      ['on-time-low', 'confirmed'],
    ]);
    const told = (await notices()).filter(({ kind }) => kind === 'flag-facts-changed');
    expect(told.map(({ to_post: post }) => post)).toEqual([place.posts.decider]);
  });

  it('expire, and are not made a second time for the same days', async () => {
    await place.raise();
    await place.database.owner('staff_flags').update({ expires_on: '2026-11-23' });
    expect(await place.raise('2026-11-23')).toEqual({ ...NOTHING, expired: 1 });
    expect(await place.raise('2026-11-24')).toEqual(NOTHING);
    expect((await flags()).map(({ state }) => state)).toEqual(['expired']);
  });

  it('are not made in the trial period, by a rule that is off, or of somebody who has left', async () => {
    await place.insert('trial_periods', {
      starts_on: '2026-10-01',
      ends_on: '2026-12-31',
      post_title: 'Admin',
    });
    expect(await place.raise()).toEqual(NOTHING);
    await place.database.owner('trial_periods').delete();
    const off = { rule_id: 'on-time-low', enabled: false, settings: '{}', post_title: 'BKPSDM' };
    await place.insert('staff_rule_settings', { ...off, changed_at: '2026-11-01T00:00:00Z' });
    expect(await place.raise()).toEqual(NOTHING);
    await place.database.owner('staff_rule_settings').delete();
    await place.database.owner('staff_members').update({ valid_to: '2026-11-21' });
    expect(await place.raise()).toEqual(NOTHING);
    await place.database.owner('staff_members').update({ valid_to: '2026-11-22' });
    expect((await place.raise()).raised).toBe(1);
  });

  it('leave out cases of which another unit has a stage', async () => {
    await place.load('units', [
      {
        code: 'disdukcapil',
        name: 'Disdukcapil',
        kind: 'skpd',
        parentCode: KABUPATEN,
        validFrom: null,
        validTo: null,
        predecessorCode: null,
      },
    ]);
    await place.load(
      'case-steps',
      late
        .filter((_each, index) => index % 40 < 15)
        .map(({ number, receivedAt, completedAt }) => ({
          number: String(number),
          unit: UNIT,
          step: 'Cetak',
          stepUnit: 'disdukcapil',
          startedAt: String(receivedAt),
          completedAt: String(completedAt),
        })),
    );
    // 5 late ones of 25 are left: fewer than the 30 that it takes.
    expect(await place.raise()).toEqual(NOTHING);
  });

  it('count only the days on which the code was the person’s', async () => {
    await place.database.owner('staff_members').update({ valid_from: '2026-07-01' });
    expect(await place.raise()).toEqual(NOTHING);
  });

  it('are held against today’s records, and tried over the past, without writing anything', async () => {
    await place.raise();
    const [flag] = await flags();
    const rule = findStaffRule('on-time-low');
    if (flag === undefined || rule === null) throw new Error('no proposal');
    await readInScope(place.database.application, { kabupatenCode: KABUPATEN }, async (transaction) => {
      expect(await evaluateToday(transaction, flag)).toBe('raised');
      const tried = await dryRunRule(transaction, {
        rule,
        settings: {},
        from: '2026-01-01',
        to: '2026-12-31',
        today: '2026-11-22',
      });
      expect(tried).toEqual({
        staff: 1,
        periods: [
          { from: '2026-01-01', to: '2026-03-31', raised: 0, clear: 0, insufficient: 1 },
          { from: '2026-04-01', to: '2026-06-30', raised: 0, clear: 0, insufficient: 1 },
          { from: '2026-07-01', to: '2026-09-30', raised: 1, clear: 0, insufficient: 0 },
        ],
      });
      const strict = {
        rule,
        settings: { dueMetShare: 0.4 },
        from: '2026-07-01',
        to: '2026-09-30',
        today: '2026-11-22',
      };
      expect((await dryRunRule(transaction, strict)).periods[0]?.clear).toBe(1);
    });
    expect((await flags()).length).toBe(1);
  });
});

describe('facts of staff', () => {
  it('know fees above the confirmed standard that was in force on the day of receipt', async () => {
    const place = await startStaffKabupaten(['p-lambat']);
    try {
      const { owner } = place.database;
      await owner('service_standards').where({ kabupaten_code: KABUPATEN, service_code: 'kk' }).delete();
      for (const [from, fee] of [
        ['2026-01-01', 0],
        ['2026-08-01', 20_000],
      ] as const)
        await place.insert('service_standards', {
          service_code: 'kk',
          valid_from: from,
          promise_unit: 'working-days',
          promise_amount: 3,
          fee,
          confirmed: true,
        });
      // Six a quarter on six days; 20,000 is above the standard until July, and equal to it since August.
      await place.load('service-cases', place.cases('p-lambat', 6, 0, { fee: 20_000 }));
      expect(await place.raise()).toEqual({ ...NOTHING, raised: 1 });
      const [flag] = await place.rows<FlagRow>('staff_flags');
      expect(flag?.rule_id).toBe('fee-above-standard');
      // April to June six, 6 and 20 July two more; none since the new standard.
      expect(flag?.evidence.observations.map(({ measure, observed }) => [measure, observed])).toEqual([
        ['feesAbove', 8],
        ['feeDifference', 20_000],
        ['feeMonths', 4],
      ]);
      await owner('service_standards').where({ kabupaten_code: KABUPATEN }).update({ confirmed: false });
      expect((await place.raise()).withdrawn).toBe(1);
    } finally {
      await place.stop();
    }
  });

  it('know praise, examined complaints about conduct, and the regent’s list of remote posts', async () => {
    const place = await startStaffKabupaten(['p-lambat']);
    try {
      await place.load('survey-responses', [
        survey('1', '2026-07-06', 'Petugasnya ramah dan cepat'),
        survey('2', '2026-07-07', 'Kurang cepat'),
        survey('3', '2026-01-07', 'Petugasnya ramah'),
      ]);
      await place.load(
        'complaints',
        ['1', '2'].map((number) => ({
          number,
          unit: UNIT,
          channel: 'whatsapp',
          class: 'normatif',
          receivedAt: '2026-05-04T02:00:00Z',
          status: 'diterima',
        })),
      );
      const [person] = await place.rows<{ id: string }>('staff_members');
      const complaints = await place.rows<{ id: string; number: string }>('complaints');
      for (const { id, number } of complaints)
        await place.insert('conduct_findings', {
          complaint_id: id,
          staff_id: person?.id,
          upheld: number === '2',
          decided_on: '2026-06-02',
          letter_number: '700/1',
          letter_on: '2026-06-02',
          post_title: 'Inspektur',
          created_at: '2026-06-02T02:00:00Z',
        });
      const posts = [
        {
          unit_code: UNIT,
          service_point: 'Titik lain',
          legal_basis: 'Kepbup 1/2026',
          valid_from: '2026-01-01',
        },
        { unit_code: UNIT, legal_basis: 'Kepbup 2/2026', valid_from: '2026-04-02' },
        { unit_code: UNIT, legal_basis: 'Kepbup 3/2026', valid_from: '2026-01-01', valid_to: '2026-09-30' },
      ];
      for (const [index, post] of posts.entries())
        await place.insert('remote_posts', { id: `0198c0de-0000-7000-8000-00000000000${index}`, ...post });
      const periods = quartersUpTo('2026-09-30', 4);
      const facts = await readInScope(
        place.database.application,
        { kabupatenCode: KABUPATEN },
        async (transaction) => {
          const staff = await readRegisteredStaff(transaction);
          const { units } = (await readStructure(transaction)).structure;
          const [first] = staff;
          if (first === undefined) throw new Error('nobody');
          return new StaffRecords(await readStaffRows(transaction, units, staff, periods)).factsOf(
            first,
            periods,
          );
        },
      );
      // Of the last two quarters only.
      expect([facts.suggestions, facts.praise.map(({ number }) => number)]).toEqual([2, ['1']]);
      expect([facts.examined, facts.upheld.map(({ number, receivedOn }) => [number, receivedOn])]).toEqual([
        2,
        [['2', '2026-05-04']],
      ]);
      // Neither another point's post nor one that began within the quarter; the third, to its last day.
      expect(facts.remote).toEqual({ legalBasis: 'Kepbup 3/2026' });
    } finally {
      await place.stop();
    }
  });
});

function survey(number: string, date: string, suggestion: string) {
  return {
    number,
    unit: UNIT,
    service: 'kk',
    instrument: 'permenpanrb-14-2017',
    date,
    suggestion,
    ...Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`u${index + 1}`, 4])),
  };
}
