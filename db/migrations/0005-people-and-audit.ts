import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TENANT_TABLES = ['audit_heads', 'complaint_reporters', 'reveals'];

/**
 * Rights belong to posts (jabatan), held by persons from … to; second factors, links, tokens and single sign-on beside
 * the password; an audit trail chained by hash, with personal values under a key per person; reporters of complaints in
 * a table of their own, so that no other query reads them by accident.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    alter table users
      add column email text,
      -- Null: the person has not set one yet, or signs in by single sign-on only.
      alter column password_hash drop not null,
      add column password_set_at timestamptz,
      -- Secret of the second factor, sealed with the key of the installation; valid once confirmed.
      add column totp_secret bytea,
      add column totp_confirmed_at timestamptz,
      -- The last time step used: a code is good once.
      add column totp_last_step bigint,
      add column last_signed_in_at timestamptz,
      add column erased_at timestamptz,
      -- The kabupaten whose administrator added the person; null: the operator or an administrator of the installation.
      add column home_kabupaten text,
      add constraint users_home foreign key (home_kabupaten) references kabupaten (code) on delete set null;
    update users set password_set_at = created_at;

    create table posts (
      id uuid not null,
      -- Null: the installation as a whole.
      kabupaten_code text,
      role text not null,
      unit_code text,
      title text not null,
      demo boolean not null default false,
      created_at timestamptz not null default now(),
      closed_on date,
      constraint posts_pk primary key (id),
      constraint posts_kabupaten foreign key (kabupaten_code) references kabupaten (code) on delete cascade
    );
    create index posts_of_kabupaten on posts (kabupaten_code, role, unit_code);

    -- Who holds a post from … to (the day valid_to is the first without it). An ajudan reads for the holder.
    create table post_holders (
      id uuid not null,
      post_id uuid not null,
      user_id uuid not null,
      capacity text not null,
      valid_from date not null,
      valid_to date,
      -- Number of the decree or warrant (SK, surat perintah).
      letter text,
      constraint post_holders_pk primary key (id),
      constraint post_holders_post foreign key (post_id) references posts (id) on delete cascade,
      constraint post_holders_user foreign key (user_id) references users (id) on delete cascade,
      constraint post_holders_capacity_known check (capacity in ('tetap', 'plt', 'plh', 'ajudan')),
      constraint post_holders_order check (valid_to is null or valid_to >= valid_from)
    );
    create index post_holders_of_user on post_holders (user_id);
    create index post_holders_of_post on post_holders (post_id, valid_from);

    insert into posts (id, kabupaten_code, role, unit_code, title, demo)
      select g.id, g.kabupaten_code, g.role, g.unit_code, coalesce(g.post, u.name), g.demo
        from grants g join users u on u.id = g.user_id;
    insert into post_holders (id, post_id, user_id, capacity, valid_from, valid_to)
      select g.id, g.id, g.user_id, 'tetap', g.valid_from, g.valid_to from grants g;
    drop table grants;

    create table recovery_codes (
      user_id uuid not null,
      code_hash bytea not null,
      used_at timestamptz,
      constraint recovery_codes_pk primary key (user_id, code_hash),
      constraint recovery_codes_user foreign key (user_id) references users (id) on delete cascade
    );

    -- Invitations and resets: only the hash of the link's secret is kept, and it opens once.
    create table account_links (
      token_hash bytea not null,
      user_id uuid not null,
      kind text not null,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz,
      constraint account_links_pk primary key (token_hash),
      constraint account_links_user foreign key (user_id) references users (id) on delete cascade,
      constraint account_links_kind_known check (kind in ('invitation', 'reset'))
    );
    create index account_links_of_user on account_links (user_id);

    -- A program acts in a post: it sees what the post sees, and of that only its permissions.
    create table api_tokens (
      id uuid not null,
      token_hash bytea not null,
      name text not null,
      post_id uuid not null,
      permissions text[] not null,
      created_by uuid,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      revoked_at timestamptz,
      last_used_at timestamptz,
      constraint api_tokens_pk primary key (id),
      constraint api_tokens_post foreign key (post_id) references posts (id) on delete cascade,
      constraint api_tokens_creator foreign key (created_by) references users (id) on delete set null
    );
    create unique index api_tokens_hash on api_tokens (token_hash);
    create index api_tokens_of_post on api_tokens (post_id);

    create table sso_identities (
      issuer text not null,
      subject text not null,
      user_id uuid not null,
      created_at timestamptz not null default now(),
      constraint sso_identities_pk primary key (issuer, subject),
      constraint sso_identities_user foreign key (user_id) references users (id) on delete cascade
    );
    create index sso_identities_of_user on sso_identities (user_id);

    -- The key of a person's values in the audit trail, sealed with the key of the installation. Without it they are noise.
    create table person_keys (
      user_id uuid not null,
      sealed_key bytea not null,
      constraint person_keys_pk primary key (user_id)
    );

    -- What is still open, for hand-over sheets; most cases are not.
    create index service_cases_open on service_cases (kabupaten_code, unit_code, received_at)
      where status in ('diterima', 'diproses', 'ditunda');

    create index sessions_of_user on sessions ((sess ->> 'userId'));

    -- The trail: sequence and hash chain every entry to the one before. Entries from before the chain have neither.
    alter table audit_entries
      add column sequence bigint,
      add column user_id uuid,
      add column post_id uuid,
      add column post_title text,
      add column role text,
      -- Name, address and other personal values, sealed with the key of the person in user_id.
      add column personal bytea,
      add column previous_hash bytea,
      add column hash bytea,
      alter column actor drop not null;
    create unique index audit_entries_sequence on audit_entries (kabupaten_code, sequence);
    create index audit_entries_by_action on audit_entries (kabupaten_code, action, id);

    -- The end of each kabupaten's chain; its lock puts the entries in order.
    create table audit_heads (
      kabupaten_code text not null,
      sequence bigint not null,
      hash bytea not null,
      constraint audit_heads_pk primary key (kabupaten_code),
      constraint audit_heads_kabupaten foreign key (kabupaten_code) references kabupaten (code)
    );

    -- What happens outside any kabupaten: strangers at the door, administrators of the installation.
    create table platform_audit_entries (
      id uuid not null,
      at timestamptz not null,
      sequence bigint not null,
      user_id uuid,
      post_id uuid,
      post_title text,
      role text,
      -- A program of the operator, where no person acted.
      actor text,
      action text not null,
      subject text not null,
      details jsonb not null default '{}',
      personal bytea,
      previous_hash bytea not null,
      hash bytea not null,
      constraint platform_audit_entries_pk primary key (id)
    );
    create unique index platform_audit_entries_sequence on platform_audit_entries (sequence);
    create index platform_audit_entries_by_action on platform_audit_entries (action, id);
    create table platform_audit_head (
      id smallint not null,
      sequence bigint not null,
      hash bytea not null,
      constraint platform_audit_head_pk primary key (id)
    );

    -- Who a waiting import will stand under in the trail; forgotten when it is done.
    alter table imports add column audit_actor jsonb;
    -- The post it was started in: who acts in another one no longer reads its rows. Null: the command line.
    alter table imports
      add column post_id uuid,
      -- Rejected rows with personal data are not kept for ever.
      add column rejections_deleted_at timestamptz;

    create table complaint_reporters (
      kabupaten_code text not null,
      complaint_id uuid not null,
      name text,
      contact text,
      nik text,
      -- The reporter asked that the unit concerned does not learn who it was.
      confidential boolean not null default false,
      constraint complaint_reporters_pk primary key (kabupaten_code, complaint_id),
      constraint complaint_reporters_complaint foreign key (kabupaten_code, complaint_id)
        references complaints (kabupaten_code, id) on delete cascade
    );

    -- Break-glass: who saw a reporter's identity, why, and until when it stayed open.
    create table reveals (
      kabupaten_code text not null,
      id uuid not null,
      complaint_id uuid not null,
      user_id uuid not null,
      post_id uuid,
      post_title text not null,
      reason text not null,
      at timestamptz not null,
      expires_at timestamptz not null,
      constraint reveals_pk primary key (kabupaten_code, id),
      constraint reveals_complaint foreign key (kabupaten_code, complaint_id)
        references complaints (kabupaten_code, id) on delete cascade
    );
    create index reveals_of_complaint on reveals (kabupaten_code, complaint_id, expires_at);
    create index reveals_by_time on reveals (kabupaten_code, at);
  `);
  for (const table of TENANT_TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TENANT_TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
  await knex.raw(`
    alter table imports drop column audit_actor, drop column post_id, drop column rejections_deleted_at;
    drop table platform_audit_head, platform_audit_entries;
    drop index audit_entries_sequence, audit_entries_by_action;
    update audit_entries set actor = coalesce(actor, post_title, '-');
    alter table audit_entries
      drop column sequence, drop column user_id, drop column post_id, drop column post_title, drop column role,
      drop column personal, drop column previous_hash, drop column hash, alter column actor set not null;
    drop index sessions_of_user;
    drop index service_cases_open;
    drop table person_keys, sso_identities, api_tokens, account_links, recovery_codes;

    create table grants (
      id uuid not null,
      user_id uuid not null,
      role text not null,
      kabupaten_code text,
      unit_code text,
      post text,
      valid_from date not null,
      valid_to date,
      demo boolean not null default false,
      constraint grants_pk primary key (id),
      constraint grants_user foreign key (user_id) references users (id) on delete cascade,
      constraint grants_kabupaten foreign key (kabupaten_code) references kabupaten (code) on delete cascade
    );
    create index grants_of_user on grants (user_id);
    insert into grants (id, user_id, role, kabupaten_code, unit_code, post, valid_from, valid_to, demo)
      select h.id, h.user_id, p.role, p.kabupaten_code, p.unit_code, p.title, h.valid_from, h.valid_to, p.demo
        from post_holders h join posts p on p.id = h.post_id
       where h.capacity <> 'ajudan';
    drop table post_holders, posts;

    delete from users where password_hash is null;
    alter table users
      drop column email, drop column password_set_at, drop column totp_secret, drop column totp_confirmed_at,
      drop column totp_last_step, drop column last_signed_in_at, drop column erased_at,
      drop column home_kabupaten,
      alter column password_hash set not null;
  `);
}
