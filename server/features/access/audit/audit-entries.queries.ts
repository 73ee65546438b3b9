import type { Knex } from 'knex';
import { setKabupatenSql } from '../../../platform/database/scoped.ts';

/** One entry as it stands in the database. */
export interface AuditRow {
  readonly id: string;
  readonly at: Date;
  readonly sequence: number | null;
  readonly user_id: string | null;
  readonly post_title: string | null;
  readonly role: string | null;
  /** A program; before the chain, a username. */
  readonly actor: string | null;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly personal: Buffer | null;
}

/** One word of a search, and what it can stand for beside itself. */
export interface SearchWord {
  readonly text: string;
  /** Actions whose sentence has the word. */
  readonly actions: readonly string[];
}

export interface AuditFilter {
  readonly action: string | null;
  /** ISO dates in `zone`, both inclusive. */
  readonly from: string | null;
  readonly to: string | null;
  readonly zone: string;
  /** An entry must have them all. */
  readonly words: readonly SearchWord[];
}

/** What has a word in its name. */
interface NamedCodes {
  readonly people: string[];
  readonly subjects: string[];
  readonly codes: string[];
}

/** Runs `read` in a read-only snapshot of the chain of a kabupaten, or (null) of the installation. */
export async function readTrail<T>(
  database: Knex,
  kabupatenCode: string | null,
  read: (trail: AuditTrail) => Promise<T>,
): Promise<T> {
  return database.transaction(
    async (transaction) => {
      if (kabupatenCode !== null) await transaction.raw(setKabupatenSql(kabupatenCode));
      return read(new AuditTrail(transaction, kabupatenCode));
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  );
}

/** `%` and `_` of a search are letters, not patterns. */
function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

/** The texts and numbers of an entry's details, without the names of the fields. */
const LEAVES = '$.** ? (@.type() == "string" || @.type() == "number")';

/** The entries of one chain. */
export class AuditTrail {
  readonly transaction: Knex.Transaction;
  readonly kabupatenCode: string | null;

  constructor(transaction: Knex.Transaction, kabupatenCode: string | null) {
    this.transaction = transaction;
    this.kabupatenCode = kabupatenCode;
  }

  /** Newest first (ids are in the order of time); `before` is the id the page ends before. */
  async page(filter: AuditFilter, before: string | null, limit: number): Promise<AuditRow[]> {
    const conditions = await this.#conditionsOf(filter);
    const query = this.#entries().where(conditions);
    if (before !== null) query.where('id', '<', before);
    return (await query
      .select('id', 'at', 'sequence', 'user_id', 'post_title', 'role', 'actor', 'action', 'subject')
      .select('details', 'personal')
      .orderBy('id', 'desc')
      .limit(limit)) as AuditRow[];
  }

  async count(filter: AuditFilter): Promise<number> {
    const conditions = await this.#conditionsOf(filter);
    const rows: { total: number }[] = await this.#entries().where(conditions).count({ total: '*' });
    return rows[0]?.total ?? 0;
  }

  /** The actions that occur; each found by one step in the index, however many entries it has. */
  async actions(): Promise<string[]> {
    const { transaction, kabupatenCode } = this;
    const found: { rows: { action: string }[] } =
      kabupatenCode === null
        ? await transaction.raw(`
            with recursive known (action) as (
              select min(action) from platform_audit_entries
              union all
              select (select min(action) from platform_audit_entries where action > known.action)
                from known where known.action is not null)
            select action from known where action is not null`)
        : await transaction.raw(
            `with recursive known (action) as (
               select min(action) from audit_entries where kabupaten_code = ?
               union all
               select (select min(action) from audit_entries where kabupaten_code = ? and action > known.action)
                 from known where known.action is not null)
             select action from known where action is not null`,
            [kabupatenCode, kabupatenCode],
          );
    return found.rows.map(({ action }) => action);
  }

  #entries(): Knex.QueryBuilder {
    return this.kabupatenCode === null
      ? this.transaction('platform_audit_entries')
      : this.transaction('audit_entries').where({ kabupaten_code: this.kabupatenCode });
  }

  /** A function, because a query that is handed on by a promise would run. */
  async #conditionsOf(filter: AuditFilter): Promise<(query: Knex.QueryBuilder) => void> {
    const { action, from, to, zone } = filter;
    const words: { word: SearchWord; pattern: string; named: NamedCodes }[] = [];
    for (const word of filter.words) {
      const pattern = containing(word.text);
      words.push({ word, pattern, named: await this.#named(pattern) });
    }
    return (query) => {
      if (action !== null) query.where({ action });
      if (from !== null) query.whereRaw('at >= ?::date::timestamp at time zone ?', [from, zone]);
      if (to !== null) query.whereRaw('at < (?::date + 1)::timestamp at time zone ?', [to, zone]);
      for (const { word, pattern, named } of words) {
        // The whole text first: looking at each value of every entry would take ten times as long.
        const values = [pattern, ...[...named.codes, ...named.people].map((code) => containing(`"${code}"`))];
        query.whereRaw(
          `(action = any(?) or subject ilike ? or post_title ilike ? or actor ilike ? or user_id = any(?::uuid[])
            or subject = any(?)
              or (details::text ilike any(?) and jsonb_path_query_array(details, ?::jsonpath)::text ilike any(?)))`,
          [
            [...word.actions],
            pattern,
            pattern,
            pattern,
            named.people,
            named.subjects,
            values,
            LEAVES,
            values,
          ],
        );
      }
    };
  }

  /** Persons, posts, units and services whose name has the word: entries hold their ids and codes only. */
  async #named(pattern: string): Promise<NamedCodes> {
    const { transaction, kabupatenCode } = this;
    const users = await transaction<{ id: string; name: string; username: string }>('users')
      .whereILike('name', pattern)
      .orWhereILike('username', pattern)
      .limit(MOST_NAMES)
      .select('id');
    const posts = await transaction<{ id: string; title: string }>('posts')
      .whereRaw('kabupaten_code is not distinct from ?', [kabupatenCode])
      .whereILike('title', pattern)
      .limit(MOST_NAMES)
      .select('id');
    const people = users.map(({ id }) => id);
    const codes: string[] = [];
    for (const table of kabupatenCode === null ? [] : ['units', 'services']) {
      const found: { code: string }[] = await transaction(table)
        .where({ kabupaten_code: kabupatenCode })
        .whereILike('name', pattern)
        .limit(MOST_NAMES)
        .select('code');
      codes.push(...found.map(({ code }) => code));
    }
    return {
      people,
      subjects: [...people.map((id) => `users/${id}`), ...posts.map(({ id }) => `posts/${id}`)],
      codes,
    };
  }
}

/** A word that is in more names than this says too little to look for all of them. */
const MOST_NAMES = 200;
