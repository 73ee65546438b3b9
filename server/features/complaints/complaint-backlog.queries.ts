import { backlogAge, BACKLOG_AGES } from '#domain/complaints/backlog-age';
import { DISKOMINFO_DAYS, LADDER_SETTINGS, UNIT_DAYS } from '#domain/complaints/ladder';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import {
  conditionOf,
  momentSql,
  workingDaysSql,
  type ComplaintFilter,
} from './complaint-conditions.queries.ts';
import { COUNT_CONDITIONS } from './complaint-counts.ts';

/** Open complaints of one age. */
export interface AgeCount {
  readonly age: (typeof BACKLOG_AGES)[number]['id'];
  readonly count: number;
  readonly overdue: number;
}

/** What is open at the end of `filter.to` (or now), by age, with the working days the oldest has waited. */
export async function readBacklog(
  transaction: ReadTransaction,
  filter: ComplaintFilter & { readonly to: string },
  clock: Clock,
): Promise<{ readonly ages: readonly AgeCount[]; readonly oldestDays: number | null }> {
  const { name, where, values } = conditionOf(
    transaction.kabupatenCode,
    { ...filter, count: 'complaints.backlog' },
    clock,
  );
  const at = momentSql(filter.to, clock, values);
  const day = values.add(filter.to < clock.today ? filter.to : clock.today, 'date');
  const edges = values.add(
    BACKLOG_AGES.slice(1).map(({ fromDays }) => fromDays),
    'integer[]',
  );
  const rows = await transaction.rows<{ age: number; count: number; overdue: number; oldest: number }>(
    `complaint-backlog ${name}`,
    `select width_bucket(waiting.days, ${edges}) as age, count(*) as count,
            count(*) filter (where waiting.overdue) as overdue, max(waiting.days) as oldest
       from (
         select coalesce(${workingDaysSql('c.received_on', day)}, 0)::integer as days, coalesce(c.due_at <= ${at}, false) as overdue
           from complaints c
          where c.kabupaten_code = $1 and ${where}
       ) waiting
      group by 1`,
    values.list,
  );
  return {
    ages: BACKLOG_AGES.map(({ id }, index) => {
      const row = rows.find(({ age }) => age === index);
      return { age: backlogAge(id).id, count: row?.count ?? 0, overdue: row?.overdue ?? 0 };
    }),
    oldestDays: rows.length === 0 ? null : Math.max(...rows.map(({ oldest }) => oldest)),
  };
}

/** Working days of the two rungs of the ladder, as the kabupaten set them or by default. */
export async function readLadder(
  transaction: ReadTransaction,
): Promise<{ readonly unitDays: number; readonly diskominfoDays: number }> {
  const rows = await transaction.rows<{ class: string; working_days: number }>(
    'complaint-ladder',
    `select class, working_days from complaint_deadlines where kabupaten_code = $1 and class = any($2)`,
    [transaction.kabupatenCode, Object.values(LADDER_SETTINGS)],
  );
  const daysOf = (setting: string, byDefault: number): number =>
    rows.find((row) => row.class === setting)?.working_days ?? byDefault;
  return {
    unitDays: daysOf(LADDER_SETTINGS.unit, UNIT_DAYS),
    diskominfoDays: daysOf(LADDER_SETTINGS.diskominfo, DISKOMINFO_DAYS),
  };
}

/** Complaints of one category, as it was recorded. */
export interface CategoryCount {
  readonly category: string | null;
  readonly received: number;
  readonly open: number;
  readonly overdue: number;
}

/** The most frequent categories of a filter, how many others there are, and how many complaints in all. */
export async function readCategories(
  transaction: ReadTransaction,
  filter: ComplaintFilter,
  clock: Clock,
  most: number,
): Promise<{
  readonly items: readonly CategoryCount[];
  readonly categories: number;
  readonly received: number;
}> {
  const { name, where, values } = conditionOf(
    transaction.kabupatenCode,
    { ...filter, count: 'complaints.received' },
    clock,
  );
  const state = (count: 'complaints.open' | 'complaints.overdue') =>
    COUNT_CONDITIONS[count].where.replaceAll(':at', () => momentSql(filter.to, clock, values));
  const rows = await transaction.rows<{
    category: string | null;
    received: number;
    open: number;
    overdue: number;
    categories: number;
    all_received: number;
  }>(
    `complaint-categories ${name}`,
    `select c.category, count(*) as received, count(*) filter (where ${state('complaints.open')}) as open,
            count(*) filter (where ${state('complaints.overdue')}) as overdue,
            count(*) over () as categories, (sum(count(*)) over ())::bigint as all_received
       from complaints c
      where c.kabupaten_code = $1 and ${where}
      group by c.category
      order by count(*) desc, c.category nulls last
      limit ${values.add(most, 'integer')}`,
    values.list,
  );
  return {
    items: rows.map(({ category, received, open, overdue }) => ({ category, received, open, overdue })),
    categories: rows[0]?.categories ?? 0,
    received: rows[0]?.all_received ?? 0,
  };
}
