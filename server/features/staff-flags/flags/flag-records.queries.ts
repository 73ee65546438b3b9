import type { FrozenEvidence } from '#domain/staff-flags/staff-rule';
import type { FlagRelation } from '#domain/staff-flags/visibility';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { ListPlace } from '../../../platform/http/list-cursor.ts';
import type { FlagSight } from './flag-sight.ts';

export type FlagKind = 'reward' | 'sanction';
export type FlagState =
  'proposed' | 'explained' | 'reviewed' | 'confirmed' | 'dismissed' | 'expired' | 'withdrawn';

/** A proposal as it is stored, with the person it is about. */
export interface FlagRecord {
  readonly id: string;
  readonly staff_id: string;
  readonly staff_name: string;
  readonly nip_end: string | null;
  readonly employment: 'pns' | 'pppk' | 'non-asn';
  readonly user_id: string | null;
  readonly unit_code: string;
  readonly rule_id: string;
  readonly kind: FlagKind;
  readonly period_from: string;
  readonly period_to: string;
  readonly evidence: FrozenEvidence;
  readonly settings: Readonly<Record<string, number>>;
  readonly state: FlagState;
  readonly raised_at: Date;
  readonly explain_until: string;
  readonly explanation: string | null;
  readonly explained_at: Date | null;
  readonly review: string | null;
  readonly reviewed_at: Date | null;
  readonly reviewed_title: string | null;
  readonly decision: 'confirmed' | 'dismissed' | null;
  readonly decided_at: Date | null;
  readonly decided_title: string | null;
  readonly decision_reason: string | null;
  readonly decision_number: string | null;
  readonly decision_on: string | null;
  readonly expires_on: string | null;
  readonly withdrawn_at: Date | null;
  readonly withdrawn_reason: string | null;
  /** How the one who asks stands to it. */
  readonly relation: FlagRelation;
  /** Instant of the place in the list, to the microsecond. */
  readonly place: string;
}

export interface FlagFilter {
  readonly id?: string;
  readonly kind?: FlagKind | undefined;
  readonly state?: FlagState | undefined;
  readonly box?: 'mine' | 'waiting' | 'all' | undefined;
  /** Codes of the unit asked for and of all below it. */
  readonly units?: readonly string[] | undefined;
}

/** A page of the proposals that the asker may see, the newest first. */
export async function listFlagRecords(
  transaction: ReadTransaction,
  sight: FlagSight,
  zone: string,
  filter: FlagFilter,
  limit: number,
  after: ListPlace | null,
): Promise<FlagRecord[]> {
  const { name, sql, values } = seenFlags(transaction.kabupatenCode, sight, zone, filter);
  const beyond =
    after === null
      ? 'true'
      : `(raised_at, id) < (${values.add(after.at, 'timestamptz')}, ${values.add(after.id, 'uuid')})`;
  return transaction.rows<FlagRecord & Record<string, unknown>>(
    `staff-flags ${name}${after === null ? '' : ' after'}`,
    `select seen.*, raised_at::text as place from (${sql}) seen where ${beyond}
      order by raised_at desc, id desc limit ${values.add(limit, 'integer')}`,
    values.list,
  );
}

/** How many proposals the asker may see. */
export async function countFlagRecords(
  transaction: ReadTransaction,
  sight: FlagSight,
  zone: string,
  filter: FlagFilter,
): Promise<number> {
  const { name, sql, values } = seenFlags(transaction.kabupatenCode, sight, zone, filter);
  const rows = await transaction.rows<{ count: number }>(
    `staff-flags-count ${name}`,
    `select count(*)::int as count from (${sql}) seen`,
    values.list,
  );
  return rows[0]?.count ?? 0;
}

/** One proposal; null when there is none, or it is not for the one who asks. */
export async function findFlagRecord(
  transaction: ReadTransaction,
  sight: FlagSight,
  zone: string,
  id: string,
): Promise<FlagRecord | null> {
  return (await listFlagRecords(transaction, sight, zone, { id }, 1, null))[0] ?? null;
}

/** The proposals that the asker may see, as `domain/staff-flags/visibility` says; the same rule once more, as SQL. */
function seenFlags(kabupatenCode: string, sight: FlagSight, zone: string, filter: FlagFilter) {
  const values = new SqlValues();
  const kabupaten = values.add(kabupatenCode, 'text');
  const { asker, below, exceptions, headsBelow, headless, today } = sight;
  const isNobody = asker.userId === null || asker.capacity === null || asker.capacity === 'ajudan';
  const user = values.add(isNobody ? null : asker.userId, 'uuid');
  const role = values.add(isNobody ? 'publik' : asker.role, 'text');
  const day = values.add(today, 'date');
  const key = `(f.unit_code || '|' || s.user_id::text)`;
  const isSuperior = `((f.unit_code = any(${values.add(isNobody ? [] : below, 'text[]')})
      and coalesce(${key} <> all(${values.add(exceptions, 'text[]')}), true))
    or coalesce(${key} = any(${values.add(isNobody ? [] : headsBelow, 'text[]')}), false))`;
  // Withdrawn before anybody else could see it, it stays between the system and the person.
  const isOpen = `(f.explained_at is not null or f.explain_until <
    least(${day}, coalesce((f.withdrawn_at at time zone ${values.add(zone, 'text')})::date, ${day})))`;
  const relation = `case when s.user_id = ${user} then 'subject' when not ${isOpen} then null
    when ${isSuperior} then 'superior' when ${role} = 'inspektorat' then 'inspektorat'
    when ${role} = 'bkpsdm' then 'decider' end`;
  const named: string[] = [];
  const conditions = ['relation is not null'];
  const also = (label: string, condition: string): void => {
    named.push(label);
    conditions.push(condition);
  };
  if (filter.id !== undefined) also('one', `id = ${values.add(filter.id, 'uuid')}`);
  if (filter.kind !== undefined) also('kind', `kind = ${values.add(filter.kind, 'text')}`);
  if (filter.state !== undefined) also('state', `state = ${values.add(filter.state, 'text')}`);
  if (filter.units !== undefined) also('units', `unit_code = any(${values.add(filter.units, 'text[]')})`);
  if (filter.box === 'mine') also('mine', `relation = 'subject'`);
  if (filter.box === 'waiting') {
    const isHeard = `(state = 'explained' or (state = 'proposed' and explain_until < ${day}))`;
    also(
      'waiting',
      `((relation = 'subject' and state = 'proposed') or (relation = 'superior' and ${isHeard})
        or (relation = 'decider' and (state = 'reviewed'
            or (${isHeard} and unit_code = any(${values.add(headless, 'text[]')})))))`,
    );
  }
  return {
    name: named.join(' '),
    values,
    sql: `select * from (
      select f.id, f.staff_id, s.name as staff_name, right(s.nip, 4) as nip_end, s.employment, s.user_id, f.unit_code,
             f.rule_id, f.kind, f.period_from, f.period_to, f.evidence, f.settings, f.state, f.raised_at,
             f.explain_until, f.explanation, f.explained_at, f.review, f.reviewed_at, f.reviewed_title, f.decision,
             f.decided_at, f.decided_title, f.decision_reason, f.decision_number, f.decision_on, f.expires_on,
             f.withdrawn_at, f.withdrawn_reason, ${relation} as relation
        from staff_flags f
        join staff_members s on s.kabupaten_code = f.kabupaten_code and s.id = f.staff_id
       where f.kabupaten_code = ${kabupaten}) flags
     where ${conditions.join(' and ')}`,
  };
}
