import type { CookieOptions, Request, Response } from 'express';
import * as z from 'zod';
import { Sealer } from '../audit/sealer.ts';
import { cookieOf } from './request-cookie.ts';

/** What has to be remembered between leaving for the identity provider and coming back. */
export interface SignInFlow {
  readonly state: string;
  readonly nonce: string;
  /** PKCE code verifier (RFC 7636). */
  readonly verifier: string;
  /** The page to open then; a path of this site. */
  readonly target: string;
}

const NAME = 'pandu.sso';
/** Ten minutes to sign in at the provider. */
const LIFE_MS = 10 * 60 * 1000;
const flowSchema = z.strictObject({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  target: z.string(),
  until: z.number(),
});

/**
 * Keeps a sign-in under way in a sealed cookie of the browser that began it. Nothing is stored for strangers who never
 * come back, and a callback that another browser began finds no cookie.
 */
export class SignInFlowCookie {
  readonly #sealer: Sealer;
  readonly #name: string;
  readonly #options: CookieOptions;

  /** @param secret the installation's secret */
  constructor(secret: string, secure: boolean) {
    this.#sealer = Sealer.fromSecret(secret, 'single-sign-on');
    this.#name = secure ? `__Host-${NAME}` : NAME;
    // Lax: coming back is a navigation from another site.
    this.#options = { httpOnly: true, secure, sameSite: 'lax', path: '/' };
  }

  /** @param now milliseconds since 1970 */
  keep(response: Response, flow: SignInFlow, now: number): void {
    const sealed = this.#sealer.seal(JSON.stringify({ ...flow, until: now + LIFE_MS })).toString('base64url');
    response.cookie(this.#name, sealed, { ...this.#options, maxAge: LIFE_MS });
  }

  /** The flow this browser began, taken once; null when there is none, it is too old or was tampered with. */
  take(request: Request, response: Response, now: number): SignInFlow | null {
    const value = cookieOf(request, this.#name);
    if (value === null) return null;
    response.clearCookie(this.#name, this.#options);
    try {
      const opened = this.#sealer.open(Buffer.from(value, 'base64url')).toString('utf8');
      const { until, ...flow } = flowSchema.parse(JSON.parse(opened));
      return now < until ? flow : null;
    } catch {
      return null;
    }
  }
}
