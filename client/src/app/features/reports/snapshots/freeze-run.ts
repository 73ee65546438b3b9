import { DestroyRef, Injectable, computed, inject, signal } from '@angular/core';
import { problemOf } from '../../../core/problem.ts';
import { type FreezeRun, type FrozenPeriod, SnapshotsApi } from './snapshots-api.ts';

const POLL_MS = 1000;

/** Figures on their way to be frozen: ordered here or by somebody else, followed by asking, until it has an end. */
@Injectable()
export class FreezeFollower {
  private readonly api = inject(SnapshotsApi);
  private readonly state = signal<FreezeRun | null>(null);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private gone = false;

  readonly run = this.state.asReadonly();
  readonly running = computed(() => this.state()?.state === 'running');

  constructor() {
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      clearTimeout(this.timer);
    });
  }

  /** Orders it. Throws the refusal. */
  async start(period: FrozenPeriod, reason: string | null, ended: (run: FreezeRun) => void): Promise<void> {
    this.take(await this.api.freeze(period, reason), ended);
  }

  /** Follows one that is under way already; the same one is followed once. */
  follow(run: FreezeRun, ended: (run: FreezeRun) => void): void {
    if (this.state()?.id !== run.id) this.take(run, ended);
  }

  private take(run: FreezeRun, ended: (run: FreezeRun) => void): void {
    if (this.gone) return;
    clearTimeout(this.timer);
    this.state.set(run);
    if (run.state === 'running') this.timer = setTimeout(() => void this.ask(run.id, ended), POLL_MS);
    else ended(run);
  }

  private async ask(id: string, ended: (run: FreezeRun) => void): Promise<void> {
    try {
      this.take(await this.api.run(id), ended);
    } catch (error) {
      // A dropped connection does not stop it: the question is asked again. Who was signed out asks no more.
      if (problemOf(error).status === 401 || this.gone) return;
      this.timer = setTimeout(() => void this.ask(id, ended), POLL_MS);
    }
  }
}
