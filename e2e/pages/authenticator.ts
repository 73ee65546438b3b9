import { Secret, TOTP } from 'otpauth';

const STEP_SECONDS = 30;

/** The app on somebody's telephone (RFC 6238: SHA-1, six digits, 30 seconds). */
export class Authenticator {
  readonly #totp: TOTP;

  /** @param secret in Base32, as a person types it */
  constructor(secret: string) {
    this.#totp = new TOTP({ secret: Secret.fromBase32(secret), period: STEP_SECONDS });
  }

  /** The code of now, or of `steps` later: every code works once, and the next one is accepted a little early. */
  code(steps = 0): string {
    return this.#totp.generate({ timestamp: Date.now() + steps * STEP_SECONDS * 1000 });
  }
}
