import { Agent, request as httpRequest, type IncomingHttpHeaders } from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A signed-in program speaking to the product over kept-alive connections. */
export class BenchClient {
  readonly #origin: string;
  readonly #agent: Agent;
  #cookie = '';
  #xsrf = '';

  constructor(origin: string, connections: number) {
    this.#origin = origin;
    this.#agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  get cookie(): string {
    return this.#cookie;
  }

  get xsrf(): string {
    return this.#xsrf;
  }

  async signIn(username: string, password: string): Promise<void> {
    const answer = await this.send(
      'POST',
      '/api/v1/session',
      { 'Content-Type': 'application/json' },
      JSON.stringify({ username, password }),
    );
    if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.body}`);
    const cookies = (answer.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0] ?? '');
    this.#cookie = cookies.join('; ');
    this.#xsrf =
      cookies.find((cookie) => cookie.startsWith('XSRF-TOKEN='))?.slice('XSRF-TOKEN='.length) ?? '';
  }

  async get(path: string): Promise<Answer> {
    const answer = await this.send('GET', path);
    if (answer.status !== 200) throw new Error(`${path}: ${answer.status} ${answer.body.slice(0, 300)}`);
    return answer;
  }

  /** Milliseconds of one GET. */
  async time(path: string): Promise<number> {
    const started = performance.now();
    await this.get(path);
    return performance.now() - started;
  }

  send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: string | Buffer,
  ): Promise<Answer> {
    return new Promise((resolve, reject) => {
      const request = httpRequest(
        `${this.#origin}${path}`,
        {
          method,
          agent: this.#agent,
          headers: { Cookie: this.#cookie, 'X-XSRF-TOKEN': this.#xsrf, ...headers },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** Median of the values. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? NaN;
}

/** 95th percentile of the values, nearest rank. */
export function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? NaN;
}
