import type { Knex } from 'knex';

/**
 * Row-level security on `kabupaten_code`: the application role sees and writes only rows of the kabupaten named by
 * `SET LOCAL app.kabupaten_code = '…'` in the running transaction. Without the setting it sees nothing.
 */
export async function closeToOtherKabupaten(knex: Knex, table: string): Promise<void> {
  await knex.raw('alter table ?? enable row level security', [table]);
  await knex.raw(
    `create policy ?? on ??
       using (kabupaten_code = current_setting('app.kabupaten_code', true))
       with check (kabupaten_code = current_setting('app.kabupaten_code', true))`,
    [`${table}_tenant`, table],
  );
}
