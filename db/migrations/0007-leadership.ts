import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = [
  'targets',
  'baselines',
  'annotations',
  'dispositions',
  'attention_dismissals',
  'nil_reports',
  'follow_up_plans',
  'boundaries',
];

/**
 * What leadership does about the figures: targets and baselines they are judged by, notes at their points, dispositions
 * followed until they are done, and what was looked at and found to be no problem.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A target for a unit, or ('*') for every unit of a kind ('*': any), for a service or ('*') all together.
    create table targets (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      unit_kind text not null,
      service_code text not null,
      measure text not null,
      field text not null,
      valid_from date not null,
      -- Last day, inclusive; null: until further notice.
      valid_to date,
      at_least numeric,
      at_most numeric,
      legal_basis text,
      demo boolean not null default false,
      constraint targets_pk primary key (kabupaten_code, id),
      constraint targets_kabupaten foreign key (kabupaten_code) references kabupaten (code),
      constraint targets_something check (at_least is not null or at_most is not null),
      constraint targets_unit_or_kind check (unit_code = '*' or unit_kind = '*'),
      constraint targets_order check (valid_to is null or valid_to >= valid_from)
    );
    create unique index targets_key on targets
      (kabupaten_code, measure, field, unit_code, unit_kind, service_code, valid_from);

    -- A person set the limits of a series anew from a month on, with a reason.
    create table baselines (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      service_code text not null,
      channel text not null,
      measure text not null,
      field text not null,
      starts_on date not null,
      reason text not null,
      post_id uuid not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint baselines_pk primary key (kabupaten_code, id)
    );
    create unique index baselines_key on baselines
      (kabupaten_code, unit_code, measure, field, service_code, channel, starts_on);

    -- What happened on a day, drawn at its point in every chart of the unit.
    create table annotations (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      service_code text not null,
      -- Null: it concerns all measures.
      measure text,
      day date not null,
      body text not null,
      post_id uuid not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint annotations_pk primary key (kabupaten_code, id)
    );
    create index annotations_of_unit on annotations (kabupaten_code, unit_code, day);

    -- An instruction (disposisi) or a reminder, from post to post.
    create table dispositions (
      kabupaten_code text not null,
      id uuid not null,
      kind text not null,
      -- The unit it is about, and what about it: the key and sentence of an exception, and where its records are.
      unit_code text not null,
      about_key text,
      about_sentence text not null,
      about_link text,
      from_post uuid not null,
      from_title text not null,
      to_post uuid not null,
      to_title text not null,
      instruction text not null,
      due_on date,
      created_at timestamptz not null,
      -- Said done by the recipient, with what was done; accepted, or sent back, by who gave it.
      reported_at timestamptz,
      report text,
      closed_at timestamptz,
      sent_back_at timestamptz,
      sent_back_reason text,
      constraint dispositions_pk primary key (kabupaten_code, id),
      constraint dispositions_kind_known check (kind in ('disposition', 'reminder'))
    );
    create index dispositions_to on dispositions (kabupaten_code, to_post, created_at);
    create index dispositions_from on dispositions (kabupaten_code, from_post, created_at);
    create index dispositions_open on dispositions (kabupaten_code, unit_code) where closed_at is null;

    -- "Bukan masalah, karena …": leaves the list of the scope it was said in, and stands as an explanation above it.
    create table attention_dismissals (
      kabupaten_code text not null,
      id uuid not null,
      item_key text not null,
      unit_code text not null,
      -- Top of the scope of the post that said it.
      root_unit text not null,
      reason text not null,
      post_id uuid not null,
      post_title text not null,
      created_at timestamptz not null,
      -- First day on which it is looked at again.
      until_on date not null,
      constraint attention_dismissals_pk primary key (kabupaten_code, id)
    );
    create index attention_dismissals_of_item on attention_dismissals (kabupaten_code, item_key, created_at);

    -- "Nihil": a unit says that it had nothing to report in a month.
    create table nil_reports (
      kabupaten_code text not null,
      unit_code text not null,
      dataset text not null,
      -- First day of the month.
      month date not null,
      post_id uuid not null,
      post_title text not null,
      created_at timestamptz not null,
      constraint nil_reports_pk primary key (kabupaten_code, unit_code, dataset, month)
    );

    -- Rencana tindak lanjut of an unsur, with owner and date (PermenPANRB 14/2017).
    create table follow_up_plans (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      service_code text not null,
      instrument text not null,
      unsur text not null,
      plan text not null,
      owner_post uuid not null,
      owner_title text not null,
      due_on date not null,
      created_at timestamptz not null,
      done_at timestamptz,
      result text,
      constraint follow_up_plans_pk primary key (kabupaten_code, id)
    );
    create index follow_up_plans_of_unit on follow_up_plans (kabupaten_code, unit_code, created_at);

    -- Outlines of areas, imported; without them the map is schematic.
    create table boundaries (
      kabupaten_code text not null,
      area_code text not null,
      name text not null,
      -- Rings of a MultiPolygon, [[[longitude, latitude], …], …], simplified when imported.
      geometry jsonb not null,
      source text,
      constraint boundaries_pk primary key (kabupaten_code, area_code)
    );
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
