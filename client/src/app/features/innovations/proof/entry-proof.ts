import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';
import type { Entry } from '../catalogue/catalogue-api.ts';
import { EntryFigures } from '../entry/entry-figures.ts';
import { ProofWords } from './proof-words.ts';
import { liveProofs } from './proof-api.ts';

/**
 * What proves an entry: its figures with their lines, when they were locked and what they are compared with. In the own
 * kabupaten also what was locked and has no result yet, and the way to lock more.
 */
@Component({
  selector: 'pandu-entry-proof',
  imports: [EntryFigures, RouterLink],
  template: `
    @if (entry().figures.length > 0) {
      <pandu-entry-figures [figures]="entry().figures" />
      <ul>
        @for (line of locks(); track line) {
          <li class="note">{{ line }}</li>
        }
      </ul>
    }
    @if (waiting().length > 0) {
      <section [class.alone]="entry().figures.length === 0">
        <h2>{{ t('innovationProof.waitingTitle') }}</h2>
        <ul>
          @for (proof of waiting(); track proof.id) {
            <li>
              <b>{{ proof.label }}</b>: {{ words.state(proof) }}
              <span class="note">{{ words.lock(proof) }}</span>
            </li>
          }
        </ul>
      </section>
    }
    @if (entry().actions.includes('prove')) {
      <p>
        <a class="action" [routerLink]="['/inovasi', entry().id, 'bukti']">{{
          t(hasProofs() ? 'innovationProof.manage' : 'innovationProof.prove')
        }}</a>
      </p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      margin: 6px 0 0;
    }
    li {
      max-width: 68ch;
      margin-bottom: 4px;
    }
    section {
      margin-top: 20px;
    }
    section.alone {
      padding-top: 12px;
      border-top: 1px solid var(--hair);
    }
    section li .note {
      display: block;
    }
    h2 {
      margin-bottom: 8px;
      font: var(--lead);
      font-weight: 600;
    }
    p {
      margin-top: 12px;
    }
  `,
})
export class EntryProof {
  readonly entry = input.required<Entry>();

  protected readonly t = inject(Language).t;
  protected readonly words = inject(ProofWords);
  /** Entries of the own kabupaten that it keeps itself; of others nothing but the figures is known. */
  private readonly live = liveProofs(() => {
    const { home, ownerConfirmed, id } = this.entry();
    return home.own && ownerConfirmed ? id : null;
  }, 'below');
  protected readonly hasProofs = computed(() => (this.live.value()?.items.length ?? 0) > 0);
  protected readonly waiting = computed(() =>
    (this.live.value()?.items ?? []).filter(({ state }) => state !== 'measured' && state !== 'unjudged'),
  );
  protected readonly locks = computed(() => this.words.figures(this.entry().figures));
}
