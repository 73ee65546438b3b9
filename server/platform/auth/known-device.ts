import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Request, Response } from 'express';
import { cookieOf } from './request-cookie.ts';

const COOKIE = 'pandu.device';
const YEAR = 365 * 24 * 60 * 60 * 1000;
/** Persons one browser is remembered for: a shared computer at a counter. */
const MOST_PERSONS = 5;

/**
 * Remembers in a browser that a person signed in from it before: a random mark and its signature, bound to the person.
 * It opens nothing; it only lets the person's own attempts be told from a stranger's (OWASP: device cookies).
 */
export class KnownDevices {
  readonly #key: Buffer;

  /** @param secret the installation's secret */
  constructor(secret: string) {
    this.#key = Buffer.from(hkdfSync('sha256', secret, 'pandu', 'known-device', 32));
  }

  /** The mark of this browser when the person signed in from it before; null otherwise. */
  markFor(request: Request, userId: string): string | null {
    return marksIn(request).find((entry) => this.#belongs(entry, userId))?.mark ?? null;
  }

  /** Remembers this browser for the person; the mark stays the same while it is remembered. */
  remember(request: Request, response: Response, userId: string, secure: boolean): void {
    const entries = marksIn(request);
    const own = entries.find((entry) => this.#belongs(entry, userId)) ?? this.#newEntry(userId);
    const kept = [own, ...entries.filter((entry) => entry !== own)].slice(0, MOST_PERSONS);
    response.cookie(COOKIE, kept.map(({ mark, signature }) => `${mark}.${signature}`).join('~'), {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/',
      maxAge: YEAR,
    });
  }

  #newEntry(userId: string): Entry {
    const mark = randomBytes(12).toString('base64url');
    return { mark, signature: this.#sign(mark, userId) };
  }

  #belongs({ mark, signature }: Entry, userId: string): boolean {
    const expected = Buffer.from(this.#sign(mark, userId));
    const given = Buffer.from(signature);
    return given.length === expected.length && timingSafeEqual(given, expected);
  }

  #sign(mark: string, userId: string): string {
    return createHmac('sha256', this.#key).update(`${mark}|${userId}`).digest('base64url');
  }
}

interface Entry {
  readonly mark: string;
  readonly signature: string;
}

function marksIn(request: Request): Entry[] {
  return (cookieOf(request, COOKIE) ?? '')
    .slice(0, 1000)
    .split('~')
    .slice(0, MOST_PERSONS)
    .flatMap((part) => {
      const [mark, signature] = part.split('.');
      return mark && signature && /^[\w-]{16}$/.test(mark) ? [{ mark, signature }] : [];
    });
}
