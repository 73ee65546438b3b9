import { Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveAdoptions } from './adoption-api.ts';
import { InnovationPath } from '../innovation-path.ts';
import { AdoptionWords } from './adoption-words.ts';

/** The plans of the own units: what runs, what comes next in each, and what became of those that are over. */
@Component({
  selector: 'pandu-adoptions-page',
  imports: [InnovationPath, ProblemNote, RouterLink, Skeleton],
  template: `
    <pandu-innovation-path [above]="{ label: t('adoption.title'), path: '/inovasi/adopsi' }" />
    <h1>{{ t('adoption.title') }}</h1>
    @if (live.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="live.reload()" />
    } @else if (live.value()) {
      @for (group of groups(); track group.key) {
        <section>
          <h2>{{ t('adoption.group.' + group.key) }}</h2>
          @for (it of group.items; track it.id) {
            <article>
              <p class="name">
                <a [routerLink]="['/inovasi/adopsi', it.id]">{{ it.source.name }}</a>
                <span class="muted">{{ t('adoption.at', { unit: it.unit.name }) }}</span>
              </p>
              <p class="facts">
                <span class="badge">{{ t('adoption.state.' + it.state) }}</span>
                @if (it.outcome; as outcome) {
                  <span class="badge">{{ t('adoption.outcome.' + outcome) }}</span>
                }
                <span class="badge">{{ t(it.told ? 'adoption.toldBadge' : 'adoption.untoldBadge') }}</span>
              </p>
              <p class="note">
                {{ t('adoption.from', { source: words.source(it) }) }} · {{ words.progress(it) }}
                @if (words.span(it); as span) {
                  · {{ span }}
                }
              </p>
              @if (group.key === 'open') {
                @if (it.next; as next) {
                  <p class="next">
                    {{ t('adoption.next') }} <b>{{ next.body }}</b>
                    @if (next.dueOn; as day) {
                      <span class="number">{{ t('adoption.due', { day: formats.now.date(day) }) }}</span>
                    }
                  </p>
                }
              }
            </article>
          }
        </section>
      } @empty {
        <p class="none">{{ t('adoption.none') }}</p>
        <p>
          <a class="action" routerLink="/inovasi">{{ t('adoption.toCatalogue') }}</a>
        </p>
      }
    } @else {
      <pandu-skeleton [lines]="['62%', '100%', '40%', '100%']" [height]="48" />
    }
  `,
  styleUrl: '../innovations.css',
  styles: `
    h1 {
      margin: 12px 0 8px;
    }
    section {
      max-width: 760px;
    }
    h2 {
      margin: 20px 0 0;
      padding-bottom: 8px;
      border-bottom: 1px solid var(--ink);
    }
    article {
      padding: 14px 0 16px;
      border-bottom: 1px solid var(--hair);
    }
    .next {
      margin-top: 6px;
    }
    .next .number {
      margin-left: 0.3em;
      color: var(--muted);
    }
    .none {
      max-width: 68ch;
      margin: 12px 0 8px;
    }
  `,
})
export class AdoptionsPage {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly words = inject(AdoptionWords);
  protected readonly live = liveAdoptions();
  protected readonly groups = computed(() => {
    const items = this.live.value()?.items ?? [];
    const isOver = (state: string): boolean => state === 'done' || state === 'stopped';
    return [
      { key: 'open', items: items.filter(({ state }) => !isOver(state)) },
      { key: 'over', items: items.filter(({ state }) => isOver(state)) },
    ].filter((group) => group.items.length > 0);
  });
}
