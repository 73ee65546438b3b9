/** Taking the demo away again, and remembering that it was taken away. */
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { SHIPPED_INNOVATIONS } from '../reference/data/shipped-innovations.ts';

export interface RemovedDemo {
  readonly kabupaten: readonly string[];
  readonly users: number;
}

/**
 * Deletes the kabupaten that are marked as demo with everything in them, what they left in the shared catalogue, and the
 * demo accounts; nothing else. Entries of public sources that a demo kabupaten claimed are unclaimed again: the next
 * `seedShippedInnovations` makes them what they were.
 *
 * @param owner a pool of the owner's role, which row-level security does not bind
 * @returns names of the kabupaten, and the number of accounts
 */
export async function removeDemo(owner: Knex): Promise<RemovedDemo> {
  return owner.transaction(async (transaction) => {
    const found = (await transaction('kabupaten')
      .select('code', 'name')
      .where({ demo: true })
      .orderBy('name')) as { code: string; name: string }[];
    const codes = found.map(({ code }) => code);
    await leaveCatalogue(transaction, codes);
    if (codes.length > 0) {
      for (const table of await tenantTablesChildrenFirst(transaction)) {
        await transaction(table).whereIn('kabupaten_code', codes).delete();
      }
      await transaction('kabupaten').whereIn('code', codes).delete();
    }
    await transaction('person_keys')
      .whereIn('user_id', transaction('users').select('id').where({ demo: true }))
      .delete();
    const users = await transaction('users').where({ demo: true }).delete();
    return { kabupaten: found.map(({ name }) => name), users };
  });
}

/** Takes what the demo did out of the shared catalogue; what others did at the shipped entries stays. */
async function leaveCatalogue(transaction: Knex.Transaction, codes: readonly string[]): Promise<void> {
  const demoUsers = transaction('users').select('id').where({ demo: true });
  for (const table of ['catalogue_reports', 'catalogue_posts', 'catalogue_endorsements', 'catalogue_follows'])
    await transaction(table).whereIn('user_id', demoUsers.clone()).delete();
  for (const table of ['catalogue_posts', 'catalogue_endorsements'])
    await transaction(table).where({ demo: true }).delete();
  await transaction('catalogue_adoptions')
    .where({ demo: true })
    .orWhereIn('adopter_code', [...codes])
    .delete();
  const shipped = SHIPPED_INNOVATIONS.map(({ id }) => id);
  await transaction('catalogue_entries')
    .whereNotIn('id', shipped)
    .andWhere((of) => void of.where({ demo: true }).orWhereIn('home_code', [...codes]))
    .delete();
  for (const table of ['catalogue_posts', 'catalogue_endorsements'])
    await transaction(table)
      .whereIn('home_code', [...codes])
      .whereNotIn('entry_id', shipped)
      .delete();
  await transaction.raw(
    `update catalogue_entries e
        set owner_confirmed = false, demo = false,
            replications = (select count(*) from catalogue_adoptions a where a.entry_id = e.id)
      where e.id = any(?::uuid[]) and e.home_code = any(?::text[])`,
    [shipped, [...codes]],
  );
}

/** All tables with the column `kabupaten_code`, each before the tables its foreign keys point to. */
async function tenantTablesChildrenFirst(transaction: Knex.Transaction): Promise<string[]> {
  const tables = await transaction.raw<{ rows: { name: string; parents: string[] }[] }>(`
    select c.relname as name,
           array(select distinct p.relname::text from pg_constraint f join pg_class p on p.oid = f.confrelid
                  where f.conrelid = c.oid and f.contype = 'f' and p.oid <> c.oid) as parents
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attname = 'kabupaten_code' and not a.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace = current_schema()::regnamespace
     order by c.relname`);
  const left = new Map(tables.rows.map(({ name, parents }) => [name, parents]));
  const order: string[] = [];
  while (left.size > 0) {
    const pointedTo = new Set([...left.values()].flat());
    const free = [...left.keys()].filter((name) => !pointedTo.has(name));
    if (free.length === 0)
      throw new Error(`Foreign keys of these tables form a circle: ${[...left.keys()].join(', ')}`);
    for (const name of free) left.delete(name);
    order.push(...free);
  }
  return order;
}

const NOTE = 'demo-removed';

/** Remembers in the data folder that the demo is not wanted, so that the next start does not bring it back. */
export async function noteDemoRemoved(dataDir: string): Promise<void> {
  await mkdir(dataDir, { recursive: true });
  await writeFile(
    join(dataDir, NOTE),
    'Data contoh dihapus; "npm run demo -- refresh" memunculkannya lagi.\n',
  );
}

/** Forgets that the demo was not wanted. */
export async function forgetDemoRemoved(dataDir: string): Promise<void> {
  await rm(join(dataDir, NOTE), { force: true });
}

/** True when the demo was removed and not asked for again. */
export async function wasDemoRemoved(dataDir: string): Promise<boolean> {
  return access(join(dataDir, NOTE)).then(
    () => true,
    () => false,
  );
}
