import type { Response } from 'express';
import pg from 'pg';
import type { Logger } from 'pino';
import { EVENT_CHANNEL } from './scoped.ts';

/** Who listens, and where the events are written. */
export interface Listener {
  readonly kabupatenCode: string;
  /** Events for one person alone go to this one. */
  readonly username: string;
  readonly response: Response;
  /** Asked at every heartbeat; the stream ends when the answer is no. */
  readonly stillThere: () => Promise<boolean>;
}

const HEARTBEAT_MS = 25_000;
const RECONNECT_MS = 1_000;

/**
 * Carries events from PostgreSQL (NOTIFY, sent inside the writing transaction) to browsers (server-sent events), each
 * only to listeners of its own kabupaten, and to one person where it concerns nobody else. The listening connection is made anew when it breaks.
 */
export class EventHub {
  readonly #url: string;
  readonly #log: Logger;
  readonly #listeners = new Set<Listener>();
  readonly #onChange: ((kabupatenCode: string) => void)[] = [];
  #client: pg.Client | null = null;
  #heartbeat: NodeJS.Timeout | null = null;
  #retry: NodeJS.Timeout | null = null;
  readonly #heartbeatMs: number;
  #stopped = false;
  #asking = false;

  constructor(url: string, log: Logger, heartbeatMs: number = HEARTBEAT_MS) {
    this.#heartbeatMs = heartbeatMs;
    this.#url = url;
    this.#log = log;
  }

  /** Begins to listen. */
  async start(): Promise<void> {
    this.#heartbeat = setInterval(() => void this.#beat(), this.#heartbeatMs);
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

  /** Calls `told` whenever the records of a kabupaten changed, by whichever process. */
  onDataChanged(told: (kabupatenCode: string) => void): void {
    this.#onChange.push(told);
  }

  /** Keeps the response open and writes the events meant for it until the caller goes away or is no longer let in. */
  attach(listener: Listener): void {
    const { response } = listener;
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

  /** Keeps the streams alive, and ends those of whoever was signed out, moved to another post, or revoked. */
  async #beat(): Promise<void> {
    this.#send(() => true, ': ada\n\n');
    if (this.#asking) return;
    this.#asking = true;
    // One after the other: many listeners must not take all connections.
    for (const listener of [...this.#listeners]) {
      try {
        if (await listener.stillThere()) continue;
      } catch (error) {
        // Without a database there are no events either; the stream ends by its own limit at the latest.
        this.#log.warn({ error }, 'listener not checked');
        continue;
      }
      this.#listeners.delete(listener);
      listener.response.end();
    }
    this.#asking = false;
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
      const { kabupatenCode, event, data, to } = JSON.parse(payload) as {
        kabupatenCode: string;
        event: string;
        data: unknown;
        to: string | null;
      };
      this.#send(
        (listener) => listener.kabupatenCode === kabupatenCode && (to === null || to === listener.username),
        `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
      );
      if (event === 'data-changed') for (const told of this.#onChange) told(kabupatenCode);
    } catch (error) {
      this.#log.warn({ error }, 'event not understood');
    }
  }

  #send(to: (listener: Listener) => boolean, text: string): void {
    for (const listener of this.#listeners) if (to(listener)) listener.response.write(text);
  }
}
