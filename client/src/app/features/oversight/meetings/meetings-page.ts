import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { DISPOSITION_STATES, type Disposition, listDispositions } from '#contract/dispositions';
import { holdsMeetings } from '#domain/attention/disposition-life';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { pagedList } from '../../../core/paged-list.ts';
import { Session } from '../../../core/session.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { DispositionLine } from '../../../ui/disposition/disposition-line.ts';
import { MeetingTabs } from '../../../ui/meeting-tabs.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { CommitmentForm } from './commitment-form.ts';

/** Commitments of evaluation meetings: decision, owner, date. They come back at every meeting until they are closed. */
@Component({
  selector: 'pandu-meetings-page',
  imports: [
    ChoiceLinks,
    CommitmentForm,
    DispositionLine,
    MeetingTabs,
    MoreButton,
    ProblemNote,
    RouterLink,
    Skeleton,
  ],
  template: `
    <pandu-meeting-tabs />
    <h1 aria-live="polite">{{ heading() }}</h1>
    <p class="note lead">{{ t('oversight.meetings.about') }}</p>
    @if (mayDecide()) {
      <button type="button" class="action" aria-haspopup="dialog" (click)="asked.set(true)">
        {{ t('oversight.meetings.add') }}
      </button>
    }
    <pandu-choice-links [label]="t('dispositions.states')" [choices]="choices()" [ruled]="true" />
    @if (meeting(); as day) {
      <p class="note">
        {{ t('oversight.meetings.only', { day: formats.now.date(day) }) }}
        <a class="action" [routerLink]="[]" [queryParams]="{ meeting: null }" queryParamsHandling="merge">{{
          t('oversight.meetings.all')
        }}</a>
      </p>
    }
    @if (list.first.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="list.first.reload()" />
    } @else if (list.items(); as items) {
      @for (commitment of items; track commitment.id) {
        <div class="commitment" role="article">
          <p class="note">
            @if (commitment.meetingOn; as day) {
              <a [routerLink]="[]" [queryParams]="{ meeting: day }" queryParamsHandling="merge">{{
                t('oversight.meetings.of', { day: formats.now.date(day) })
              }}</a>
            }
            @if (since(commitment); as words) {
              · {{ words }}
            }
          </p>
          <pandu-disposition-line [disposition]="commitment" (changed)="list.first.reload()" />
        </div>
      } @empty {
        <p class="muted nothing">
          {{ t(narrowed() ? 'oversight.meetings.nothingChosen' : 'oversight.meetings.nothing') }}
        </p>
      }
      @if (items.length > 0) {
        <pandu-more-button [list]="list" />
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
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly asked = signal(false);
  protected readonly chosen = computed(
    () => DISPOSITION_STATES.find((known) => known === this.state()) ?? null,
  );
  /** Fewer are asked for than there are. */
  protected readonly narrowed = computed(() => this.chosen() !== null || this.meeting() !== undefined);
  protected readonly choices = computed<readonly Choice[]>(() =>
    [null, ...DISPOSITION_STATES].map((state) => ({
      label: this.t(state === null ? 'dispositions.all' : `dispositions.state.${state}`),
      change: { state },
      on: state === this.chosen(),
    })),
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

  /** "8 komitmen rapat evaluasi", or how many of the chosen state. */
  protected readonly heading = computed(() => {
    const [total, state] = [this.list.first.value()?.total, this.chosen()];
    if (total === undefined) return this.t('oversight.page.meetings');
    return this.t(`oversight.meetings.heading.${state ?? 'all'}`, { count: this.formats.now.number(total) });
  });

  /** "masih terbuka setelah 2 rapat berikutnya"; empty where no meeting was held since, or it is closed. */
  protected since({ meetingsSince, state }: Disposition): string {
    return state === 'closed' || meetingsSince === null || meetingsSince === 0
      ? ''
      : this.t('oversight.meetings.since', { count: this.formats.now.number(meetingsSince) });
  }

  protected done(): void {
    this.asked.set(false);
    this.list.first.reload();
  }
}
