import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, RouterLink } from '@angular/router';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { DispositionLine } from '../../ui/disposition/disposition-line.ts';
import { MoreButton } from '../../ui/more-button.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { STATES, listedDispositions } from './dispositions-api.ts';

/** Disposisi and reminders of the post in use, received or given. Which ones is in the address. */
@Component({
  selector: 'pandu-dispositions-page',
  imports: [DispositionLine, MoreButton, ProblemNote, RouterLink, Skeleton],
  template: `
    <h1>{{ t('dispositions.title.' + box()) }}</h1>
    <nav class="actions" [attr.aria-label]="t('dispositions.boxes')">
      @for (other of boxes(); track other) {
        <a
          class="action"
          [class.quiet]="other !== box()"
          [attr.aria-current]="other === box() ? 'page' : null"
          [routerLink]="[]"
          [queryParams]="{ box: other }"
          queryParamsHandling="merge"
          >{{ t('dispositions.box.' + other) }}</a
        >
      }
    </nav>
    <nav class="actions states" [attr.aria-label]="t('dispositions.states')">
      @for (other of states; track other) {
        <a
          class="action"
          [class.quiet]="other !== state()"
          [attr.aria-current]="other === state() ? 'true' : null"
          [routerLink]="[]"
          [queryParams]="{ state: other }"
          queryParamsHandling="merge"
          >{{ t(other === null ? 'dispositions.all' : 'dispositions.state.' + other) }}</a
        >
      }
    </nav>
    @if (list.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
    } @else if (list.items(); as items) {
      @for (disposition of items; track disposition.id) {
        <pandu-disposition-line role="article" [disposition]="disposition" (changed)="list.first.reload()" />
      } @empty {
        <p class="note empty">{{ t('dispositions.empty.' + box()) }}</p>
      }
      @if (items.length > 0) {
        <pandu-more-button
          [shown]="items.length"
          [total]="list.first.value()?.total ?? items.length"
          [hasMore]="list.hasMore()"
          [busy]="list.fetching()"
          [problem]="list.moreProblem()"
          (more)="list.more()"
        />
      }
    } @else {
      <pandu-skeleton [lines]="['70%', '50%', '70%', '50%']" [height]="24" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 780px;
    }
    h1 {
      margin: 32px 0 8px;
    }
    .states {
      padding: 6px 0 10px;
      border-bottom: 1px solid var(--ink);
    }
    .action[aria-current] {
      color: var(--ink);
      font-weight: 600;
    }
    .empty {
      padding: 16px 0;
    }
  `,
})
export class DispositionsPage {
  protected readonly t = inject(Language).t;
  private readonly session = inject(Session);
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });

  protected readonly states = [null, ...STATES];
  /** Who cannot give has one box only. */
  protected readonly boxes = computed<readonly ('received' | 'given')[]>(() =>
    this.session.can('dispositions:give') ? ['received', 'given'] : ['received'],
  );
  protected readonly box = computed(
    () => this.boxes().find((box) => box === this.parameters().get('box')) ?? 'received',
  );
  protected readonly state = computed(
    () => STATES.find((state) => state === this.parameters().get('state')) ?? null,
  );
  protected readonly list = listedDispositions(() => ({ box: this.box(), state: this.state() }));
}
