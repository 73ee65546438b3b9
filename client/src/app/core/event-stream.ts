import { DestroyRef, Injectable, effect, inject, signal, untracked } from '@angular/core';
import { eventSchemas } from '#contract/events';
import { API } from './api.ts';
import { Session } from './session.ts';

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;

/** Waiting time before the next attempt to connect: doubles from one second, at most a minute. */
export function reconnectDelay(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, failures - 1));
}

/**
 * News from the server: data have changed, an import moved on. Everything that shows data reads `dataVersion` and
 * fetches again when it moves; nothing polls while the stream is open.
 */
@Injectable({ providedIn: 'root' })
export class EventStream {
  private readonly session = inject(Session);
  private source: EventSource | null = null;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  private readonly version = signal(0);
  private readonly progress = signal<{ readonly id: string; readonly rowsRead: number } | null>(null);
  private readonly notices = signal(0);
  private readonly meeting = signal<{ readonly id: string } | null>(null);
  private readonly open = signal(false);

  /** Newest data version that was announced; 0 before the first announcement. */
  readonly dataVersion = this.version.asReadonly();
  readonly importProgress = this.progress.asReadonly();
  /** Moves whenever somebody in the kabupaten has more or fewer notices than before. */
  readonly noticesChanged = this.notices.asReadonly();
  /** The meeting that was written at last; a new value for every change. */
  readonly meetingChanged = this.meeting.asReadonly();
  /** False while there is no connection: what needs news must ask for them. */
  readonly connected = this.open.asReadonly();

  constructor() {
    effect(() => {
      const listens = this.session.user() !== null && this.session.can('events:read');
      untracked(() => (listens ? this.connect() : this.disconnect()));
    });
    inject(DestroyRef).onDestroy(() => this.disconnect());
  }

  private connect(): void {
    this.disconnect();
    const source = new EventSource(`${API}/events`, { withCredentials: true });
    this.source = source;
    source.onopen = () => {
      this.failures = 0;
      this.open.set(true);
    };
    source.onerror = () => {
      this.disconnect();
      this.failures += 1;
      this.timer = setTimeout(() => this.connect(), reconnectDelay(this.failures));
    };
    source.addEventListener('data-changed', (event: MessageEvent<string>) => {
      const parsed = eventSchemas['data-changed'].safeParse(readJson(event.data));
      if (parsed.success) this.version.set(parsed.data.dataVersion);
    });
    source.addEventListener('notices-changed', () => this.notices.update((times) => times + 1));
    source.addEventListener('meeting-changed', (event: MessageEvent<string>) => {
      const parsed = eventSchemas['meeting-changed'].safeParse(readJson(event.data));
      if (parsed.success) this.meeting.set({ ...parsed.data });
    });
    source.addEventListener('import-progress', (event: MessageEvent<string>) => {
      const parsed = eventSchemas['import-progress'].safeParse(readJson(event.data));
      if (parsed.success) this.progress.set(parsed.data);
    });
  }

  private disconnect(): void {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
    this.open.set(false);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
