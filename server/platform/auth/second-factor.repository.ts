import type { Knex } from 'knex';
import { Sealer } from '../audit/sealer.ts';
import { newRecoveryCodes, readCode, recoveryCodeHash, totpStep } from './totp.ts';

/** Second factors of persons: secrets sealed with the key of the installation, every code good once. */
export class SecondFactors {
  readonly #secret: string;
  readonly #sealer: Sealer;

  /** @param secret the installation's secret */
  constructor(secret: string) {
    this.#secret = secret;
    this.#sealer = Sealer.fromSecret(secret, 'totp');
  }

  /** A secret as it may be kept until it is confirmed. */
  seal(secret: string): string {
    return this.#sealer.seal(secret).toString('base64');
  }

  /** @throws Error when it was sealed with another key */
  open(sealed: string): string {
    return this.#sealer.open(Buffer.from(sealed, 'base64')).toString('utf8');
  }

  /**
   * Uses a code of the authenticator or a recovery code up; false when it is not right, or was used before.
   *
   * @param now milliseconds since 1970
   */
  async use(database: Knex, userId: string, typed: string, now: number): Promise<boolean> {
    const { kind, code } = readCode(typed);
    return kind === 'totp'
      ? this.#useTotp(database, userId, code, now)
      : this.#useRecoveryCode(database, userId, code, now);
  }

  /**
   * Sets the factor with its first code, in place of any other; answers the recovery codes, which are not kept; null
   * when the code is not right.
   *
   * @param now milliseconds since 1970
   */
  async confirm(
    transaction: Knex.Transaction,
    userId: string,
    secret: string,
    typed: string,
    now: number,
  ): Promise<string[] | null> {
    const step = totpStep(secret, readCode(typed).code, now);
    if (step === null) return null;
    await transaction('users')
      .where({ id: userId })
      .update({
        totp_secret: this.#sealer.seal(secret),
        totp_confirmed_at: new Date(now),
        totp_last_step: step,
      });
    const codes = newRecoveryCodes();
    await transaction('recovery_codes').where({ user_id: userId }).delete();
    await transaction('recovery_codes').insert(
      codes.map((code) => ({ user_id: userId, code_hash: this.#hash(userId, readCode(code).code) })),
    );
    return codes;
  }

  async #useTotp(database: Knex, userId: string, code: string, now: number): Promise<boolean> {
    const row = await database('users')
      .select<{ totp_secret: Buffer | null }[]>('totp_secret')
      .where({ id: userId })
      .whereNotNull('totp_confirmed_at')
      .first();
    if (!row?.totp_secret) return false;
    const step = totpStep(this.#sealer.open(row.totp_secret).toString('utf8'), code, now);
    if (step === null) return false;
    // One statement, so that of two who bring the same code at the same time one gets in.
    const used = await database('users')
      .where({ id: userId })
      .whereRaw('(totp_last_step is null or totp_last_step < ?)', [step])
      .update({ totp_last_step: step });
    return used === 1;
  }

  async #useRecoveryCode(database: Knex, userId: string, code: string, now: number): Promise<boolean> {
    const used = await database('recovery_codes')
      .where({ user_id: userId, code_hash: this.#hash(userId, code) })
      .whereNull('used_at')
      .update({ used_at: new Date(now) });
    return used === 1;
  }

  #hash(userId: string, code: string): Buffer {
    return recoveryCodeHash(this.#secret, userId, code);
  }
}

/** Takes a person's second factor and its recovery codes away, for the person or an administrator. */
export async function removeSecondFactorOf(transaction: Knex.Transaction, userId: string): Promise<void> {
  await transaction('users')
    .where({ id: userId })
    .update({ totp_secret: null, totp_confirmed_at: null, totp_last_step: null });
  await transaction('recovery_codes').where({ user_id: userId }).delete();
}
