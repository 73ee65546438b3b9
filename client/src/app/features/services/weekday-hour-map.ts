import { Component, computed, inject } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { liveBreakdown } from '../../core/measures-api.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { weekdayHours } from './weekday-hours.ts';

/** When people come: weekday × hour as a table whose cells are as dark as they are full. */
@Component({
  selector: 'pandu-weekday-hour-map',
  imports: [ProblemNote, Skeleton],
  template: `
    <section [attr.aria-busy]="answer.loading()">
      @if (answer.problem(); as trouble) {
        <pandu-problem [problem]="trouble" (retry)="answer.reload()" />
      } @else if (answer.loading()) {
        <pandu-skeleton [lines]="['40%', '100%', '100%', '100%', '100%', '100%']" [height]="24" />
      } @else {
        <h2>{{ title() }}</h2>
        @if (map().hours.length > 0) {
          <div class="scroll" role="region" tabindex="0" [attr.aria-label]="title()">
            <table>
              <caption class="visually-hidden">
                {{
                  title()
                }}
              </caption>
              <thead>
                <tr>
                  <td></td>
                  @for (hour of map().hours; track hour) {
                    <th scope="col">{{ formats.now.hour(hour) }}</th>
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
                      } @else {
                        <td class="full" [style.--share]="share(count)">{{ formats.now.number(count) }}</td>
                      }
                    }
                  </tr>
                }
              </tbody>
            </table>
          </div>
          <p class="note">{{ t('services.mapNote') }}</p>
        } @else {
          <p class="note">{{ t('services.mapEmpty') }}</p>
        }
      }
    </section>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 40px;
    }
    section[aria-busy='true'] {
      min-height: 280px;
    }
    section {
      max-width: 790px;
    }
    h2 {
      margin-bottom: 8px;
    }
    .scroll {
      overflow-x: auto;
    }
    table {
      border-spacing: 3px;
      width: 100%;
      table-layout: fixed;
      min-width: 480px;
    }
    th {
      font: var(--note);
      color: var(--muted);
      text-align: center;
    }
    thead td,
    tbody th {
      width: 40px;
    }
    tbody th {
      text-align: left;
      position: sticky;
      left: 0;
      background: var(--paper);
    }
    tbody td {
      height: 25px;
      font: var(--note);
      text-align: center;
    }
    .full {
      background: color-mix(in srgb, var(--primary) calc(6% + var(--share) * 44%), var(--paper));
    }
    .note {
      margin-top: 8px;
    }
  `,
})
export class WeekdayHourMap {
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly answer = liveBreakdown(() => ({ measure: 'volume', by: 'weekday-hour' }));
  protected readonly map = computed(() =>
    weekdayHours(
      (this.answer.value()?.items ?? []).map((item) => ({
        key: item.key,
        received: numberIn(item, 'received'),
      })),
    ),
  );
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

  protected share(count: number): number {
    return count / this.map().highest;
  }
}
