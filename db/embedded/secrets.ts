import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode, OperatorError } from '../../server/platform/operator-error.ts';
import { writeSecretFile } from '../../server/platform/startup/secret-file.ts';

/** Passwords of the embedded database's roles. */
export interface DatabasePasswords {
  readonly superuser: string;
  readonly owner: string;
  readonly application: string;
}

const FILE = 'database-passwords.json';

/**
 * Reads the passwords of a data folder, making them once.
 *
 * @param clusterExists whether there is a database already; then new passwords would not open it
 * @throws OperatorError when the file is missing or damaged beside an existing database
 */
export async function keepDatabasePasswords(
  dataDir: string,
  clusterExists: boolean,
): Promise<DatabasePasswords> {
  const path = join(dataDir, FILE);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  if (text !== null) {
    const passwords = parsePasswords(text);
    if (passwords !== null) return passwords;
  }
  if (clusterExists) {
    throw new OperatorError(
      `Berkas sandi basis data ${path} ${text === null ? 'tidak ada' : 'rusak'}: kembalikan dari cadangan, karena tanpa berkas itu basis data tidak dapat dibuka.`,
    );
  }
  const made = { superuser: makePassword(), owner: makePassword(), application: makePassword() };
  await writeSecretFile(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

function parsePasswords(text: string): DatabasePasswords | null {
  try {
    const value = JSON.parse(text) as Partial<Record<keyof DatabasePasswords, unknown>>;
    const { superuser, owner, application } = value;
    if (typeof superuser === 'string' && typeof owner === 'string' && typeof application === 'string') {
      return { superuser, owner, application };
    }
    return null;
  } catch {
    return null;
  }
}

function makePassword(): string {
  return randomBytes(24).toString('base64url');
}
