import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { IsoDate } from '../../core/period.ts';
import { type DeadlineDay, type DeadlineStep, deadlineMonths } from './deadline-weeks.ts';
import { MomentWords } from '../../core/moment-words.ts';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const OFF: readonly string[] = ['weekend', 'holiday', 'joint-leave', 'closure'];

/** "Mengapa tenggatnya tanggal ini?": the weeks from receipt to deadline, each day with what it counted for. */
@Component({
  selector: 'pandu-deadline-calendar',
  imports: [NgTemplateOutlet],
  templateUrl: './deadline-calendar.html',
  styleUrl: './deadline-calendar.css',
})
export class DeadlineCalendar {
  readonly steps = input.required<readonly DeadlineStep[]>();
  readonly dueOn = input.required<IsoDate | null>();
  readonly today = input.required<IsoDate>();
  /** True when the deadline was missed. */
  readonly missed = input(false);

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  protected readonly weekdays = computed(() => WEEKDAYS.map((day) => this.formats.now.weekday(day)));
  protected readonly months = computed(() => deadlineMonths(this.steps(), this.dueOn(), this.today()));
  /** Days without service that have a name of their own, e.g. a holiday. */
  protected readonly named = computed(() =>
    this.steps()
      .filter(({ kind }) => kind === 'holiday' || kind === 'joint-leave' || kind === 'closure')
      .map(({ day, label }) => ({ day: this.moments.dayAndMonth(day, this.today()), label })),
  );

  protected monthText(month: IsoDate): string {
    return this.moments.month(month);
  }

  protected number(day: IsoDate): string {
    return String(Number(day.slice(8)));
  }

  protected off({ step }: DeadlineDay): boolean {
    return step !== null && OFF.includes(step.kind);
  }

  /** What fits into the square of a day. */
  protected short({ step, today }: DeadlineDay): string {
    const now = today ? this.t('records.day.today') : '';
    if (step === null) return now;
    const said = this.said(step);
    return now === '' || step.kind === 'received' ? said : `${said}, ${now}`;
  }

  /** The whole of it, for those who hear it or point at it. */
  protected long({ day, step, due, today }: DeadlineDay): string {
    const parts = [
      this.moments.fullDate(day),
      ...(step === null ? [] : [this.reason(step)]),
      ...(due ? [this.t('records.day.due')] : []),
      ...(today ? [this.t('records.day.today')] : []),
    ];
    return parts.join(': ');
  }

  private said(step: DeadlineStep): string {
    if (step.kind !== 'counted') return this.t(`records.day.${step.kind}`);
    if (step.number !== undefined) return this.t('records.day.number', { number: step.number });
    return this.formats.now.official((step.workingSeconds ?? 0) / 60);
  }

  /** Names of holidays and reasons of pauses are as they stand in the records. */
  private reason(step: DeadlineStep): string {
    if (step.kind === 'counted' || step.kind === 'received' || step.kind === 'weekend')
      return this.said(step);
    return step.label;
  }
}
