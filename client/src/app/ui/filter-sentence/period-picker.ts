import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import {
  type IsoDate,
  type Period,
  addMonthsToStart,
  currentMonth,
  monthEnd,
  quarterEnd,
} from '../../core/period.ts';
import { OwnDates } from './own-dates.ts';

interface Offer {
  readonly label: string;
  readonly period: Period;
  readonly chosen: boolean;
  /** Lies wholly in the future. */
  readonly ahead: boolean;
}

/** Months, quarters, years, the usual stretches, or own dates. */
@Component({
  selector: 'pandu-period-picker',
  imports: [OwnDates],
  template: `
    <div class="usual">
      @for (offer of usual(); track offer.label) {
        <button type="button" class="action" (click)="chosen.emit(offer.period)">{{ offer.label }}</button>
      }
    </div>
    <div class="year">
      <button
        type="button"
        class="action"
        [attr.aria-label]="t('period.yearBefore')"
        (click)="year.set(year() - 1)"
      >
        <svg viewBox="0 0 8 8" width="10" height="10" aria-hidden="true">
          <path d="M6 0 1 4l5 4Z" fill="currentColor" />
        </svg>
      </button>
      <button
        type="button"
        class="whole"
        [class.on]="wholeYear().chosen"
        (click)="chosen.emit(wholeYear().period)"
      >
        {{ wholeYear().label }}
      </button>
      <button
        type="button"
        class="action"
        [attr.aria-label]="t('period.yearAfter')"
        [disabled]="year() >= thisYear()"
        (click)="year.set(year() + 1)"
      >
        <svg viewBox="0 0 8 8" width="10" height="10" aria-hidden="true">
          <path d="M2 0l5 4-5 4Z" fill="currentColor" />
        </svg>
      </button>
    </div>
    <div class="months" role="group" [attr.aria-label]="t('period.months')">
      @for (offer of months(); track offer.label) {
        <button
          type="button"
          [class.on]="offer.chosen"
          [disabled]="offer.ahead"
          (click)="chosen.emit(offer.period)"
        >
          {{ offer.label }}
        </button>
      }
    </div>
    <div class="months" role="group" [attr.aria-label]="t('period.quarters')">
      @for (offer of quarters(); track offer.label) {
        <button
          type="button"
          [class.on]="offer.chosen"
          [disabled]="offer.ahead"
          (click)="chosen.emit(offer.period)"
        >
          {{ offer.label }}
        </button>
      }
    </div>
    <h2>{{ t('period.own') }}</h2>
    @defer (on immediate) {
      <pandu-own-dates [period]="period()" (chosen)="chosen.emit($event)" />
    } @placeholder {
      <div class="coming"></div>
    }
  `,
  styles: `
    .usual {
      display: flex;
      flex-wrap: wrap;
      gap: 4px 18px;
      padding-bottom: 8px;
      border-bottom: 1px solid var(--hair);
    }
    .year {
      display: flex;
      justify-content: space-between;
      align-items: center;
      padding: 8px 0;
    }
    .year .action {
      padding: 8px 12px;
    }
    .months {
      display: grid;
      grid-template-columns: repeat(4, 1fr);
      gap: 4px;
      padding-bottom: 8px;
      margin-bottom: 8px;
      border-bottom: 1px solid var(--hair);
    }
    .months button,
    .whole {
      font: var(--table);
      min-height: var(--row);
      padding: 0 2px;
      text-align: center;
      white-space: nowrap;
      border-radius: var(--radius);
    }
    .whole {
      font-weight: 600;
      padding: 0 16px;
    }
    .months button:hover:enabled,
    .whole:hover {
      background: var(--wash);
    }
    button.on {
      font-weight: 600;
      color: var(--primary);
      box-shadow: inset 0 -2px 0 var(--primary);
    }
    button:disabled {
      color: var(--control);
      cursor: default;
    }
    h2 {
      margin: 4px 0 8px;
    }
    .coming {
      height: 190px;
    }
  `,
})
export class PeriodPicker {
  readonly period = input.required<Period>();
  readonly today = input.required<IsoDate>();
  readonly chosen = output<Period>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly year = linkedSignal(() => Number(this.period().to.slice(0, 4)));
  protected readonly thisYear = computed(() => Number(this.today().slice(0, 4)));

  protected readonly usual = computed(() => {
    const today = this.today();
    return [
      { label: this.t('period.thisMonth'), period: currentMonth(today) },
      {
        label: this.t('period.lastMonth'),
        period: { from: addMonthsToStart(today, -1), to: monthEnd(addMonthsToStart(today, -1)) },
      },
      { label: this.t('period.yearToDate'), period: { from: `${today.slice(0, 4)}-01-01`, to: today } },
      {
        label: this.t('period.twelveMonths'),
        period: { from: addMonthsToStart(today, -12), to: monthEnd(addMonthsToStart(today, -1)) },
      },
    ];
  });
  protected readonly months = computed(() =>
    Array.from({ length: 12 }, (_, index) => {
      const from = `${String(this.year())}-${String(index + 1).padStart(2, '0')}-01`;
      const running = from === currentMonth(this.today()).from;
      return this.offer(
        this.formats.now.monthShort(from),
        running ? currentMonth(this.today()) : { from, to: monthEnd(from) },
      );
    }),
  );
  protected readonly quarters = computed(() =>
    Array.from({ length: 4 }, (_, index) => {
      const from = `${String(this.year())}-${String(index * 3 + 1).padStart(2, '0')}-01`;
      return this.offer(this.t('period.quarterOnly', { quarter: ['I', 'II', 'III', 'IV'][index] }), {
        from,
        to: quarterEnd(from),
      });
    }),
  );
  protected readonly wholeYear = computed(() =>
    this.offer(String(this.year()), {
      from: `${String(this.year())}-01-01`,
      to: `${String(this.year())}-12-31`,
    }),
  );

  private offer(label: string, period: Period): Offer {
    const now = this.period();
    return {
      label,
      period,
      chosen: now.from === period.from && now.to === period.to,
      ahead: period.from > this.today(),
    };
  }
}
