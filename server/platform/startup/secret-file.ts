import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { errorCode } from '../operator-error.ts';

/**
 * Reads a secret of the data folder, making it at the first call.
 *
 * @param name the file's name in the data folder
 * @param make makes the secret; by default 24 characters from 144 random bits
 */
export async function keepSecret(
  dataDir: string,
  name: string,
  make: () => string = () => randomBytes(18).toString('base64url'),
): Promise<string> {
  const path = join(dataDir, name);
  const kept = await readFile(path, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return '';
    throw error;
  });
  if (kept.trim() !== '') return kept.trim();
  const secret = make();
  await mkdir(dataDir, { recursive: true });
  await writeSecretFile(path, `${secret}\n`);
  return secret;
}

/** Writes a file only its owner may read (mode 0600), whole or not at all. */
export async function writeSecretFile(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
}

/** Letters and digits that cannot be mistaken for each other when read from a screen or a note. */
const CLEAR_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for people to type: three groups of four, about 59 bits. */
export function makeReadablePassword(): string {
  const letters: string[] = [];
  while (letters.length < 12) {
    // Bytes past the last whole multiple are thrown away, else the first letters would come more often.
    for (const byte of randomBytes(24)) {
      if (byte < 256 - (256 % CLEAR_LETTERS.length))
        letters.push(CLEAR_LETTERS.charAt(byte % CLEAR_LETTERS.length));
    }
  }
  return letters
    .slice(0, 12)
    .join('')
    .replace(/(.{4})(?=.)/g, '$1-');
}
