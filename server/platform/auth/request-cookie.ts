import type { Request } from 'express';

/** The value of a cookie of the request; null without it. Values of ours need no decoding. */
export function cookieOf(request: Request, name: string): string | null {
  for (const pair of (request.get('Cookie') ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return null;
}
