import { Injectable, inject, signal } from '@angular/core';
import { Selection } from './selection.ts';

/** How many units have reported, as home has read it; told beside the freshness of the data. */
@Injectable({ providedIn: 'root' })
export class Reporting {
  private readonly selection = inject(Selection);
  private readonly read = signal<{ unit: string | null; expected: number; reported: number } | null>(null);

  /** Notes what an answer for the selected unit said. */
  note(expected: number, reported: number): void {
    this.read.set({ unit: this.selection.unit(), expected, reported });
  }

  /** The counts of the selected unit; null while none were read for it, or where one unit or none is to report. */
  now(): { readonly expected: number; readonly reported: number } | null {
    const counts = this.read();
    return counts === null || counts.unit !== this.selection.unit() || counts.expected < 2 ? null : counts;
  }
}
