import { Component, computed, inject, input } from '@angular/core';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { ChartFrame } from '../../../ui/chart-frame.ts';
import type { Column } from '../../../ui/table-column.ts';
import { type Clock, type Distribution, liveDistribution } from '../services-api.ts';

type Item = Distribution['items'][number];

/** The share that a sentence about "nearly all" is made of. */
const NEARLY_ALL = 0.9;

/** How long completed cases took by one clock: shares of them as bars, not a mean. */
@Component({
  selector: 'pandu-duration-shares',
  imports: [ChartFrame],
  template: `
    <pandu-chart-frame
      [level]="2"
      [finding]="finding()"
      [selection]="selectionText()"
      [columns]="columns()"
      [rows]="items()"
      [fileName]="'pandu-sebaran-' + clock()"
      [file]="distribution.asked()"
      [loading]="answer() === undefined && distribution.problem() === null"
      [refreshing]="distribution.refreshing()"
      [problem]="distribution.problem()"
      [empty]="items().length === 0 ? t(hidden() ? 'absence.suppressedLong' : 'durations.none') : null"
      (retry)="distribution.reload()"
    >
      <ul>
        @for (item of items(); track $index) {
          <li>
            <span>{{ edge(item) }}</span>
            <span class="track" aria-hidden="true"><i [style.width.%]="length(item)"></i></span>
            <span class="number">{{ shareText(item.share) }}</span>
          </li>
        }
      </ul>
      <p class="note">{{ t('durations.of.' + clock(), { count: completed() }) }}</p>
    </pandu-chart-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    li {
      display: grid;
      grid-template-columns: 132px minmax(0, 1fr) 52px;
      align-items: center;
      gap: 12px;
      min-height: 28px;
      font: var(--table);
    }
    .track {
      height: 14px;
      border-left: 1px solid var(--control);
    }
    .track i {
      display: block;
      height: 100%;
      background: color-mix(in srgb, var(--primary) 46%, var(--paper));
    }
    li > span {
      white-space: nowrap;
    }
    .number {
      text-align: right;
    }
    .note {
      margin-top: 8px;
    }
  `,
})
export class DurationShares {
  readonly clock = input.required<Clock>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly distribution = liveDistribution(() => this.clock());
  protected readonly answer = computed(() => {
    const answer = this.distribution.value();
    return answer?.clock === this.clock() ? answer : undefined;
  });
  protected readonly hidden = computed(() => isSuppressed(this.answer()));
  protected readonly items = computed<readonly Item[]>(() =>
    (this.answer()?.completed ?? 0) === 0 ? [] : (this.answer()?.items ?? []),
  );
  protected readonly completed = computed(() => this.formats.now.number(this.answer()?.completed ?? 0));

  /** "92,4 % selesai dalam 2 hari kerja": the first class that holds nearly all, together with those before it. */
  protected readonly finding = computed(() => {
    const reached = this.items().find(
      (item) => item.upToMinutes !== null && (item.cumulativeShare ?? 0) >= NEARLY_ALL,
    );
    const title = this.t(`durations.title.${this.clock()}`);
    if (reached === undefined || reached.upToMinutes === null || reached.cumulativeShare === null)
      return title;
    return this.t(`durations.finding.${this.clock()}`, {
      share: this.formats.now.share(reached.cumulativeShare, 1),
      time: this.time(reached.upToMinutes),
    });
  });
  protected readonly selectionText = computed(() =>
    [
      this.t(`durations.title.${this.clock()}`),
      this.answer()?.unitName ?? '',
      this.formats.now.period(this.selection.period(), this.selection.today()),
    ].join(', '),
  );
  protected readonly columns = computed<readonly Column<Item>[]>(() => [
    {
      id: 'edge',
      header: this.t('durations.time'),
      numeric: false,
      text: (item) => this.edge(item),
      raw: (item) => this.edge(item),
    },
    {
      id: 'count',
      header: this.t('durations.count'),
      numeric: true,
      text: (item) => this.formats.now.number(item.count),
      raw: (item) => item.count,
    },
    ...(['share', 'cumulativeShare'] as const).map((id): Column<Item> => ({
      id,
      header: this.t(`durations.${id}`),
      numeric: true,
      text: (item) => this.shareText(item[id]),
      raw: (item) => item[id],
      file: { unit: '%', value: (item) => percent(item[id]) },
    })),
  ]);

  /** Length of a bar in percent: the longest fills the room. */
  protected length(item: Item): number {
    return ((item.share ?? 0) / Math.max(...this.items().map(({ share }) => share ?? 0), 1e-9)) * 100;
  }

  protected edge(item: Item): string {
    return item.upToMinutes === null
      ? this.t('durations.longer')
      : this.t('durations.upTo', { time: this.time(item.upToMinutes) });
  }

  protected shareText(share: number | null): string {
    return share === null ? this.t('absence.noData') : this.formats.now.share(share, 1);
  }

  private time(minutes: number): string {
    return this.clock() === 'official'
      ? this.formats.now.official(minutes)
      : this.formats.now.elapsed(minutes);
  }
}

function percent(share: number | null): number | null {
  return share === null ? null : Math.round(share * 10_000) / 100;
}
