import type { FrozenEvidence } from '#domain/staff-flags/staff-rule';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { FlagState } from '../flags/flag-records.queries.ts';

/** A proposal that was not withdrawn and has not expired, or one that was: what raising must know of it. */
export interface StandingFlag {
  readonly id: string;
  readonly staff_id: string;
  readonly unit_code: string;
  readonly rule_id: string;
  readonly kind: 'reward' | 'sanction';
  readonly period_from: string;
  readonly period_to: string;
  readonly evidence: FrozenEvidence;
  readonly settings: Readonly<Record<string, number>>;
  readonly state: FlagState;
  readonly explain_until: string;
  readonly expires_on: string | null;
  /** Account of the person; null without one. */
  readonly user_id: string | null;
  /** Kinds of notices that wait for somebody. */
  readonly waiting: readonly string[];
  /** The decider was told that the facts of the decision changed. */
  readonly told_of_change: boolean;
}

/** All proposals of the kabupaten: few, a handful a quarter. */
export async function readStandingFlags(transaction: ReadTransaction): Promise<StandingFlag[]> {
  return transaction.rows<StandingFlag & Record<string, unknown>>(
    'staff-standing-flags',
    `select f.id, f.staff_id, f.unit_code, f.rule_id, f.kind, f.period_from, f.period_to, f.evidence, f.settings, f.state,
            f.explain_until, f.expires_on, s.user_id,
            array(select distinct n.kind from notices n
                   where n.kabupaten_code = $1 and n.about_kind = 'staff-flag' and n.about_id = f.id::text
                     and n.settled_at is null and n.needs_action) as waiting,
            exists (select from notices n
                     where n.kabupaten_code = $1 and n.about_kind = 'staff-flag' and n.about_id = f.id::text
                       and n.kind = 'flag-facts-changed') as told_of_change
       from staff_flags f
       join staff_members s on s.kabupaten_code = $1 and s.id = f.staff_id
      where f.kabupaten_code = $1
      order by f.raised_at, f.id`,
    [transaction.kabupatenCode],
  );
}

/**
 * The last day for an explanation by the calendar of each unit: the `days`-th working day after today. A unit whose
 * calendar does not reach that far is absent.
 */
export async function readExplainUntil(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  today: string,
  days: number,
): Promise<ReadonlyMap<string, string>> {
  const rows = await transaction.rows<{ code: string; day: string }>(
    'staff-explain-until',
    `select u.code, later.day
       from units u
       join calendars k on k.kabupaten_code = $1 and k.code = u.calendar_code
       join calendar_days now on now.kabupaten_code = $1 and now.calendar_code = k.code and now.version = k.version
        and now.day = $3::date
       join calendar_days later on later.kabupaten_code = $1 and later.calendar_code = k.code
        and later.version = k.version and later.is_working
        and later.working_day_number = now.working_day_number + $4::integer
      where u.kabupaten_code = $1 and u.code = any($2::text[])`,
    [transaction.kabupatenCode, [...unitCodes], today, days],
  );
  return new Map(rows.map(({ code, day }) => [code, day]));
}
