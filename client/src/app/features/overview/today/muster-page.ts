import { Component, computed, inject } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Freshness } from '../../../core/freshness.ts';
import { Language } from '../../../core/language.ts';
import { todayIn } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { SheetFiles } from '../../../ui/sheet-files.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveAttention } from '../attention-api.ts';
import { liveReceived, liveToday } from './today-api.ts';
import { todayHeadline } from './today-words.ts';

/** Lines of each list that fit on one sheet of A4 with all others. */
const MOST_LINES = 6;

/** Lembar apel pagi: what is to be said at the morning muster, on one sheet of paper. */
@Component({
  selector: 'pandu-muster-page',
  imports: [ProblemNote, SheetFiles, Skeleton],
  templateUrl: './muster-page.html',
  styleUrl: './muster-page.css',
})
export class MusterPage {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  private readonly freshness = inject(Freshness);
  private readonly selection = inject(Selection);

  protected readonly today = liveToday();
  protected readonly attention = liveAttention();
  protected readonly received = liveReceived();

  protected readonly headline = computed(() => {
    const answer = this.today.value();
    return answer === undefined ? '' : todayHeadline(answer, this.formats.now, this.t);
  });
  protected readonly weekday = computed(() => {
    const day = this.today.value()?.today;
    if (day === undefined) return '';
    // 1 is Monday.
    const isoWeekday = new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
    return this.t(`weekday.${String(isoWeekday)}`);
  });
  protected readonly source = computed(() => {
    const asOf = this.freshness.asOf();
    return asOf === null
      ? this.t('status.noData')
      : this.t('status.asOf', { at: this.formats.now.instant(asOf, this.session.timeZone()) });
  });
  protected readonly lists = computed(() => {
    const answer = this.today.value();
    if (answer === undefined) return [];
    const { dueToday, dueNext, overdue, complaintsAwaiting } = answer;
    const ofCases = (heading: string, list: typeof dueToday, withDue: boolean) => ({
      heading,
      total: list.total,
      lines: list.items
        .slice(0, MOST_LINES)
        .map(({ number, service, unit, dueAt }) =>
          [number, service, unit, ...(withDue ? [this.dueOn(dueAt)] : [])].join(' · '),
        ),
    });
    return [
      ofCases(this.t('today.due'), dueToday, false),
      ofCases(this.t('today.next', { day: this.formats.now.date(dueNext.on) }), dueNext, false),
      ofCases(this.t('today.overdue'), overdue, true),
      {
        heading: this.t('today.complaints'),
        total: complaintsAwaiting.total,
        lines: complaintsAwaiting.items
          .slice(0, MOST_LINES)
          .map(({ number, category, unit, workingDays }) =>
            [
              number,
              category ?? this.t('today.noCategory'),
              unit,
              this.t('today.waiting', { days: this.formats.now.number(workingDays) }),
            ].join(' · '),
          ),
      },
    ];
  });
  protected readonly instructions = computed(() =>
    (this.received.value()?.items ?? [])
      .filter(({ state }) => state === 'open' || state === 'late')
      .slice(0, MOST_LINES),
  );

  protected readonly query = computed<Readonly<Record<string, string>>>(() => {
    const unit = this.selection.unit();
    return unit === null ? {} : { unit };
  });
  protected readonly fileName = computed(() => `lembar-apel_${this.today.value()?.today ?? ''}`);

  protected print(): void {
    window.print();
  }

  private dueOn(dueAt: string): string {
    const day = todayIn(this.session.timeZone(), new Date(Date.parse(dueAt) - 1));
    return this.t('today.dueOn', { day: this.formats.now.date(day) });
  }
}
