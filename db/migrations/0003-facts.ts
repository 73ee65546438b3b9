import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'imports',
  'import_rejections',
  'service_cases',
  'complaints',
  'survey_responses',
  'record_changes',
];

/**
 * The facts, as they were imported, and where they came from. Days are local to the kabupaten's zone and stored, so
 * that no query depends on a session's time zone. No foreign keys on codes of the facts: the import has looked every
 * code up in the same transaction, and a key check per row would cost a third of the loading time.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table imports (
      kabupaten_code text not null,
      id uuid not null,
      dataset text not null,
      file_name text not null,
      file_format text not null,
      stored_file text,
      mapping jsonb,
      default_unit text,
      dry_run boolean not null,
      status text not null,
      attempts integer not null default 0,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      started_by text not null,
      rows_read bigint not null default 0,
      rows_inserted bigint not null default 0,
      rows_updated bigint not null default 0,
      rows_unchanged bigint not null default 0,
      rows_rejected bigint not null default 0,
      header text[],
      delimiter text,
      errors jsonb not null default '[]',
      warnings jsonb not null default '[]',
      created jsonb not null default '[]',
      failure text,
      constraint imports_pk primary key (kabupaten_code, id),
      constraint imports_kabupaten foreign key (kabupaten_code) references kabupaten (code),
      constraint imports_status_known check (status in ('queued', 'running', 'succeeded', 'failed'))
    );

    create table import_rejections (
      kabupaten_code text not null,
      import_id uuid not null,
      row_number bigint not null,
      row_values text[] not null,
      errors jsonb not null,
      constraint import_rejections_pk primary key (kabupaten_code, import_id, row_number),
      constraint import_rejections_import foreign key (kabupaten_code, import_id)
        references imports (kabupaten_code, id) on delete cascade
    );

    create table service_cases (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      number text not null,
      service_code text not null,
      channel text not null,
      service_point text,
      received_at timestamptz not null,
      received_on date not null,
      recorded_at timestamptz,
      completed_at timestamptz,
      completed_on date,
      -- Last instant at which the case is still on time; a deadline in days lasts to the end of its day.
      due_at timestamptz,
      due_on date,
      due_source text,
      standard_from date,
      calendar_version integer,
      status text not null,
      staff text,
      visits integer,
      prepared_online boolean,
      fee numeric,
      citizen_seconds bigint,
      official_seconds bigint,
      import_id uuid,
      constraint service_cases_pk primary key (kabupaten_code, id),
      constraint service_cases_status_known
        check (status in ('diterima', 'diproses', 'ditunda', 'selesai', 'ditolak', 'dibatalkan')),
      constraint service_cases_completion_fits
        check ((completed_at is not null) = (status in ('selesai', 'ditolak'))),
      constraint service_cases_order check (completed_at >= received_at)
    );
    create unique index service_cases_key on service_cases (kabupaten_code, unit_code, number);
    create index service_cases_received on service_cases (kabupaten_code, unit_code, received_on);
    create index service_cases_completed on service_cases (kabupaten_code, unit_code, completed_on)
      where completed_on is not null;
    -- The first column but one is the day: the deadlines of today are read across units.
    create index service_cases_due on service_cases (kabupaten_code, due_on, unit_code, due_at) where due_on is not null;

    create table complaints (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      number text not null,
      area text,
      service_code text not null,
      channel text not null,
      class text not null,
      category text,
      body text,
      received_at timestamptz not null,
      received_on date not null,
      verified_at timestamptz,
      first_response_at timestamptz,
      resolved_at timestamptz,
      closed_at timestamptz,
      due_at timestamptz,
      due_source text,
      status text not null,
      reporter_satisfied boolean,
      -- Ever reached ditindaklanjuti, or resolved; ever reopened. Both stay true once true.
      followed_up boolean not null,
      reopened boolean not null,
      -- From here on the complaint's part in every figure no longer changes by the passing of time.
      settled_at timestamptz not null,
      import_id uuid,
      constraint complaints_pk primary key (kabupaten_code, id),
      constraint complaints_order check (resolved_at >= received_at),
      constraint complaints_settled_after_receipt check (settled_at >= received_at)
    );
    create unique index complaints_key on complaints (kabupaten_code, unit_code, number);
    create index complaints_received on complaints (kabupaten_code, unit_code, received_on);
    -- "Received by T, not yet settled at T": the few complaints whose state at T differs from their last one.
    create index complaints_unsettled on complaints
      using gist (kabupaten_code, tstzrange(received_at, settled_at));

    create table survey_responses (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      service_code text not null,
      instrument text not null,
      responded_on date not null,
      number text not null,
      answers smallint[] not null,
      sex text,
      age text,
      education text,
      occupation text,
      hours text,
      suggestion text,
      import_id uuid,
      constraint survey_responses_pk primary key (kabupaten_code, id),
      constraint survey_responses_instrument foreign key (instrument) references ikm_instruments (code)
    );
    create unique index survey_responses_key on survey_responses
      (kabupaten_code, unit_code, service_code, instrument, responded_on, number);
    create index survey_responses_day on survey_responses (kabupaten_code, unit_code, responded_on);

    -- What a changed record was before: the facts stay true in history.
    create table record_changes (
      kabupaten_code text not null,
      id uuid not null,
      dataset text not null,
      record_id uuid not null,
      changed_at timestamptz not null default now(),
      changed_by text not null,
      import_id uuid,
      old_values jsonb not null,
      new_values jsonb not null,
      constraint record_changes_pk primary key (kabupaten_code, id),
      constraint record_changes_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );
    create index record_changes_of_record on record_changes (kabupaten_code, dataset, record_id, changed_at);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
