import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { Holiday, KeptCalendar } from '#contract/structure/calendars';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type NameAndCode, NameCodeForm } from '../name-code-form.ts';
import { StructureApi, liveCalendars } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';

/** The calendars of the kabupaten; a new one begins as a copy of one that is there. */
@Component({
  selector: 'pandu-calendars-page',
  imports: [NameCodeForm, ProblemNote, RouterLink, Skeleton, StructureHead],
  template: `
    <pandu-structure-head [heading]="t('structure.title.calendars')" [lead]="t('settings.calendars')" />
    <div class="tools">
      <button type="button" class="primary-button" (click)="adding.set(true)">
        {{ t('structure.calendars.add') }}
      </button>
    </div>
    @if (calendars.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="calendars.reload()" />
    } @else if (calendars.value(); as found) {
      <ul class="lines">
        @for (calendar of found.items; track calendar.code) {
          <li>
            <a [routerLink]="['/pengaturan/kalender', calendar.code]">{{ calendar.name }}</a>
            <span class="note">{{ usedBy(calendar) }}</span>
            <span class="note end">{{ t('structure.calendars.version', { number: calendar.version }) }}</span>
          </li>
        }
      </ul>
      <h2>{{ t('structure.calendars.holidays') }}</h2>
      <p class="muted">{{ t('structure.calendars.holidaysLead') }}</p>
      @for (year of years(found.holidays); track year.year) {
        <details [open]="year.open">
          <summary>
            {{ year.year }} · {{ t('structure.calendars.days', { count: year.days.length }) }}
          </summary>
          @if (year.sources.length === 1) {
            <p class="note">{{ year.sources[0] }}</p>
          }
          <ul class="lines">
            @for (holiday of year.days; track holiday.day) {
              <li>
                <span>{{ formats.now.date(holiday.day) }}</span>
                <span>{{ holiday.name }}</span>
                <span class="note end"
                  >{{ t('structure.calendars.' + holiday.kind)
                  }}{{ year.sources.length > 1 ? ', ' + sourceOf(holiday) : '' }}</span
                >
              </li>
            }
          </ul>
        </details>
      }
      @if (adding()) {
        <pandu-name-code-form
          [heading]="t('structure.calendars.add')"
          [work]="work"
          (confirmed)="add($event, found.items)"
          (closed)="adding.set(false)"
        >
          <label class="field"
            ><span>{{ t('structure.calendars.copyOf') }}</span>
            <select class="input" (change)="model.set(text($event))">
              @for (calendar of found.items; track calendar.code) {
                <option [value]="calendar.code" [selected]="calendar.code === model()">
                  {{ calendar.name }}
                </option>
              }
            </select>
            <small class="hint">{{ t('structure.calendars.copyHint') }}</small>
          </label>
        </pandu-name-code-form>
      }
    } @else {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="28" />
    }
  `,
  styleUrl: '../structure.css',
  styles: `
    summary {
      font: var(--table);
      font-weight: 600;
      padding: 10px 0;
      cursor: pointer;
    }
    details .lines {
      font: var(--table);
      margin-top: 6px;
    }
    details li > span:first-child {
      min-width: 6.5em;
    }
  `,
})
export class CalendarsPage {
  private readonly api = inject(StructureApi);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly calendars = liveCalendars();
  protected readonly adding = signal(false);
  protected readonly model = signal('default');

  protected usedBy({ units }: KeptCalendar): string {
    return units.length === 0
      ? this.t('structure.calendars.unused')
      : this.t('structure.calendars.usedBy', { count: this.formats.now.number(units.length) });
  }

  /** By year, this one open; where all days of a year have one source, it is told once above them. */
  protected years(days: readonly Holiday[]): readonly {
    readonly year: string;
    readonly open: boolean;
    readonly days: readonly Holiday[];
    readonly sources: readonly string[];
  }[] {
    const current = this.selection.today().slice(0, 4);
    const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))].toSorted().reverse();
    return years.map((year) => {
      const own = days.filter(({ day }) => day.startsWith(year));
      return {
        year,
        open: year === current,
        days: own,
        sources: [...new Set(own.map((day) => this.sourceOf(day)))],
      };
    });
  }

  protected sourceOf({ legalBasis, confirmed }: Holiday): string {
    return confirmed ? legalBasis : `${legalBasis} (${this.t('structure.calendars.unconfirmed')})`;
  }

  protected async add({ name, code }: NameAndCode, calendars: readonly KeptCalendar[]): Promise<void> {
    const model = calendars.find((calendar) => calendar.code === this.model()) ?? calendars[0];
    if (model === undefined) return;
    const { openingHours, closures, nationalHolidays } = model;
    const body = { code, name, openingHours, closures, nationalHolidays };
    const added = await this.work.run(() => this.api.send('POST', '/calendars', body));
    if (added !== undefined) await this.router.navigate(['/pengaturan/kalender', code]);
  }
}
