import type { Knex } from 'knex';
import { DURATION_EDGES } from '#domain/statistics/duration-buckets';
import type { LoadContext } from '../../platform/database/dataset-loader.ts';
import { newRecordId } from '../../platform/database/record-id.ts';
import { recomputeTouched } from '../../platform/database/rollups/rollup-writer.repository.ts';
import {
  DERIVED_COLUMNS,
  derivationSql,
  lateDaySql,
  lookUpSql,
  type Derivation,
} from './derive-cases.queries.ts';
import { SERVICE_ROLLUPS } from './service-rollups.ts';

/** Whose cases; the rest as an import has it. `keep: false` leaves the roll-ups alone (a trial, rolled back). */
export type DerivationContext = Pick<LoadContext, 'kabupatenCode' | 'timeZone'> &
  Partial<Pick<LoadContext, 'actor' | 'importId' | 'keep'>>;

/** How many cases were written, and of how many of these the deadline is another one. */
export interface DerivedCases {
  readonly changed: number;
  readonly moved: number;
}

/** In `record_changes.changed_by` where no person and no file changed the case. */
const SYSTEM = 'sistem';

/**
 * Derives known cases again, after their pauses or the sessions they were served in changed, writes those that come out
 * otherwise, with their past in `record_changes`, and recomputes the roll-ups. A completed case is judged as before: by
 * the calendar version and the standard stored on it.
 *
 * Within a writing transaction of the kabupaten (`writeInScope`, a loader). Uses the temporary table `changed_cells`:
 * a loader calls this before it makes or after it has used its own.
 *
 * @param cases a query that gives unit_code and number of the cases; numbers that are not known are left out
 */
export async function rederiveCases(
  transaction: Knex.Transaction,
  context: DerivationContext,
  cases: Knex.Raw | string,
): Promise<DerivedCases> {
  await transaction.raw(
    `create temporary table named_cases on commit drop as select distinct unit_code, number from (?) named`,
    [typeof cases === 'string' ? transaction.raw(cases) : cases],
  );
  await transaction.raw('analyze named_cases');
  const known = await prepareDerivation(transaction, context, 'named_cases');
  await transaction.raw(`create temporary table derived_again on commit drop as ${derivedAgainSql(known)}`, {
    kabupaten: context.kabupatenCode,
    zone: context.timeZone,
  });
  const counted: { rows: DerivedCases[] } = await transaction.raw(
    `select count(*)::integer as changed,
            count(*) filter (where (due_at, due_source) is distinct from (old_due_at, old_due_source))::integer as moved
       from derived_again`,
  );
  const outcome = counted.rows[0] ?? { changed: 0, moved: 0 };
  if (outcome.changed > 0) {
    await writeDerived(transaction, context, outcome.changed);
    if (context.keep !== false) await recomputeRollups(transaction, context);
  }
  await transaction.raw('drop table derived_again, named_cases');
  await finishDerivation(transaction);
  return outcome;
}

/**
 * Derives all open cases again, after a calendar or a standard changed: they get the new deadline. Completed, rejected
 * and cancelled cases keep what they have.
 *
 * @param calendarCodes only units with one of these calendars; null = all
 * @param serviceCodes only these services; null = all
 */
export async function moveOpenDeadlines(
  transaction: Knex.Transaction,
  context: DerivationContext,
  calendarCodes: readonly string[] | null,
  serviceCodes: readonly string[] | null,
): Promise<DerivedCases> {
  return rederiveCases(
    transaction,
    context,
    transaction.raw(
      `select f.unit_code, f.number
         from service_cases f
         join units u on u.kabupaten_code = :kabupaten and u.code = f.unit_code
        where f.kabupaten_code = :kabupaten and f.status in ('diterima', 'diproses', 'ditunda')
          and (:calendars::text[] is null or u.calendar_code = any (:calendars::text[]))
          and (:services::text[] is null or f.service_code = any (:services::text[]))`,
      {
        kabupaten: context.kabupatenCode,
        calendars: calendarCodes === null ? null : [...calendarCodes],
        services: serviceCodes === null ? null : [...serviceCodes],
      },
    ),
  );
}

/**
 * Finds out what a kabupaten has that deriving must look at, and makes the tables for looking it up.
 *
 * @param cases a table with unit_code and number that names each case once
 */
export async function prepareDerivation(
  transaction: Knex.Transaction,
  { kabupatenCode, timeZone }: Pick<LoadContext, 'kabupatenCode' | 'timeZone'>,
  cases: string,
): Promise<Derivation> {
  const bindings = { kabupaten: kabupatenCode, zone: timeZone };
  const found: { rows: Pick<Derivation, 'pauses' | 'sessions'>[] } = await transaction.raw(
    `select exists (select from case_pauses where kabupaten_code = :kabupaten) as pauses,
            exists (select from extra_sessions where kabupaten_code = :kabupaten) as sessions`,
    bindings,
  );
  const { pauses = false, sessions = false } = found.rows[0] ?? {};
  const known: Derivation = { pauses, sessions, judgedBefore: true, recorded: true };
  for (const sql of lookUpSql(known, cases)) await transaction.raw(sql, bindings);
  return known;
}

