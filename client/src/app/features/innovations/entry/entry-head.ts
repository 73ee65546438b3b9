import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { Entry } from '../catalogue/catalogue-api.ts';
import { EntryBadges } from '../catalogue/entry-badges.ts';
import { entryTitle, homeName } from '#domain/innovations/entry-title';

/** The head of an entry: what it is, whose, whether it runs, and who says so. */
@Component({
  selector: 'pandu-entry-head',
  imports: [EntryBadges],
  template: `
    @let it = entry();
    <h1>
      {{ title() }} <span>{{ home() }}</span>
    </h1>
    <p class="summary">{{ it.summary }}</p>
    <pandu-entry-badges [entry]="it" />
    @if (it.stoppedOn; as day) {
      <div class="stopped">
        <p>
          <b>{{ t('innovationCatalogue.entry.stopped', { day: formats.now.date(day) }) }}</b>
        </p>
        <p>{{ it.stoppedLesson || t('innovationCatalogue.entry.noLesson') }}</p>
      </div>
    }
    @if (it.source; as source) {
      <p class="note">
        {{ t('innovationCatalogue.entry.source') }}
        @if (source.url; as url) {
          <a [href]="url" rel="noopener noreferrer" target="_blank">{{ source.name }}</a>
        } @else {
          {{ source.name }}
        }
        @if (source.on; as day) {
          , {{ formats.now.date(day) }}.
        } @else {
          {{ t('innovationCatalogue.entry.sourceUndated') }}
        }
        @if (!it.ownerConfirmed) {
          {{ t('innovationCatalogue.entry.unconfirmed') }}
        }
      </p>
    }
  `,
  styles: `
    h1 span {
      font-weight: 400;
      color: var(--muted);
    }
    .summary {
      max-width: 38em;
      margin: 8px 0 12px;
      font: var(--lead);
    }
    .note {
      max-width: 68ch;
      margin-top: 12px;
      overflow-wrap: anywhere;
    }
    .stopped {
      max-width: 68ch;
      margin-top: 16px;
      padding-left: 14px;
      border-left: 2px solid var(--memburuk);
    }
  `,
})
export class EntryHead {
  readonly entry = input.required<Entry>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly title = computed(() => entryTitle(this.entry()));
  protected readonly home = computed(() => homeName(this.entry().home));
}
