import { Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AttentionItem } from '#contract/attention';
import { capitalised } from '#domain/language';
import { Mark, type MarkKind } from '../mark.ts';
import { proofAddress } from './proof-address.ts';

/** One thing that is the matter with a unit: the sentence, since when, and the way to what proves it. */
@Component({
  selector: 'pandu-matter',
  imports: [Mark, RouterLink],
  template: `
    <p class="sentence"><pandu-mark [kind]="mark()" [size]="12" />{{ upper(sentence()) }}</p>
    @if (note() !== '') {
      <p class="note">{{ note() }}</p>
    }
    <ng-content />
    <p class="actions">
      <a class="action" [routerLink]="address().path" [queryParams]="address().query">{{
        upper(proof().label)
      }}</a>
    </p>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 12px;
    }
    p {
      max-width: 68ch;
    }
    pandu-mark {
      margin-right: 6px;
    }
  `,
})
export class MatterEntry {
  readonly mark = input.required<MarkKind>();
  /** A clause that begins small: here it stands alone. */
  readonly sentence = input.required<string>();
  /** Since when, and what else is known of it; empty for nothing. */
  readonly note = input.required<string>();
  readonly proof = input.required<AttentionItem['proof']>();

  protected readonly upper = capitalised;
  protected readonly address = computed(() => proofAddress(this.proof()));
}
