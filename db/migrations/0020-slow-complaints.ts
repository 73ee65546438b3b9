import type { Knex } from 'knex';

/**
 * A figure at a day in the past needs the complaints that had come by then and were settled later. Nearly all are settled
 * within weeks and are found by their day; the few others have an index of their own, so that a read of years touches no
 * more rows than one of a month.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.raw(`
    create index complaints_slow on complaints (kabupaten_code, received_on)
      where settled_at at time zone 'UTC' > (received_at at time zone 'UTC') + interval '60 days';
    -- Row-level security lets no index be used for a range that contains an instant: it was never read.
    drop index complaints_unsettled;
  `);
}

export async function down(knex: Knex): Promise<void> {
  await knex.raw(`
    create index complaints_unsettled on complaints
      using gist (kabupaten_code, tstzrange(received_at, settled_at));
    drop index complaints_slow;
  `);
}
