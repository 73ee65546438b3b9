import * as client from 'openid-client';
import type { SignInFlow } from './single-sign-on-flow.ts';
import { isLoopback, type SingleSignOnSettings } from './single-sign-on-settings.ts';

/** Path the provider sends people back to, below the public address. */
export const CALLBACK_PATH = '/api/v1/session/sso/callback';

/** Methods in `amr` (RFC 8176) that say a second factor was given. */
const SECOND_FACTORS = ['mfa', 'otp', 'hwk'];

/** Who the provider says has signed in. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  /** Lower case; null when the provider has not verified it. */
  readonly email: string | null;
  /** Lower case; null when it is not given. Whether it may be believed is a setting. */
  readonly username: string | null;
  readonly name: string | null;
  readonly groups: readonly string[];
  readonly secondFactor: boolean;
}

/**
 * The kabupaten's identity provider, by OpenID Connect: authorization code with PKCE, state and nonce. The provider's
 * description is fetched at the first sign-in, so that PANDU starts when the provider is away.
 */
export class SingleSignOn {
  readonly #settings: SingleSignOnSettings;
  readonly #callback: string;
  #configuration: Promise<client.Configuration> | null = null;

  /** @param publicUrl origin of PANDU as people open it; links are made from it, never from a request's headers */
  constructor(settings: SingleSignOnSettings, publicUrl: string) {
    this.#settings = settings;
    this.#callback = `${publicUrl}${CALLBACK_PATH}`;
  }

  /** The address at the provider to send the browser to, and what to remember meanwhile. @throws Error when the provider is away */
  async begin(target: string): Promise<{ readonly address: string; readonly flow: SignInFlow }> {
    const configuration = await this.#discover();
    const flow = {
      state: client.randomState(),
      nonce: client.randomNonce(),
      verifier: client.randomPKCECodeVerifier(),
      target,
    };
    const address = client.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback,
      response_type: 'code',
      scope: this.#scope(configuration),
      state: flow.state,
      nonce: flow.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(flow.verifier),
      code_challenge_method: 'S256',
    });
    return { address: address.href, flow };
  }

  /**
   * Exchanges the code of the callback and checks all that came: state, issuer, nonce, signature, audience, times.
   *
   * @param query the callback's query as it came, without `?`
   * @throws Error when anything does not fit, or the provider refused
   */
  async finish(query: string, flow: SignInFlow): Promise<ProvenIdentity> {
    const configuration = await this.#discover();
    const tokens = await client.authorizationCodeGrant(configuration, new URL(`${this.#callback}?${query}`), {
      pkceCodeVerifier: flow.verifier,
      expectedState: flow.state,
      expectedNonce: flow.nonce,
      idTokenExpected: true,
    });
    const proven = tokens.claims();
    if (!proven) throw new Error('the provider sent no ID token');
    const info = configuration.serverMetadata().userinfo_endpoint
      ? await client.fetchUserInfo(configuration, tokens.access_token, proven.sub)
      : {};
    return this.#identity(proven, { ...info, ...proven });
  }

  #identity(proven: client.IDToken, claims: Readonly<Record<string, unknown>>): ProvenIdentity {
    const email = textOf(claims['email']);
    const { amr, acr } = proven as Readonly<Record<string, unknown>>;
    return {
      issuer: proven.iss,
      subject: proven.sub,
      email: claims['email_verified'] === true && email !== null ? email.toLowerCase() : null,
      username: textOf(claims['preferred_username'])?.toLowerCase() ?? null,
      name: textOf(claims['name']),
      groups: listOf(claims[this.#settings.groupsClaim]),
      // Only the signed token is believed here, not what is fetched beside it.
      secondFactor:
        listOf(amr).some((method) => SECOND_FACTORS.includes(method)) ||
        (typeof acr === 'string' && this.#settings.secondFactorAcr.includes(acr)),
    };
  }

  /** Asks for what the provider knows: one that does not know a scope may refuse the whole request. */
  #scope(configuration: client.Configuration): string {
    const known = configuration.serverMetadata().scopes_supported ?? ['profile', 'email'];
    return ['openid', ...['profile', 'email', 'groups'].filter((scope) => known.includes(scope))].join(' ');
  }

  #discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.#settings;
    this.#configuration ??= client
      .discovery(new URL(issuer), clientId, clientSecret, undefined, {
        timeout: 10,
        // The settings take plain http on this machine only.
        execute: issuer.startsWith('http:') && isLoopback(issuer) ? [client.allowInsecureRequests] : [],
      })
      .catch((error: unknown) => {
        this.#configuration = null;
        throw error;
      });
    return this.#configuration;
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

function listOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}
