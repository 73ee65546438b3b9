import { createHmac, hkdfSync, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as all authenticators know it: six digits, half a minute, SHA-1. */
const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** Steps before and after the present one that are accepted: clocks differ, and typing takes time (RFC 6238, 5.2). */
const WINDOW = 1;
const ISSUER = 'PANDU';

const RECOVERY_CODES = 10;
/** Without letters and digits that are taken for each other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A new secret of 160 bits, in base32 (RFC 4226, section 4). */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** The `otpauth:` address an authenticator reads from the QR code. */
export function totpUri(secret: string, username: string): string {
  return totpOf(secret, username).toString();
}

/** The code of an instant. @param now milliseconds since 1970 */
export function totpCode(secret: string, now: number): string {
  return totpOf(secret).generate({ timestamp: now });
}

/**
 * The time step a code belongs to, one step off at most; null when it is not a code of this time.
 *
 * @param now milliseconds since 1970
 */
export function totpStep(secret: string, code: string, now: number): number | null {
  const delta = totpOf(secret).validate({ token: code, timestamp: now, window: WINDOW });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_SECONDS) + delta;
}

/** What was typed as a code: six digits of an authenticator, or a recovery code; spaces and hyphens do not matter. */
export function readCode(typed: string): { readonly kind: 'totp' | 'recovery'; readonly code: string } {
  const code = typed.toLowerCase().replace(/[\s-]+/g, '');
  return { kind: /^\d{6}$/.test(code) ? 'totp' : 'recovery', code };
}

/** Ten codes for the day the telephone is lost, e.g. `h7kq4-x2mnp`: about 49 bits each. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from({ length: 10 }, () => ALPHABET[randomInt(ALPHABET.length)] ?? '');
    return `${letters.slice(0, 5).join('')}-${letters.slice(5).join('')}`;
  });
}

/** What is kept of a recovery code: keyed, so that a copy of the database alone does not let it be guessed. */
export function recoveryCodeHash(secret: string, userId: string, code: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', secret, 'pandu', 'recovery-code', 32));
  return createHmac('sha256', key).update(`${userId}|${code}`).digest();
}

function totpOf(secret: string, label = ''): TOTP {
  return new TOTP({
    issuer: ISSUER,
    label,
    algorithm: 'SHA1',
    digits: DIGITS,
    period: PERIOD_SECONDS,
    secret: Secret.fromBase32(secret),
  });
}
