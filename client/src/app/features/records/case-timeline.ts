import { Component, computed, inject, input, signal } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { copyText } from '../../core/proof-text.ts';
import { Selection } from '../../core/selection.ts';
import { type PlacedEvent, caseEvents } from './case-events.ts';
import { MomentWords } from '../../core/moment-words.ts';
import type { ServiceCase } from './records-api.ts';

/** A line of the timeline. */
interface TimelineLine {
  readonly event: PlacedEvent;
  readonly day: string;
  readonly time: string;
  readonly text: string;
  readonly strong: string;
  readonly notes: readonly string[];
}

/** The way of a case: receipt, stages with whose they were, pauses, deadline, and its end or where it is now. */
@Component({
  selector: 'pandu-case-timeline',
  template: `
    <ol>
      @for (line of lines(); track $index) {
        <li [class]="line.event.kind" [class.still]="line.event.still" [class.missed]="missed(line.event)">
          <time [attr.datetime]="line.event.at"
            ><span>{{ line.day }}</span> <span>{{ line.time }}</span></time
          >
          <i aria-hidden="true"></i>
          <div>
            <p>
              <b>{{ line.strong }}</b> {{ line.text }}
            </p>
            @for (told of line.notes; track told) {
              <p class="note">{{ told }}</p>
            }
            @if (line.event.kind === 'now' && question(); as text) {
              <p class="actions">
                <button type="button" class="action" (click)="ask(text)">
                  {{ t('records.ask', { unit: owner() }) }}
                </button>
                <span class="note" role="status">{{ asked() }}</span>
              </p>
            }
          </div>
        </li>
      }
    </ol>
  `,
  styleUrl: './case-timeline.css',
})
export class CaseTimeline {
  readonly case = input.required<ServiceCase>();
  /** ISO instant: where an open case stands now. */
  readonly now = input.required<string>();
  /** How the case stands, as a sentence, for a question about it. */
  readonly standing = input.required<string>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  private readonly selection = inject(Selection);
  protected readonly asked = signal('');

  protected readonly lines = computed<readonly TimelineLine[]>(() =>
    caseEvents(this.case(), this.now()).map((event) => ({
      event,
      day: this.moments.weekdayDate(this.moments.dayOf(event.at), this.selection.today()),
      time:
        event.kind === 'due' && this.case().dueAtEndOfDay
          ? this.t('records.endOfDay')
          : this.moments.time(event.at),
      ...this.words(event),
    })),
  );
  /** The unit of the first unfinished stage. */
  protected readonly owner = computed(
    () => this.case().steps.find((step) => step.completedAt === null)?.unit.name ?? '',
  );
  /** A question to the unit whose stage it is in, to be sent by whoever asks; null where no stage is known. */
  protected readonly question = computed(() => {
    const step = this.case().steps.find((each) => each.completedAt === null);
    if (step === undefined) return null;
    return this.t('records.question', {
      standing: this.standing(),
      step: step.step,
      unit: step.unit.name,
      since: this.moments.date(step.startedAt),
      address: location.href.split('?')[0],
    });
  });

  protected missed(event: PlacedEvent): boolean {
    return event.kind === 'due' && event.passed;
  }

  protected async ask(text: string): Promise<void> {
    this.asked.set((await copyText(text)) ? this.t('records.asked') : text);
  }

  private words(event: PlacedEvent): Pick<TimelineLine, 'strong' | 'text' | 'notes'> {
    const it = this.case();
    switch (event.kind) {
      case 'received':
        return {
          strong: this.t('records.event.received'),
          text: it.servicePoint ?? it.channel.name,
          notes: [
            ...this.sessionNote(event.at),
            ...(it.preparedOnline === true ? [this.t('records.event.prepared')] : []),
            ...this.promiseNote(),
          ],
        };
      case 'recorded':
        return {
          strong: this.t('records.event.recorded'),
          text: '',
          notes: [this.t('records.event.recordedNote')],
        };
      case 'step':
        return {
          strong: '',
          text: this.t('records.event.step', { step: event.step.step, unit: event.step.unit.name }),
          notes:
            event.step.workingMinutes === null
              ? []
              : [
                  this.t('records.event.stepTook', {
                    time: this.formats.now.official(event.step.workingMinutes),
                    since: `${this.moments.date(event.step.startedAt)} ${this.moments.time(event.step.startedAt)}`,
                  }),
                ],
        };
      case 'pause':
        return {
          strong: this.t('records.event.pause', { reason: event.pause.reasonName }),
          text: this.t(event.pause.told ? 'records.event.told' : 'records.event.notTold'),
          notes: [this.pauseNote(event.pause)],
        };
      case 'due':
        return {
          strong: this.t(event.ahead ? 'records.event.dueAhead' : 'records.event.due'),
          text: '',
          notes: [],
        };
      case 'ended':
        return {
          strong: this.t(event.refused ? 'records.event.refused' : 'records.event.completed'),
          text: '',
          notes: event.at === it.receivedAt ? [] : this.sessionNote(event.at),
        };
      case 'now': {
        const [step] = event.steps;
        if (step === undefined) return { strong: this.t(`records.event.${it.status}`), text: '', notes: [] };
        return {
          strong: '',
          text: event.steps
            .map((each) => this.t('records.event.inStep', { step: each.step, unit: each.unit.name }))
            .join(' '),
          notes: [this.t('records.event.inStepSince', { since: this.moments.date(step.startedAt) })],
        };
      }
    }
  }

  private promiseNote(): string[] {
    const { promise, standardFrom } = this.case().deadline;
    if (promise === null || standardFrom === null) return [];
    const amount = this.t(`records.promise.${promise.unit}`, {
      amount: this.formats.now.number(promise.amount),
    });
    return [
      this.t(promise.unit === 'working-days' ? 'records.event.standardDays' : 'records.event.standardHours', {
        amount,
        since: this.formats.now.date(standardFrom),
      }),
    ];
  }

  private pauseNote(pause: ServiceCase['pauses'][number]): string {
    const time = pause.workingMinutes === null ? '' : this.formats.now.official(pause.workingMinutes);
    const until =
      pause.endedAt === null
        ? this.t('records.event.pauseRuns')
        : this.t('records.event.pauseUntil', {
            until: `${this.moments.weekdayDate(this.moments.dayOf(pause.endedAt), this.selection.today())} ${this.moments.time(pause.endedAt)}`,
          });
    if (time === '') return until;
    return `${until} · ${this.t(pause.told ? 'records.event.pauseCounted' : 'records.event.pauseNotCounted', { time })}`;
  }

  /** Served in a session outside opening hours. */
  private sessionNote(at: string): string[] {
    const day = this.moments.dayOf(at);
    const time = this.moments.time(at).replace('.', ':');
    return this.case()
      .sessions.filter((session) => session.day === day && session.from <= time && time <= session.to)
      .map(({ from, to }) =>
        this.t('records.event.session', { from: from.replace(':', '.'), to: to.replace(':', '.') }),
      );
  }
}
