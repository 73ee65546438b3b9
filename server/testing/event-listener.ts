import type { ApiCaller } from './api-caller.ts';

export interface ReceivedEvent {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Reads the event stream as a browser does, until it is closed. */
export class EventListener {
  readonly events: ReceivedEvent[] = [];
  readonly headers: Headers;
  readonly #abort: AbortController;
  readonly #done: Promise<void>;

  private constructor(response: Response, abort: AbortController) {
    this.headers = response.headers;
    this.#abort = abort;
    this.#done = this.#read(response).catch(() => undefined);
  }

  /** @throws Error when the stream is refused */
  static async open(address: string, caller: ApiCaller): Promise<EventListener> {
    const abort = new AbortController();
    const cookie = [...caller.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(`${address}/api/v1/events`, {
      headers: { Cookie: cookie, 'Accept-Encoding': 'gzip' },
      signal: abort.signal,
    });
    if (response.status !== 200) throw new Error(`event stream: ${response.status}`);
    return new EventListener(response, abort);
  }

  /** Waits until an event arrived for which `wanted` is true. @throws Error after 20 seconds */
  async waitFor(wanted: (event: ReceivedEvent) => boolean): Promise<ReceivedEvent> {
    const until = performance.now() + 20_000;
    for (;;) {
      const found = this.events.find(wanted);
      if (found) return found;
      if (performance.now() > until) throw new Error(`no such event among ${JSON.stringify(this.events)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async close(): Promise<void> {
    this.#abort.abort();
    await this.#done;
  }

  async #read(response: Response): Promise<void> {
    let rest = '';
    const decoder = new TextDecoder();
    if (response.body === null) return;
    const chunks: AsyncIterable<Uint8Array> = response.body;
    for await (const chunk of chunks) {
      const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = /^event: (.+)$/m.exec(block)?.[1];
        const data = /^data: (.+)$/m.exec(block)?.[1];
        if (event !== undefined && data !== undefined)
          this.events.push({ event, data: JSON.parse(data) as Record<string, unknown> });
      }
    }
  }
}
