import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MOST_COMPARED } from './catalogue-address.ts';
import { liveEntry } from './catalogue-api.ts';
import { shortName } from '#domain/innovations/entry-title';

/** The entries that were put beside one another, and the way to see them so. */
@Component({
  selector: 'pandu-compare-tray',
  imports: [RouterLink],
  template: `
    <h2>{{ t('innovationCatalogue.compare.title') }}</h2>
    @if (ids().length === 0) {
      <p class="note">{{ t('innovationCatalogue.compare.none') }}</p>
    } @else {
      <ul>
        @for (one of chosen(); track one.id) {
          <li>
            <span>{{ one.name }}</span>
            <button
              type="button"
              class="action quiet"
              [attr.aria-label]="t('innovationCatalogue.card.uncompareOf', { name: one.name })"
              (click)="removed.emit(one.id)"
            >
              {{ t('innovationCatalogue.compare.remove') }}
            </button>
          </li>
        }
      </ul>
      @if (ids().length > 1) {
        <p>
          <a class="action" routerLink="/inovasi/bandingkan" [queryParams]="{ ids: ids().join(',') }">{{
            t('innovationCatalogue.compare.go', { count: formats.now.number(ids().length) })
          }}</a>
        </p>
      } @else {
        <p class="note">{{ t('innovationCatalogue.compare.oneMore') }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
      font: var(--table);
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      padding: 5px 0;
      border-bottom: 1px solid var(--hair);
    }
    p {
      margin-top: 8px;
    }
  `,
})
export class CompareTray {
  readonly ids = input.required<readonly string[]>();
  readonly removed = output<string>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly entries = Array.from({ length: MOST_COMPARED }, (_, index) =>
    liveEntry(() => this.ids()[index] ?? null, 'below'),
  );
  protected readonly chosen = computed(() =>
    this.ids().map((id, index) => {
      const live = this.entries[index];
      const it = live?.value();
      if (it !== undefined) return { id, name: shortName(it) };
      return {
        id,
        name: this.t(live?.problem() ? 'innovationCatalogue.compare.unknown' : 'state.loading'),
      };
    }),
  );
}
