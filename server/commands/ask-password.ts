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
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  // From here to `close` the terminal shows nothing: opened before the first question, for those who type ahead.
  const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
  const brokenOff = new AbortController();
  terminal.once('SIGINT', () => brokenOff.abort());
  terminal.once('close', () => brokenOff.abort());
  const ask = async (question: string): Promise<string> => {
    process.stderr.write(question);
    const answer = await terminal.question('', { signal: brokenOff.signal }).catch((error: unknown) => {
      throw new OperatorError('Dibatalkan.', { cause: error });
    });
    process.stderr.write('\n');
    return answer;
  };
  try {
    const password = await ask(`Sandi untuk ${username}: `);
    if ((await ask('Ulangi sandi: ')) !== password) throw new OperatorError('Kedua sandi tidak sama.');
    return password;
  } finally {
    terminal.close();
  }
}
