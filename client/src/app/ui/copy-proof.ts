import { Component, computed, inject, input, signal } from '@angular/core';
import { type ProofLine, copyText, datedAddress, proofText } from '../core/proof-text.ts';
import { Language } from '../core/language.ts';
import { Session } from '../core/session.ts';

/**
 * "Salin sebagai bukti": a number with definition, filters, n and data version as a text with its digest. Where the
 * browser does not let a page copy, the text is shown to be copied by hand.
 */
@Component({
  selector: 'pandu-copy-proof',
  template: `
    <button type="button" class="action" (click)="copy()">{{ t('proof.copy') }}</button>
    <span class="note" role="status">{{ copied() ? t('proof.copied') : '' }}</span>
    @if (byHand(); as text) {
      <label class="field"
        ><span>{{ t('proof.byHand') }}</span>
        <textarea class="input" rows="8" readonly [value]="text" (focus)="select($event)"></textarea>
      </label>
    }
  `,
  styles: `
    :host {
      display: contents;
    }
    .field {
      flex: 1 0 100%;
      margin-top: 8px;
    }
    textarea {
      font: var(--note);
    }
  `,
})
export class CopyProof {
  /** The lines of the text, in order; those without words are left out. */
  readonly lines = input.required<readonly ProofLine[]>();
  /** The days that the number is of, for its address; null for what has no period. */
  readonly days = input<{ readonly from: string; readonly to: string } | null>(null);

  protected readonly t = inject(Language).t;
  private readonly session = inject(Session);
  protected readonly copied = signal(false);
  protected readonly byHand = signal<string | null>(null);
  private readonly heading = computed(() => {
    const name = this.session.kabupaten()?.name ?? '';
    const heading = this.t('proof.heading', { kabupaten: name });
    return this.session.demo() ? `${heading}\n${this.t('demo.label')}` : heading;
  });

  protected async copy(): Promise<void> {
    const text = proofText(this.heading(), [
      ...this.lines(),
      { label: this.t('proof.address'), text: datedAddress(location.href, this.days()) },
    ]);
    const done = await copyText(text);
    this.copied.set(done);
    this.byHand.set(done ? null : text);
  }

  protected select(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) event.target.select();
  }
}
