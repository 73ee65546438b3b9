import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'data_versions',
  'units',
  'unit_spans',
  'services',
  'service_standards',
  'channels',
  'calendars',
  'calendar_days',
  'complaint_deadlines',
  'audit_entries',
];

/** The frame of a kabupaten's data: versions, units, services with their standards, channels, working calendars. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- One row a kabupaten; its lock serialises the writers. structure_version changes with units, services, channels.
    create table data_versions (
      kabupaten_code text not null,
      version bigint not null default 0,
      structure_version bigint not null default 0,
      committed_at timestamptz,
      constraint data_versions_pk primary key (kabupaten_code),
      constraint data_versions_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );

    create table calendars (
      kabupaten_code text not null,
      code text not null,
      name text not null,
      version integer not null,
      -- Opening intervals per weekday with validity, and local closures, as domain/calendar reads them.
      definition jsonb not null,
      constraint calendars_pk primary key (kabupaten_code, code),
      constraint calendars_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );

    -- The fast form of domain/calendar: running numbers, so that a duration is a subtraction.
    create table calendar_days (
      kabupaten_code text not null,
      calendar_code text not null,
      day date not null,
      is_working boolean not null,
      working_day_number integer not null,
      working_seconds_before bigint not null,
      working_seconds integer not null,
      -- Up to four opening intervals as [from, to, from, to, …] in seconds of the local day.
      opens integer[] not null,
      reason text,
      constraint calendar_days_pk primary key (kabupaten_code, calendar_code, day),
      constraint calendar_days_calendar foreign key (kabupaten_code, calendar_code)
        references calendars (kabupaten_code, code) on delete cascade
    );
    -- Open seconds of a day up to second s. Up to four intervals; a missing one counts nothing, because LEAST and
    -- GREATEST pass NULL over.
    create function open_seconds(opens integer[], s integer) returns integer language sql immutable parallel safe as $$
      select greatest(0, least(s, opens[2]) - opens[1]) + greatest(0, least(s, opens[4]) - opens[3])
           + greatest(0, least(s, opens[6]) - opens[5]) + greatest(0, least(s, opens[8]) - opens[7])
    $$;
    -- Second of the day at which n open seconds (n > 0) have passed; the end of an interval, not the start of the next.
    create function second_after_open(opens integer[], n integer) returns integer language sql immutable parallel safe as $$
      select case
        when n <= opens[2] - opens[1] then opens[1] + n
        when n <= opens[2] - opens[1] + opens[4] - opens[3] then opens[3] + n - (opens[2] - opens[1])
        when n <= opens[2] - opens[1] + opens[4] - opens[3] + opens[6] - opens[5]
          then opens[5] + n - (opens[2] - opens[1] + opens[4] - opens[3])
        else opens[7] + n - (opens[2] - opens[1] + opens[4] - opens[3] + opens[6] - opens[5])
      end
    $$;
    -- Whole seconds since local midnight.
    create function second_of(local_time timestamp) returns integer language sql immutable parallel safe as $$
      select floor(extract(epoch from local_time::time))::integer
    $$;
    create index calendar_days_by_number on calendar_days (kabupaten_code, calendar_code, working_day_number, day);
    create index calendar_days_by_seconds on calendar_days (kabupaten_code, calendar_code, working_seconds_before);

    create table units (
      kabupaten_code text not null,
      code text not null,
      name text not null,
      kind text not null,
      parent_code text,
      calendar_code text not null default 'default',
      valid_from date not null default date '1900-01-01',
      valid_to date,
      predecessor_code text,
      position integer not null default 0,
      demo boolean not null default false,
      constraint units_pk primary key (kabupaten_code, code),
      constraint units_code_valid check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
      constraint units_kabupaten foreign key (kabupaten_code) references kabupaten (code),
      constraint units_parent foreign key (kabupaten_code, parent_code) references units (kabupaten_code, code),
      constraint units_predecessor foreign key (kabupaten_code, predecessor_code) references units (kabupaten_code, code),
      constraint units_calendar foreign key (kabupaten_code, calendar_code) references calendars (kabupaten_code, code)
    );

    -- Which roll-up rows a unit's own days are merged into. base_key is the unit's code, or '=code' for the own
    -- records of a unit that has units below it; span_key is an ancestor, valid on the days from … to (exclusive).
    create table unit_spans (
      kabupaten_code text not null,
      base_key text not null,
      span_key text not null,
      valid_from date not null,
      valid_to date not null,
      constraint unit_spans_pk primary key (kabupaten_code, base_key, span_key, valid_from),
      constraint unit_spans_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );

    create table services (
      kabupaten_code text not null,
      code text not null,
      name text not null,
      demo boolean not null default false,
      constraint services_pk primary key (kabupaten_code, code),
      constraint services_code_valid check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$'),
      constraint services_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );

    create table service_standards (
      kabupaten_code text not null,
      service_code text not null,
      valid_from date not null,
      promise_unit text not null,
      promise_amount numeric not null,
      fee numeric,
      legal_basis text,
      confirmed boolean not null default true,
      demo boolean not null default false,
      constraint service_standards_pk primary key (kabupaten_code, service_code, valid_from),
      constraint service_standards_service foreign key (kabupaten_code, service_code)
        references services (kabupaten_code, code) on delete cascade,
      constraint service_standards_unit_known check (promise_unit in ('minutes', 'working-hours', 'working-days')),
      constraint service_standards_amount_positive check (promise_amount > 0)
    );

    create table channels (
      kabupaten_code text not null,
      code text not null,
      name text not null,
      demo boolean not null default false,
      constraint channels_pk primary key (kabupaten_code, code),
      constraint channels_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );

    -- Working days a class of complaints may take; a class without a row has no deadline.
    create table complaint_deadlines (
      kabupaten_code text not null,
      class text not null,
      working_days integer not null,
      legal_basis text,
      constraint complaint_deadlines_pk primary key (kabupaten_code, class),
      constraint complaint_deadlines_kabupaten foreign key (kabupaten_code) references kabupaten (code),
      constraint complaint_deadlines_positive check (working_days > 0)
    );

    -- Append-only for the application role: who did what, when; old and new values where a record changed.
    create table audit_entries (
      kabupaten_code text not null,
      id uuid not null,
      at timestamptz not null default now(),
      actor text not null,
      action text not null,
      subject text not null,
      details jsonb not null default '{}',
      constraint audit_entries_pk primary key (kabupaten_code, id),
      constraint audit_entries_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );
    create index audit_entries_by_time on audit_entries (kabupaten_code, at);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
  await knex.raw(
    'drop function open_seconds(integer[], integer); drop function second_after_open(integer[], integer); drop function second_of(timestamp)',
  );
}
