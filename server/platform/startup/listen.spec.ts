import { createServer, get, type IncomingMessage } from 'node:http';
import { OperatorError } from '../operator-error.ts';
import { listen, requireFreePort } from './listen.ts';

const LOCAL = { port: 0, host: '127.0.0.1' };

function request(port: number, path: string): Promise<IncomingMessage> {
  return new Promise((resolve, reject) =>
    get({ port, path, host: LOCAL.host, agent: false }, resolve).once('error', reject),
  );
}

async function bodyOf(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return text;
}

describe('listen', () => {
  it('says which port is taken, before and while listening', async () => {
    const first = await listen(createServer(), LOCAL);
    const taken = { ...LOCAL, port: first.port };
    const sentence = new RegExp(`^Port ${first.port} sedang dipakai .*PORT=${first.port + 1}\\.$`);
    await expectAsync(requireFreePort(taken)).toBeRejectedWithError(OperatorError, sentence);
    await expectAsync(listen(createServer(), taken)).toBeRejectedWithError(OperatorError, sentence);
    await first.close();
    await expectAsync(requireFreePort(taken)).toBeResolved();
  });

  it('ends event streams at once and lets a request under way finish', async () => {
    const server = createServer((incoming, response) => {
      if (incoming.url === '/events') {
        response.setHeader('content-type', 'text/event-stream').write('data: 1\n\n');
      } else {
        setTimeout(() => response.end('selesai'), 200);
      }
    });
    const listening = await listen(server, LOCAL);
    const stream = await request(listening.port, '/events');
    const slow = request(listening.port, '/slow').then(bodyOf);
    await new Promise((resolve) => setTimeout(resolve, 50));
    const began = performance.now();
    const closed = listening.close();
    expect(await bodyOf(stream)).toBe('data: 1\n\n');
    expect(await slow).toBe('selesai');
    await closed;
    expect(performance.now() - began).toBeLessThan(2_000);
    await expectAsync(request(listening.port, '/')).toBeRejected();
  });
});
