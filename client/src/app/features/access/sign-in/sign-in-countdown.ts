import { DestroyRef, inject, signal } from '@angular/core';

const SECOND_MS = 1000;

/** Seconds that are still to wait, counted down while the component lives. Make it in an injection context. */
export class Countdown {
  private readonly seconds = signal(0);
  private timer: ReturnType<typeof setInterval> | undefined;

  /** Whole seconds left; 0 when there is nothing to wait for. */
  readonly left = this.seconds.asReadonly();

  constructor() {
    inject(DestroyRef).onDestroy(() => this.stop());
  }

  /** Counts down from `seconds`, by the clock: a tab that slept does not wait longer than it must. */
  start(seconds: number): void {
    this.stop();
    const until = Date.now() + seconds * SECOND_MS;
    this.seconds.set(seconds);
    this.timer = setInterval(() => {
      const left = Math.max(0, Math.ceil((until - Date.now()) / SECOND_MS));
      this.seconds.set(left);
      if (left === 0) this.stop();
    }, SECOND_MS);
  }

  stop(): void {
    clearInterval(this.timer);
    this.seconds.set(0);
  }
}
