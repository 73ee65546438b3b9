import { OperatorError } from '../operator-error.ts';
import { keepSecret } from '../startup/secret-file.ts';

/** File in the data folder that keeps the secret when the operator sets none. Part of every backup. */
const FILE = 'audit.key';
const SHORTEST = 24;

/**
 * The secret that seals second factors and the keys of persons: `PANDU_SECRET`, else one that is made once and kept in
 * the data folder. Whoever loses it can still check the audit trail, but not read the names in it.
 *
 * @throws OperatorError when PANDU_SECRET is too short to be a secret
 */
export async function installationSecret(
  dataDir: string,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<string> {
  const given = environment['PANDU_SECRET'] ?? '';
  if (given === '') return keepSecret(dataDir, FILE);
  if (given.length < SHORTEST)
    throw new OperatorError(
      `PANDU_SECRET terlalu pendek: isi paling sedikit ${SHORTEST} karakter acak, misalnya dari "openssl rand -base64 32".`,
    );
  return given;
}
