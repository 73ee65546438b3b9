import type { Knex } from 'knex';
import { setKabupatenSql } from '../database/scoped.ts';
import { chainHash, GENESIS } from './audit-entry.ts';
import { PLATFORM_CHAIN } from './audit-log.repository.ts';
import { earlierEntries } from './earlier-entries.queries.ts';

/** What is wrong with a chain. `sequence` is the first place that does not fit. */
export interface ChainFault {
  readonly kind:
    /** The place is empty: its entry was removed. */
    | 'missing'
    /** The entry is not what its hash was made of. */
    | 'changed'
    /** The entry is whole, but does not follow the one before: inserted or put elsewhere. */
    | 'out-of-order'
    /** Entries are missing at the end. */
    | 'cut-off'
    /** Entries follow the end. */
    | 'beyond-end'
    /** Entries from before the chain were changed, added or removed. */
    | 'earlier-changed';
  readonly sequence: number;
}

/** The state of one chain. */
export interface ChainState {
  /** Links that were looked at. */
  readonly checked: number;
  /** Where the chain ends, by its head; 0 for one that has not begun. */
  readonly entries: number;
  /** Hex of the last hash; null for a chain that has not begun. Noted elsewhere, it proves that nothing was rewritten. */
  readonly end: string | null;
  /** Entries from before the chain; counted in a whole check only. */
  readonly earlier: number;
  readonly fault: ChainFault | null;
}

interface EntryRow {
  id: string;
  at: Date;
  sequence: number;
  user_id: string | null;
  post_id: string | null;
  post_title: string | null;
  role: string | null;
  actor: string | null;
  action: string;
  subject: string;
  details: unknown;
  personal: Buffer | null;
  previous_hash: Buffer;
  hash: Buffer;
}

const PAGE = 1_000;

/**
 * Checks a chain, entry by entry, against its hashes and its head; reads a page at a time, so that memory does not grow
 * with the trail. All in one snapshot: entries that are written meanwhile do not disturb.
 *
 * @param kabupatenCode null for the chain of the installation
 * @param last only the last so many links; the whole chain when left out
 */
export async function verifyChain(
  database: Knex,
  kabupatenCode: string | null,
  last: number | null = null,
): Promise<ChainState> {
  return database.transaction(
    async (transaction) => {
      if (kabupatenCode !== null) await transaction.raw(setKabupatenSql(kabupatenCode));
      const head = await readHead(transaction, kabupatenCode);
      const earlier =
        kabupatenCode === null || last !== null ? null : await earlierEntries(transaction, kabupatenCode);
      const first = last === null ? 1 : Math.max(1, head.sequence - last + 1);
      const { checked, fault } = await walk(transaction, kabupatenCode, first, head, earlier);
      return {
        checked,
        entries: head.sequence,
        end: head.hash?.toString('hex') ?? null,
        earlier: earlier?.count ?? 0,
        fault,
      };
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

interface Head {
  readonly sequence: number;
  readonly hash: Buffer | null;
}

async function walk(
  transaction: Knex.Transaction,
  kabupatenCode: string | null,
  first: number,
  head: Head,
  earlier: { readonly count: number; readonly digest: string } | null,
): Promise<{ checked: number; fault: ChainFault | null }> {
  let expected = first;
  let previous: Buffer | null = first === 1 ? GENESIS : null;
  const found = (kind: ChainFault['kind'], sequence = expected) => ({
    checked: expected - first,
    fault: { kind, sequence },
  });
  for (;;) {
    const page = await readPage(transaction, kabupatenCode, expected);
    for (const row of page) {
      if (row.sequence > head.sequence) {
        return expected > head.sequence ? found('beyond-end', row.sequence) : found('missing');
      }
      if (row.sequence !== expected) return found('missing');
      if (!hashOf(row, kabupatenCode).equals(row.hash)) return found('changed');
      if (previous !== null && !row.previous_hash.equals(previous)) return found('out-of-order');
      if (expected === 1 && earlier !== null && !describesEarlier(row, earlier))
        return found('earlier-changed', 0);
      previous = row.hash;
      expected += 1;
    }
    if (page.length < PAGE) break;
  }
  if (expected <= head.sequence) return found('cut-off');
  if (head.hash !== null && previous !== null && !head.hash.equals(previous))
    return found('changed', head.sequence);
  return { checked: expected - first, fault: null };
}

/** The first link tells what was there before the chain; without such a link nothing was. */
function describesEarlier(
  row: EntryRow,
  earlier: { readonly count: number; readonly digest: string },
): boolean {
  if (row.action !== 'chain-begun') return earlier.count === 0;
  const details = row.details as { count?: unknown; digest?: unknown };
  return details.count === earlier.count && details.digest === earlier.digest;
}

async function readHead(transaction: Knex.Transaction, kabupatenCode: string | null): Promise<Head> {
  const query =
    kabupatenCode === null
      ? transaction('platform_audit_head').where({ id: 1 })
      : transaction('audit_heads').where({ kabupaten_code: kabupatenCode });
  const head: Head | undefined = await query.first('sequence', 'hash');
  return head ?? { sequence: 0, hash: null };
}

async function readPage(
  transaction: Knex.Transaction,
  kabupatenCode: string | null,
  from: number,
): Promise<EntryRow[]> {
  const query =
    kabupatenCode === null
      ? transaction('platform_audit_entries')
      : transaction('audit_entries').where({ kabupaten_code: kabupatenCode });
  return query.where('sequence', '>=', from).orderBy('sequence').limit(PAGE);
}

function hashOf(row: EntryRow, kabupatenCode: string | null): Buffer {
  return chainHash({
    previousHash: row.previous_hash,
    chain: kabupatenCode ?? PLATFORM_CHAIN,
    sequence: row.sequence,
    id: row.id,
    at: row.at.toISOString(),
    userId: row.user_id,
    postId: row.post_id,
    postTitle: row.post_title,
    role: row.role,
    program: row.actor,
    action: row.action,
    subject: row.subject,
    details: row.details,
    personal: row.personal,
  });
}

/** True when the database has the tables of the installation's chain. */
export async function hasPlatformChain(database: Knex): Promise<boolean> {
  const found: { rows: { has: boolean }[] } = await database.raw(
    `select to_regclass('platform_audit_entries') is not null as has`,
  );
  return found.rows[0]?.has === true;
}

/** Every chain as a whole: that of the installation first, then one a kabupaten. */
export async function* verifyAllChains(
  database: Knex,
): AsyncGenerator<{ readonly kabupaten: { code: string; name: string } | null; readonly state: ChainState }> {
  yield { kabupaten: null, state: await verifyChain(database, null) };
  const all = await database<{ code: string; name: string }>('kabupaten')
    .select('code', 'name')
    .orderBy('code');
  for (const kabupaten of all) yield { kabupaten, state: await verifyChain(database, kabupaten.code) };
}
