import type { ComplaintCount } from '#contract/complaints';
import { backlogAge, type BacklogAgeId } from '#domain/complaints/backlog-age';
import { maskText } from '#domain/complaints/masking';
import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import { SqlValues } from '../../platform/database/sql-values.ts';
import { unitDaysSql, type UnitDays } from '../../platform/database/unit-days.ts';
import { COUNT_CONDITIONS } from './complaint-counts.ts';

/** Which complaints are asked for; `unitDays` never reaches beyond the scope. */
export interface ComplaintFilter {
  readonly unitDays: UnitDays;
  /** False leaves out what goes to the Inspektorat only. */
  readonly withOversight: boolean;
  readonly service: string | null;
  readonly channel: string | null;
  /** Local days, both included; null: no limit on this side. */
  readonly from: string | null;
  readonly to: string | null;
  readonly count: ComplaintCount | null;
  readonly class: string | null;
  readonly status: string | null;
  readonly category: string | null;
  readonly age: BacklogAgeId | null;
  readonly search: string | null;
}

/** A condition over `c` (complaints) with its values; the first value is the kabupaten. */
export interface ComplaintCondition {
  /** The same for the same text: names a prepared statement. */
  readonly name: string;
  readonly where: string;
  readonly values: SqlValues;
}

/** Long numbers and addresses, which the column `search` leaves out of the text; the same in SQL and here. */
const PERSONAL = '[0-9][0-9 .-]{5,}|[^ ]+@[^ ]+';
const IS_PERSONAL = new RegExp(PERSONAL);

/** The end of the local day `to`, or now when that is earlier. */
export function momentSql(to: string | null, clock: Clock, values: SqlValues): string {
  const now = values.add(clock.now, 'timestamptz');
  if (to === null) return now;
  return `least((((${values.add(to, 'date')}) + 1)::timestamp at time zone ${values.add(clock.zone, 'text')}) - interval '1 microsecond', ${now})`;
}

/** Working days of the unit from the day after `from` up to `until` (expressions of local days), by its present calendar. */
export function workingDaysSql(from: string, until: string): string {
  return `(select until_day.working_day_number - from_day.working_day_number
    from units u
    join calendars k on k.kabupaten_code = u.kabupaten_code and k.code = u.calendar_code
    join calendar_days from_day on from_day.kabupaten_code = u.kabupaten_code and from_day.calendar_code = k.code
     and from_day.version = k.version and from_day.day = ${from}
    join calendar_days until_day on until_day.kabupaten_code = u.kabupaten_code and until_day.calendar_code = k.code
     and until_day.version = k.version and until_day.day = ${until}
   where u.kabupaten_code = $1 and u.code = c.unit_code)`;
}

/** The condition that selects the complaints of a filter. */
export function conditionOf(
  kabupatenCode: string,
  filter: ComplaintFilter,
  clock: Clock,
): ComplaintCondition {
  const values = new SqlValues();
  values.add(kabupatenCode, 'text');
  const { period, where } = COUNT_CONDITIONS[filter.count ?? 'complaints.received'];
  const parts = [unitDaysSql('c', 'received_on', filter.unitDays, values)];
  // A letter for every part: names of prepared statements are short.
  let flags = filter.unitDays.limited.length > 0 ? 's' : '';
  const add = (flag: string, sql: string): void => {
    flags += flag;
    parts.push(sql);
  };
  if (!filter.withOversight) add('o', `c.class <> '${OVERSIGHT_CLASS}'`);
  if (filter.from !== null && period === 'cohort')
    add('f', `c.received_on >= ${values.add(filter.from, 'date')}`);
  if (filter.to !== null) add('t', `c.received_on <= ${values.add(filter.to, 'date')}`);
  parts.push(where.replaceAll(':at', () => momentSql(filter.to, clock, values)));
  for (const [flag, column, value] of [
    ['v', 'service_code', filter.service],
    ['h', 'channel', filter.channel],
    ['c', 'class', filter.class],
    ['u', 'status', filter.status],
  ] as const)
    if (value !== null) add(flag, `c.${column} = ${values.add(value, 'text')}`);
  if (filter.category !== null) {
    // A category is asked for as it is shown: one that is shown masked would be confirmed by finding it.
    if (filter.category === maskText(filter.category))
      add('g', `c.category = ${values.add(filter.category, 'text')}`);
    else add('m', 'false');
  }
  if (filter.age !== null) add(flagOfAge(filter.age), ageSql(filter.age, filter.to, clock, values));
  if (filter.search !== null) add(flagOfSearch(filter.search), searchSql(filter.search, values));
  const name = `${filter.count?.replace('complaints.', '') ?? 'all'} ${flags}`;
  return { name, where: parts.join('\n and '), values };
}

function flagOfAge(age: BacklogAgeId): string {
  return backlogAge(age).toDays === null ? 'l' : 'a';
}

function flagOfSearch(search: string): string {
  if (IS_PERSONAL.test(search)) return 'n';
  return hasDigit(search) ? 'd' : 'q';
}

function hasDigit(text: string): boolean {
  return /\d/.test(text);
}

function ageSql(age: BacklogAgeId, to: string | null, { today }: Clock, values: SqlValues): string {
  const { fromDays, toDays } = backlogAge(age);
  const day = values.add(to !== null && to < today ? to : today, 'date');
  const days = workingDaysSql('c.received_on', day);
  const least = `${days} >= ${values.add(fromDays, 'integer')}`;
  return toDays === null ? least : `${least} and ${days} <= ${values.add(toDays, 'integer')}`;
}

/**
 * Words in Indonesian full text, or the beginning of the number. What is masked cannot be found, because finding it would
 * confirm it: a long number or an address is looked for among the numbers of complaints alone. The column leaves such
 * values out of the text; where digits are asked for, the category is looked at again without them.
 */
function searchSql(search: string, values: SqlValues): string {
  const number = `starts_with(upper(c.number), upper(${values.add(search, 'text')}))`;
  if (IS_PERSONAL.test(search)) return number;
  const words = `websearch_to_tsquery('indonesian', ${values.add(search, 'text')})`;
  const found = `c.search @@ ${words}`;
  if (!hasDigit(search)) return `(${number} or ${found})`;
  const told = `regexp_replace(coalesce(c.category, '') || ' ' || coalesce(c.body, ''), '${PERSONAL}', ' ', 'g')`;
  return `(${number} or (${found} and to_tsvector('indonesian', c.number || ' ' || ${told}) @@ ${words}))`;
}
