import type { Complaint, ComplaintLine } from '#contract/complaints';
import type { Summary } from '#contract/measures';
import { verifyRollups } from '../../platform/database/rollups/verify-rollups.repository.ts';
import { readNationalHolidays, rebuildCalendars } from '../../platform/kabupaten/calendar-days.repository.ts';
import type { ApiCaller } from '../../testing/api-caller.ts';
import { startTestProduct, type TestProduct } from '../../testing/test-product.ts';
import { earlierComplaints } from './earlier-complaints.repository.ts';
import { COMPLAINT_ROLLUPS } from './complaint-rollups.ts';
import { moveOpenComplaintDeadlines } from './move-open-deadlines.repository.ts';

const KUKAR = '64.02';
const SEBULU = '64.02.07';
const NOW = '2026-04-15T10:00:00+08:00';

/**
 * Received on Tuesday 17 March 2026, WITA. By the worked examples of the domain (SKB 1497/2025): 3 working days end on
 * 27 March, 5 on 31 March, 14 on 14 April; 3 + 5 = 8 end on 6 April, because 3 April is Good Friday.
 */
const RECEIVED = '2026-03-17T09:00:00+08:00';

describe('the clocks of a complaint', () => {
  let product: TestProduct;
  let bupati: ApiCaller;

  beforeAll(async () => {
    product = await startTestProduct({ now: NOW });
    await product.addKabupaten(KUKAR, 'Asia/Makassar');
    await product.addPerson('bupati', { role: 'bupati', kabupaten: KUKAR });
    await product.addPerson('inspektur', { role: 'inspektorat', kabupaten: KUKAR });
    bupati = await product.signIn('bupati');
  });
  afterAll(() => product.stop());
  beforeEach(() => product.setNow(NOW));

  function record(number: string, rest: Record<string, string | null> = {}) {
    return {
      number,
      unit: SEBULU,
      service: 'umum',
      channel: 'web',
      class: 'normatif',
      receivedAt: RECEIVED,
      firstResponseAt: null as string | null,
      resolvedAt: null as string | null,
      dueAt: null as string | null,
      status: 'diterima',
      ...rest,
    };
  }

  async function find(number: string, caller = bupati): Promise<Complaint> {
    const { items } = await caller.read<{ items: ComplaintLine[] }>(`/complaints?search=${number}`);
    const found = items.find((line) => line.number === number);
    return caller.read<Complaint>(`/complaints/${found?.id ?? ''}`);
  }

  const local = (at: string | null | undefined) =>
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: 'Asia/Makassar',
      dateStyle: 'short',
      timeStyle: 'medium',
    }).format(new Date(at ?? 0));

  it('climbs from the unit to Diskominfo and the Bupati, at the ends of working days', async () => {
    await product.load(KUKAR, 'complaints', [record('naik-1')]);
    const standsWith = async (now: string) => {
      product.setNow(now);
      const { rung, ladder } = await find('naik-1');
      return [rung, ...ladder.map((step) => `${step.rung} ${local(step.at)} ${step.reached}`)];
    };
    const unit = 'unit 2026-03-17 09:00:00 true';
    const diskominfo = 'diskominfo 2026-03-27 23:59:59';
    expect(await standsWith('2026-03-27T23:59:59+08:00')).toEqual(['unit', unit, `${diskominfo} false`]);
    expect(await standsWith('2026-03-28T00:00:00+08:00')).toEqual([
      'diskominfo',
      unit,
      `${diskominfo} true`,
      'bupati 2026-04-06 23:59:59 false',
    ]);
    expect(await standsWith('2026-04-07T00:00:00+08:00')).toEqual([
      'bupati',
      unit,
      `${diskominfo} true`,
      'bupati 2026-04-06 23:59:59 true',
    ]);
  });

  it('counts official time to answer and resolution, and what was passed on, as it stood at each day', async () => {
    const summary = async (to: string) =>
      (await bupati.read<Summary>(`/measures/summary?service=kk&from=2026-03-17&to=${to}`)).complaints;
    await product.load(KUKAR, 'complaints', [
      // Open 17 March 09.00–16.00 (7 h) and 25 March 08.00–10.00 (2 h): 9 h = 540 minutes. Resolved 26 March 12.00:
      // 7 + 8 + 4 = 19 h = 1,140 minutes.
      record('jam-1', {
        service: 'kk',
        firstResponseAt: '2026-03-25T10:00:00+08:00',
        resolvedAt: '2026-03-26T12:00:00+08:00',
        status: 'selesai',
      }),
      // Answered on 30 March, after the third working day (27 March): passed on, and answered.
      record('jam-2', {
        service: 'kk',
        firstResponseAt: '2026-03-30T10:00:00+08:00',
        status: 'ditindaklanjuti',
      }),
      record('jam-3', { service: 'kk' }),
      record('jam-4', { service: 'kk', status: 'tidak-valid' }),
    ]);
    expect(await summary('2026-03-26')).toEqual(
      jasmine.objectContaining({
        received: 4,
        valid: 3,
        invalidShare: 1 / 4,
        responded: 1,
        respondedShare: 1 / 3,
        escalated: 0,
        resolved: 1,
      }),
    );
    expect(await summary('2026-03-27')).toEqual(jasmine.objectContaining({ responded: 1, escalated: 2 }));
    const end = await summary('2026-03-31');
    expect(end).toEqual(jasmine.objectContaining({ responded: 2, respondedShare: 2 / 3, escalated: 2 }));
    expect(Math.abs((end.medianResponseWorkingMinutes ?? 0) - 540)).toBeLessThanOrEqual(5.4);
    expect(Math.abs((end.p90ResolutionWorkingMinutes ?? 0) - 1140)).toBeLessThanOrEqual(11.4);
    const one = await find('jam-1');
    expect([one.responseWorkingMinutes, one.resolutionWorkingMinutes, one.workingDays]).toEqual([
      540, 1140, 2,
    ]);
  });

  it('says why the deadline is that day', async () => {
    await product.load(KUKAR, 'complaints', [
      record('tenggat-1', { dueAt: null }),
      record('tenggat-2', { dueAt: '2026-03-20T12:00:00+08:00' }),
      record('tenggat-3', { class: 'aspirasi' }),
    ]);
    const { deadline, dueAt, dueAtEndOfDay, verdict } = await find('tenggat-1');
    expect([local(dueAt), dueAtEndOfDay, verdict]).toEqual(['2026-03-31 23:59:59', true, 'missed']);
    expect([deadline.source, deadline.workingDays, deadline.reproduced]).toEqual(['class', 5, true]);
    expect(deadline.steps.map(({ day, kind }) => `${day.slice(5)} ${kind}`)).toEqual([
      '03-17 received',
      '03-18 joint-leave',
      '03-19 holiday',
      '03-20 joint-leave',
      '03-21 weekend',
      '03-22 weekend',
      '03-23 joint-leave',
      '03-24 joint-leave',
      '03-25 counted',
      '03-26 counted',
      '03-27 counted',
      '03-28 weekend',
      '03-29 weekend',
      '03-30 counted',
      '03-31 counted',
    ]);
    const own = await find('tenggat-2');
    expect([own.deadline.source, own.deadline.steps, own.verdict]).toEqual(['own', [], 'missed']);
    const wish = await find('tenggat-3');
    expect([wish.deadline.source, wish.dueAt, wish.verdict]).toEqual(['none', null, 'none']);
  });

  it('leaves suspected abuse off the ladder: it is the Inspektorat’s alone', async () => {
    await product.load(KUKAR, 'complaints', [
      record('dugaan-1', { class: 'berkadar-pengawasan', receivedAt: '2026-01-05T09:00:00+08:00' }),
    ]);
    const inspector = await product.signIn('inspektur');
    const it = await find('dugaan-1', inspector);
    expect([it.rung, it.ladder]).toEqual(['unit', []]);
  });

  it('moves what is open when a holiday is added later, and nothing that is resolved or answered', async () => {
    const at = (day: string) => `2026-06-${day}T09:00:00+08:00`;
    const rows = [
      record('libur-1', { receivedAt: at('22') }),
      record('libur-2', { receivedAt: at('22'), resolvedAt: at('29'), status: 'selesai' }),
      record('libur-3', { receivedAt: at('22'), firstResponseAt: at('23'), status: 'ditindaklanjuti' }),
      record('libur-4', { receivedAt: at('22'), dueAt: at('25') }),
    ];
    await product.load(KUKAR, 'complaints', rows);
    const days = async (number: string) => {
      const { due_at, escalates_at, calendar_version } = (await product.database
        .owner<{ due_at: Date; escalates_at: Date; calendar_version: number; number: string }>('complaints')
        .where({ number })
        .first('due_at', 'escalates_at', 'calendar_version')) ?? {
        due_at: new Date(0),
        escalates_at: new Date(0),
        calendar_version: 0,
      };
      return [
        local(due_at.toISOString()).slice(5, 10),
        local(escalates_at.toISOString()).slice(5, 10),
        calendar_version,
      ];
    };
    // Monday 22 June: 3 working days are Thursday the 25th, 5 are Monday the 29th.
    expect(await days('libur-1')).toEqual(['06-29', '06-25', 1]);
    await product.database.owner('national_holidays').insert({
      day: '2026-06-24',
      kind: 'joint-leave',
      name: 'Cuti bersama tambahan',
      legal_basis: 'uji',
      confirmed: true,
    });
    const moved = await product.database.owner.transaction(async (transaction) => {
      await transaction.raw(`set local app.kabupaten_code = '${KUKAR}'`);
      const codes = await rebuildCalendars(
        transaction,
        KUKAR,
        await readNationalHolidays(transaction),
        'uji',
      );
      return moveOpenComplaintDeadlines(
        transaction,
        { kabupatenCode: KUKAR, timeZone: 'Asia/Makassar' },
        codes,
      );
    });
    // Deadlines of the other examples lie before the new holiday.
    expect(moved).toBe(3);
    expect(await days('libur-1')).toEqual(['06-30', '06-26', 2]);
    expect(await days('libur-2')).toEqual(['06-29', '06-25', 1]);
    expect(await days('libur-3')).toEqual(['06-30', '06-25', 2]);
    expect(await days('libur-4')).toEqual(['06-25', '06-26', 2]);
    // Told again with another text, a resolved one keeps its verdict; one that is resolved only now has the new calendar.
    await product.load(
      KUKAR,
      'complaints',
      rows.map((row) =>
        row.number === 'libur-1'
          ? { ...row, resolvedAt: at('30'), status: 'selesai' }
          : { ...row, text: 'Keterangan ditambah.' },
      ),
    );
    expect(await days('libur-1')).toEqual(['06-30', '06-26', 2]);
    expect(await days('libur-2')).toEqual(['06-29', '06-25', 1]);
    expect(await days('libur-3')).toEqual(['06-30', '06-25', 2]);
    expect(
      (await verifyRollups(product.database.application, [COMPLAINT_ROLLUPS])).filter((line) =>
        line.startsWith(KUKAR),
      ),
    ).toEqual([]);
    product.setNow('2026-07-01T10:00:00+08:00');
    expect((await find('libur-2')).deadline.steps.length).toBe(8);
    expect((await find('libur-1')).deadline.steps.map(({ label }) => label)).toContain(
      'Cuti bersama tambahan',
    );
  });

  it('gives complaints of an earlier version the same, and leaves deadlines that were given', async () => {
    await product.load(KUKAR, 'complaints', [
      record('lama-1', { firstResponseAt: '2026-03-30T10:00:00+08:00', status: 'ditindaklanjuti' }),
      record('lama-2', { resolvedAt: '2026-03-26T12:00:00+08:00', status: 'selesai' }),
      record('lama-3', { class: 'berkadar-pengawasan', receivedAt: '2026-01-05T09:00:00+08:00' }),
      record('lama-4'),
    ]);
    const { owner } = product.database;
    const stored = () => owner('complaints').where('number', 'like', 'lama-%').orderBy('number');
    const before = (await stored()) as Record<string, unknown>[];
    await owner('complaints')
      .where('number', 'like', 'lama-%')
      .update({
        calendar_version: null,
        escalates_at: null,
        escalates_top_at: null,
        response_seconds: null,
        resolution_seconds: null,
        settled_at: owner.ref('received_at'),
      });
    await owner.transaction(async (transaction) => {
      await transaction.raw(`set local app.kabupaten_code = '${KUKAR}'`);
      await earlierComplaints(transaction, { kabupaten: KUKAR, zone: 'Asia/Makassar' });
    });
    expect(before.map((row) => row['response_seconds'] !== null)).toEqual([true, false, false, false]);
    expect(await stored()).toEqual(before);
  });
});
