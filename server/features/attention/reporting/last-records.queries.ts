import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import type { Dataset } from './datasets.ts';
import { membersOf, type UnitPart } from '../unit-parts.ts';

/** The last record of a unit, of one kind or of all (`null`), and how long ago that is by its calendar. */
export interface LastRecord {
  readonly key: string;
  readonly dataset: Dataset | null;
  readonly last_on: string;
  /** First working day after it; null when the calendar does not reach so far. */
  readonly silent_since: string | null;
  /** Working days after it and before today; null when the calendar does not reach so far. */
  readonly silent_days: number | null;
}

/**
 * The last record of every part up to a day; parts without any have no line. One look at the end of an index for every
 * unit and kind, however many records there are.
 */
export async function readLastRecords(
  transaction: ReadTransaction,
  parts: readonly UnitPart[],
  upTo: string,
  withOversight: boolean,
): Promise<LastRecord[]> {
  const { keys, codes } = membersOf(parts);
  return transaction.rows<LastRecord & Record<string, unknown>>(
    'last-records',
    `with member (key, code) as (select * from unnest($2::text[], $3::text[])),
     found as (
       select m.key, 'service-cases' as dataset,
              (select max(c.received_on) from service_cases c
                where c.kabupaten_code = $1 and c.unit_code = m.code and c.received_on <= $4::date) as last_on
         from member m
       union all
       select m.key, 'complaints',
              (select c.received_on from complaints c
                where c.kabupaten_code = $1 and c.unit_code = m.code and c.received_on <= $4::date
                  and ($5::boolean or c.class <> '${OVERSIGHT_CLASS}')
                order by c.received_on desc limit 1)
         from member m
       union all
       select m.key, 'survey-responses',
              (select max(r.responded_on) from survey_responses r
                where r.kabupaten_code = $1 and r.unit_code = m.code and r.responded_on <= $4::date)
         from member m
     ),
     latest as (
       select key, dataset, max(last_on) as last_on from found where last_on is not null
        group by grouping sets ((key, dataset), (key))
     )
     -- The next working day is looked up row by row: joined, the whole calendar would be read for every unit.
     select l.key, l.dataset, l.last_on,
            (select next.day from calendar_days next
              where next.kabupaten_code = $1 and next.calendar_code = cal.code and next.version = cal.version
                and next.working_day_number = at_last.working_day_number + 1 and next.is_working limit 1) as silent_since,
            yesterday.working_day_number - at_last.working_day_number as silent_days
       from latest l
       join units u on u.kabupaten_code = $1 and u.code = ltrim(l.key, '=')
       join calendars cal on cal.kabupaten_code = $1 and cal.code = u.calendar_code
       left join calendar_days at_last
         on at_last.kabupaten_code = $1 and at_last.calendar_code = cal.code and at_last.version = cal.version
        and at_last.day = l.last_on
       left join calendar_days yesterday
         on yesterday.kabupaten_code = $1 and yesterday.calendar_code = cal.code and yesterday.version = cal.version
        and yesterday.day = greatest($4::date - 1, l.last_on)`,
    [transaction.kabupatenCode, keys, codes, upTo, withOversight],
  );
}

/** A *nihil* of a unit for a month. */
export interface NilReport {
  readonly unit_code: string;
  readonly dataset: Dataset;
  readonly post_title: string;
}

/** The *nihil* of the units for a month, by its first day. */
export async function readNilReports(
  transaction: ReadTransaction,
  unitCodes: readonly string[],
  month: string,
): Promise<NilReport[]> {
  return transaction.rows<NilReport & Record<string, unknown>>(
    'nil-reports',
    `select n.unit_code, n.dataset, n.post_title from nil_reports n
      where n.kabupaten_code = $1 and n.unit_code = any($2::text[]) and n.month = $3::date`,
    [transaction.kabupatenCode, [...unitCodes], month],
  );
}
