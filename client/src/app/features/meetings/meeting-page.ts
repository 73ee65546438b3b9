import { Component, effect, inject, input, linkedSignal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type Meeting, readMeeting } from '#contract/reports/meetings';
import { EventStream } from '../../core/event-stream.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { liveResource } from '../../core/live-resource.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { MeetingRoom } from './room/meeting-room.ts';
import { MeetingsApi } from './meetings-api.ts';
import { MinutesSheet } from './minutes/minutes-sheet.ts';

interface Reading {
  readonly asked: string;
  readonly value: Meeting | undefined;
  /** Of what went wrong; 0 without a connection. */
  readonly status: number | undefined;
}

/** One meeting: before it begins a word about it, while it runs the room, and after the close its minutes. */
@Component({
  selector: 'pandu-meeting-page',
  imports: [MeetingRoom, MinutesSheet, ProblemNote, RouterLink, Skeleton],
  template: `
    @if (shown(); as found) {
      @switch (found.state) {
        @case ('running') {
          <pandu-meeting-room [meeting]="found" [at]="butir()" (changed)="meeting.reload()" />
        }
        @case ('closed') {
          <pandu-minutes-sheet [meeting]="found" />
        }
        @case ('planned') {
          <p class="note">
            <a routerLink="/rapat">{{ t('nav.meetings') }}</a>
          </p>
          <h1>{{ found.head.title }}</h1>
          <p class="note about">{{ found.unit.name }} · {{ formats.now.date(found.heldOn) }}</p>
          <p class="about">{{ t('meetings.notYet') }}</p>
          @if (found.mayRun && found.heldOn <= selection.today()) {
            <button type="button" class="primary-button" [disabled]="starting.busy()" (click)="start()">
              {{ t('meetings.begin') }}
            </button>
            <p role="alert">{{ starting.trouble() }}</p>
          }
        }
      }
    } @else if (meeting.problem(); as trouble) {
      <h1>{{ t('meetings.one') }}</h1>
      <pandu-problem [problem]="trouble" (retry)="meeting.reload()" />
      <a class="action" routerLink="/rapat">{{ t('meetings.back') }}</a>
    } @else {
      <pandu-skeleton [lines]="['60%', '90%', '90%', '40%']" [height]="32" />
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .about {
      margin: 4px 0 16px;
    }
  `,
})
export class MeetingPage {
  readonly id = input.required<string>();
  /** The item that is spoken of: its number, or "penutup". */
  readonly butir = input<string>();

  private readonly api = inject(MeetingsApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly starting = task();
  protected readonly meeting = liveResource(() => ({ path: `/meetings/${this.id()}` }), readMeeting.answer);

  /**
   * The meeting as it was read last. What cannot be read anew for want of a connection stays on the screen: nobody is put
   * out of the room in the middle of a sentence.
   */
  protected readonly shown = linkedSignal<Reading, Meeting | undefined>({
    source: () => ({
      // What one post was shown is never shown to the next.
      asked: JSON.stringify([this.session.holder(), this.id()]),
      value: this.meeting.value(),
      status: this.meeting.problem()?.status,
    }),
    computation: ({ asked, value, status }, previous) => {
      const refused = status !== undefined && status > 0 && status < 500;
      return value ?? (refused || previous?.source.asked !== asked ? undefined : previous.value);
    },
  });

  constructor() {
    const events = inject(EventStream);
    effect(() => {
      const changed = events.meetingChanged();
      untracked(() => {
        if (changed?.id === this.id()) this.meeting.reload();
      });
    });
    // What was missed while there was no connection is asked for once it is back.
    let before = untracked(events.connected);
    effect(() => {
      const now = events.connected();
      if (now && !before) untracked(() => this.meeting.reload());
      before = now;
    });
  }

  protected async start(): Promise<void> {
    const begun = await this.starting.run(() => this.api.start(this.id()));
    if (begun === undefined) return;
    await this.router.navigate([], { queryParams: { butir: 1 } });
    this.meeting.reload();
  }
}
