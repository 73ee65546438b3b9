import { Component, inject, input, output, signal } from '@angular/core';
import type { EvidenceOf } from '#contract/evidence';
import { Language } from '../../../core/language.ts';
import { EvidenceFiles } from '../../../ui/evidence/evidence-files.ts';

/** How many files stand as evidence of a thing; the files themselves are fetched when it is opened. */
@Component({
  selector: 'pandu-evidence-fold',
  imports: [EvidenceFiles],
  template: `
    <details (toggle)="look($event)">
      <summary>{{ t('pilots.evidence', { count: count() }) }}</summary>
      @if (open()) {
        <app-evidence [about]="about()" [id]="id()" (changed)="changed.emit()" />
      }
    </details>
  `,
  styles: `
    summary {
      font: var(--table);
      font-weight: 600;
      color: var(--primary);
      cursor: pointer;
      padding: 4px 0;
    }
  `,
})
export class EvidenceFold {
  readonly about = input.required<EvidenceOf>();
  readonly id = input.required<string>();
  readonly count = input.required<number>();
  readonly changed = output();

  protected readonly t = inject(Language).t;
  protected readonly open = signal(false);

  protected look(event: Event): void {
    if (event.target instanceof HTMLDetailsElement) this.open.set(event.target.open);
  }
}
