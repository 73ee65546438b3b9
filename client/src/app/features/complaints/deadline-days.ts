import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { Complaint } from './complaints-api.ts';

/** "Mengapa tenggatnya tanggal ini?": the days from receipt, which of them counted, and why the others did not. */
@Component({
  selector: 'pandu-deadline-days',
  template: `
    <h2>{{ t('complaint.why', { day: day() }) }}</h2>
    @if (deadline().source === 'own') {
      <p class="muted">{{ t('complaint.whyOwn') }}</p>
    } @else if (deadline().source === 'none') {
      <p class="muted">{{ t('complaint.whyNone') }}</p>
    } @else {
      <p>{{ t('complaint.whyCount', { days: deadline().workingDays ?? '', class: className() }) }}</p>
      @if (skipped().length > 0) {
        <h3>{{ t('complaint.skipped') }}</h3>
        <ul>
          @for (line of skipped(); track line.days) {
            <li>
              <span class="number">{{ line.days }}</span>
              <span>{{ line.reason }}</span>
            </li>
          }
        </ul>
      }
      <details>
        <summary>{{ t('complaint.days') }}</summary>
        <ol>
          @for (step of steps(); track step.day) {
            <li [class.muted]="step.off">
              <span class="number">{{ step.day }}</span>
              <span>{{ step.said }}</span>
            </li>
          }
        </ol>
      </details>
      <p class="muted">
        @if (deadline().calendar; as calendar) {
          {{ t('complaint.whyCalendar', { name: calendar.name, version: calendar.version }) }}
        }
        <span lang="id">{{ deadline().legalBasis }}</span>
      </p>
      @if (!deadline().reproduced) {
        <p class="muted">{{ t('complaint.whyFrozen') }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h3 {
      font: var(--table);
      font-weight: 600;
      margin: 10px 0 2px;
    }
    li {
      display: grid;
      grid-template-columns: 9em 1fr;
      gap: 12px;
      padding: 3px 0;
      border-bottom: 1px solid var(--hair);
    }
    details {
      margin: 10px 0;
    }
    summary {
      cursor: pointer;
      font-weight: 600;
      padding: 4px 0;
    }
  `,
  host: { class: 'margin' },
})
export class DeadlineDays {
  readonly deadline = input.required<Complaint['deadline']>();
  /** The day of the deadline in words. */
  readonly day = input.required<string>();
  readonly className = input.required<string>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);

  /** Runs of days that did not count for the same reason, as one line. */
  protected readonly skipped = computed(() => {
    const runs: { from: string; to: string; reason: string }[] = [];
    let follows = false;
    for (const { day, kind, label } of this.deadline().steps) {
      const off = kind !== 'received' && kind !== 'counted';
      const last = runs.at(-1);
      if (off && follows && last !== undefined) {
        last.to = day;
        if (!last.reason.split(', ').includes(label)) last.reason += `, ${label}`;
      } else if (off) runs.push({ from: day, to: day, reason: label });
      follows = off;
    }
    return runs.map(({ from, to, reason }) => ({
      days: from === to ? this.formats.now.date(from) : this.formats.now.days({ from, to }),
      reason,
    }));
  });
  protected readonly steps = computed(() => {
    const steps = this.deadline().steps;
    return steps.map((step, index) => ({
      day: this.formats.now.date(step.day),
      off: step.kind !== 'received' && step.kind !== 'counted',
      said: this.said(step, index === steps.length - 1),
    }));
  });

  /** Names of holidays are as they stand in the calendar. */
  private said(step: Complaint['deadline']['steps'][number], last: boolean): string {
    if (step.kind === 'counted')
      return this.t(last ? 'complaint.dayDue' : 'complaint.dayCounted', { number: step.number ?? '' });
    return step.kind === 'received' && step.label === 'Diterima'
      ? this.t('complaint.dayReceived')
      : step.label;
  }
}
