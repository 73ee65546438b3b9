import type { Knex } from 'knex';
import { closeToOtherKabupaten } from '../row-security.ts';

const TABLES = ['service_rollups', 'complaint_rollups', 'survey_rollups'];

/**
 * Roll-ups, recomputed from the facts and never incremented. Key: unit (a unit with its subtree; '=code' = only its
 * own records), service | '*', channel | '*', class | '*', grain d|m|y, first day of the bucket. Histograms are
 * sparse pairs of arrays (key, count), so that merging rows is a sum; without counts every key counts once.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create table service_rollups (
      kabupaten_code text not null,
      unit_code text not null,
      service_code text not null,
      channel text not null,
      grain "char" not null,
      bucket date not null,
      received integer not null,
      completed integer not null,
      rejected integer not null,
      cancelled integer not null,
      due integer not null,
      due_met integer not null,
      promised integer not null,
      within_standard integer not null,
      visits_known integer not null,
      single_visit integer not null,
      duration_keys smallint[],
      duration_counts integer[],
      arrival_keys smallint[],
      arrival_counts integer[],
      completion_keys smallint[],
      completion_counts integer[],
      constraint service_rollups_pk primary key (kabupaten_code, unit_code, service_code, channel, grain, bucket)
    );
    create index service_rollups_days on service_rollups (kabupaten_code, unit_code, grain, bucket);

    create table complaint_rollups (
      kabupaten_code text not null,
      unit_code text not null,
      service_code text not null,
      channel text not null,
      class text not null,
      grain "char" not null,
      bucket date not null,
      received integer not null,
      valid integer not null,
      followed_up integer not null,
      resolved integer not null,
      judged integer not null,
      in_time integer not null,
      overdue integer not null,
      reopened integer not null,
      duration_keys smallint[],
      duration_counts integer[],
      constraint complaint_rollups_pk
        primary key (kabupaten_code, unit_code, service_code, channel, class, grain, bucket)
    );
    create index complaint_rollups_days on complaint_rollups (kabupaten_code, unit_code, grain, bucket);

    create table survey_rollups (
      kabupaten_code text not null,
      unit_code text not null,
      service_code text not null,
      instrument text not null,
      grain "char" not null,
      bucket date not null,
      respondents integer not null,
      -- Integer total of the answers per unsur, in the order of the instrument.
      u1 integer not null,
      u2 integer not null,
      u3 integer not null,
      u4 integer not null,
      u5 integer not null,
      u6 integer not null,
      u7 integer not null,
      u8 integer not null,
      u9 integer not null,
      u10 integer not null,
      u11 integer not null,
      u12 integer not null,
      u13 integer not null,
      u14 integer not null,
      constraint survey_rollups_pk primary key (kabupaten_code, unit_code, service_code, instrument, grain, bucket)
    );
    create index survey_rollups_days on survey_rollups (kabupaten_code, unit_code, grain, bucket);
  `);
  for (const table of TABLES) await closeToOtherKabupaten(knex, table);
  // Histograms are never searched, and looking into them makes ANALYZE ten times as slow.
  for (const [table, histograms] of [
    ['service_rollups', ['duration', 'arrival', 'completion']],
    ['complaint_rollups', ['duration']],
  ] as const) {
    for (const name of histograms) {
      for (const column of [`${name}_keys`, `${name}_counts`])
        await knex.raw('alter table ?? alter column ?? set statistics 0', [table, column]);
    }
  }
  // After a large load the planner must know it within the same transaction; only the owner may analyze, so the
  // application asks for it by name.
  await knex.raw(`
    create function refresh_statistics(table_name text) returns void language plpgsql security definer set search_path = public as $$
    begin
      if table_name not in ('service_cases', 'complaints', 'survey_responses', 'service_rollups', 'complaint_rollups', 'survey_rollups',
                            'calendar_days', 'units', 'unit_spans', 'services', 'service_standards') then
        raise exception 'no statistics for %', table_name;
      end if;
      execute format('analyze %I', table_name);
    end
    $$;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw('drop function refresh_statistics(text)');
  for (const table of [...TABLES].reverse()) await knex.raw('drop table ?? cascade', [table]);
}
