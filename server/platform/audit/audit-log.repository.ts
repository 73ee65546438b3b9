import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { setKabupatenSql } from '../database/scoped.ts';
import { chainHash, GENESIS, type AuditActor, type AuditEvent } from './audit-entry.ts';
import { Sealer } from './sealer.ts';

/** Name of the chain that belongs to no kabupaten. */
export const PLATFORM_CHAIN = '*';

/**
 * Writes the audit trail: append-only, chained by hash, one chain a kabupaten and one for the installation. Always in
 * the transaction of what is recorded, so that there is no change without its entry and no entry without its change.
 */
export class AuditLog {
  readonly #sealer: Sealer;

  /** @param secret the installation's secret; keys of persons are sealed with it */
  constructor(secret: string) {
    this.#sealer = Sealer.fromSecret(secret, 'audit');
  }

  /**
   * Adds an entry to the chain of a kabupaten, whose setting the transaction must have (`setKabupatenSql`); with `null`
   * to the chain of the installation.
   */
  async record(
    transaction: Knex.Transaction,
    kabupatenCode: string | null,
    actor: AuditActor,
    event: AuditEvent,
  ): Promise<void> {
    const head = await this.#lockHead(transaction, kabupatenCode);
    const personal = await this.#sealPersonal(transaction, actor, event);
    const entry = {
      previousHash: head.hash,
      chain: kabupatenCode ?? PLATFORM_CHAIN,
      sequence: head.sequence + 1,
      id: uuidv7(),
      at: new Date().toISOString(),
      userId: actor.userId,
      postId: actor.postId,
      postTitle: actor.postTitle,
      role: actor.role,
      program: actor.program,
      action: event.action,
      subject: event.subject,
      details: JSON.parse(JSON.stringify(event.details ?? {})) as unknown,
      personal,
    };
    const hash = chainHash(entry);
    const row = {
      id: entry.id,
      at: entry.at,
      sequence: entry.sequence,
      user_id: entry.userId,
      post_id: entry.postId,
      post_title: entry.postTitle,
      role: entry.role,
      action: entry.action,
      subject: entry.subject,
      details: JSON.stringify(entry.details),
      personal,
      previous_hash: head.hash,
      hash,
      actor: entry.program,
    };
    if (kabupatenCode === null) {
      await transaction('platform_audit_entries').insert(row);
      await transaction('platform_audit_head').where({ id: 1 }).update({ sequence: entry.sequence, hash });
    } else {
      await transaction('audit_entries').insert({ kabupaten_code: kabupatenCode, ...row });
      await transaction('audit_heads')
        .where({ kabupaten_code: kabupatenCode })
        .update({ sequence: entry.sequence, hash });
    }
  }

  /** The same in a transaction of its own, for what changes nothing else (a refused call, an export). */
  async recordAlone(
    database: Knex,
    kabupatenCode: string | null,
    actor: AuditActor,
    event: AuditEvent,
  ): Promise<void> {
    await database.transaction(async (transaction) => {
      if (kabupatenCode !== null) await transaction.raw(setKabupatenSql(kabupatenCode));
      await this.record(transaction, kabupatenCode, actor, event);
    });
  }

  /** The personal values of an entry; null when the person's key was deleted, or there were none. */
  async openPersonal(
    database: Knex,
    entries: readonly { readonly userId: string | null; readonly personal: Buffer | null }[],
  ): Promise<(Readonly<Record<string, string>> | null)[]> {
    const ids = [...new Set(entries.flatMap(({ userId }) => (userId === null ? [] : [userId])))];
    const keys = new Map<string, Sealer>();
    const rows = await database<{ user_id: string; sealed_key: Buffer }>('person_keys').whereIn(
      'user_id',
      ids,
    );
    for (const row of rows) keys.set(row.user_id, new Sealer(this.#sealer.open(row.sealed_key)));
    return entries.map(({ userId, personal }) => {
      if (personal === null) return null;
      const sealer = userId === null ? this.#sealer : keys.get(userId);
      if (!sealer) return null;
      return JSON.parse(sealer.open(personal).toString('utf8')) as Readonly<Record<string, string>>;
    });
  }

  /** Deletes a person's key: what the trail holds of the person stays sealed for ever. */
  async forgetPerson(transaction: Knex.Transaction, userId: string): Promise<void> {
    await transaction('person_keys').where({ user_id: userId }).delete();
  }

  async #lockHead(
    transaction: Knex.Transaction,
    kabupatenCode: string | null,
  ): Promise<{ sequence: number; hash: Buffer }> {
    const [table, key]: [string, Record<string, string | number>] =
      kabupatenCode === null
        ? ['platform_audit_head', { id: 1 }]
        : ['audit_heads', { kabupaten_code: kabupatenCode }];
    await transaction(table)
      .insert({ ...key, sequence: 0, hash: GENESIS })
      .onConflict(Object.keys(key))
      .ignore();
    const head = await transaction<{ sequence: number; hash: Buffer }>(table)
      .select('sequence', 'hash')
      .where(key)
      .forUpdate()
      .first();
    if (!head) throw new Error(`no head of the audit chain ${kabupatenCode ?? PLATFORM_CHAIN}`);
    return head;
  }

  async #sealPersonal(
    transaction: Knex.Transaction,
    actor: AuditActor,
    event: AuditEvent,
  ): Promise<Buffer | null> {
    const values = Object.fromEntries(
      Object.entries({
        username: actor.username,
        name: actor.name,
        address: actor.address,
        ...event.personal,
      }).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
    );
    if (Object.keys(values).length === 0) return null;
    const sealer = actor.userId === null ? this.#sealer : await this.#keyOf(transaction, actor.userId);
    return sealer.seal(JSON.stringify(values));
  }

  async #keyOf(transaction: Knex.Transaction, userId: string): Promise<Sealer> {
    const fresh = this.#sealer.seal(Sealer.newKey());
    await transaction('person_keys')
      .insert({ user_id: userId, sealed_key: fresh })
      .onConflict('user_id')
      .ignore();
    const row = await transaction<{ sealed_key: Buffer }>('person_keys')
      .select('sealed_key')
      .where({ user_id: userId })
      .first();
    if (!row) throw new Error('a person key was written and is not there');
    return new Sealer(this.#sealer.open(row.sealed_key));
  }
}
