import { Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { KeptCalendar } from '#contract/structure/calendars';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addMonthsToStart, isIsoDate, monthEnd, monthStart } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveCalendars } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { type CalendarChange, CalendarForm } from './calendar-form.ts';
import { type MonthDay, monthWeeks } from './calendar-month.ts';
import { type WeekHours, typedHours, weeksOf } from './hours-text.ts';

/** First day that calendars answer for. */
const FROM_EVER = '1990-01-01';
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** One calendar: a month to look at, its hours, closures, versions, and the units that live by it. */
@Component({
  selector: 'pandu-calendar-page',
  imports: [CalendarForm, ProblemNote, RouterLink, Skeleton, StructureHead],
  templateUrl: './calendar-page.html',
  styleUrls: ['../structure.css', './calendar-page.css'],
})
export class CalendarPage {
  /** From the address: the calendar, and a day of the month that is looked at. */
  readonly code = input.required<string>();
  readonly bulan = input<string>();

  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly words = inject(StructureWords);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly calendars = liveCalendars();
  protected readonly asked = signal<CalendarChange | null>(null);
  protected readonly done = signal('');
  protected readonly weekdays = computed(() => WEEKDAYS.map((day) => this.formats.now.weekday(day)));
  protected readonly calendar = computed<KeptCalendar | null>(
    () => this.calendars.value()?.items.find(({ code }) => code === this.code()) ?? null,
  );
  protected readonly month = computed(() => {
    const asked = `${this.bulan() ?? ''}-01`;
    return isIsoDate(asked) ? asked : monthStart(this.selection.today());
  });
  protected readonly monthName = computed(() =>
    this.formats.now.period({ from: this.month(), to: monthEnd(this.month()) }, this.selection.today()),
  );
  protected readonly weeks = computed(() => {
    const calendar = this.calendar();
    return calendar === null
      ? []
      : monthWeeks(calendar, this.calendars.value()?.holidays ?? [], this.month());
  });
  /** Days of the month that are closed for a reason of their own. */
  protected readonly named = computed(() =>
    this.weeks()
      .flat()
      .filter(({ within, special }) => within && special),
  );
  protected readonly hours = computed<readonly WeekHours[]>(() =>
    weeksOf(this.calendar()?.openingHours ?? []),
  );
  protected readonly closures = computed(() => (this.calendar()?.closures ?? []).toReversed());

  protected neighbour(months: number): string {
    return addMonthsToStart(this.month(), months).slice(0, 7);
  }

  protected number(day: string): string {
    return String(Number(day.slice(8)));
  }

  protected spoken({ day, hours, reason }: MonthDay): string {
    return `${this.formats.now.date(day)}: ${reason ?? hours}`;
  }

  protected isToday({ day }: MonthDay): boolean {
    return day === this.selection.today();
  }

  protected hoursText(intervals: WeekHours['days'][number]): string {
    return intervals.length === 0 ? this.t('structure.calendars.closed') : typedHours(intervals);
  }

  protected validity({ validFrom, validTo }: WeekHours): string {
    if (validFrom <= FROM_EVER && validTo === null) return this.t('structure.calendars.usual');
    return this.words.validity({ from: validFrom <= FROM_EVER ? null : validFrom, to: validTo });
  }

  protected made(at: string): string {
    return this.formats.now.instant(at, this.session.timeZone());
  }

  protected ask(change: CalendarChange): void {
    this.done.set('');
    this.asked.set(change);
  }

  protected finish(outcome: StructureOutcome): void {
    this.asked.set(null);
    this.done.set(this.words.saved(outcome));
    this.calendars.reload();
  }
}
