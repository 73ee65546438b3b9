import { Component, computed, inject, input } from '@angular/core';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { Language } from '../../core/language.ts';
import { StructureWords } from './structure-words.ts';

/** What would follow from saving, told before it is saved. */
@Component({
  selector: 'pandu-effects-note',
  template: `
    @if (outcome() !== null) {
      <h3>{{ t('structure.effect.title') }}</h3>
      <ul>
        @for (sentence of sentences(); track sentence) {
          <li>{{ sentence }}</li>
        }
      </ul>
    }
  `,
  host: { role: 'status' },
  styles: `
    :host {
      display: block;
    }
    :host:empty {
      display: none;
    }
    h3 {
      font: var(--table);
      font-weight: 600;
    }
    ul {
      border-left: 3px solid var(--primary);
      padding: 4px 0 4px 14px;
      margin-top: 6px;
    }
    li + li {
      margin-top: 6px;
    }
  `,
})
export class EffectsNote {
  readonly outcome = input.required<StructureOutcome | null>();
  /** Sentences that the form itself knows, e.g. from which day on. */
  readonly more = input<readonly string[]>([]);

  private readonly words = inject(StructureWords);
  protected readonly t = inject(Language).t;
  protected readonly sentences = computed(() => {
    const outcome = this.outcome();
    const all = [...this.more(), ...(outcome === null ? [] : this.words.effects(outcome))];
    return all.length === 0 ? [this.t('structure.effect.none')] : all;
  });
}
