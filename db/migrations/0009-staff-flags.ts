import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'staff_members',
  'remote_posts',
  'system_outages',
  'conduct_findings',
  'staff_rule_settings',
  'staff_flags',
  'trial_periods',
];

/** Proposals about staff: who is looked at, by which rules, and what became of them. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- People whose work the records name; code is what stands in the records ("petugas").
    create table staff_members (
      kabupaten_code text not null,
      id uuid not null,
      code text not null,
      name text not null,
      nip text,
      -- PP 94/2021 binds PNS; PPPK and others are recorded apart.
      employment text not null,
      unit_code text not null,
      service_point text,
      -- The account of the person, who sees what is proposed before anybody else does.
      user_id uuid,
      valid_from date not null default date '1900-01-01',
      valid_to date,
      demo boolean not null default false,
      constraint staff_members_pk primary key (kabupaten_code, id),
      constraint staff_members_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint staff_members_employment_known check (employment in ('pns', 'pppk', 'non-asn'))
    );
    create unique index staff_members_key on staff_members (kabupaten_code, code);
    create index staff_members_of_user on staff_members (kabupaten_code, user_id) where user_id is not null;

    -- The regent's list of remote posts (terpencil).
    create table remote_posts (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      -- Null: the whole unit.
      service_point text,
      legal_basis text not null,
      valid_from date not null,
      valid_to date,
      constraint remote_posts_pk primary key (kabupaten_code, id),
      constraint remote_posts_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code)
    );

    -- A system that many depend on did not work: nobody is judged by cases that waited for it.
    create table system_outages (
      kabupaten_code text not null,
      id uuid not null,
      system text not null,
      -- '*': the whole kabupaten; '*': every service.
      unit_code text not null default '*',
      service_code text not null default '*',
      started_at timestamptz not null,
      ended_at timestamptz not null,
      note text,
      post_title text not null,
      constraint system_outages_pk primary key (kabupaten_code, id),
      constraint system_outages_order check (ended_at > started_at)
    );

    -- A complaint about conduct that was examined and upheld, or not, by the Inspektorat.
    create table conduct_findings (
      kabupaten_code text not null,
      complaint_id uuid not null,
      staff_id uuid not null,
      upheld boolean not null,
      decided_on date not null,
      letter_number text not null,
      letter_on date not null,
      note text,
      post_title text not null,
      created_at timestamptz not null,
      constraint conduct_findings_pk primary key (kabupaten_code, complaint_id, staff_id)
    );
    create index conduct_findings_of_staff on conduct_findings (kabupaten_code, staff_id, decided_on);

    -- Which rules run, with which thresholds, by whose decision.
    create table staff_rule_settings (
      kabupaten_code text not null,
      rule_id text not null,
      enabled boolean not null,
      settings jsonb not null,
      legal_basis text,
      post_title text not null,
      changed_at timestamptz not null,
      constraint staff_rule_settings_pk primary key (kabupaten_code, rule_id)
    );

    create table staff_flags (
      kabupaten_code text not null,
      id uuid not null,
      staff_id uuid not null,
      -- The unit at the time: who is above the person then is asked, wherever they work now.
      unit_code text not null,
      rule_id text not null,
      kind text not null,
      period_from date not null,
      period_to date not null,
      -- Frozen: what was observed, the thresholds it was held against, n, and the records.
      evidence jsonb not null,
      settings jsonb not null,
      data_version bigint not null,
      state text not null,
      raised_at timestamptz not null,
      -- Last day for the person's explanation (penjelasan pegawai).
      explain_until date not null,
      explanation text,
      explained_at timestamptz,
      review text,
      reviewed_at timestamptz,
      reviewed_title text,
      decision text,
      decided_at timestamptz,
      decided_by uuid,
      decided_title text,
      decision_reason text,
      -- Number and date of the official's own decision, recorded, never made here.
      decision_number text,
      decision_on date,
      expires_on date,
      withdrawn_at timestamptz,
      withdrawn_reason text,
      constraint staff_flags_pk primary key (kabupaten_code, id),
      constraint staff_flags_staff foreign key (kabupaten_code, staff_id) references staff_members (kabupaten_code, id),
      constraint staff_flags_kind_known check (kind in ('reward', 'sanction')),
      constraint staff_flags_state_known
        check (state in ('proposed', 'explained', 'reviewed', 'confirmed', 'dismissed', 'expired', 'withdrawn')),
      constraint staff_flags_decision_known check (decision in ('confirmed', 'dismissed'))
    );
    -- The same facts give the same flag once; after one was withdrawn they may come back.
    create unique index staff_flags_key on staff_flags (kabupaten_code, staff_id, rule_id, period_to)
      where state <> 'withdrawn';
    create index staff_flags_of_unit on staff_flags (kabupaten_code, unit_code, state);

    -- Masa uji: until then no flags and no watch-list, and a unit sees its figures before leadership does.
    create table trial_periods (
      kabupaten_code text not null,
      starts_on date not null,
      -- First day after it.
      ends_on date not null,
      post_title text not null,
      reason text,
      constraint trial_periods_pk primary key (kabupaten_code),
      constraint trial_periods_order check (ends_on >= starts_on)
    );
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
