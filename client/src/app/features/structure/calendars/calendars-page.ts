import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { KeptCalendar } from '#contract/structure';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { StructureApi, liveCalendars } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';

/** The calendars of the kabupaten; a new one begins as a copy of one that is there. */
@Component({
  selector: 'pandu-calendars-page',
  imports: [FormDialog, ProblemNote, RouterLink, Skeleton, StructureHead],
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
          <ul class="lines">
            @for (holiday of year.days; track holiday.day) {
              <li>
                <span>{{ formats.now.date(holiday.day) }}</span>
                <span>{{ holiday.name }}</span>
                <span class="note end"
                  >{{ t('structure.calendars.' + holiday.kind) }}, {{ holiday.legalBasis }}
                  @if (!holiday.confirmed) {
                    ({{ t('structure.calendars.unconfirmed') }})
                  }
                </span>
              </li>
            }
          </ul>
        </details>
      }
      @if (adding()) {
        <pandu-form-dialog
          [heading]="t('structure.calendars.add')"
          [verb]="t('structure.save')"
          [busy]="work.busy()"
          [trouble]="work.trouble()"
          (confirmed)="add(found.items)"
          (closed)="adding.set(false)"
        >
          <label class="field"
            ><span>{{ t('structure.name') }}</span>
            <input class="input" autocomplete="off" [value]="name()" (input)="name.set(text($event))" />
          </label>
          <label class="field"
            ><span>{{ t('structure.code') }}</span>
            <input class="input" autocomplete="off" [value]="code()" (input)="code.set(text($event))" />
            <small class="hint">{{ t('structure.codeHint') }}</small>
          </label>
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
        </pandu-form-dialog>
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
    }
  `,
})
export class CalendarsPage {
  private readonly api = inject(StructureApi);
  private readonly router = inject(Router);
  protected readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly calendars = liveCalendars();
  protected readonly adding = signal(false);
  protected readonly name = signal('');
  protected readonly code = signal('');
  protected readonly model = signal('default');

  protected usedBy({ units }: KeptCalendar): string {
    return units.length === 0
      ? this.t('structure.calendars.unused')
      : this.t('structure.calendars.usedBy', { count: this.formats.now.number(units.length) });
  }

  protected years<Day extends { readonly day: string }>(
    days: readonly Day[],
  ): readonly { readonly year: string; readonly open: boolean; readonly days: readonly Day[] }[] {
    const years = [...new Set(days.map(({ day }) => day.slice(0, 4)))].toSorted().reverse();
    return years.map((year, index) => ({
      year,
      open: index === 0,
      days: days.filter(({ day }) => day.startsWith(year)),
    }));
  }

  protected async add(calendars: readonly KeptCalendar[]): Promise<void> {
    const [name, code] = [this.name().trim(), this.code().trim()];
    const model = calendars.find((calendar) => calendar.code === this.model()) ?? calendars[0];
    if (name.length < 2) return this.work.refuse(this.t('structure.nameMissing'));
    if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(code) || model === undefined)
      return this.work.refuse(this.t('structure.codeWrong'));
    const { openingHours, closures, nationalHolidays } = model;
    const body = { code, name, openingHours, closures, nationalHolidays };
    const added = await this.work.run(() => this.api.send('POST', '/calendars', body));
    if (added !== undefined) await this.router.navigate(['/pengaturan/kalender', code]);
  }
}
