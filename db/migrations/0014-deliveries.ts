import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['subscriptions', 'deliveries'];

/**
 * Reports and news by e-mail: who wants what when, and what became of every mail. The tables of background jobs (schema
 * `pgboss`) come right after this step, by pg-boss' own plans: see `bringJobSchema`.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    -- Where a person receives mail: only an address that the person has shown to read is written to.
    create table mail_addresses (
      user_id uuid not null,
      address text,
      verified_at timestamptz,
      -- A new address waits for its code; until then the one before stays.
      waiting_address text,
      code_hash bytea,
      code_sent_at timestamptz,
      code_tries integer not null default 0,
      constraint mail_addresses_pk primary key (user_id),
      constraint mail_addresses_user foreign key (user_id) references users (id) on delete cascade,
      constraint mail_addresses_verified check ((address is null) = (verified_at is null))
    );

    -- A report of a unit that a person wants by mail, computed with the rights of the post it was asked for in.
    create table subscriptions (
      kabupaten_code text not null,
      id uuid not null,
      user_id uuid not null,
      post_id uuid not null,
      report text not null,
      unit_code text not null,
      grain text not null,
      -- The period that runs, or the last one that is over.
      which text not null,
      format text not null,
      rhythm text not null,
      weekday integer,
      month_day integer,
      -- Local hour of the kabupaten.
      hour integer not null,
      next_due timestamptz,
      created_at timestamptz not null,
      ended_at timestamptz,
      ended_reason text,
      -- Of the token in the unsubscribe link.
      token_hash bytea not null,
      demo boolean not null default false,
      constraint subscriptions_pk primary key (kabupaten_code, id),
      constraint subscriptions_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint subscriptions_grain_known check (grain in ('month', 'quarter')),
      constraint subscriptions_which_known check (which in ('running', 'ended')),
      constraint subscriptions_format_known check (format in ('pdf', 'xlsx', 'text')),
      constraint subscriptions_rhythm_known check (rhythm in ('daily', 'weekly', 'monthly')),
      constraint subscriptions_rhythm check (
        (rhythm = 'daily' and weekday is null and month_day is null)
        or (rhythm = 'weekly' and weekday between 1 and 7 and month_day is null)
        or (rhythm = 'monthly' and weekday is null and month_day between 1 and 31)),
      -- From 20.00 to 06.00 nothing is sent.
      constraint subscriptions_hour check (hour between 6 and 19),
      constraint subscriptions_ended check ((ended_at is null) = (ended_reason is null)),
      constraint subscriptions_due check (ended_at is null or next_due is null)
    );
    create index subscriptions_of_user on subscriptions (kabupaten_code, user_id, created_at);
    create index subscriptions_due on subscriptions (kabupaten_code, next_due) where ended_at is null;

    -- Every mail, from the moment it fell due; the key keeps anything from being sent twice.
    create table deliveries (
      kabupaten_code text not null,
      id uuid not null,
      dedupe text not null,
      kind text not null,
      user_id uuid not null,
      subscription_id uuid,
      -- What is sent as it stands; null where it is computed when it is sent.
      subject text,
      body text,
      due_at timestamptz not null,
      -- Not before this instant: quiet hours.
      send_after timestamptz not null,
      state text not null,
      attempts integer not null default 0,
      -- Kind of the last failure; its details are in the operator's log.
      problem text,
      -- As c…@kukarkab.go.id: whom it went to without saying it.
      address text,
      -- What was sent: report, unit, period and state of its figures.
      told text,
      bytes integer,
      updated_at timestamptz not null,
      sent_at timestamptz,
      demo boolean not null default false,
      constraint deliveries_pk primary key (kabupaten_code, id),
      constraint deliveries_subscription foreign key (kabupaten_code, subscription_id)
        references subscriptions (kabupaten_code, id),
      constraint deliveries_kind_known check (kind in ('report', 'alert', 'digest', 'made-report')),
      constraint deliveries_state_known check (state in ('waiting', 'sent', 'failed', 'dropped')),
      constraint deliveries_sent check ((state = 'sent') = (sent_at is not null)),
      constraint deliveries_content check (kind <> 'report' or body is null)
    );
    create unique index deliveries_once on deliveries (kabupaten_code, dedupe);
    create index deliveries_of_user on deliveries (kabupaten_code, user_id, due_at desc, id);
    create index deliveries_newest on deliveries (kabupaten_code, due_at desc, id);
    create index deliveries_waiting on deliveries (kabupaten_code, send_after) where state = 'waiting';
    create index deliveries_of_subscription on deliveries (kabupaten_code, subscription_id, due_at desc);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop schema if exists pgboss cascade');
  for (const table of ['deliveries', 'subscriptions', 'mail_addresses'])
    await knex.raw('drop table ?? cascade', [table]);
}
