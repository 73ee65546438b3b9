import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const FILE = join(import.meta.dirname, 'guessable-passwords.txt');

let list: ReadonlySet<string> | null = null;

/**
 * True when the password is one of those that are tried first, or one of them in a thin disguise: other case, digits
 * and signs before or after it (`Indonesia2026!`), or itself twice (`sayangkusayangku`).
 */
export function isGuessablePassword(password: string): boolean {
  const lower = password.normalize('NFKC').toLowerCase();
  const core = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [lower, core, lower.replace(/\s+/g, '')].some(
    (form) => guessablePasswords().has(form) || guessablePasswords().has(onceOf(form)),
  );
}

/** Read once, when the first password is judged. */
function guessablePasswords(): ReadonlySet<string> {
  list ??= new Set(readFileSync(FILE, 'utf8').split('\n').filter(Boolean));
  return list;
}

/** What a text repeats: `abcabc` → `abc`; the text itself when it repeats nothing. */
function onceOf(text: string): string {
  return /^(.{4,}?)\1+$/u.exec(text)?.[1] ?? text;
}
