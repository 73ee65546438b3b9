import type { Response } from 'express';
import pg from 'pg';
import type { Logger } from 'pino';
import { EVENT_CHANNEL } from './scoped.ts';

interface Listener {
  readonly kabupatenCode: string;
  readonly response: Response;
}

const HEARTBEAT_MS = 25_000;
const RECONNECT_MS = 1_000;

/**
 * Carries events from PostgreSQL (NOTIFY, sent inside the writing transaction) to browsers (server-sent events), each
 * only to listeners of its own kabupaten. The listening connection is made anew when it breaks.
 */
export class EventHub {
  readonly #url: string;
  readonly #log: Logger;
  readonly #listeners = new Set<Listener>();
  #client: pg.Client | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(url: string, log: Logger) {
    this.#url = url;
    this.#log = log;
  }

  /** Begins to listen. */
  async start(): Promise<void> {
    this.#heartbeat = setInterval(() => this.#send(() => true, ': ada\n\n'), HEARTBEAT_MS);
    await this.#connect();
  }

  /** Ends all streams and the listening connection. */
  async stop(): Promise<void> {
    this.#stopped = true;
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    if (this.#retry) clearTimeout(this.#retry);
    for (const { response } of this.#listeners) response.end();
    this.#listeners.clear();
    await this.#client?.end().catch(() => undefined);
  }

  /** Keeps the response open and writes every event of the kabupaten to it until the caller goes away. */
  attach(kabupatenCode: string, response: Response): void {
    const listener: Listener = { kabupatenCode, response };
    response.status(200).set({
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
      'X-Accel-Buffering': 'no',
    });
    response.flushHeaders();
    response.write('retry: 3000\n: tersambung\n\n');
    this.#listeners.add(listener);
    response.on('close', () => this.#listeners.delete(listener));
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'pandu-events',
      keepAlive: true,
    });
    this.#client = client;
    client.on('notification', (message) => this.#deliver(message.payload ?? ''));
    client.on('error', (error) => this.#log.warn({ error }, 'event connection lost'));
    client.on('end', () => this.#reconnectSoon());
    try {
      await client.connect();
      await client.query(`listen ${EVENT_CHANNEL}`);
    } catch (error) {
      this.#log.warn({ error }, 'event connection failed');
      await client.end().catch(() => undefined);
      this.#reconnectSoon();
    }
  }

  #reconnectSoon(): void {
    if (this.#stopped || this.#retry) return;
    this.#retry = setTimeout(() => {
      this.#retry = null;
      void this.#connect();
    }, RECONNECT_MS);
  }

  #deliver(payload: string): void {
    try {
      const { kabupatenCode, event, data } = JSON.parse(payload) as {
        kabupatenCode: string;
        event: string;
        data: unknown;
      };
      this.#send(
        (listener) => listener.kabupatenCode === kabupatenCode,
        `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      );
    } catch (error) {
      this.#log.warn({ error }, 'event not understood');
    }
  }

  #send(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.#listeners) if (to(listener)) listener.response.write(text);
  }
}
