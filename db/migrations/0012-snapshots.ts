import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['snapshots', 'snapshot_contents', 'snapshot_records', 'snapshot_runs'];

/** Figures that were frozen: what a unit and a period amounted to, as each kind of reader may see it. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table snapshots (
      kabupaten_code text not null,
      -- Read aloud and typed: KKR-2026-10-4F7K.
      code text not null,
      unit_code text not null,
      unit_name text not null,
      grain text not null,
      from_on date not null,
      to_on date not null,
      -- 0 the first time; each correction counts one further.
      number integer not null,
      state text not null,
      -- The snapshot that it corrects, and why.
      corrects text,
      reason text,
      -- All units that were frozen together, at one data version.
      freeze_id uuid not null,
      data_version bigint not null,
      definitions_version text not null,
      filters jsonb not null,
      -- The moment the figures were computed at, by the clock of the product.
      frozen_at timestamptz not null,
      -- The same by the clock of the database: records changed after it have changed since.
      recorded_at timestamptz not null default now(),
      post_id uuid,
      post_title text not null,
      demo boolean not null default false,
      constraint snapshots_pk primary key (kabupaten_code, code),
      constraint snapshots_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint snapshots_corrects foreign key (kabupaten_code, corrects) references snapshots (kabupaten_code, code),
      constraint snapshots_grain_known check (grain in ('month', 'quarter')),
      constraint snapshots_state_known check (state in ('tetap', 'perbaikan')),
      constraint snapshots_order check (from_on <= to_on)
    );
    create unique index snapshots_once on snapshots (kabupaten_code, unit_code, grain, from_on, number);
    create index snapshots_newest on snapshots (kabupaten_code, from_on desc, unit_code);

    create table snapshot_contents (
      kabupaten_code text not null,
      snapshot_code text not null,
      -- What a reader sees depends on: top of the scope, right to details, view of complaints of suspected abuse.
      rights_key text not null,
      language text not null,
      -- The very text that the hash (SHA-256, hexadecimal) was made of.
      body text not null,
      hash text not null,
      constraint snapshot_contents_pk primary key (kabupaten_code, snapshot_code, rights_key, language),
      constraint snapshot_contents_of foreign key (kabupaten_code, snapshot_code)
        references snapshots (kabupaten_code, code) on delete cascade,
      constraint snapshot_contents_language_known check (language in ('id', 'en'))
    );

    -- The records behind the figures.
    create table snapshot_records (
      kabupaten_code text not null,
      snapshot_code text not null,
      dataset text not null,
      ids uuid[] not null,
      constraint snapshot_records_pk primary key (kabupaten_code, snapshot_code, dataset),
      constraint snapshot_records_of foreign key (kabupaten_code, snapshot_code)
        references snapshots (kabupaten_code, code) on delete cascade,
      constraint snapshot_records_dataset_known
        check (dataset in ('service-cases', 'complaints', 'oversight-complaints', 'survey-responses'))
    );

    -- Freezing takes a while: how far it is, and how it ended.
    create table snapshot_runs (
      kabupaten_code text not null,
      id uuid not null,
      grain text not null,
      from_on date not null,
      state text not null,
      done integer not null default 0,
      total integer not null default 0,
      post_title text not null,
      -- Key and values of the sentence that says what went wrong.
      problem jsonb,
      frozen integer,
      started_at timestamptz not null default now(),
      touched_at timestamptz not null default now(),
      constraint snapshot_runs_pk primary key (kabupaten_code, id),
      constraint snapshot_runs_grain_known check (grain in ('month', 'quarter')),
      constraint snapshot_runs_state_known check (state in ('running', 'done', 'failed'))
    );
    -- One at a time: two would freeze the same.
    create unique index snapshot_runs_running on snapshot_runs (kabupaten_code) where state = 'running';
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of TABLES.toReversed()) await knex.raw('drop table ?? cascade', [table]);
}
