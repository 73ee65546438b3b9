import { Component, computed, inject, input } from '@angular/core';
import type { Summary } from '#contract/measures';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { LiveRequest } from '../../../core/live-resource.ts';
import { Selection } from '../../../core/selection.ts';
import { ChartFrame } from '../../../ui/chart-frame.ts';
import type { Column } from '../../../ui/table-column.ts';
import { type UnsurChange, changeOf, lowestOf, unsurChanges } from './unsur-changes.ts';

const MINUS = '\u2212';

/**
 * The answers to each unsur, 1 to 4, as dots on lines of one length, with a ring where the period before stood. The lowest
 * asks for a follow-up plan and is named.
 */
@Component({
  selector: 'pandu-unsur-profile',
  imports: [ChartFrame],
  template: `
    <pandu-chart-frame
      [level]="2"
      [finding]="finding()"
      [selection]="context()"
      [columns]="columns()"
      [rows]="rows()"
      fileName="pandu-unsur"
      [file]="file()"
      [empty]="rows().length === 0 ? t(hidden() ? 'absence.suppressedLong' : 'satisfaction.none') : null"
    >
      <p class="note key">
        <span><i class="now" aria-hidden="true"></i> {{ nowText() }}</span>
        @if (compared()) {
          <span><i class="then" aria-hidden="true"></i> {{ beforeText() }}</span>
        } @else {
          <span>{{ t('satisfaction.notCompared') }}</span>
        }
      </p>
      <ol>
        @for (entry of rows(); track entry.code) {
          <li [class.lowest]="entry === lowest()">
            <span class="name">{{ entry.code }} {{ entry.name }}</span>
            <span class="track" aria-hidden="true">
              @if (entry.before !== null) {
                <i
                  class="step"
                  [style.inset-inline-start.%]="place(least(entry.mean, entry.before))"
                  [style.width.%]="gap(entry.mean, entry.before)"
                ></i>
                <i class="then" [style.inset-inline-start.%]="place(entry.before)"></i>
              }
              <i class="now" [style.inset-inline-start.%]="place(entry.mean)"></i>
            </span>
            <span class="mean">{{ formats.now.number(entry.mean, 2) }}</span>
            <span class="change">{{ changeText(entry) }}</span>
          </li>
        }
        <li class="scale" aria-hidden="true">
          <span></span
          ><span class="ends"
            ><span>{{ formats.now.number(1) }}</span
            ><span>{{ formats.now.number(4) }}</span></span
          ><span></span>
        </li>
      </ol>
    </pandu-chart-frame>
  `,
  styles: `
    :host {
      display: block;
    }
    .key {
      margin-bottom: 6px;
    }
    .key i {
      position: static;
      display: inline-block;
      margin: 0 4px 0 0;
      vertical-align: -1px;
    }
    .key span {
      display: inline-block;
      margin-right: 14px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) 40px 52px;
      align-items: center;
      gap: 14px;
      min-height: 36px;
      font: var(--table);
      border-bottom: 1px solid var(--hair);
    }
    .track {
      position: relative;
      height: 1px;
      background: var(--hair);
    }
    i {
      position: absolute;
      width: 11px;
      height: 11px;
      top: -5px;
      margin-left: -5px;
      border-radius: 50%;
    }
    .now {
      background: var(--ink);
    }
    .then {
      border: 1.5px solid var(--control);
      background: var(--paper);
    }
    .step {
      top: 0;
      height: 1px;
      margin: 0;
      border-radius: 0;
      background: var(--control);
    }
    .mean,
    .change {
      text-align: right;
    }
    .change {
      color: var(--muted);
      white-space: nowrap;
    }
    .lowest {
      font-weight: 600;
    }
    .scale {
      min-height: 24px;
      border: 0;
      color: var(--muted);
    }
    .ends {
      display: flex;
      justify-content: space-between;
      font: var(--note);
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: minmax(0, 1fr) 40px 52px;
        gap: 10px;
        padding: 8px 0 12px;
      }
      .name {
        grid-column: 1;
      }
      .mean {
        grid-column: 2;
        grid-row: 1;
      }
      .change {
        grid-column: 3;
        grid-row: 1;
      }
      .track,
      .ends {
        grid-column: 1 / -1;
      }
    }
  `,
})
export class UnsurProfile {
  readonly summary = input.required<Summary>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  /** The profile of the selection; the one before is on the screen alone. */
  protected readonly file = computed<LiveRequest>(() => ({
    path: '/measures/ikm/breakdown',
    query: { ...this.selection.query(), by: 'unsur' },
  }));
  protected readonly rows = computed(() => unsurChanges(this.summary().ikm, this.summary().ikm.previous));
  protected readonly hidden = computed(() => isSuppressed(this.summary().ikm));
  protected readonly compared = computed(() => this.rows().some((entry) => entry.before !== null));
  protected readonly lowest = computed(() => lowestOf(this.rows()));
  protected readonly context = computed(
    () =>
      `${this.t('satisfaction.profile')}, ${this.summary().unitName}, ${this.period(this.selection.period())}`,
  );
  protected readonly nowText = computed(() =>
    this.withCount(
      this.formats.now.periodSoFar(this.selection.period(), this.selection.today()),
      this.summary().ikm.respondents,
    ),
  );
  protected readonly beforeText = computed(() =>
    this.withCount(this.period(this.summary().previousPeriod), this.summary().ikm.previous.respondents),
  );
  protected readonly finding = computed(() => {
    const lowest = this.lowest();
    if (lowest === null) return this.t('satisfaction.profile');
    const [change, formats] = [changeOf(lowest), this.formats.now];
    const values = {
      name: lowest.name.toLocaleLowerCase('id'),
      mean: formats.number(lowest.mean, 2),
      before: this.period(this.summary().previousPeriod),
      change: formats.number(Math.abs(change ?? 0), 2),
    };
    if (change === null) return this.t('satisfaction.lowest', values);
    return this.t(`satisfaction.lowest${change === 0 ? 'Same' : change > 0 ? 'Up' : 'Down'}`, values);
  });
  protected readonly columns = computed<readonly Column<UnsurChange>[]>(() => {
    const mean = (
      id: 'mean' | 'before',
      header: string,
      of: (entry: UnsurChange) => number | null,
    ): Column<UnsurChange> => ({
      id,
      header,
      sub: this.t('satisfaction.meanSub'),
      numeric: true,
      text: (entry) => this.decimal(of(entry)),
      raw: of,
    });
    return [
      {
        id: 'name',
        header: this.t('satisfaction.unsur'),
        numeric: false,
        text: (entry) => `${entry.code} ${entry.name}`,
        raw: (entry) => `${entry.code} ${entry.name}`,
      },
      mean('mean', this.t('satisfaction.mean'), (entry) => entry.mean),
      mean('before', this.period(this.summary().previousPeriod), (entry) => entry.before),
      {
        id: 'change',
        header: this.t('satisfaction.change'),
        numeric: true,
        text: (entry) => this.changeText(entry),
        raw: changeOf,
      },
    ];
  });

  /** Where an answer of 1 to 4 stands on its line, in percent. */
  protected place(mean: number): number {
    return ((mean - 1) / 3) * 100;
  }

  protected least(a: number, b: number): number {
    return Math.min(a, b);
  }

  protected gap(a: number, b: number): number {
    return Math.abs(this.place(a) - this.place(b));
  }

  protected changeText(entry: UnsurChange): string {
    const change = changeOf(entry);
    if (change === null) return '';
    const size = this.formats.now.number(Math.abs(change), 2);
    return change === 0 ? this.t('satisfaction.same') : `${change > 0 ? '+' : MINUS}${size}`;
  }

  private decimal(value: number | null): string {
    return value === null ? this.t('absence.noData') : this.formats.now.number(value, 2);
  }

  private period(period: Summary['previousPeriod']): string {
    return this.formats.now.period(period, this.selection.today());
  }

  private withCount(text: string, respondents: number | null): string {
    return respondents === null
      ? text
      : `${text} (${this.t('measure.n', { n: this.formats.now.number(respondents) })})`;
  }
}
