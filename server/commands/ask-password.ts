import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';
import { OperatorError } from '../platform/operator-error.ts';

/**
 * Asks for a password on the terminal, twice, without showing what is typed.
 *
 * @throws OperatorError without a terminal, when the two differ, or when asking is broken off (Ctrl-C, Ctrl-D)
 */
export async function askPassword(username: string): Promise<string> {
  if (!process.stdin.isTTY) {
    throw new OperatorError('Sandi tidak dapat ditanyakan tanpa terminal: isi PANDU_PASSWORD.');
  }
  const password = await askHidden(`Sandi untuk ${username}: `);
  if ((await askHidden('Ulangi sandi: ')) !== password) throw new OperatorError('Kedua sandi tidak sama.');
  return password;
}

async function askHidden(question: string): Promise<string> {
  process.stderr.write(question);
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const brokenOff = new AbortController();
  terminal.once('SIGINT', () => brokenOff.abort());
  terminal.once('close', () => brokenOff.abort());
  try {
    return await terminal.question('', { signal: brokenOff.signal });
  } catch (error) {
    throw new OperatorError('Dibatalkan.', { cause: error });
  } finally {
    terminal.close();
    process.stderr.write('\n');
  }
}
