import type { Knex } from 'knex';

/** Tables that belong to no single kabupaten: registry, people and their grants, sessions, reference data. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create extension if not exists btree_gist;

    create table kabupaten (
      code text not null,
      name text not null,
      time_zone text not null,
      demo boolean not null default false,
      created_at timestamptz not null default now(),
      constraint kabupaten_pk primary key (code),
      constraint kabupaten_code_valid check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$')
    );

    create table areas (
      code text not null,
      name text not null,
      level text not null,
      parent_code text,
      constraint areas_pk primary key (code),
      constraint areas_level_known check (level in ('provinsi', 'kabupaten', 'kecamatan'))
    );
    create index areas_parent on areas (parent_code);

    create table ikm_instruments (
      code text not null,
      name text not null,
      unsur_count smallint not null,
      valid_from date not null,
      legal_basis text not null,
      constraint ikm_instruments_pk primary key (code)
    );

    create table national_holidays (
      day date not null,
      kind text not null,
      name text not null,
      legal_basis text not null,
      confirmed boolean not null,
      constraint national_holidays_pk primary key (day),
      constraint national_holidays_kind_known check (kind in ('holiday', 'joint-leave'))
    );

    create table users (
      id uuid not null,
      username text not null,
      name text not null,
      password_hash text not null,
      active boolean not null default true,
      demo boolean not null default false,
      created_at timestamptz not null default now(),
      constraint users_pk primary key (id),
      constraint users_username_lower check (username = lower(username))
    );
    create unique index users_username on users (username);

    -- A person holds a role for a kabupaten, or for one unit in it, from … to. No foreign key to units: shared
    -- tables may not point into a kabupaten's data (it may live on another shard).
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

    -- The layout connect-pg-simple expects.
    create table sessions (
      sid text not null,
      sess json not null,
      expire timestamptz not null,
      constraint sessions_pk primary key (sid)
    );
    create index sessions_expire on sessions (expire);
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    drop table sessions;
    drop table grants;
    drop table users;
    drop table national_holidays;
    drop table ikm_instruments;
    drop table areas;
    drop table kabupaten;
    drop extension if exists btree_gist;
  `);
}
