import { Component, inject, input } from '@angular/core';
import { Language } from '../../core/language.ts';
import type { IsoDate } from '../../core/period.ts';
import { DeadlineCalendar } from '../../ui/deadline/deadline-calendar.ts';
import type { Complaint } from './complaints-api.ts';

/** "Mengapa tenggatnya tanggal ini?": the promise of its class, and the weeks from receipt to the deadline. */
@Component({
  selector: 'pandu-deadline-days',
  imports: [DeadlineCalendar],
  template: `
    <h2>{{ t('complaint.why', { day: day() }) }}</h2>
    @if (deadline().source === 'own') {
      <p class="muted">{{ t('complaint.whyOwn') }}</p>
    } @else if (deadline().source === 'none') {
      <p class="muted">{{ t('complaint.whyNone') }}</p>
    } @else {
      <p>{{ t('complaint.whyCount', { days: deadline().workingDays ?? '', class: className() }) }}</p>
      <pandu-deadline-calendar
        [steps]="deadline().steps"
        [dueOn]="dueOn()"
        [today]="today()"
        [missed]="missed()"
      />
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
  `,
  host: { class: 'margin' },
})
export class DeadlineDays {
  readonly deadline = input.required<Complaint['deadline']>();
  /** The day of the deadline in words. */
  readonly day = input.required<string>();
  readonly className = input.required<string>();
  /** The day of the deadline. */
  readonly dueOn = input.required<IsoDate | null>();
  readonly today = input.required<IsoDate>();
  /** True when the deadline was missed. */
  readonly missed = input(false);

  protected readonly t = inject(Language).t;
}
