import { OperatorError } from '../operator-error.ts';

/** How to reach the identity provider of the kabupaten (OpenID Connect), and what to believe of it. */
export interface SingleSignOnSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Name on the button, for instance "SSO Kukar". */
  readonly name: string;
  /** Claim that lists a person's groups. */
  readonly groupsClaim: string;
  /** File that says which groups hold which posts; null when posts are given by hand only. */
  readonly groupsFile: string | null;
  /** Values of `acr` that mean a second factor was given, beside those `amr` says. */
  readonly secondFactorAcr: readonly string[];
  /** Whether `preferred_username` names the PANDU user: only where nobody chooses that name. */
  readonly trustUsernames: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

const EXAMPLE = 'https://sso.kabupaten.go.id/realms/pegawai';

/**
 * The settings of single sign-on: `PANDU_OIDC_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET`, `_NAME`, `_GROUPS_CLAIM`,
 * `_GROUPS_FILE`, `_MFA_ACR`, `_TRUST_USERNAMES`; null when no issuer is set.
 *
 * @param publicUrl where the provider sends people back to
 * @throws OperatorError naming the variable that is missing or wrong; never repeating a secret
 */
export function readSingleSignOn(
  environment: Environment,
  publicUrl: string | null,
): SingleSignOnSettings | null {
  const issuer = text(environment, 'PANDU_OIDC_ISSUER');
  if (issuer === null) return null;
  if (!isAcceptableIssuer(issuer))
    throw new OperatorError(
      `PANDU_OIDC_ISSUER harus alamat https penyedia identitas, misalnya ${EXAMPLE} (http hanya untuk mesin ini sendiri).`,
    );
  if (publicUrl === null)
    throw new OperatorError(
      'PANDU_OIDC_ISSUER diisi tetapi PANDU_PUBLIC_URL tidak: isi alamat PANDU seperti dibuka orang, misalnya https://pandu.kabupaten.go.id.',
    );
  return {
    issuer,
    clientId: required(environment, 'PANDU_OIDC_CLIENT_ID'),
    clientSecret: required(environment, 'PANDU_OIDC_CLIENT_SECRET'),
    name: text(environment, 'PANDU_OIDC_NAME') ?? 'SSO',
    groupsClaim: text(environment, 'PANDU_OIDC_GROUPS_CLAIM') ?? 'groups',
    groupsFile: text(environment, 'PANDU_OIDC_GROUPS_FILE'),
    secondFactorAcr: (text(environment, 'PANDU_OIDC_MFA_ACR') ?? '')
      .split(',')
      .map((value) => value.trim())
      .filter((value) => value !== ''),
    trustUsernames: text(environment, 'PANDU_OIDC_TRUST_USERNAMES') === '1',
  };
}

/** True for this machine itself: the one place where a provider may speak plain http. */
export function isLoopback(address: string): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(address).hostname);
}

function isAcceptableIssuer(issuer: string): boolean {
  if (!URL.canParse(issuer)) return false;
  const { protocol } = new URL(issuer);
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(issuer));
}

function required(environment: Environment, name: string): string {
  const value = text(environment, name);
  if (value === null)
    throw new OperatorError(
      `PANDU_OIDC_ISSUER diisi tetapi ${name} tidak: isi keduanya, atau kosongkan keduanya.`,
    );
  return value;
}

function text(environment: Environment, name: string): string | null {
  const value = environment[name]?.trim() ?? '';
  return value === '' ? null : value;
}
