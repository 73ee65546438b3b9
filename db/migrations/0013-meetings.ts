import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['meetings', 'meeting_items', 'meeting_decisions'];

/** Meetings about the figures: the agenda as it was told, what was written and decided, and the minutes it makes. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table meetings (
      kabupaten_code text not null,
      id uuid not null,
      -- The unit whose meeting it is: its figures and those of the units below are spoken of.
      unit_code text not null,
      title text not null,
      place text not null default '',
      held_on date not null,
      state text not null,
      -- The post that called it, and that follows up what is decided.
      post_id uuid not null,
      post_title text not null,
      -- Posts, as they were typed.
      attendees text[] not null default '{}',
      -- Of title, place and attendees: raised with every saved change, so that nobody overwrites another.
      revision integer not null default 1,
      saved_by text not null,
      started_at timestamptz,
      closed_at timestamptz,
      closed_by text,
      -- The figures that the agenda was made from.
      data_version bigint,
      definitions_version text,
      next_on date,
      created_at timestamptz not null,
      demo boolean not null default false,
      constraint meetings_pk primary key (kabupaten_code, id),
      constraint meetings_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint meetings_state_known check (state in ('planned', 'running', 'closed', 'cancelled')),
      constraint meetings_begun check ((state in ('running', 'closed')) <= (started_at is not null)),
      constraint meetings_ended check ((state = 'closed') = (closed_at is not null))
    );
    create index meetings_of_unit on meetings (kabupaten_code, unit_code, held_on);
    -- One at a time: two agendas of one unit would tell the same promises twice.
    create unique index meetings_running on meetings (kabupaten_code, unit_code) where state = 'running';

    create table meeting_items (
      kabupaten_code text not null,
      id uuid not null,
      meeting_id uuid not null,
      position integer not null,
      kind text not null,
      unit_code text not null,
      -- Of an own point; the others are named by what they tell.
      title text not null default '',
      -- Sentence, owner, figures and drawing as they were told, in both languages; a promise as it stood at the close.
      told jsonb not null,
      disposition_id uuid,
      note text not null default '',
      outcome text,
      revision integer not null default 1,
      saved_by text not null default '',
      constraint meeting_items_pk primary key (kabupaten_code, id),
      constraint meeting_items_of foreign key (kabupaten_code, meeting_id)
        references meetings (kabupaten_code, id) on delete cascade,
      constraint meeting_items_kind_known check (kind in ('promise', 'exception', 'point')),
      constraint meeting_items_outcome_known check (outcome in ('undecided', 'noted'))
    );
    create index meeting_items_of on meeting_items (kabupaten_code, meeting_id, position);

    -- What was decided, while it is being written; at the close each becomes a commitment.
    create table meeting_decisions (
      kabupaten_code text not null,
      id uuid not null,
      meeting_id uuid not null,
      item_id uuid not null,
      what text not null default '',
      to_post uuid,
      to_title text,
      due_on date,
      revision integer not null default 1,
      saved_by text not null,
      created_at timestamptz not null,
      disposition_id uuid,
      constraint meeting_decisions_pk primary key (kabupaten_code, id),
      constraint meeting_decisions_of foreign key (kabupaten_code, item_id)
        references meeting_items (kabupaten_code, id) on delete cascade
    );
    create index meeting_decisions_of on meeting_decisions (kabupaten_code, meeting_id);

    -- The meeting that a commitment was made in; without one it was written down by hand. meeting_unit is null for the
    -- meetings of the whole kabupaten: what a kecamatan agrees with itself is not told as theirs.
    alter table dispositions add column meeting_id uuid, add column meeting_unit text;
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('alter table dispositions drop column meeting_id, drop column meeting_unit');
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
