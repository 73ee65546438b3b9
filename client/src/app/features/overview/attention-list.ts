import { Component, computed, inject, input, output } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { Attention } from './attention-api.ts';
import { AttentionLine } from './attention-item.ts';

/** The exceptions, the most pressing first, and how many of the changes chance alone would give. */
@Component({
  selector: 'pandu-attention-list',
  imports: [AttentionLine],
  template: `
    @for (item of attention().items; track item.key) {
      <pandu-attention-item role="article" [item]="item" (changed)="changed.emit()" />
    }
    @if (attention().more > 0) {
      <p class="note">{{ t('attention.more', { count: formats.now.number(attention().more) }) }}</p>
    }
    @if (attention().seriesChecked > 0) {
      <p class="note">{{ chance() }}</p>
    }
  `,
  styles: `
    .note {
      margin-top: 12px;
      max-width: 68ch;
    }
  `,
})
export class AttentionList {
  readonly attention = input.required<Attention>();
  readonly changed = output();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);

  /** "Dari 225 deret yang diperiksa, sekitar 9 bisa tampak berubah karena kebetulan …" */
  protected readonly chance = computed(() => {
    const { seriesChecked, expectedByChance } = this.attention();
    return this.t(expectedByChance < 0.5 ? 'attention.chanceNone' : 'attention.chance', {
      checked: this.formats.now.number(seriesChecked),
      expected: this.formats.now.number(Math.round(expectedByChance)),
    });
  });
}
