import { Component, computed, inject } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, type Params, RouterLink } from '@angular/router';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { numberIn } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { liveBreakdown } from '../../../core/measures-api.ts';
import { Selection } from '../../../core/selection.ts';
import { ChartFrame } from '../../../ui/chart-frame.ts';
import { ScrollHint } from '../../../ui/scroll-hint.ts';
import type { Column } from '../../../ui/table-column.ts';
import { liveServiceHours } from '../services-api.ts';
import { type Count, type HourCounts, ROOMY, WITHHELD, hourTable, weekdayHours } from './weekday-hours.ts';

type Flow = 'received' | 'completed';

/**
 * When applications come in, or are completed: weekday × hour as a table whose cells are as dark as they are full, with
 * the opening hours outlined and extra sessions dashed.
 */
@Component({
  selector: 'pandu-weekday-hour-map',
  imports: [ChartFrame, RouterLink, ScrollHint],
  template: `
    <pandu-chart-frame
      [level]="2"
      [finding]="title()"
      [selection]="selectionText()"
      [columns]="columns()"
      [rows]="rows()"
      [fileName]="'pandu-hari-jam-' + flow()"
      [file]="answer.asked()"
      [loading]="answer.loading()"
      [refreshing]="answer.refreshing()"
      [problem]="answer.problem()"
      [empty]="rows().length === 0 ? t(allWithheld() ? 'absence.suppressedLong' : 'services.mapEmpty') : null"
      (retry)="answer.reload()"
    >
      <div class="flows" role="group" [attr.aria-label]="t('services.flow')">
        @for (choice of flows; track choice) {
          <a
            [routerLink]="[]"
            [queryParams]="withFlow(choice)"
            [class.on]="choice === flow()"
            [attr.aria-current]="choice === flow() ? 'true' : null"
            >{{ t('services.flowOf.' + choice) }}</a
          >
        }
      </div>
      <pandu-scroll-hint [label]="title()">
        <table [class.dense]="dense()" [style.--letters]="letters()" [style.--hours]="map().hours.length">
          <caption class="visually-hidden">
            {{
              title()
            }}
          </caption>
          <thead>
            <tr>
              <td></td>
              @for (hour of map().hours; track hour) {
                <th scope="col">{{ formats.now.hour(hour).slice(0, 2) }}<span>.00</span></th>
              }
              @if (map().hasOther) {
                <th class="other" scope="col">{{ t('services.mapOther') }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (day of map().days; track day.weekday) {
              <tr>
                <th scope="row">{{ formats.now.weekday(day.weekday) }}</th>
                @for (count of day.counts; track $index) {
                  <td
                    [class.full]="count !== null && count !== withheld"
                    [class.withheld]="count === withheld"
                    [class.open]="isOpen(day.weekday, $index)"
                    [class.session]="isSession(day.weekday, $index)"
                    [style.--share]="count === null || count === withheld ? null : share(count)"
                  >
                    @if (count === withheld) {
                      <span class="visually-hidden">{{ t('absence.suppressed') }}</span>
                    } @else if (count !== null) {
                      {{ formats.now.number(count) }}
                    }
                  </td>
                }
                @if (map().hasOther) {
                  <td class="other">{{ day.other === null ? '' : countText(day.other) }}</td>
                }
              </tr>
            }
          </tbody>
        </table>
      </pandu-scroll-hint>
      <p class="note">{{ t('services.mapNote') }}</p>
      <p class="note hours">{{ hoursNote() }}</p>
      @if (map().withheld) {
        <p class="note">{{ t('services.mapWithheld') }} {{ t('absence.suppressedLong') }}</p>
      }
      @if (otherNote(); as sentence) {
        <p class="note">{{ sentence }}</p>
      }
    </pandu-chart-frame>
  `,
  styles: `
    :host {
      display: block;
      max-width: 790px;
    }
    /* Every hour has room for the longest number in the cells; the letters of this size are 8 px at most. */
    table {
      border-spacing: 3px;
      width: 100%;
      min-width: calc(44px + var(--hours) * (var(--letters) * 8px + 3px));
      table-layout: fixed;
    }
    th {
      font: var(--note);
      color: var(--muted);
      text-align: center;
      white-space: nowrap;
    }
    thead td,
    tbody th {
      width: 34px;
    }
    thead .other {
      width: 64px;
    }
    tbody th {
      text-align: left;
      position: sticky;
      left: 0;
      background: var(--paper);
    }
    tbody td {
      height: 26px;
      font: var(--note);
      text-align: center;
    }
    .full {
      background: color-mix(in srgb, var(--primary) calc(6% + var(--share) * 44%), var(--paper));
      border-radius: 2px;
    }
    .withheld {
      background: repeating-linear-gradient(45deg, var(--hair) 0 2px, transparent 2px 6px);
      border-radius: 2px;
    }
    /* Outlines lie inside the cells, so that nothing moves when they arrive. */
    .open {
      box-shadow: inset 0 0 0 1px var(--hair);
      border-radius: 2px;
    }
    .full.open {
      box-shadow: inset 0 0 0 1px color-mix(in srgb, var(--primary) 45%, var(--paper));
    }
    .session {
      outline: 1px dashed var(--ink);
      outline-offset: -1px;
    }
    .flows {
      display: flex;
      gap: 18px;
      margin-bottom: 6px;
    }
    .flows a {
      font: var(--table);
      color: var(--muted);
      text-decoration: none;
      padding: 4px 0;
      border-bottom: 2px solid transparent;
    }
    .flows a.on {
      color: var(--ink);
      font-weight: 600;
      border-bottom-color: var(--primary);
    }
    .hours {
      min-height: 20px;
    }
    td.other {
      color: var(--muted);
    }
    .note {
      margin-top: 8px;
    }
    .dense thead span {
      display: none;
    }
    @media (max-width: 760px) {
      table {
        border-spacing: 2px;
      }
      thead span {
        display: none;
      }
      thead .other {
        width: 34px;
        white-space: normal;
      }
    }
  `,
})
export class WeekdayHourMap {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly answer = liveBreakdown(() => ({ measure: 'volume', by: 'weekday-hour' }));
  private readonly hours = liveServiceHours();
  private readonly parameters = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  protected readonly flows: readonly Flow[] = ['received', 'completed'];
  protected readonly flow = computed<Flow>(() =>
    this.parameters().get('flow') === 'completed' ? 'completed' : 'received',
  );
  private readonly items = computed(() =>
    (this.answer.value()?.items ?? []).map((item) => ({
      key: item.key,
      received: numberIn(item, this.flow()),
      suppressed: isSuppressed(item),
    })),
  );
  private readonly opens = computed(() => new Set(this.hours.value()?.opens));
  private readonly sessions = computed(() => new Set(this.hours.value()?.sessions));
  protected readonly withheld = WITHHELD;
  protected readonly allWithheld = computed(() => isSuppressed(this.answer.value()));
  protected readonly map = computed(() =>
    weekdayHours(
      this.items(),
      [...this.opens(), ...this.sessions()].map((slot) => slot % 24),
    ),
  );
  protected readonly rows = computed(() => hourTable(this.items()));

