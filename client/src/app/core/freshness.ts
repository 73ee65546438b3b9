import { Injectable, computed, signal } from '@angular/core';

/** How new the figures on the screen are: the version and commit time that the answers themselves carry. */
@Injectable({ providedIn: 'root' })
export class Freshness {
  private readonly newest = signal<{ dataVersion: number; asOf: string | null } | null>(null);

  /** Commit time of the newest data that was shown; null before the first answer, or before the first data. */
  readonly asOf = computed(() => this.newest()?.asOf ?? null);
  /** True once an answer has said that there are no data at all. */
  readonly empty = computed(() => this.newest()?.asOf === null && this.newest() !== null);
  readonly dataVersion = computed(() => this.newest()?.dataVersion ?? null);
  private readonly lastShown = signal<string | null>(null);
  /** Trial period: the last day whose figures this person sees yet; null when that is today. */
  readonly shownUntil = this.lastShown.asReadonly();

  /** Notes the freshness of an answer that carries one. */
  note(answer: unknown): void {
    if (typeof answer !== 'object' || answer === null) return;
    // A list of records says it too, and carries nothing else of this.
    if ('shownUntil' in answer && typeof answer.shownUntil === 'string')
      this.lastShown.set(answer.shownUntil);
    if (!('dataVersion' in answer) || !('asOf' in answer)) return;
    const { dataVersion, asOf } = answer;
    if (typeof dataVersion !== 'number' || (typeof asOf !== 'string' && asOf !== null)) return;
    this.newest.set({ dataVersion, asOf });
    if ('definitionsVersion' in answer && !('shownUntil' in answer)) this.lastShown.set(null);
  }
}
