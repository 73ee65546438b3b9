import type { StaffFacts, StaffPeriod } from '#domain/staff-flags/staff-rule';
import type { UnitTree } from '#domain/unit-tree';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/** A person of the register, at the unit and post whose records are looked at. */
export interface StaffAt {
  readonly id: string;
  /** What stands in the records. */
  readonly code: string;
  readonly employment: StaffFacts['employment'];
  readonly unitCode: string;
  readonly servicePoint: string | null;
  /** Records of earlier or later days have the code of somebody else. `validTo` is the last day. */
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Cases of one name in the records, by unit, service and quarter. */
export interface CaseTally {
  readonly unit_code: string;
  readonly staff: string;
  /** False: somebody who is not on the register, or not on those days. */
  readonly listed: boolean;
  readonly service_code: string;
  /** First day of the quarter. */
  readonly quarter: string;
  readonly due: number;
  readonly due_met: number;
  readonly completed: number;
  readonly visits_known: number;
  readonly single_visit: number;
  readonly received: number;
  readonly late_entries: number;
  readonly left_out: number;
  readonly left_to_others: number;
  /** `<id> <number>`, at most 50 of each; null for none. */
  readonly missed: readonly string[] | null;
  readonly late: readonly string[] | null;
  readonly repeated: readonly string[] | null;
}

export interface FeeTally {
  readonly unit_code: string;
  readonly staff: string;
  readonly quarter: string;
  readonly known: number;
  readonly above: readonly { id: string; number: string; on: string; fee: number; standard: number }[] | null;
}

export interface FindingFact {
  readonly staff_id: string;
  readonly upheld: boolean;
  readonly decided_on: string;
  readonly id: string;
  readonly number: string;
  readonly received_on: string;
}

export interface SuggestionFact {
  readonly unit_code: string;
  readonly id: string;
  readonly number: string;
  readonly responded_on: string;
  readonly suggestion: string;
}

export interface RemotePostFact {
  readonly unit_code: string;
  readonly service_point: string | null;
  readonly legal_basis: string;
  readonly valid_from: string;
  /** Last day. */
  readonly valid_to: string | null;
}

/** Everything the rules look at, of some staff and some quarters. */
export interface StaffRows {
  readonly cases: readonly CaseTally[];
  readonly fees: readonly FeeTally[];
  readonly findings: readonly FindingFact[];
  readonly suggestions: readonly SuggestionFact[];
  readonly remotePosts: readonly RemotePostFact[];
}

/** A code of a unit belongs to a person on these days only. */
const MEMBERS = `unnest($3::text[], $4::text[], $5::date[], $6::date[]) as m (unit_code, code, valid_from, valid_to)`;
const MEMBER_OF_CASE = `m.unit_code = c.unit_code and m.code = c.staff and c.received_on >= m.valid_from
          and (m.valid_to is null or c.received_on <= m.valid_to)`;

/**
 * Whether a case waited for a system that was down: it was open, or waited to be recorded, during the outage. What
 * happened after its deadline no longer excuses it.
 */
const WAITED = `exists (
           select from unnest($9::text[], $10::text[], $11::timestamptz[], $12::timestamptz[])
                    as o (unit_code, service_code, started_at, ended_at)
            where o.unit_code = c.unit_code and o.service_code in ('*', c.service_code) and c.received_at < o.ended_at
              and greatest(coalesce(least(coalesce(c.completed_at, c.due_at), c.due_at), c.received_at), c.recorded_at)
                  >= o.started_at)`;

const QUARTERS = 'unnest($7::date[], $8::date[]) as q (day_from, day_to)';

/** Reads what the rules look at. @param quarters consecutive, the earliest first */
export async function readStaffRows(
  transaction: ReadTransaction,
  units: UnitTree,
  staff: readonly StaffAt[],
  quarters: readonly StaffPeriod[],
): Promise<StaffRows> {
  const unitCodes = [...new Set(staff.map(({ unitCode }) => unitCode))];
  const outages = await readOutages(transaction, units, unitCodes);
  const values = [
    transaction.kabupatenCode,
    unitCodes,
    staff.map(({ unitCode }) => unitCode),
    staff.map(({ code }) => code),
    staff.map(({ validFrom }) => validFrom),
    staff.map(({ validTo }) => validTo),
    quarters.map(({ from }) => from),
    quarters.map(({ to }) => to),
    outages.map(({ unit_code: unit }) => unit),
    outages.map(({ service_code: service }) => service),
    outages.map(({ started_at: started }) => started),
    outages.map(({ ended_at: ended }) => ended),
  ];
  const [from, to] = [quarters[0]?.from, quarters.at(-1)?.to];
  return {
    cases: await transaction.rows<CaseTally & Record<string, unknown>>('staff-case-tallies', CASES, values),
    fees: await transaction.rows<FeeTally & Record<string, unknown>>('staff-fee-tallies', FEES, values),
    findings: await transaction.rows<FindingFact & Record<string, unknown>>(
      'staff-findings',
      `select f.staff_id, f.upheld, f.decided_on, c.id, c.number, c.received_on
         from conduct_findings f
         join complaints c on c.kabupaten_code = $1 and c.id = f.complaint_id
        where f.kabupaten_code = $1 and f.staff_id = any($2::uuid[]) and f.decided_on between $3::date and $4::date
        order by f.decided_on, c.number`,
      [transaction.kabupatenCode, staff.map(({ id }) => id), from, to],
    ),
    suggestions: await transaction.rows<SuggestionFact & Record<string, unknown>>(
      'staff-suggestions',
      `select unit_code, id, number, responded_on, suggestion
         from survey_responses
        where kabupaten_code = $1 and unit_code = any($2::text[]) and responded_on between $3::date and $4::date
          and suggestion is not null and suggestion <> ''
        order by responded_on, number`,
      [transaction.kabupatenCode, unitCodes, from, to],
    ),
    remotePosts: await transaction.rows<RemotePostFact & Record<string, unknown>>(
      'staff-remote-posts',
      `select unit_code, service_point, legal_basis, valid_from, valid_to
         from remote_posts where kabupaten_code = $1 and unit_code = any($2::text[])
        order by service_point nulls last, valid_from`,
      [transaction.kabupatenCode, unitCodes],
    ),
  };
}

const CASES = `
  with looked_at as materialized (
    select c.id, c.number, c.unit_code, c.staff, c.service_code, c.received_on, c.completed_on, c.due_on, c.status,
           c.completed_at <= c.due_at as in_time, c.visits + c.extra_visits as visits, c.late_entry,
           ${WAITED} as waited,
           exists (select from ${MEMBERS} where ${MEMBER_OF_CASE}) as listed,
           exists (select from case_steps s
                    where s.kabupaten_code = $1 and s.unit_code = c.unit_code and s.number = c.number
                      and s.step_unit <> c.unit_code) as shared
      from service_cases c
     where c.kabupaten_code = $1 and c.unit_code = any($2::text[]) and c.staff is not null
       and (c.received_on between ($7::date[])[1] and ($8::date[])[cardinality($8::date[])]
         or c.completed_on between ($7::date[])[1] and ($8::date[])[cardinality($8::date[])]
         or c.due_on between ($7::date[])[1] and ($8::date[])[cardinality($8::date[])])
  ),
  placed as (
    select l.*, q.day_from as quarter,
           l.due_on between q.day_from and q.day_to and l.status <> 'dibatalkan' as is_due,
           l.completed_on between q.day_from and q.day_to and l.status = 'selesai' as is_done,
           l.received_on between q.day_from and q.day_to as is_received
      from looked_at l
      join ${QUARTERS}
        on l.received_on between q.day_from and q.day_to or l.completed_on between q.day_from and q.day_to
        or l.due_on between q.day_from and q.day_to
  )
  select unit_code, staff, listed, service_code, quarter,
         count(*) filter (where is_due and not waited and not shared)::integer as due,
         count(*) filter (where is_due and not waited and not shared and in_time)::integer as due_met,
         count(*) filter (where is_done and not waited)::integer as completed,
         count(*) filter (where is_done and not waited and visits is not null)::integer as visits_known,
         count(*) filter (where is_done and not waited and visits = 1)::integer as single_visit,
         count(*) filter (where is_received and not waited)::integer as received,
         count(*) filter (where is_received and not waited and late_entry)::integer as late_entries,
         count(*) filter (where waited)::integer as left_out,
         count(*) filter (where is_due and shared and not waited)::integer as left_to_others,
         (array_agg(id::text || ' ' || number order by due_on, number)
           filter (where listed and is_due and not waited and not shared and in_time is not true))[1:50] as missed,
         (array_agg(id::text || ' ' || number order by received_on, number)
           filter (where listed and is_received and not waited and late_entry))[1:50] as late,
         (array_agg(id::text || ' ' || number order by completed_on, number)
           filter (where listed and is_done and not waited and visits > 1))[1:50] as repeated
    from placed
   group by unit_code, staff, listed, service_code, quarter
   order by unit_code, staff, quarter, service_code`;

/** The standard in force on the day of receipt counts, and only where the unit has confirmed it. */
const FEES = `
  select c.unit_code, c.staff, q.day_from as quarter, count(*)::integer as known,
         jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'on', c.received_on, 'fee', c.fee::float8,
                                      'standard', st.fee::float8) order by c.received_on, c.number)
           filter (where c.fee > st.fee) as above
    from ${MEMBERS}
    join service_cases c on c.kabupaten_code = $1 and ${MEMBER_OF_CASE}
    join ${QUARTERS} on c.received_on between q.day_from and q.day_to
    join lateral (
      select s.fee, s.confirmed from service_standards s
       where s.kabupaten_code = $1 and s.service_code = c.service_code and s.valid_from <= c.received_on
       order by s.valid_from desc limit 1
    ) st on st.confirmed and st.fee is not null
   where c.unit_code = any($2::text[]) and c.status = 'selesai' and c.fee is not null and not ${WAITED}
   group by c.unit_code, c.staff, q.day_from
   order by c.unit_code, c.staff, q.day_from`;

interface OutageAt {
  readonly unit_code: string;
  readonly service_code: string;
  readonly started_at: string;
  readonly ended_at: string;
}

/** Outages, one line for every unit looked at that lies within the unit it was recorded for. */
async function readOutages(
  transaction: ReadTransaction,
  units: UnitTree,
  unitCodes: readonly string[],
): Promise<OutageAt[]> {
  const rows = await transaction.rows<{
    unit_code: string;
    service_code: string;
    started_at: Date;
    ended_at: Date;
  }>(
    'staff-outages',
    `select unit_code, service_code, started_at, ended_at from system_outages
      where kabupaten_code = $1 order by started_at, id`,
    [transaction.kabupatenCode],
  );
  return rows.flatMap((outage) =>
    unitCodes
      .filter((code) => outage.unit_code === '*' || units.isWithin(code, outage.unit_code))
      .map((code) => ({
        unit_code: code,
        service_code: outage.service_code,
        started_at: outage.started_at.toISOString(),
        ended_at: outage.ended_at.toISOString(),
      })),
  );
}
