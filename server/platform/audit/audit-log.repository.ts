import type { Knex } from 'knex';
import { v7 as uuidv7 } from 'uuid';
import { setKabupatenSql } from '../database/scoped.ts';
import { OperatorError } from '../operator-error.ts';
import {
  chainHash,
  commandActor,
  GENESIS,
  storable,
  subjectPerson,
  type AuditActor,
  type AuditEvent,
} from './audit-entry.ts';
import { earlierEntries } from './earlier-entries.queries.ts';
import { Sealer } from './sealer.ts';

/** Name of the chain that belongs to no kabupaten. */
export const PLATFORM_CHAIN = '*';

type Values = Readonly<Record<string, string>>;

/** Personal values of an entry, as far as their persons were not erased. */
export interface PersonalValues {
  /** Of the one who acted: username, name, address, and what the event added. */
  readonly actor: Values | null;
  /** Of the person the entry is about. */
  readonly subject: Values | null;
}

/** One person's values in the column `personal`: whose they are is no secret, what they are is. */
interface Part {
  /** Null: sealed with the installation's key, because nobody is known (a stranger at the door). */
  readonly of: string | null;
  readonly about: keyof PersonalValues;
  /** Base64 of the sealed JSON. */
  readonly values: string;
}

interface ChainEnd {
  readonly sequence: number;
  readonly hash: Buffer;
}

