import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'evidence_files',
  'evidence_links',
  'notices',
  'pilot_programmes',
  'pilot_milestones',
  'milestone_plans',
  'milestone_reports',
  'pilot_obstacles',
  'pilot_documents',
  'pilot_visits',
  'pilot_points',
  'pilot_trainings',
];

/** Programmes of pilot SKPD, the evidence that goes with them, and the notices that tell whoever must act next. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A file given as evidence, once per content: the key is its SHA-256 after its place was taken out of it.
    create table evidence_files (
      kabupaten_code text not null,
      hash text not null,
      media_type text not null,
      bytes integer not null,
      content bytea not null,
      -- When the picture was taken, as its camera says; local time without a zone.
      taken_at timestamp,
      location_removed boolean not null default false,
      constraint evidence_files_pk primary key (kabupaten_code, hash)
    );

    -- What a file is evidence of. A link taken away stays on record; its file goes with the last link.
    create table evidence_links (
      kabupaten_code text not null,
      id uuid not null,
      hash text not null,
      about_kind text not null,
      about_id uuid not null,
      file_name text not null,
      note text,
      post_id uuid,
      post_title text not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      removed_reason text,
      constraint evidence_links_pk primary key (kabupaten_code, id)
    );
    create index evidence_links_of on evidence_links (kabupaten_code, about_kind, about_id);
    create index evidence_links_of_file on evidence_links (kabupaten_code, hash);

    -- Word to a post, or to a person, that something waits for them (needs_action) or has happened.
    create table notices (
      kabupaten_code text not null,
      id uuid not null,
      to_post uuid,
      to_user uuid,
      kind text not null,
      -- What fills the sentence: names and numbers the reader may see.
      params jsonb not null default '{}',
      about_kind text not null,
      about_id text not null,
      link text not null,
      needs_action boolean not null,
      due_on date,
      created_at timestamptz not null,
      read_at timestamptz,
      -- The step it asks for was done, by whomever.
      settled_at timestamptz,
      constraint notices_pk primary key (kabupaten_code, id),
      constraint notices_for_someone check ((to_post is null) <> (to_user is null))
    );
    create index notices_to_post on notices (kabupaten_code, to_post, created_at) where to_post is not null;
    create index notices_to_user on notices (kabupaten_code, to_user, created_at) where to_user is not null;
    create index notices_open on notices (kabupaten_code, about_kind, about_id) where settled_at is null;

    create table pilot_programmes (
      kabupaten_code text not null,
      id uuid not null,
      code text not null,
      name text not null,
      unit_code text not null,
      goal text,
      legal_basis text,
      starts_on date not null,
      ends_on date,
      -- The service whose figures tell whether the pilot works; '*': all services of the unit.
      service_code text not null default '*',
      closed_on date,
      closed_reason text,
      created_at timestamptz not null,
      demo boolean not null default false,
      constraint pilot_programmes_pk primary key (kabupaten_code, id),
      constraint pilot_programmes_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint pilot_programmes_order check (ends_on is null or ends_on >= starts_on)
    );
    create unique index pilot_programmes_key on pilot_programmes (kabupaten_code, code);

    create table pilot_milestones (
      kabupaten_code text not null,
      id uuid not null,
      programme_id uuid not null,
      number text not null,
      title text not null,
      weight numeric not null,
      -- The plan in force; the first one and all between are in milestone_plans.
      planned_start_on date not null,
      planned_finish_on date not null,
      started_on date,
      finished_on date,
      done_share numeric not null default 0,
      signed_by uuid,
      signed_title text,
      signed_at timestamptz,
      removed_at timestamptz,
      constraint pilot_milestones_pk primary key (kabupaten_code, id),
      constraint pilot_milestones_programme foreign key (kabupaten_code, programme_id)
        references pilot_programmes (kabupaten_code, id) on delete cascade,
      constraint pilot_milestones_weight check (weight > 0),
      constraint pilot_milestones_share check (done_share between 0 and 1),
      constraint pilot_milestones_planned check (planned_finish_on >= planned_start_on),
      constraint pilot_milestones_actual check (finished_on >= started_on)
    );
    create unique index pilot_milestones_key on pilot_milestones (kabupaten_code, programme_id, number);

    -- Every plan a milestone had, the first one first: a plan that was changed does not vanish.
    create table milestone_plans (
      kabupaten_code text not null,
      milestone_id uuid not null,
      version integer not null,
      planned_start_on date not null,
      planned_finish_on date not null,
      weight numeric not null,
      -- Null for the first plan.
      reason text,
      post_title text not null,
      created_at timestamptz not null,
      constraint milestone_plans_pk primary key (kabupaten_code, milestone_id, version),
      constraint milestone_plans_milestone foreign key (kabupaten_code, milestone_id)
        references pilot_milestones (kabupaten_code, id) on delete cascade
    );

    -- How far a milestone was, on a day, as someone reported it. The newest of a day counts.
    create table milestone_reports (
      kabupaten_code text not null,
      id uuid not null,
      milestone_id uuid not null,
      reported_on date not null,
      done_share numeric not null,
      note text,
      -- In which post, and who: someone else signs the milestone off. Null for a file that the operator loaded.
      post_id uuid,
      post_title text not null,
      reported_by uuid,
      created_at timestamptz not null,
      constraint milestone_reports_pk primary key (kabupaten_code, id),
      constraint milestone_reports_milestone foreign key (kabupaten_code, milestone_id)
        references pilot_milestones (kabupaten_code, id) on delete cascade,
      constraint milestone_reports_share check (done_share between 0 and 1)
    );
    create index milestone_reports_of on milestone_reports (kabupaten_code, milestone_id, reported_on, created_at);

    create table pilot_obstacles (
      kabupaten_code text not null,
      id uuid not null,
      programme_id uuid not null,
      milestone_id uuid,
      kind text not null,
      body text not null,
      owner_post uuid not null,
      owner_title text not null,
      -- Help is asked of a post; the request follows it until the obstacle is gone.
      help_post uuid,
      help_title text,
      help_asked text,
      since_on date not null,
      resolved_on date,
      resolution text,
      created_at timestamptz not null,
      constraint pilot_obstacles_pk primary key (kabupaten_code, id),
      constraint pilot_obstacles_programme foreign key (kabupaten_code, programme_id)
        references pilot_programmes (kabupaten_code, id) on delete cascade,
      constraint pilot_obstacles_kind_known
        check (kind in ('sdm-ti', 'jaringan', 'sarana', 'anggaran', 'regulasi', 'lainnya')),
      constraint pilot_obstacles_order check (resolved_on >= since_on)
    );
    create index pilot_obstacles_of on pilot_obstacles (kabupaten_code, programme_id, since_on);

    create table pilot_documents (
      kabupaten_code text not null,
      id uuid not null,
      programme_id uuid not null,
      kind text not null,
      title text not null,
      number text,
      valid_from date not null,
      valid_to date,
      created_at timestamptz not null,
      removed_at timestamptz,
      constraint pilot_documents_pk primary key (kabupaten_code, id),
      constraint pilot_documents_programme foreign key (kabupaten_code, programme_id)
        references pilot_programmes (kabupaten_code, id) on delete cascade,
      constraint pilot_documents_kind_known check (kind in ('spm', 'sp', 'sop', 'ikm')),
      constraint pilot_documents_order check (valid_to is null or valid_to >= valid_from)
    );
    create index pilot_documents_of on pilot_documents (kabupaten_code, programme_id);

    -- Pendampingan by the kabupaten's team: what it advised and when it comes next.
    create table pilot_visits (
      kabupaten_code text not null,
      id uuid not null,
      programme_id uuid not null,
      visited_on date not null,
      team text not null,
      advice text not null,
      next_on date,
      post_title text not null,
      created_at timestamptz not null,
      constraint pilot_visits_pk primary key (kabupaten_code, id),
      constraint pilot_visits_programme foreign key (kabupaten_code, programme_id)
        references pilot_programmes (kabupaten_code, id) on delete cascade,
      constraint pilot_visits_order check (next_on > visited_on)
    );
    create index pilot_visits_of on pilot_visits (kabupaten_code, programme_id, visited_on);

    -- A service point of a pilot: state of its network, and what it has for people with special needs.
    create table pilot_points (
      kabupaten_code text not null,
      id uuid not null,
      programme_id uuid not null,
      name text not null,
      network text not null,
      network_note text,
      -- Facility → true, false; one that was not looked at is absent.
      facilities jsonb not null default '{}',
      checked_on date not null,
      post_title text not null,
      removed_at timestamptz,
      constraint pilot_points_pk primary key (kabupaten_code, id),
      constraint pilot_points_programme foreign key (kabupaten_code, programme_id)
        references pilot_programmes (kabupaten_code, id) on delete cascade,
      constraint pilot_points_network_known check (network in ('baik', 'lambat', 'sering-putus', 'tidak-ada'))
    );
    create unique index pilot_points_key on pilot_points (kabupaten_code, programme_id, name) where removed_at is null;

    create table pilot_trainings (
      kabupaten_code text not null,
      id uuid not null,
      programme_id uuid not null,
      point_id uuid,
      trained_on date not null,
      topic text not null,
      participants integer not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint pilot_trainings_pk primary key (kabupaten_code, id),
      constraint pilot_trainings_programme foreign key (kabupaten_code, programme_id)
        references pilot_programmes (kabupaten_code, id) on delete cascade,
      constraint pilot_trainings_participants check (participants > 0)
    );
    create index pilot_trainings_of on pilot_trainings (kabupaten_code, programme_id, trained_on);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
