import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { todayIn } from '../../core/period.ts';
import { Session } from '../../core/session.ts';
import { awaitingQuery } from '../../ui/record-link.ts';
import type { Today } from './units-api.ts';

/** So many of each are named; the others are counted. */
const MOST_LINES = 5;

/** What is past its deadline in the unit now, and which complaints wait for an answer, the longest first. */
@Component({
  selector: 'pandu-unit-waiting',
  imports: [RouterLink],
  template: `
    <section>
      <h2>{{ t('unitPage.overdue', { count: formats.now.number(today().overdue.total) }) }}</h2>
      @if (today().overdue.total > 0) {
        @if (oldest(); as words) {
          <p class="note">{{ words }}</p>
        }
        <ul>
          @for (line of cases(); track line.id) {
            <li>
              <a [routerLink]="['/permohonan', line.id]">{{ line.number }}</a>
              <span>{{ line.service }}</span>
              <span class="when">{{ line.due }}</span>
            </li>
          }
        </ul>
        @if (today().overdue.total > cases().length) {
          <a
            class="action"
            routerLink="/permohonan"
            [queryParams]="{ unit: today().unit, count: 'turnaround.overdue', sort: 'due' }"
            >{{ t('today.all', { count: formats.now.number(today().overdue.total) }) }}</a
          >
        }
      } @else {
        <p class="note">{{ t('today.noneOverdue') }}</p>
      }
    </section>
    <section>
      <h2>{{ t('unitPage.unanswered', { count: formats.now.number(today().complaintsAwaiting.total) }) }}</h2>
      @if (today().complaintsAwaiting.total > 0) {
        <ul>
          @for (line of complaints(); track line.id) {
            <li>
              <a [routerLink]="['/aduan', line.id]">{{ line.number }}</a>
              <span>{{ line.category ?? t('today.noCategory') }}</span>
              <span class="when">{{
                line.workingDays === 0
                  ? t('today.fresh')
                  : t('today.waiting', { days: formats.now.number(line.workingDays) })
              }}</span>
            </li>
          }
        </ul>
        @if (today().complaintsAwaiting.total > complaints().length) {
          <a class="action" routerLink="/aduan" [queryParams]="awaiting()">{{
            t('today.all', { count: formats.now.number(today().complaintsAwaiting.total) })
          }}</a>
        }
      } @else {
        <p class="note">{{ t('today.noneComplaints') }}</p>
      }
    </section>
  `,
  styles: `
    :host {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      gap: 0 32px;
      margin-top: 36px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 1fr) auto;
      gap: 0 12px;
      padding: 6px 0;
      font: var(--table);
      border-bottom: 1px solid var(--hair);
    }
    li a {
      overflow-wrap: anywhere;
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
    li span {
      color: var(--muted);
      grid-row: 2;
    }
    li .when {
      grid-row: 1;
      grid-column: 2;
      color: var(--ink);
      white-space: nowrap;
    }
    ul + a {
      display: inline-block;
      margin-top: 6px;
    }
    @media (max-width: 760px) {
      :host {
        display: block;
      }
      section + section {
        margin-top: 28px;
      }
    }
  `,
})
export class UnitWaiting {
  readonly today = input.required<Today>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly session = inject(Session);

  protected readonly cases = computed(() =>
    this.today()
      .overdue.items.slice(0, MOST_LINES)
      .map((line) => ({ ...line, due: this.t('today.dueOn', { day: this.lastDay(line.dueAt) }) })),
  );
  protected readonly complaints = computed(() => this.today().complaintsAwaiting.items.slice(0, MOST_LINES));
  protected readonly oldest = computed(() => {
    const days = this.today().overdue.oldestWorkingDays;
    // 0: since the last working day, which their dates say already.
    return days === null || days === 0 ? '' : this.t('today.oldest', { days: this.formats.now.number(days) });
  });

  protected readonly awaiting = computed(() => awaitingQuery(this.today(), this.session.timeZone()));

  /** The day a deadline falls on; one at the end of a day is the midnight after it. */
  private lastDay(dueAt: string): string {
    return this.formats.now.date(todayIn(this.session.timeZone(), new Date(Date.parse(dueAt) - 1)));
  }
}