/** Drops the tables of `prepareDerivation`, so that one transaction may derive several times. */
export async function finishDerivation(transaction: Knex.Transaction): Promise<void> {
  await transaction.raw('drop table if exists told_pauses, session_days');
}

/** Columns that make a case another one; the version of the calendar alone does not. */
const COMPARED = DERIVED_COLUMNS.filter((column) => column !== 'calendar_version');

function derivedAgainSql(known: Derivation): string {
  return `
    with placed as (
      select f.id, f.unit_code, f.service_code, f.channel, f.received_at, f.completed_at, f.recorded_at,
             f.received_on, f.completed_on,
             f.received_at at time zone :zone as received_local, f.completed_at at time zone :zone as completed_local,
             ${lateDaySql('f.recorded_at', 'f.received_at')} as late_day,
             case when f.due_source = 'own' then f.due_at end as own_due_at, u.calendar_code,
             case when f.completed_at is null then c.version else coalesce(kept.version, c.version) end as calendar_version,
             f.completed_at is not null and (f.standard_from is null or judged.valid_from is not null) as keeps_standard,
             f.standard_from as judged_standard,
             ${known.pauses ? 'tp.pauses, coalesce(tp.extra_visits, 0::smallint) as extra_visits,' : ''}
             ${DERIVED_COLUMNS.map((column) => `f.${column} as old_${column}`).join(', ')}
        from named_cases n
        join service_cases f on f.kabupaten_code = :kabupaten and f.unit_code = n.unit_code and f.number = n.number
        join units u on u.kabupaten_code = :kabupaten and u.code = f.unit_code
        join calendars c on c.kabupaten_code = :kabupaten and c.code = u.calendar_code
        left join calendar_versions kept on kept.kabupaten_code = :kabupaten and kept.calendar_code = c.code
         and kept.version = f.calendar_version
        left join service_standards judged on judged.kabupaten_code = :kabupaten and judged.service_code = f.service_code
         and judged.valid_from = f.standard_from
        ${known.pauses ? 'left join told_pauses tp on tp.unit_code = f.unit_code and tp.number = f.number' : ''}
      offset 0
    ),
    ${derivationSql(known)},
    derived as (select *, (due_at at time zone :zone)::date as due_on from judged)
    select id, unit_code, service_code, channel, received_on, completed_on,
           ${DERIVED_COLUMNS.join(', ')}, ${DERIVED_COLUMNS.map((column) => `old_${column}`).join(', ')}
      from derived
     where (${COMPARED.join(', ')}) is distinct from (${COMPARED.map((column) => `old_${column}`).join(', ')})`;
}

async function writeDerived(
  transaction: Knex.Transaction,
  context: DerivationContext,
  count: number,
): Promise<void> {
  await transaction.raw('analyze derived_again');
  const values = (prefix: string) =>
    `jsonb_build_object(${DERIVED_COLUMNS.map((column) => `'${column}', d.${prefix}${column}`).join(', ')})`;
  await transaction.raw(
    `insert into record_changes (kabupaten_code, id, dataset, record_id, changed_by, import_id, old_values, new_values)
     select :kabupaten, given.id, 'service-cases', d.id, :actor, :import_id, ${values('old_')}, ${values('')}
       from (select *, row_number() over (order by id) as position from derived_again) d
       join unnest(:ids::uuid[]) with ordinality as given (id, position) on given.position = d.position`,
    {
      kabupaten: context.kabupatenCode,
      actor: context.actor ?? SYSTEM,
      import_id: context.importId ?? null,
      ids: Array.from({ length: count }, newRecordId),
    },
  );
  await transaction.raw(
    `update service_cases f set ${DERIVED_COLUMNS.map((column) => `${column} = d.${column}`).join(', ')}
       from derived_again d
      where f.kabupaten_code = :kabupaten and f.id = d.id`,
    { kabupaten: context.kabupatenCode },
  );
}

/** The cells of the day of receipt change by late entry alone. */
const CELLS = [
  'select unit_code, service_code, channel, received_on as day from derived_again where late_entry <> old_late_entry',
  'select unit_code, service_code, channel, completed_on from derived_again where completed_on is not null',
  'select unit_code, service_code, channel, due_on from derived_again where due_on is not null',
  'select unit_code, service_code, channel, old_due_on from derived_again where old_due_on is not null',
].join(' union ');

async function recomputeRollups(transaction: Knex.Transaction, context: DerivationContext): Promise<void> {
  await transaction.raw(`create temporary table changed_cells on commit drop as ${CELLS}`);
  await recomputeTouched(transaction, SERVICE_ROLLUPS, {
    kabupaten: context.kabupatenCode,
    zone: context.timeZone,
    edges: DURATION_EDGES,
  });
}
