import { Component, computed, inject, input } from '@angular/core';
import { type Params, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { todayIn } from '../../../core/period.ts';
import { Session } from '../../../core/session.ts';
import type { Today } from './today-api.ts';

type CaseLine = Today['dueToday']['items'][number];
type ComplaintLine = Today['complaintsAwaiting']['items'][number];

interface Line {
  readonly id: string;
  readonly number: string;
  readonly about: string;
  readonly when: string;
  readonly screen: string;
}

/** Records that somebody has to take care of: the first few, and how many there are in all. */
@Component({
  selector: 'pandu-today-lines',
  imports: [RouterLink],
  template: `
    <h2>
      {{ heading() }}<b class="total">{{ formats.now.number(total()) }}</b>
    </h2>
    @if (note()) {
      <p class="note">{{ note() }}</p>
    }
    @if (lines().length > 0) {
      <ul>
        @for (line of lines(); track line.id) {
          <li>
            <a [routerLink]="[line.screen, line.id]">{{ line.number }}</a>
            <span>{{ line.about }}</span>
            <span class="when">{{ line.when }}</span>
          </li>
        }
      </ul>
      @if (total() > lines().length) {
        @if (rest(); as query) {
          <a class="action" [routerLink]="restScreen()" [queryParams]="query">{{
            t('today.all', { count: formats.now.number(total()) })
          }}</a>
        } @else {
          <p class="note">{{ t('today.others', { count: formats.now.number(total() - lines().length) }) }}</p>
        }
      }
    } @else {
      <p class="note">{{ empty() }}</p>
    }
  `,
  styleUrl: './today-lines.css',
})
export class TodayLines {
  readonly heading = input.required<string>();
  readonly total = input.required<number>();
  /** The name of the unit that is looked at. */
  readonly unit = input.required<string>();
  readonly cases = input<readonly CaseLine[]>([]);
  readonly complaints = input<readonly ComplaintLine[]>([]);
  /** Whether the day that a case was due is worth saying: those in one list may differ in it. */
  readonly withDue = input(false);
  readonly note = input('');
  readonly empty = input.required<string>();
  /** Query parameters of the list with all of them; null where no list holds exactly these. */
  readonly rest = input<Params | null>(null);
  readonly restScreen = input('/permohonan');

  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);

  protected readonly lines = computed<readonly Line[]>(() => [
    ...this.cases().map((line) => ({
      id: line.id,
      number: line.number,
      about: this.about(line.service, line.unit),
      when: this.withDue() ? this.t('today.dueOn', { day: this.lastDay(line.dueAt) }) : '',
      screen: '/permohonan',
    })),
    ...this.complaints().map((line) => ({
      id: line.id,
      number: line.number,
      about: this.about(line.category ?? this.t('today.noCategory'), line.unit),
      when: this.t('today.waiting', { days: this.formats.now.number(line.workingDays) }),
      screen: '/aduan',
    })),
  ]);

  /** What it is about, and where when that is a unit below the one that is looked at. */
  private about(what: string, unit: string): string {
    return unit === this.unit() ? what : `${what}, ${unit}`;
  }

  /** The day a deadline falls on; one at the end of a day is the midnight after it. */
  private lastDay(dueAt: string): string {
    return this.formats.now.date(todayIn(this.session.timeZone(), new Date(Date.parse(dueAt) - 1)));
  }
}
