import type { WaitingCount } from '#domain/turnaround/waiting-age';
import type { Period } from '#domain/period/period';
import { dueSoonSql, readDueHorizons } from '../../../platform/database/due-soon.queries.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { SqlValues } from '../../../platform/database/sql-values.ts';
import { unitDaysSql, type UnitDays } from '../../../platform/database/unit-days.ts';

/** The statuses of a case that is open; the words of the index `service_cases_open`. */
const OPEN = `c.status in ('diterima', 'diproses', 'ditunda')`;

/** Which open cases are looked at. */
export interface WaitingRequest {
  readonly unitDays: UnitDays;
  readonly service: string | null;
  readonly channel: string | null;
  /** Last day of receipt, and the day whose end (or now, when that is earlier) is looked at. */
  readonly to: string;
  readonly clock: Clock;
}

/** Cases received by `to` that are open to this day, by their age. */
export async function readStillOpen(
  transaction: ReadTransaction,
  request: WaitingRequest,
): Promise<WaitingCount[]> {
  return readWaiting(transaction, request, 'service-ageing-open', () => OPEN);
}

/** Cases received by `to` that were open then and were completed or refused in a later period, by their age then. */
export async function readCompletedLater(
  transaction: ReadTransaction,
  request: WaitingRequest,
  later: Period,
): Promise<WaitingCount[]> {
  return readWaiting(
    transaction,
    request,
    'service-ageing-later',
    (values) =>
      `c.completed_on >= ${values.add(later.from, 'date')} and c.completed_on <= ${values.add(later.to, 'date')}`,
  );
}

/** Ages are counted by the calendar of each case's unit as it stands; receipt after the day looked at has age 0. */
async function readWaiting(
  transaction: ReadTransaction,
  request: WaitingRequest,
  name: string,
  whichOf: (values: SqlValues) => string,
): Promise<WaitingCount[]> {
  const { to, clock } = request;
  const values = new SqlValues();
  const kabupaten = values.add(transaction.kabupatenCode, 'text');
  const last = values.add(to, 'date');
  const today = values.add(to < clock.today ? to : clock.today, 'date');
  const now = values.add(clock.now, 'timestamptz');
  const zone = values.add(clock.zone, 'text');
  const { where, shape } = selectedSql(request, 'received_on', values);
  return transaction.rows<WaitingCount & Record<string, unknown>>(
    `${name} ${shape}`,
    `select greatest(at_end.working_day_number - receipt.working_day_number, 0) as days,
            sum(waiting.cases)::integer as count, sum(waiting.late)::integer as overdue
       from (
         select c.unit_code, c.received_on, count(*) as cases,
                count(*) filter (where c.due_at <= least(${now}, (${last} + 1)::timestamp at time zone ${zone} - interval '1 microsecond')) as late
           from service_cases c
          where c.kabupaten_code = ${kabupaten} and ${whichOf(values)} and c.received_on <= ${last} and ${where}
          group by c.unit_code, c.received_on
       ) waiting
       join units u on u.kabupaten_code = ${kabupaten} and u.code = waiting.unit_code
       join calendars k on k.kabupaten_code = ${kabupaten} and k.code = u.calendar_code
       join calendar_days receipt on receipt.kabupaten_code = ${kabupaten} and receipt.calendar_code = k.code
        and receipt.version = k.version and receipt.day = waiting.received_on
       join calendar_days at_end on at_end.kabupaten_code = ${kabupaten} and at_end.calendar_code = k.code
        and at_end.version = k.version and at_end.day = ${today}
      group by 1`,
    values.list,
  );
}

/**
 * Open cases whose deadline lies ahead but falls by the end of the second working day after today, by the calendar of
 * each unit.
 */
export async function countDueSoon(
  transaction: ReadTransaction,
  request: Omit<WaitingRequest, 'to'>,
): Promise<number> {
  const { clock, unitDays } = request;
  const horizons = await readDueHorizons(transaction, unitDays.codes, clock.today);
  const values = new SqlValues();
  const kabupaten = values.add(transaction.kabupatenCode, 'text');
  const now = values.add(clock.now, 'timestamptz');
  const soon = dueSoonSql(horizons, values);
  const { where, shape } = selectedSql(request, 'due_on', values);
  const rows = await transaction.rows<{ count: number }>(
    `service-due-soon ${shape}`,
    `select count(*) as count
       from service_cases c
      where c.kabupaten_code = ${kabupaten} and ${OPEN} and c.due_at > ${now} and ${soon} and ${where}`,
    values.list,
  );
  return rows[0]?.count ?? 0;
}

/** The selected units, service and channel; `shape` is the same for the same text. */
function selectedSql(
  { unitDays, service, channel }: Pick<WaitingRequest, 'unitDays' | 'service' | 'channel'>,
  day: 'received_on' | 'due_on',
  values: SqlValues,
): { readonly where: string; readonly shape: string } {
  const parts = [unitDaysSql('c', day, unitDays, values)];
  if (service !== null) parts.push(`c.service_code = ${values.add(service, 'text')}`);
  if (channel !== null) parts.push(`c.channel = ${values.add(channel, 'text')}`);
  const flags = [unitDays.limited.length > 0, service !== null, channel !== null];
  return { where: parts.join(' and '), shape: flags.map(Number).join('') };
}
