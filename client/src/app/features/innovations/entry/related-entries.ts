import { Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';
import { type EntryCard, liveRelated } from '../catalogue/catalogue-api.ts';
import { entryTitle, homeName } from '#domain/innovations/entry-title';

/** Other entries for the same problem; nothing where there are none. */
@Component({
  selector: 'pandu-related-entries',
  imports: [RouterLink],
  template: `
    @if (related.value()?.items; as items) {
      @if (items.length > 0) {
        <h2>{{ t('innovationCatalogue.entry.related') }}</h2>
        <ul>
          @for (it of items; track it.id) {
            <li>
              <a [routerLink]="['/inovasi', it.slug]">{{ title(it) }}</a>
              <span class="muted">{{ home(it) }}</span>
            </li>
          }
        </ul>
      }
    }
  `,
  styles: `
    li {
      display: grid;
      padding: 6px 0;
      border-bottom: 1px solid var(--hair);
    }
    a {
      text-decoration-color: var(--hair);
      text-underline-offset: 4px;
    }
    a:hover {
      text-decoration-color: var(--primary);
    }
  `,
})
export class RelatedEntries {
  readonly key = input.required<string>();

  protected readonly t = inject(Language).t;
  protected readonly related = liveRelated(() => this.key());

  protected title(entry: EntryCard): string {
    return entryTitle(entry);
  }

  protected home(entry: EntryCard): string {
    return homeName(entry.home);
  }
}
