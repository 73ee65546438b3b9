import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AccountClaims, type Configuration } from 'oidc-provider';

/** Someone the provider knows. */
export interface ProviderPerson {
  readonly claims: Omit<AccountClaims, 'sub'>;
  /** How the person signs in (RFC 8176), e.g. `['pwd', 'otp']`. */
  readonly amr?: readonly string[];
}

/** A real OpenID provider on a port of its own; people sign in by their subject, without a password. */
export interface IdentityProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who is known, by subject; may be changed at any time. */
  readonly people: Map<string, ProviderPerson>;
  stop(): Promise<void>;
}

const CLIENT_ID = 'pandu';
const CLIENT_SECRET = 'rahasia-klien-uji-yang-cukup-panjang';

/** @param redirectUri where the provider may send people back to */
export async function startIdentityProvider(redirectUri: string): Promise<IdentityProvider> {
  const people = new Map<string, ProviderPerson>();
  const handler: { handle: ((request: IncomingMessage, response: ServerResponse) => void) | null } = {
    handle: null,
  };
  const server = createServer((request, response) => handler.handle?.(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = quietly(() => new Provider(issuer, configurationOf(redirectUri, people)));
  const answer = provider.callback();
  handler.handle = (request, response) => {
    if (request.url?.startsWith('/interaction/')) void interact(provider, people, request, response);
    else void answer(request, response);
  };
  return {
    issuer,
    clientId: CLIENT_ID,
    clientSecret: CLIENT_SECRET,
    people,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** The provider's own sign-in page: a form, and what it sends. */
async function interact(
  provider: Provider,
  people: ReadonlyMap<string, ProviderPerson>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method === 'GET') {
    response.setHeader('Content-Type', 'text/html');
    response.end('<form method="post"><input name="login"></form>');
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const login = new URLSearchParams(Buffer.concat(chunks).toString()).get('login') ?? '';
  const amr = people.get(login)?.amr;
  const result =
    login === ''
      ? { error: 'access_denied', error_description: 'abandoned' }
      : { login: { accountId: login, ...(amr ? { amr: [...amr] } : {}) } };
  await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

function configurationOf(redirectUri: string, people: ReadonlyMap<string, ProviderPerson>): Configuration {
  return {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
    cookies: { keys: ['kunci-uji'] },
    claims: {
      openid: ['sub', 'amr'],
      profile: ['name', 'preferred_username'],
      email: ['email', 'email_verified'],
      groups: ['groups'],
    },
    ttl: { AccessToken: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    renderError: (context, out) => {
      context.type = 'json';
      context.body = out;
    },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_context, sub) => {
      const person = people.get(sub);
      return person && { accountId: sub, claims: () => ({ sub, ...person.claims }) };
    },
    // Nobody is asked whether PANDU may know: the kabupaten decided that.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId ?? '',
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile email groups');
      await grant.save();
      return grant;
    },
  };
}

/** The provider warns of what is meant for tests. */
function quietly<T>(make: () => T): T {
  const { info, warn } = console;
  console.info = console.warn = () => undefined;
  try {
    return make();
  } finally {
    Object.assign(console, { info, warn });
  }
}
