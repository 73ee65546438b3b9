import { createHash } from 'node:crypto';
import type { Request, Response } from 'express';

/** Answers kept in memory by their ETag; the least recently used leave first. */
export class AnswerCache {
  readonly #entries = new Map<string, string>();
  readonly #limit: number;

  /** @param limit number of answers kept; 0 keeps none. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  get(etag: string): string | undefined {
    const body = this.#entries.get(etag);
    if (body !== undefined) {
      this.#entries.delete(etag);
      this.#entries.set(etag, body);
    }
    return body;
  }

  set(etag: string, body: string): void {
    if (this.#limit === 0) return;
    this.#entries.set(etag, body);
    if (this.#entries.size > this.#limit) {
      const oldest = this.#entries.keys().next().value;
      if (oldest !== undefined) this.#entries.delete(oldest);
    }
  }
}

/** An ETag over everything an answer depends on. */
export function etagOf(parts: readonly (string | number | null)[]): string {
  return `"${createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 27)}"`;
}

/**
 * Sends an answer with its ETag: 304 when the caller has it already, from the cache when it was computed before, else
 * computed now. Private, because every answer depends on who asks.
 */
export async function sendCached(
  request: Request,
  response: Response,
  cache: AnswerCache,
  etag: string,
  compute: () => Promise<unknown>,
): Promise<void> {
  response.set({
    ETag: etag,
    'Cache-Control': 'private, no-cache',
    Vary: 'Cookie, Authorization, Accept-Language',
  });
  if (isKnown(request.get('If-None-Match'), etag)) {
    response.status(304).end();
    return;
  }
  response.type('application/json').send(await cachedBody(cache, etag, compute));
}

/** The answer as JSON, from the cache when it was computed before, else computed now. */
export async function cachedBody(
  cache: AnswerCache,
  etag: string,
  compute: () => Promise<unknown>,
): Promise<string> {
  const kept = cache.get(etag);
  if (kept !== undefined) return kept;
  const body = JSON.stringify(await compute());
  cache.set(etag, body);
  return body;
}

/** RFC 9110, section 13.1.2: a list, compared weakly, because proxies that compress make a tag weak; `*` is any. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(',')
    .some((each) => each.trim().replace(/^W\//, '') === etag || each.trim() === '*');
}