/**
 * Writes the audit trail: append-only, chained by hash, one chain a kabupaten and one for the installation. Always in
 * the transaction of what is recorded, so that there is no change without its entry and no entry without its change.
 * The end of the chain stays locked until the commit: a long transaction records last.
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
    let end = await lockEnd(transaction, kabupatenCode);
    if (end.sequence === 0 && kabupatenCode !== null) {
      const earlier = await earlierEntries(transaction, kabupatenCode);
      const begun = { action: 'chain-begun', subject: 'audit', details: { ...earlier } };
      if (earlier.count > 0)
        end = await this.#append(transaction, kabupatenCode, end, commandActor('PANDU'), begun);
    }
    await this.#append(transaction, kabupatenCode, end, actor, event);
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

  /** The personal values of entries, in their order; those of a person whose key was deleted are null. */
  async openPersonal(
    database: Knex | Knex.Transaction,
    sealed: readonly (Buffer | null)[],
  ): Promise<readonly PersonalValues[]> {
    const entries = sealed.map(partsOf);
    const ids = new Set(entries.flat().flatMap(({ of }) => of ?? []));
    const rows = await database<{ user_id: string; sealed_key: Buffer }>('person_keys')
      .select('user_id', 'sealed_key')
      .whereIn('user_id', [...ids]);
    const keys = new Map(rows.map((row) => [row.user_id, row.sealed_key]));
    return entries.map((parts) => {
      const values: { actor: Values | null; subject: Values | null } = { actor: null, subject: null };
      for (const { of, about, values: text } of parts) {
        const key = of === null ? null : keys.get(of);
        if (key !== undefined) values[about] = this.#open(key, text);
      }
      return values;
    });
  }

  /** Null when the values were changed behind our back: the check of the chain says so, the screen must still open. */
  #open(sealedKey: Buffer | null, text: string): Values | null {
    try {
      const sealer = sealedKey === null ? this.#sealer : new Sealer(this.#sealer.open(sealedKey));
      return JSON.parse(sealer.open(Buffer.from(text, 'base64')).toString('utf8')) as Values;
    } catch {
      return null;
    }
  }

  /**
   * Refuses to start with a secret that is not the one persons' keys were sealed with: every entry about them would fail.
   *
   * @throws OperatorError when a key does not open
   */
  async requireSameSecret(database: Knex): Promise<void> {
    const row: { sealed_key: Buffer } | undefined = await database('person_keys').first('sealed_key');
    if (row === undefined) return;
    try {
      this.#sealer.open(row.sealed_key);
    } catch (error) {
      throw new OperatorError(
        'Rahasia pemasangan bukan yang dipakai basis data ini: isi PANDU_SECRET dengan nilai yang dahulu, atau kembalikan berkas audit.key ke folder data.',
        { cause: error },
      );
    }
  }

  /** Deletes a person's key: what the trail holds of the person stays sealed for ever. */
  async forgetPerson(transaction: Knex.Transaction, userId: string): Promise<void> {
    await transaction('person_keys').where({ user_id: userId }).delete();
  }

  async #append(
    transaction: Knex.Transaction,
    kabupatenCode: string | null,
    end: ChainEnd,
    actor: AuditActor,
    event: AuditEvent,
  ): Promise<ChainEnd> {
    const personal = await this.#sealPersonal(transaction, actor, event);
    const entry = {
      previousHash: end.hash,
      chain: kabupatenCode ?? PLATFORM_CHAIN,
      sequence: end.sequence + 1,
      id: uuidv7(),
      at: new Date().toISOString(),
      userId: actor.userId,
      postId: actor.postId,
      postTitle: storable(actor.postTitle),
      role: actor.role,
      program: storable(actor.program),
      action: event.action,
      subject: storable(event.subject),
      details: storable(event.details ?? {}),
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
      previous_hash: end.hash,
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
    return { sequence: entry.sequence, hash };
  }

  async #sealPersonal(
    transaction: Knex.Transaction,
    actor: AuditActor,
    event: AuditEvent,
  ): Promise<Buffer | null> {
    const subject = subjectPerson(event.subject);
    const own = { username: actor.username, name: actor.name, address: actor.address };
    const parts = [
      await this.#sealValues(transaction, 'actor', actor.userId, {
        ...own,
        ...(subject === null ? event.personal : {}),
      }),
      subject === null ? null : await this.#sealValues(transaction, 'subject', subject, event.personal ?? {}),
    ].filter((part) => part !== null);
    return parts.length === 0 ? null : Buffer.from(JSON.stringify(parts));
  }

  /** Null when there is nothing to keep, or the person was erased. */
  async #sealValues(
    transaction: Knex.Transaction,
    about: Part['about'],
    of: string | null,
    values: Readonly<Record<string, string | null>>,
  ): Promise<Part | null> {
    const given = Object.entries(values).filter(([, value]) => value !== null);
    if (given.length === 0) return null;
    const sealer = of === null ? this.#sealer : await this.#keyOf(transaction, of);
    if (!sealer) return null;
    const sealed = sealer.seal(JSON.stringify(Object.fromEntries(given)));
    return { of, about, values: sealed.toString('base64') };
  }

  /** The person's key, made with the first entry; null for an erased person, who gets no new one. */
  async #keyOf(transaction: Knex.Transaction, userId: string): Promise<Sealer | null> {
    await transaction.raw(
      `insert into person_keys (user_id, sealed_key)
       select ?::uuid, ?::bytea where not exists (select from users where id = ?::uuid and erased_at is not null)
       on conflict (user_id) do nothing`,
      [userId, this.#sealer.seal(Sealer.newKey()), userId],
    );
    const row: { sealed_key: Buffer } | undefined = await transaction('person_keys')
      .where({ user_id: userId })
      .first('sealed_key');
    return row ? new Sealer(this.#sealer.open(row.sealed_key)) : null;
  }
}

function partsOf(sealed: Buffer | null): readonly Part[] {
  if (sealed === null) return [];
  try {
    return JSON.parse(sealed.toString('utf8')) as Part[];
  } catch {
    return [];
  }
}

/** Takes the end of a chain, alone until the transaction ends. */
async function lockEnd(transaction: Knex.Transaction, kabupatenCode: string | null): Promise<ChainEnd> {
  const [table, key]: [string, Record<string, string | number>] =
    kabupatenCode === null
      ? ['platform_audit_head', { id: 1 }]
      : ['audit_heads', { kabupaten_code: kabupatenCode }];
  await transaction(table)
    .insert({ ...key, sequence: 0, hash: GENESIS })
    .onConflict(Object.keys(key))
    .ignore();
  const end: ChainEnd | undefined = await transaction(table).where(key).forUpdate().first('sequence', 'hash');
  if (!end) throw new Error(`no head of the audit chain ${kabupatenCode ?? PLATFORM_CHAIN}`);
  return end;
}
