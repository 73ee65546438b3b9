import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['alert_episodes', 'alert_events', 'alert_settings', 'made_reports'];

/** Alerts with what became of them, who wants to hear of them, and reports that were made in the background. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- A rule that holds about a unit, from its first word to its last. The rules are in domain/alerts.
    create table alert_episodes (
      kabupaten_code text not null,
      id uuid not null,
      unit_code text not null,
      rule text not null,
      -- measure.field; empty for silence, so that one key serves all rules.
      field text not null default '',
      -- First day of the first month that holds, or the first working day without a record.
      since date not null,
      opened_at timestamptz not null,
      opened_on date not null,
      -- Day of the last word about it.
      told_on date not null,
      reminders integer not null default 0,
      -- What was found when it was looked at last: AlertFacts of domain/alerts.
      facts jsonb not null,
      ended_at timestamptz,
      ended_on date,
      -- Recovered, or withdrawn because the rule is no longer applied.
      ending text,
      -- Up to this day its months (weeks) are settled and open nothing again.
      settled_until date,
      constraint alert_episodes_pk primary key (kabupaten_code, id),
      constraint alert_episodes_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint alert_episodes_rule_known check (rule in ('target-missed', 'worsening', 'not-reporting')),
      constraint alert_episodes_ending_known check (ending in ('recovered', 'withdrawn')),
      constraint alert_episodes_ended check (
        (ended_at is null) = (ending is null) and (ended_at is null) = (ended_on is null)
        and (ended_at is null) = (settled_until is null))
    );
    create unique index alert_episodes_open on alert_episodes (kabupaten_code, unit_code, rule, field)
      where ended_at is null;
    create index alert_episodes_opened on alert_episodes (kabupaten_code, opened_at);
    create index alert_episodes_of on alert_episodes (kabupaten_code, unit_code, rule, field);

    -- Every word about an episode, as it was found then.
    create table alert_events (
      kabupaten_code text not null,
      id uuid not null,
      episode_id uuid not null,
      kind text not null,
      at timestamptz not null,
      on_day date not null,
      facts jsonb not null,
      constraint alert_events_pk primary key (kabupaten_code, id),
      constraint alert_events_of foreign key (kabupaten_code, episode_id)
        references alert_episodes (kabupaten_code, id) on delete cascade,
      constraint alert_events_kind_known check (kind in ('opened', 'reminded', 'recovered', 'withdrawn'))
    );
    create index alert_events_episode on alert_events (kabupaten_code, episode_id, at);
    create index alert_events_at on alert_events (kabupaten_code, at);

    -- What a person wants to hear in a post. Without a row: who answers for a unit hears of it by notice, others nothing.
    create table alert_settings (
      kabupaten_code text not null,
      user_id uuid not null,
      post_id uuid not null,
      -- By rule: off, notice or mail.
      ways jsonb not null default '{}',
      digest text not null default 'off',
      -- Day of the last digest.
      digest_on date,
      updated_at timestamptz not null,
      constraint alert_settings_pk primary key (kabupaten_code, user_id, post_id),
      constraint alert_settings_digest_known check (digest in ('off', 'daily', 'weekly'))
    );

    -- A report that is being made, or was made, for one person. The file comes with the word that it is done, or not at all.
    create table made_reports (
      kabupaten_code text not null,
      id uuid not null,
      user_id uuid not null,
      post_id uuid not null,
      report text not null,
      unit_code text not null,
      grain text not null,
      from_on date not null,
      format text not null,
      language text not null,
      state text not null,
      progress integer not null default 0,
      -- What is being done now: gathering, drawing, storing.
      step text not null default 'waiting',
      -- Code of the sentence that says why it failed.
      problem text,
      -- What the person might see when it was made (rightsKey): whoever may see anything else later does not get it.
      reader text,
      file_name text,
      media_type text,
      bytes integer,
      content bytea,
      snapshot_code text,
      created_at timestamptz not null,
      finished_at timestamptz,
      constraint made_reports_pk primary key (kabupaten_code, id),
      constraint made_reports_state_known check (state in ('waiting', 'running', 'done', 'failed')),
      constraint made_reports_progress_known check (progress between 0 and 100),
      constraint made_reports_done check ((state = 'done') = (content is not null)),
      constraint made_reports_failed check ((state = 'failed') = (problem is not null))
    );
    create index made_reports_of on made_reports (kabupaten_code, user_id, created_at desc);
    create index made_reports_age on made_reports (kabupaten_code, created_at);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
