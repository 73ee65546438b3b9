import { Injectable, computed, inject } from '@angular/core';
import { Router } from '@angular/router';
import { Selection } from './selection.ts';

/** Between the names of the parts that are open; it needs no escape in an address. */
const BETWEEN = '.';

/**
 * What a person opened on a screen beside the selection: the table of a chart, how a number is counted. It stands in
 * the address (`shown`), so that a copied link shows the same; opening is no step that the way back would undo.
 */
@Injectable({ providedIn: 'root' })
export class OpenedParts {
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  private readonly open = computed<readonly string[]>(
    () =>
      this.selection
        .shown()
        ?.split(BETWEEN)
        .filter((name) => name !== '') ?? [],
  );

  /** True when the part is open. */
  has(part: string): boolean {
    return this.open().includes(nameOf(part));
  }

  /** Opens the part, or closes it. The place on the page stays. */
  async toggle(part: string): Promise<void> {
    const name = nameOf(part);
    const others = this.open().filter((other) => other !== name);
    const open = others.length < this.open().length ? others : [...others, name];
    await this.router.navigate([], {
      queryParams: this.selection.with({ shown: open.length === 0 ? null : open.join(BETWEEN) }),
      replaceUrl: true,
      scroll: 'manual',
    });
  }
}

/** Parts are named in the address without what separates them there. */
function nameOf(part: string): string {
  return part.replaceAll(BETWEEN, '-');
}
