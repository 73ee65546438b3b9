import { computed, DestroyRef, inject, Injectable, type Signal, signal } from '@angular/core';

/**
 * What a screen asks for first: the numbers at its top. Whatever stands further down waits for them, because a browser
 * has few connections and the server few cores, and a click should show the numbers it was made for.
 */
@Injectable({ providedIn: 'root' })
export class LoadOrder {
  private readonly first = signal<readonly Signal<boolean>[]>([]);
  /** True while something of the first kind is on its way. */
  readonly held = computed(() => this.first().some((busy) => busy()));

  /** Counts a request of the first kind for as long as its component lives. Call it in an injection context. */
  add(busy: Signal<boolean>): void {
    this.first.update((all) => [...all, busy]);
    inject(DestroyRef).onDestroy(() => this.first.update((all) => all.filter((other) => other !== busy)));
  }
}
