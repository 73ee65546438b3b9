import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['letterheads'];

/** Kop surat: what stands at the top of everything that is printed, for the kabupaten and for units of their own. */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table letterheads (
      kabupaten_code text not null,
      unit_code text not null,
      -- From the top down; empty: made from the names of the units.
      lines text[] not null default '{}',
      address text not null default '',
      -- The crest, by its content one of these types, with its size in pixels or in units of its drawing.
      crest bytea,
      crest_type text,
      crest_width integer,
      crest_height integer,
      post_title text not null,
      updated_at timestamptz not null,
      constraint letterheads_pk primary key (kabupaten_code, unit_code),
      constraint letterheads_unit foreign key (kabupaten_code, unit_code) references units (kabupaten_code, code),
      constraint letterheads_lines_most check (coalesce(array_length(lines, 1), 0) <= 4),
      constraint letterheads_crest_type_known check (crest_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
      constraint letterheads_crest_small check (octet_length(crest) <= 204800),
      constraint letterheads_crest_whole
        check (num_nonnulls(crest, crest_type, crest_width, crest_height) in (0, 4))
    );
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
}

export async function down(knex: Knex): Promise<void> {
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
