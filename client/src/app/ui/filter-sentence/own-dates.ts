import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { DateAdapter, MAT_DATE_FORMATS, MAT_DATE_LOCALE } from '@angular/material/core';
import {
  MatDatepicker,
  MatDatepickerInput,
  type MatDatepickerInputEvent,
} from '@angular/material/datepicker';
import { Language } from '../../core/language.ts';
import type { Period } from '../../core/period.ts';
import { DAY_FORMATS, DayAdapter, fromIso, toIso } from './day-adapter.ts';

/** Two days, typed as `dd/mm/yyyy` or taken from a calendar. */
@Component({
  selector: 'pandu-own-dates',
  imports: [MatDatepicker, MatDatepickerInput],
  providers: [
    { provide: MAT_DATE_LOCALE, useFactory: () => inject(Language).locale() },
    { provide: DateAdapter, useClass: DayAdapter },
    { provide: MAT_DATE_FORMATS, useValue: DAY_FORMATS },
  ],
  template: `
    <div class="days">
      <label class="field">
        <span>{{ t('period.from') }}</span>
        <input
          class="input"
          inputmode="numeric"
          [placeholder]="t('period.format')"
          [matDatepicker]="first"
          [value]="fromDate()"
          (dateChange)="from.set($event.value)"
        />
      </label>
      <button type="button" class="action" [attr.aria-label]="t('period.openFrom')" (click)="first.open()">
        {{ t('period.calendar') }}
      </button>
      <label class="field">
        <span>{{ t('period.to') }}</span>
        <input
          class="input"
          inputmode="numeric"
          [placeholder]="t('period.format')"
          [matDatepicker]="last"
          [value]="toDate()"
          (dateChange)="to.set($event.value)"
        />
      </label>
      <button type="button" class="action" [attr.aria-label]="t('period.openTo')" (click)="last.open()">
        {{ t('period.calendar') }}
      </button>
    </div>
    <mat-datepicker #first />
    <mat-datepicker #last />
    <p class="note" role="status">{{ trouble() }}</p>
    <button type="button" class="primary-button" [disabled]="trouble() !== ''" (click)="use()">
      {{ t('period.use') }}
    </button>
  `,
  styles: `
    .days {
      display: grid;
      grid-template-columns: 1fr auto;
      gap: 8px 14px;
      align-items: end;
    }
    .action {
      padding-bottom: 12px;
    }
    .note {
      margin: 8px 0;
      min-height: 20px;
    }
  `,
})
export class OwnDates {
  readonly period = input.required<Period>();
  readonly chosen = output<Period>();

  protected readonly t = inject(Language).t;
  protected readonly fromDate = computed(() => fromIso(this.period().from));
  protected readonly toDate = computed(() => fromIso(this.period().to));
  protected readonly from = linkedSignal<MatDatepickerInputEvent<Date>['value']>(() => this.fromDate());
  protected readonly to = linkedSignal<MatDatepickerInputEvent<Date>['value']>(() => this.toDate());

  protected readonly trouble = computed(() => {
    const [from, to] = [this.from(), this.to()];
    if (from === null || to === null) return this.t('period.invalid');
    return from > to ? this.t('period.reversed') : '';
  });

  protected use(): void {
    const [from, to] = [this.from(), this.to()];
    if (from !== null && to !== null) this.chosen.emit({ from: toIso(from), to: toIso(to) });
  }
}
