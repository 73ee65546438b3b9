import type { Knex } from 'knex';

export interface MailAddressRecord {
  /** Confirmed; null while none was. */
  readonly address: string | null;
  readonly waiting_address: string | null;
  readonly code_hash: Buffer | null;
  readonly code_sent_at: Date | null;
  readonly code_tries: number;
  /** Of the account, as the administrator or single sign-on knows it. */
  readonly suggested: string | null;
}

/** The mail address of a user, confirmed or waiting. */
export async function findMailAddress(database: Knex, userId: string): Promise<MailAddressRecord> {
  const found: { rows: MailAddressRecord[] } = await database.raw(
    `select m.address, m.waiting_address, m.code_hash, m.code_sent_at, coalesce(m.code_tries, 0) as code_tries,
            u.email as suggested
       from users u left join mail_addresses m on m.user_id = u.id where u.id = ?`,
    [userId],
  );
  return (
    found.rows[0] ?? {
      address: null,
      waiting_address: null,
      code_hash: null,
      code_sent_at: null,
      code_tries: 0,
      suggested: null,
    }
  );
}

/**
 * Keeps an address that waits for its code, unless one was sent within the last minute.
 *
 * @returns false when it is too soon
 */
export async function keepWaiting(
  database: Knex,
  userId: string,
  address: string,
  codeHash: Buffer,
  now: string,
): Promise<boolean> {
  const kept: { rows: unknown[] } = await database.raw(
    `insert into mail_addresses (user_id, waiting_address, code_hash, code_sent_at, code_tries)
     values (:userId, :address, :codeHash, :now, 0)
     on conflict (user_id) do update
        set waiting_address = excluded.waiting_address, code_hash = excluded.code_hash,
            code_sent_at = excluded.code_sent_at, code_tries = 0
      where mail_addresses.code_sent_at is null
         or mail_addresses.code_sent_at <= excluded.code_sent_at - interval '1 minute'
     returning user_id`,
    { userId, address, codeHash, now },
  );
  return kept.rows.length > 0;
}

/** Counts a try at the code, before it is looked at. @returns how many there were with this one */
export async function countTry(database: Knex, userId: string): Promise<number> {
  const counted: { rows: { tries: number }[] } = await database.raw(
    `update mail_addresses set code_tries = code_tries + 1
      where user_id = ? and waiting_address is not null returning code_tries as tries`,
    [userId],
  );
  return counted.rows[0]?.tries ?? 0;
}

/**
 * The waiting address is the person's own from now on.
 *
 * @param address that the code was for
 * @returns false when another address waits by now
 */
export async function confirmWaiting(
  transaction: Knex.Transaction,
  userId: string,
  address: string,
  now: string,
): Promise<boolean> {
  const confirmed: { rows: unknown[] } = await transaction.raw(
    `update mail_addresses
        set address = waiting_address, verified_at = :now, waiting_address = null, code_hash = null, code_tries = 0
      where user_id = :userId and waiting_address = :address returning user_id`,
    { userId, address, now },
  );
  return confirmed.rows.length > 0;
}

/** Forgets a user's address. @returns what it was, confirmed; null when there was none */
export async function forgetAddress(transaction: Knex.Transaction, userId: string): Promise<string | null> {
  const gone = await transaction('mail_addresses')
    .where({ user_id: userId })
    .delete()
    .returning<{ address: string | null }[]>('address');
  return gone[0]?.address ?? null;
}
