import { Component, computed, inject } from '@angular/core';
import { isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { liveBreakdown } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { ChartFrame } from '../../ui/chart-frame.ts';
import { ScrollHint } from '../../ui/scroll-hint.ts';
import type { Column } from '../../ui/table-column.ts';
import { type Count, type HourCounts, WITHHELD, hourTable, weekdayHours } from './weekday-hours.ts';

/** More columns than this leave no room for `08.00` above each. */
const MOST_FULL_LABELS = 13;

/** When applications come in: weekday × hour as a table whose cells are as dark as they are full. */
@Component({
  selector: 'pandu-weekday-hour-map',
  imports: [ChartFrame, ScrollHint],
  template: `
    <pandu-chart-frame
      [level]="2"
      [finding]="title()"
      [selection]="selectionText()"
      [columns]="columns()"
      [rows]="rows()"
      fileName="pandu-hari-jam"
      [loading]="answer.loading()"
      [refreshing]="answer.refreshing()"
      [problem]="answer.problem()"
      [empty]="rows().length === 0 ? t(allWithheld() ? 'absence.suppressedLong' : 'services.mapEmpty') : null"
      (retry)="answer.reload()"
    >
      <pandu-scroll-hint [label]="title()">
        <table [class.dense]="dense()" [style.--letters]="letters()">
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
                  @if (count === null) {
                    <td></td>
                  } @else if (count === withheld) {
                    <td class="withheld">
                      <span class="visually-hidden">{{ t('absence.suppressed') }}</span>
                    </td>
                  } @else {
                    <td class="full" [style.--share]="share(count)">{{ formats.now.number(count) }}</td>
                  }
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
      margin-top: 40px;
      max-width: 790px;
    }
    table {
      border-spacing: 3px;
      width: 100%;
      table-layout: fixed;
    }
    th {
      font: var(--note);
      color: var(--muted);
      text-align: center;
      white-space: nowrap;
    }
    /* As wide as the longest number in the cells; the letters of this size are 8 px at most. */
    thead th {
      width: calc(var(--letters) * 8px);
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
  private readonly items = computed(() =>
    (this.answer.value()?.items ?? []).map((item) => ({
      key: item.key,
      received: numberIn(item, 'received'),
      suppressed: isSuppressed(item),
    })),
  );
  protected readonly withheld = WITHHELD;
  protected readonly allWithheld = computed(() => isSuppressed(this.answer.value()));
  protected readonly map = computed(() => weekdayHours(this.items()));
  protected readonly rows = computed(() => hourTable(this.items()));

  protected readonly title = computed(() => {
    const busiest = this.map().busiest;
    return busiest === null
      ? this.t('services.mapTitle')
      : this.t('services.mapBusiest', {
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
  protected readonly dense = computed(() => this.map().hours.length > MOST_FULL_LABELS);
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
