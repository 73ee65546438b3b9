import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { EventStream } from '../../core/event-stream.ts';
import type { Mapping } from '../../core/mapped-file.ts';
import { type ProblemText, problemOf } from '../../core/problem.ts';
import { type DatasetName, type ImportResult, ImportsApi } from './imports-api.ts';

const POLL_MS = 1500;

/** One import on its way: sent, followed by news and by asking, until it has an end. */
@Injectable()
export class ImportRun {
  private readonly api = inject(ImportsApi);
  private readonly events = inject(EventStream);
  private readonly state = signal<ImportResult | null>(null);
  private readonly sending = signal(false);
  private readonly trouble = signal<ProblemText | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private generation = 0;

  readonly result = this.state.asReadonly();
  readonly problem = this.trouble.asReadonly();
  readonly busy = computed(
    () => this.sending() || this.state()?.status === 'queued' || this.state()?.status === 'running',
  );
  /** Rows read so far; the news are ahead of the answers. */
  readonly rowsRead = computed(() => {
    const [state, news] = [this.state(), this.events.importProgress()];
    if (state === null) return 0;
    return news?.id === state.id ? Math.max(news.rowsRead, state.rowsRead) : state.rowsRead;
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => this.reset());
  }

  /** Sends the file and follows it; with `dryRun` everything is checked and nothing stored. */
  async start(dataset: DatasetName, file: File, mapping: Mapping | null, dryRun: boolean): Promise<void> {
    this.reset();
    const mine = this.generation;
    this.sending.set(true);
    try {
      const id = await this.api.start(dataset, file, mapping, dryRun);
      if (mine === this.generation) await this.follow(id, mine);
    } catch (error) {
      if (mine === this.generation) this.trouble.set(problemOf(error));
    } finally {
      if (mine === this.generation) this.sending.set(false);
    }
  }

  /** Forgets the import; the server finishes it all the same. */
  reset(): void {
    this.generation += 1;
    clearTimeout(this.timer);
    this.state.set(null);
    this.trouble.set(null);
    this.sending.set(false);
  }

  private async follow(id: string, mine: number): Promise<void> {
    try {
      const state = await this.api.read(id);
      if (mine !== this.generation) return;
      this.trouble.set(null);
      this.state.set(state);
      if (state.status === 'succeeded' || state.status === 'failed') return;
    } catch (error) {
      if (mine !== this.generation) return;
      // A dropped connection does not stop an import: the question is asked again.
      this.trouble.set(problemOf(error));
    }
    this.timer = setTimeout(() => void this.follow(id, mine), POLL_MS);
  }
}
