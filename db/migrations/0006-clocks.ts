import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'calendar_versions',
  'case_pauses',
  'case_steps',
  'extra_sessions',
  'step_rollups',
  'pause_rollups',
];

/**
 * What stands between receipt and completion: pauses with their reasons, stages and whose they were, sessions outside
 * opening hours, and calendars in versions, so that a verdict can be explained by the calendar it was given by.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Roll-ups made by an earlier version of the definitions are made anew at the next start.
    alter table data_versions add column rollups_version integer not null default 1;

    -- A calendar as it was when verdicts were given by it.
    create table calendar_versions (
      kabupaten_code text not null,
      calendar_code text not null,
      version integer not null,
      made_at timestamptz not null default now(),
      -- What changed, e.g. "Cuti bersama 18 Agustus 2025 ditambahkan".
      reason text,
      constraint calendar_versions_pk primary key (kabupaten_code, calendar_code, version),
      constraint calendar_versions_calendar foreign key (kabupaten_code, calendar_code)
        references calendars (kabupaten_code, code) on delete cascade
    );
    insert into calendar_versions (kabupaten_code, calendar_code, version)
      select kabupaten_code, code, version from calendars;

    alter table calendar_days add column version integer not null default 1;
    update calendar_days d set version = c.version
      from calendars c
     where c.kabupaten_code = d.kabupaten_code and c.code = d.calendar_code and c.version <> 1;
    drop index calendar_days_by_number, calendar_days_by_seconds;
    alter table calendar_days
      drop constraint calendar_days_pk,
      alter column version drop default,
      add constraint calendar_days_pk primary key (kabupaten_code, calendar_code, version, day);
    create index calendar_days_by_number
      on calendar_days (kabupaten_code, calendar_code, version, working_day_number, day);
    create index calendar_days_by_seconds
      on calendar_days (kabupaten_code, calendar_code, version, working_seconds_before);

    alter table service_cases
      -- Working seconds in told pauses, merged; part of no clock but shown.
      add column paused_seconds bigint,
      -- From the second pause for documents on, each adds a visit.
      add column extra_visits smallint not null default 0,
      -- Recorded more than a working day after receipt, or together with completion.
      add column late_entry boolean not null default false;
    create index service_cases_late_entry on service_cases (kabupaten_code, unit_code, received_on) where late_entry;

    alter table complaints
      add column calendar_version integer,
      -- When the ladder passes an unanswered complaint on: to Diskominfo, then to the Bupati.
      add column escalates_at timestamptz,
      add column escalates_top_at timestamptz,
      -- Official time from receipt to first response and to resolution.
      add column response_seconds bigint,
      add column resolution_seconds bigint,
      -- What can be searched: long numbers and addresses are left out, because finding them would confirm them. No index:
      -- row-level security lets none be used for a search, which reads the complaints of the selection.
      add column search tsvector generated always as (
        to_tsvector('indonesian', coalesce(number, '') || ' '
          || regexp_replace(coalesce(category, '') || ' ' || coalesce(body, ''), '[0-9][0-9 .-]{5,}|[^ ]+@[^ ]+', ' ', 'g'))
      ) stored;

    create table case_pauses (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      number text not null,
      started_at timestamptz not null,
      started_on date not null,
      -- Null: it still runs.
      ended_at timestamptz,
      reason text not null,
      -- A pause of which the applicant was not told stops no clock.
      told boolean not null default true,
      service_code text not null,
      working_seconds bigint,
      import_id uuid,
      constraint case_pauses_pk primary key (kabupaten_code, id),
      constraint case_pauses_order check (ended_at >= started_at)
    );
    create unique index case_pauses_key on case_pauses (kabupaten_code, unit_code, number, started_at);
    create index case_pauses_day on case_pauses (kabupaten_code, unit_code, started_on);

    create table case_steps (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      number text not null,
      step text not null,
      -- The unit whose time this is.
      step_unit text not null,
      started_at timestamptz not null,
      completed_at timestamptz,
      completed_on date,
      service_code text not null,
      -- Official time by the calendar of the step's unit, less the pauses of the case.
      official_seconds bigint,
      import_id uuid,
      constraint case_steps_pk primary key (kabupaten_code, id),
      constraint case_steps_order check (completed_at >= started_at)
    );
    create unique index case_steps_key on case_steps (kabupaten_code, unit_code, number, step);
    create index case_steps_day on case_steps (kabupaten_code, unit_code, completed_on) where completed_on is not null;

    -- Served outside opening hours: never brings a deadline forward.
    create table extra_sessions (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      -- '*': every service of the unit.
      service_code text not null,
      day date not null,
      -- Seconds of the local day, from … to (exclusive).
      opens integer not null,
      closes integer not null,
      note text,
      demo boolean not null default false,
      constraint extra_sessions_pk primary key (kabupaten_code, id),
      constraint extra_sessions_within_day check (opens >= 0 and closes > opens and closes <= 86400)
    );
    create unique index extra_sessions_key on extra_sessions (kabupaten_code, unit_code, service_code, day, opens);

    alter table service_standards
      -- The 14 components of PermenPANRB 15/2014, by name.
      add column components jsonb not null default '{}',
      -- Forum Konsultasi Publik: heldOn, participants, minutes, agreedChanges, followUp.
      add column consultation jsonb;

    alter table service_rollups
      add column late_completed integer not null default 0,
      add column late_entries integer not null default 0,
      add column prepared_known integer not null default 0,
      add column prepared_online integer not null default 0;

    alter table complaint_rollups
      add column responded integer not null default 0,
      add column escalated integer not null default 0;

    create table step_rollups (
      kabupaten_code text not null,
      unit_code text not null,
      service_code text not null,
      step text not null,
      step_unit text not null,
      grain "char" not null,
      bucket date not null,
      completed integer not null,
      duration_keys smallint[],
      duration_counts integer[],
      constraint step_rollups_pk primary key (kabupaten_code, unit_code, service_code, step, step_unit, grain, bucket)
    );
    create index step_rollups_days on step_rollups (kabupaten_code, unit_code, grain, bucket);

    create table pause_rollups (
      kabupaten_code text not null,
      unit_code text not null,
      service_code text not null,
      reason text not null,
      grain "char" not null,
      bucket date not null,
      pauses integer not null,
      duration_keys smallint[],
      duration_counts integer[],
      constraint pause_rollups_pk primary key (kabupaten_code, unit_code, service_code, reason, grain, bucket)
    );
    create index pause_rollups_days on pause_rollups (kabupaten_code, unit_code, grain, bucket);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
  for (const table of ['step_rollups', 'pause_rollups']) {
    for (const column of ['duration_keys', 'duration_counts'])
      await knex.raw('alter table ?? alter column ?? set statistics 0', [table, column]);
  }
  await replaceStatistics(knex, [
    ...KNOWN_BEFORE,
    'case_pauses',
    'case_steps',
    'step_rollups',
    'pause_rollups',
  ]);
}

export async function down(knex: Knex): Promise<void> {
  await replaceStatistics(knex, KNOWN_BEFORE);
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
  await knex.raw(`
    alter table complaint_rollups drop column responded, drop column escalated;
    alter table service_rollups
      drop column late_completed, drop column late_entries, drop column prepared_known, drop column prepared_online;
    alter table service_standards drop column components, drop column consultation;
    alter table complaints
      drop column search, drop column calendar_version, drop column escalates_at, drop column escalates_top_at,
      drop column response_seconds, drop column resolution_seconds;
    drop index service_cases_late_entry;
    alter table service_cases drop column paused_seconds, drop column extra_visits, drop column late_entry;

    delete from calendar_days d using calendars c
     where c.kabupaten_code = d.kabupaten_code and c.code = d.calendar_code and c.version <> d.version;
    drop index calendar_days_by_number, calendar_days_by_seconds;
    alter table calendar_days
      drop constraint calendar_days_pk,
      drop column version,
      add constraint calendar_days_pk primary key (kabupaten_code, calendar_code, day);
    create index calendar_days_by_number on calendar_days (kabupaten_code, calendar_code, working_day_number, day);
    create index calendar_days_by_seconds on calendar_days (kabupaten_code, calendar_code, working_seconds_before);
    alter table data_versions drop column rollups_version;
  `);
}

const KNOWN_BEFORE = [
  'service_cases',
  'complaints',
  'survey_responses',
  'service_rollups',
  'complaint_rollups',
  'survey_rollups',
  'calendar_days',
  'units',
  'unit_spans',
  'services',
  'service_standards',
];

/** Only the owner may analyze; the application asks for it by name (see migration 0004). */
async function replaceStatistics(knex: Knex, tables: readonly string[]): Promise<void> {
  const names = tables.map((name) => `'${name}'`).join(', ');
  await knex.raw(`
    create or replace function refresh_statistics(table_name text) returns void
      language plpgsql security definer set search_path = public as $$
    begin
      if table_name not in (${names}) then
        raise exception 'no statistics for %', table_name;
      end if;
      execute format('analyze %I', table_name);
    end
    $$;
  `);
}
