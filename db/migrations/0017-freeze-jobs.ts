import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['snapshot_drafts', 'snapshot_draft_contents'];

/** Freezing as a background job: who ordered what, and what is computed so far, for the process that takes it up again. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Until now a run ended with its process.
    update snapshot_runs set state = 'failed', problem = '{"key":"snapshot-run-broken","values":{}}'
     where state = 'running';

    alter table snapshot_runs
      -- The moment the figures are computed at, by the clock of the product.
      add column ordered_at timestamptz not null default now(),
      add column user_id uuid,
      add column post_id uuid,
      -- Network address of the order, for the audit trail; taken away when the run ends.
      add column address text,
      -- Why figures are frozen again; null for the first time.
      add column reason text,
      add column language text not null default 'id',
      -- Counts the processes that took the run up: only the last of them may write.
      add column attempts integer not null default 0,
      drop column touched_at;

    -- Figures of one unit of a run, computed and not frozen yet.
    create table snapshot_drafts (
      kabupaten_code text not null,
      run_id uuid not null,
      unit_code text not null,
      unit_name text not null,
      -- From the top of the kabupaten down.
      place integer not null,
      -- Of the snapshot that it becomes; null where nothing differs from what was frozen before.
      number integer,
      corrects text,
      -- Ids of the records behind the figures, by kind.
      records jsonb not null,
      data_version bigint not null,
      definitions_version text not null,
      constraint snapshot_drafts_pk primary key (kabupaten_code, run_id, unit_code),
      constraint snapshot_drafts_of foreign key (kabupaten_code, run_id)
        references snapshot_runs (kabupaten_code, id) on delete cascade
    );

    create table snapshot_draft_contents (
      kabupaten_code text not null,
      run_id uuid not null,
      unit_code text not null,
      rights_key text not null,
      language text not null,
      body text not null,
      hash text not null,
      constraint snapshot_draft_contents_pk primary key (kabupaten_code, run_id, unit_code, rights_key, language),
      constraint snapshot_draft_contents_of foreign key (kabupaten_code, run_id, unit_code)
        references snapshot_drafts (kabupaten_code, run_id, unit_code) on delete cascade
    );
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of TABLES.toReversed()) await knex.raw('drop table ?? cascade', [table]);
  await knex.raw(`
    alter table snapshot_runs
      drop column ordered_at, drop column user_id, drop column post_id, drop column address, drop column reason,
      drop column language, drop column attempts,
      add column touched_at timestamptz not null default now();
  `);
}
