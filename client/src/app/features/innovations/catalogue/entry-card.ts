import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { EntryCard } from './catalogue-api.ts';
import { EntryBadges } from './entry-badges.ts';
import { EntryNeeds } from './entry-needs.ts';
import { entryTitle, homeName, shortName } from '#domain/innovations/entry-title';
import { FigureLine } from './figure-line.ts';

/** An entry in the list: what it is, whether it worked, what it needs. */
@Component({
  selector: 'pandu-entry-card',
  imports: [EntryBadges, EntryNeeds, FigureLine, RouterLink],
  template: `
    @let it = entry();
    <article>
      <div>
        <h2>
          <a [routerLink]="[base(), it.slug]">{{ title() }}</a><span>&ngsp;{{ home() }}</span>
        </h2>
        <p class="summary">{{ it.summary }}</p>
        <pandu-entry-badges [entry]="it" />
        @if (adopters(); as told) {
          <p class="note told">{{ told }}</p>
        }
        @if (choosable()) {
          <p class="actions">
            <button
              type="button"
              class="action"
              [attr.aria-pressed]="chosen()"
              [attr.aria-label]="t('innovationCatalogue.card.fitOf', { name: short() })"
              (click)="fit.emit()"
            >
              {{ t(chosen() ? 'innovationCatalogue.card.fitted' : 'innovationCatalogue.card.fit') }}
            </button>
            <button
              type="button"
              class="action"
              [disabled]="!compared() && full()"
              [attr.aria-pressed]="compared()"
              [attr.aria-label]="
                t(
                  compared() ? 'innovationCatalogue.card.uncompareOf' : 'innovationCatalogue.card.compareOf',
                  {
                    name: short(),
                  }
                )
              "
              (click)="compare.emit()"
            >
              {{ t(compared() ? 'innovationCatalogue.card.uncompare' : 'innovationCatalogue.card.compare') }}
            </button>
          </p>
        }
      </div>
      <div class="proof">
        @if (it.figure; as figure) {
          <pandu-figure-line [figure]="figure" />
        }
        <pandu-entry-needs [entry]="it" />
      </div>
    </article>
  `,
  styleUrl: './entry-card.css',
})
export class EntryCardView {
  readonly entry = input.required<EntryCard>();
  /** Where entries are read: `/inovasi`, or `/publik/inovasi`. */
  readonly base = input('/inovasi');
  /** True where it can be held against the own unit and put beside others. */
  readonly choosable = input(false);
  readonly chosen = input(false);
  readonly compared = input(false);
  /** As many are compared as can be. */
  readonly full = input(false);
  readonly fit = output();
  readonly compare = output();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly title = computed(() => entryTitle(this.entry()));
  protected readonly short = computed(() => shortName(this.entry()));
  protected readonly home = computed(() => homeName(this.entry().home));
  /** "3 pengadopsi membaik, 1 berhenti: jaringan desa." */
  protected readonly adopters = computed(() => {
    const { better, stopped, hardest } = this.entry().adoptions;
    const parts = [
      ...(better > 0
        ? [this.t('innovationCatalogue.card.better', { count: this.formats.now.number(better) })]
        : []),
      ...(stopped > 0
        ? [this.t('innovationCatalogue.card.stopped', { count: this.formats.now.number(stopped) })]
        : []),
    ];
    if (parts.length === 0 && hardest === null) return '';
    const told = parts.join(', ');
    return hardest === null
      ? `${told}.`
      : this.t(told === '' ? 'innovationCatalogue.card.hardest' : 'innovationCatalogue.card.toldHardest', {
          told,
          hardest,
        });
  });
}
