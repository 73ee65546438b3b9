import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'audit_findings',
  'audit_recommendations',
  'recommendation_steps',
  'case_samples',
  'sample_checks',
  'reconciliations',
  'reconciliation_rows',
];

/** The Inspektorat's files, samples and comparisons, and the commitments of evaluation meetings. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Commitments of evaluation meetings are disposisi that come back until they are closed.
    alter table dispositions
      add column meeting_on date,
      drop constraint dispositions_kind_known,
      add constraint dispositions_kind_known check (kind in ('disposition', 'reminder', 'commitment')),
      add constraint dispositions_meeting check ((kind = 'commitment') = (meeting_on is not null));
    create index dispositions_of_meeting on dispositions (kabupaten_code, meeting_on) where meeting_on is not null;

    -- Temuan of BPK, APIP or the Ombudsman; "audit" here is theirs, not the trail of the product.
    create table audit_findings (
      kabupaten_code text not null,
      id uuid not null,
      number text not null,
      source text not null,
      title text not null,
      body text not null,
      unit_code text not null,
      report_number text not null,
      report_on date not null,
      received_on date not null,
      -- Loss found, in rupiah.
      amount numeric,
      post_title text not null,
      created_at timestamptz not null,
      demo boolean not null default false,
      constraint audit_findings_pk primary key (kabupaten_code, id),
      constraint audit_findings_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint audit_findings_source_known check (source in ('bpk', 'apip', 'ombudsman'))
    );
    create unique index audit_findings_key on audit_findings (kabupaten_code, source, number);

    create table audit_recommendations (
      kabupaten_code text not null,
      id uuid not null,
      finding_id uuid not null,
      number text not null,
      body text not null,
      unit_code text not null,
      due_on date not null,
      blocked_by_unit text,
      blocked_reason text,
      blocked_since date,
      -- What the entity says, and what the auditor decided: never one field.
      proposed_status text,
      decided_status text not null default 'BT',
      constraint audit_recommendations_pk primary key (kabupaten_code, id),
      constraint audit_recommendations_finding foreign key (kabupaten_code, finding_id)
        references audit_findings (kabupaten_code, id) on delete cascade,
      constraint audit_recommendations_unit foreign key (kabupaten_code, unit_code)
        references units (kabupaten_code, code),
      constraint audit_recommendations_proposed_known check (proposed_status in ('SS', 'BS', 'BT', 'TD')),
      constraint audit_recommendations_decided_known check (decided_status in ('SS', 'BS', 'BT', 'TD'))
    );
    create unique index audit_recommendations_key on audit_recommendations (kabupaten_code, finding_id, number);
    create index audit_recommendations_due on audit_recommendations (kabupaten_code, due_on);

    -- Everything that happened to a recommendation, in order: tindak lanjut, verification, decision, block.
    create table recommendation_steps (
      kabupaten_code text not null,
      id uuid not null,
      recommendation_id uuid not null,
      kind text not null,
      body text,
      status text,
      -- A change of status cites a numbered letter.
      letter_number text,
      letter_on date,
      new_due_on date,
      other_unit text,
      post_id uuid,
      post_title text not null,
      created_at timestamptz not null,
      constraint recommendation_steps_pk primary key (kabupaten_code, id),
      constraint recommendation_steps_of foreign key (kabupaten_code, recommendation_id)
        references audit_recommendations (kabupaten_code, id) on delete cascade,
      constraint recommendation_steps_kind_known
        check (kind in ('action', 'verification', 'proposal', 'decision', 'blocked', 'unblocked')),
      constraint recommendation_steps_status_known check (status in ('SS', 'BS', 'BT', 'TD'))
    );
    create index recommendation_steps_of on recommendation_steps (kabupaten_code, recommendation_id, created_at);

    -- Uji petik: a sample that can be drawn again from its seed.
    create table case_samples (
      kabupaten_code text not null,
      id uuid not null,
      dataset text not null,
      -- The records list's own query, as it stands in an address.
      query jsonb not null,
      unit_code text not null,
      reason text not null,
      seed text not null,
      size integer not null,
      population integer not null,
      -- SHA-256 over the sorted ids of the population: whether a second draw drew from the same.
      population_hash text not null,
      data_version bigint not null,
      drawn uuid[] not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint case_samples_pk primary key (kabupaten_code, id),
      constraint case_samples_dataset_known
        check (dataset in ('service-cases', 'complaints', 'survey-responses')),
      constraint case_samples_size check (size > 0 and size <= population)
    );
    create index case_samples_newest on case_samples (kabupaten_code, created_at);

    create table sample_checks (
      kabupaten_code text not null,
      sample_id uuid not null,
      record_id uuid not null,
      verdict text not null,
      note text,
      post_title text not null,
      checked_at timestamptz not null,
      constraint sample_checks_pk primary key (kabupaten_code, sample_id, record_id),
      constraint sample_checks_sample foreign key (kabupaten_code, sample_id)
        references case_samples (kabupaten_code, id) on delete cascade,
      constraint sample_checks_verdict_known check (verdict in ('sesuai', 'tidak-sesuai', 'berkas-tidak-ada'))
    );

    -- Selisih dengan laporan lain: another list held against ours, record by record.
    create table reconciliations (
      kabupaten_code text not null,
      id uuid not null,
      dataset text not null,
      unit_code text not null,
      period_from date not null,
      period_to date not null,
      source text not null,
      file_name text not null,
      file_hash text not null,
      counts jsonb not null,
      data_version bigint not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint reconciliations_pk primary key (kabupaten_code, id),
      constraint reconciliations_dataset_known check (dataset in ('service-cases', 'complaints')),
      constraint reconciliations_order check (period_to >= period_from)
    );

    create table reconciliation_rows (
      kabupaten_code text not null,
      reconciliation_id uuid not null,
      position integer not null,
      kind text not null,
      unit_code text,
      number text not null,
      record_id uuid,
      row_number integer,
      -- Field → [theirs, ours].
      differences jsonb not null default '{}',
      constraint reconciliation_rows_pk primary key (kabupaten_code, reconciliation_id, position),
      constraint reconciliation_rows_of foreign key (kabupaten_code, reconciliation_id)
        references reconciliations (kabupaten_code, id) on delete cascade,
      constraint reconciliation_rows_kind_known check (kind in ('only-theirs', 'only-ours', 'differs', 'unreadable'))
    );
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
  await knex.raw(`
    delete from dispositions where kind = 'commitment';
    drop index dispositions_of_meeting;
    alter table dispositions
      drop constraint dispositions_meeting,
      drop constraint dispositions_kind_known,
      drop column meeting_on,
      add constraint dispositions_kind_known check (kind in ('disposition', 'reminder'));
  `);
}
