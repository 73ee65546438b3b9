import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DISPOSITION_STATES, type Disposition, listDispositions } from '#contract/dispositions';
import { holdsMeetings } from '#domain/attention/disposition-life';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { pagedList } from '../../../core/paged-list.ts';
import { Session } from '../../../core/session.ts';
import { DispositionLine } from '../../../ui/disposition/disposition-line.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { OversightNav } from '../oversight-nav.ts';
import { CommitmentForm } from './commitment-form.ts';

/** Commitments of evaluation meetings: decision, owner, date. They come back at every meeting until they are closed. */
@Component({
  selector: 'pandu-meetings-page',
  imports: [CommitmentForm, DispositionLine, MoreButton, OversightNav, ProblemNote, RouterLink, Skeleton],
  template: `
    <pandu-oversight-nav />
    <h1>{{ t('oversight.meetings.heading') }}</h1>
    <p class="note lead">{{ t('oversight.meetings.about') }}</p>
    @if (mayDecide()) {
      <button type="button" class="action" aria-haspopup="dialog" (click)="asked.set(true)">
        {{ t('oversight.meetings.add') }}
      </button>
    }
    <nav class="actions states" [attr.aria-label]="t('dispositions.states')">
      @for (other of states; track other) {
        <a
          class="action"
          [class.quiet]="other !== chosen()"
          [attr.aria-current]="other === chosen() ? 'true' : null"
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
      @for (commitment of items; track commitment.id) {
        <div class="commitment" role="article">
          <p class="note">{{ heldOn(commitment) }}</p>
          <pandu-disposition-line [disposition]="commitment" (changed)="list.first.reload()" />
        </div>
      } @empty {
        <p class="muted nothing">{{ t('oversight.meetings.nothing') }}</p>
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
    @if (asked()) {
      <pandu-commitment-form (done)="done()" (closed)="asked.set(false)" />
    }
  `,
  styleUrl: '../oversight.css',
  styles: `
    .commitment {
      padding-top: 12px;
    }
    pandu-disposition-line {
      padding-top: 2px;
    }
  `,
})
export class MeetingsPage {
  readonly state = input<string>();
  /** Day of the one meeting that is looked at. */
  readonly meeting = input<string>();

  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly asked = signal(false);
  protected readonly states = [null, ...DISPOSITION_STATES];
  protected readonly chosen = computed(
    () => DISPOSITION_STATES.find((known) => known === this.state()) ?? null,
  );
  protected readonly mayDecide = computed(() => {
    const role = this.session.user()?.role;
    return role !== undefined && holdsMeetings(role) && this.session.can('dispositions:give');
  });
  protected readonly list = pagedList<Disposition, ReturnType<typeof listDispositions.answer.parse>>(() => {
    const [state, meeting] = [this.chosen(), this.meeting()];
    return {
      path: '/dispositions',
      query: {
        kind: 'commitment',
        limit: '50',
        ...(state === null ? {} : { state }),
        ...(meeting === undefined ? {} : { meeting }),
      },
    };
  }, listDispositions.answer);

  /** "Rapat 9 Nov 2026 · sudah dibahas lagi pada 2 rapat sesudahnya" */
  protected heldOn({ meetingOn, meetingsSince, state }: Disposition): string {
    if (meetingOn === null) return '';
    const held = this.t('oversight.meetings.of', { day: this.formats.now.date(meetingOn) });
    return state === 'closed' || meetingsSince === null || meetingsSince === 0
      ? held
      : `${held} · ${this.t('oversight.meetings.since', { count: this.formats.now.number(meetingsSince) })}`;
  }

  protected done(): void {
    this.asked.set(false);
    this.list.first.reload();
  }
}
