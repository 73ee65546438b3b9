import { Component, computed, inject, input } from '@angular/core';
import { Language } from '../core/language.ts';
import { OpenedParts } from '../core/opened-parts.ts';
import type { ProofLine } from '../core/proof-text.ts';
import { CopyProof } from './copy-proof.ts';

/** Its name in the address: a page has one number that is explained. */
const PART = 'how-counted';

/**
 * Beside the number of a page: how it is counted, opened on demand, and the number as proof. What is particular to the
 * number is projected as pairs of `dt` and `dd`; how it is judged, and the versions it comes from, hold for all.
 */
@Component({
  selector: 'pandu-how-counted',
  imports: [CopyProof],
  template: `
    <div class="actions">
      <button type="button" class="action" [attr.aria-expanded]="open()" (click)="toggle()">
        {{ t('services.howCounted') }}
      </button>
      <pandu-copy-proof [lines]="proof()" [days]="days()" />
    </div>
    @if (open()) {
      <dl class="explained">
        <ng-content />
        <dt>{{ t('services.judged') }}</dt>
        <dd>{{ t('services.judgedText') }}</dd>
        <dt>{{ t('services.version') }}</dt>
        <dd>{{ t('services.versionText', { definitions: definitionsVersion(), data: dataVersion() }) }}</dd>
      </dl>
    }
  `,
  styles: `
    .actions {
      margin-bottom: 8px;
    }
  `,
})
export class HowCounted {
  readonly proof = input.required<readonly ProofLine[]>();
  /** The days that the number is of. */
  readonly days = input<{ readonly from: string; readonly to: string } | null>(null);
  readonly definitionsVersion = input.required<string>();
  readonly dataVersion = input.required<number>();

  protected readonly t = inject(Language).t;
  private readonly opened = inject(OpenedParts);
  protected readonly open = computed(() => this.opened.has(PART));

  protected async toggle(): Promise<void> {
    await this.opened.toggle(PART);
  }
}
