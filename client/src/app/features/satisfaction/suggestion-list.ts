import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Selection } from '../../core/selection.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { liveNewestForms } from './satisfaction-api.ts';

const SHOWN = 5;

/** What people wrote last, without who they are; the forms behind it are one click away. */
@Component({
  selector: 'pandu-suggestion-list',
  imports: [ProblemNote, RouterLink, Skeleton],
  template: `
    <h2>{{ t('satisfaction.suggestions') }}</h2>
    @if (forms.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="forms.reload()" />
    } @else if (forms.value() === undefined) {
      <pandu-skeleton [lines]="['100%', '80%', '100%', '70%']" [height]="22" />
    } @else {
      <ul>
        @for (form of shown(); track form.id) {
          <li>
            “{{ form.suggestion }}”
            <small class="muted">{{ form.service.name }}, {{ form.unit.name }}, {{ date(form.date) }}</small>
          </li>
        } @empty {
          <li class="muted">
            {{ t('satisfaction.suggestionsNone', { forms: formats.now.number(looked()) }) }}
          </li>
        }
      </ul>
      @if (total() > 0) {
        <a class="action" routerLink="/kepuasan/formulir" [queryParams]="query()">{{
          t('satisfaction.allForms', { count: formats.now.number(total()) })
        }}</a>
        <p class="muted">{{ t('satisfaction.suggestionsNote') }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      padding: 7px 0;
      border-bottom: 1px solid var(--hair);
      overflow-wrap: anywhere;
    }
    small {
      display: block;
      font: var(--note);
    }
    .action {
      display: inline-block;
      margin: 8px 0;
    }
  `,
  host: { class: 'margin', '[attr.aria-busy]': 'forms.refreshing()' },
})
export class SuggestionList {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly forms = liveNewestForms();
  protected readonly total = computed(() => this.forms.value()?.total ?? 0);
  protected readonly looked = computed(() => this.forms.value()?.items.length ?? 0);
  /** The newest ones; what was written in the same words before is not told twice. */
  protected readonly shown = computed(() => {
    const written = (this.forms.value()?.items ?? []).filter((form) => form.suggestion !== null);
    return written
      .filter((form, at) => written.findIndex((each) => each.suggestion === form.suggestion) === at)
      .slice(0, SHOWN);
  });
  protected readonly query = computed(() => ({ ...this.selection.carried(), count: 'ikm.respondents' }));

  protected date(day: string): string {
    return this.formats.now.date(day);
  }
}
