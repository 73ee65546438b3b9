import type { Logger } from 'pino';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readShared } from '../../../platform/database/shared-read.ts';
import { listKabupaten } from '../../../platform/kabupaten/kabupaten.queries.ts';
import { listAffectedKabupaten } from './affected-kabupaten.queries.ts';
import { tellNews } from './news.repository.ts';

interface SpreadDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly log: Logger;
}

/**
 * Tells of what happened to an entry, after it was committed: each kabupaten that is concerned in a transaction of its
 * own. What fails here is made up for by the next round (`news-round.ts`), and never undoes what was done.
 */
export async function spreadNews(deps: SpreadDeps, entryId: string): Promise<void> {
  try {
    await tellAffected(deps.database, deps.clock, [entryId]);
  } catch (error) {
    deps.log.error({ error, entryId }, 'news of an innovation not told yet');
  }
}

/** Tells every kabupaten that one of the entries concerns. */
export async function tellAffected(
  database: Database,
  clock: ClockSource,
  entryIds: readonly string[],
): Promise<void> {
  const codes = await readShared(database, async (transaction) => {
    const found = new Set<string>();
    for (const id of entryIds)
      for (const code of await listAffectedKabupaten(transaction, id)) found.add(code);
    return found;
  });
  if (codes.size === 0) return;
  for (const { code, timeZone } of await listKabupaten(database))
    if (codes.has(code)) await tellNews(database, { code, timeZone, ...clock(timeZone) });
}
