import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const NONCE = 12;
const TAG = 16;

/**
 * Seals values with AES-256-GCM: nonce, tag, text. Used with the key of the installation (second factors, the keys of
 * persons) and with a person's own key (values in the audit trail).
 */
export class Sealer {
  readonly #key: Buffer;

  /** @param key 32 bytes */
  constructor(key: Buffer) {
    if (key.length !== 32) throw new Error('a sealing key has 32 bytes');
    this.#key = key;
  }

  /** The sealer of a secret text; `purpose` keeps keys for different purposes apart. */
  static fromSecret(secret: string, purpose: string): Sealer {
    return new Sealer(Buffer.from(hkdfSync('sha256', secret, 'pandu', purpose, 32)));
  }

  static newKey(): Buffer {
    return randomBytes(32);
  }

  seal(text: string | Buffer): Buffer {
    const nonce = randomBytes(NONCE);
    const cipher = createCipheriv('aes-256-gcm', this.#key, nonce);
    const sealed = Buffer.concat([cipher.update(text as string, 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
  }

  /** @throws Error when the value was sealed with another key, or changed */
  open(sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.#key, sealed.subarray(0, NONCE));
    decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  }
}
