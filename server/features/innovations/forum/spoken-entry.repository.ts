import type { Knex } from 'knex';
import type { SpokenEntry } from './forum-posts.repository.ts';

/** An entry of the shared catalogue as it is spoken about; null where there is none. */
export async function spokenEntryOf(transaction: Knex.Transaction, id: string): Promise<SpokenEntry | null> {
  const row = await transaction<{
    id: string;
    name: string | null;
    slug: string;
    home_code: string;
    version: number;
    stopped_on: string | null;
  }>('catalogue_entries')
    .where({ id })
    .first('name', 'slug', 'home_code', 'version', 'stopped_on');
  if (row === undefined) return null;
  return {
    id,
    name: row.name ?? row.slug,
    homeCode: row.home_code,
    version: row.version,
    stopped: row.stopped_on !== null,
  };
}

/** What a kabupaten is called; null for one that is not here. */
export async function homeNameOf(transaction: Knex.Transaction, code: string): Promise<string | null> {
  const row = await transaction<{ code: string; name: string }>('kabupaten').where({ code }).first('name');
  return row?.name ?? null;
}