  protected readonly title = computed(() => {
    const busiest = this.map().busiest;
    return busiest === null
      ? this.t('services.mapTitle')
      : this.t(`services.mapBusiest.${this.flow()}`, {
          day: this.t(`weekday.${String(busiest.weekday)}`),
          from: this.formats.now.hour(busiest.hour),
          to: this.formats.now.hour(busiest.hour + 1),
        });
  });
  protected readonly selectionText = computed(() =>
    [
      this.t('services.mapTitle'),
      this.answer.value()?.unitName ?? '',
      this.formats.now.period(this.selection.period(), this.selection.today()),
    ].join(', '),
  );
  protected readonly otherNote = computed(() => {
    const { hours, otherTotal } = this.map();
    const [first, last] = [hours[0], hours.at(-1)];
    if (otherTotal === 0 || this.map().withheld || first === undefined || last === undefined) return null;
    return this.t('services.mapOtherNote', {
      from: this.formats.now.hour(first),
      to: this.formats.now.hour(last + 1),
      count: this.formats.now.number(otherTotal),
    });
  });
  /** What the outlines mean; empty while they are on their way, or when the answer knows none. */
  protected readonly hoursNote = computed(() => {
    const hours = this.hours.value();
    if (hours === undefined) return '';
    return [
      hours.opens.length === 0 ? this.t('services.hoursUnknown') : this.t('services.hoursOutline'),
      ...(hours.sessionNames.length === 0
        ? []
        : [this.t('services.sessionsOutline', { sessions: hours.sessionNames.join(', ') })]),
    ].join(' ');
  });
  protected readonly dense = computed(() => this.map().hours.length > ROOMY);
  /** Length of the longest number in a cell. */
  protected readonly letters = computed(() => this.formats.now.number(this.map().highest).length);
  protected readonly columns = computed<readonly Column<HourCounts>[]>(() => [
    {
      id: 'hour',
      header: this.t('services.mapHour'),
      numeric: false,
      text: (row) => this.formats.now.hour(row.hour),
      raw: (row) => this.formats.now.hour(row.hour),
    },
    ...[1, 2, 3, 4, 5, 6, 7].map((weekday): Column<HourCounts> => ({
      id: String(weekday),
      header: this.formats.now.weekday(weekday),
      numeric: true,
      text: (row) => this.countText(row.counts[weekday - 1] ?? 0),
      raw: (row) => inCsv(row.counts[weekday - 1] ?? 0),
      withheld: () => this.t('absence.suppressed'),
    })),
    {
      id: 'total',
      header: this.t('table.total'),
      numeric: true,
      text: (row) => this.countText(row.total ?? 0),
      raw: (row) => inCsv(row.total ?? 0),
      withheld: () => this.t('absence.suppressed'),
    },
  ]);

  protected withFlow(flow: Flow): Params {
    return { ...this.selection.with({}), flow: flow === 'received' ? null : flow };
  }

  protected isOpen(weekday: number, column: number): boolean {
    return this.opens().has(this.slot(weekday, column));
  }

  protected isSession(weekday: number, column: number): boolean {
    return this.sessions().has(this.slot(weekday, column));
  }

  private slot(weekday: number, column: number): number {
    return weekday * 24 + (this.map().hours[column] ?? -1);
  }

  protected share(count: number): number {
    return count / this.map().highest;
  }

  protected countText(count: Exclude<Count, null>): string {
    return count === WITHHELD ? this.t('absence.suppressed') : this.formats.now.number(count);
  }
}

/** The number itself; null for one that is withheld, in whose place the column writes so. */
function inCsv(count: Exclude<Count, null>): number | null {
  return count === WITHHELD ? null : count;
}
