import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import type { Summary } from '../../core/measures-api.ts';
import { ChartFrame } from '../../ui/chart-frame.ts';
import type { Column } from '../../ui/table-column.ts';

type Unsur = Summary['ikm']['unsur'][number];

/** The answers to each unsur, 1 to 4, as lines of one length; the lowest asks for a follow-up plan and is named. */
@Component({
  selector: 'pandu-unsur-profile',
  imports: [ChartFrame],
  template: `
    <pandu-chart-frame
      [level]="2"
      [finding]="finding()"
      [selection]="context()"
      [columns]="columns()"
      [rows]="unsur()"
      fileName="pandu-unsur"
      [empty]="unsur().length === 0 ? t('satisfaction.none') : null"
    >
      <ol>
        @for (entry of unsur(); track entry.code) {
          <li [class.lowest]="entry === lowest()">
            <span class="name">{{ entry.code }} {{ entry.name }}</span>
            <span class="track" aria-hidden="true"
              ><i [style.inset-inline-start.%]="((entry.mean - 1) / 3) * 100"></i
            ></span>
            <span class="mean">{{ formats.now.number(entry.mean, 2) }}</span>
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
      max-width: 790px;
    }
    li {
      display: grid;
      grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) 48px;
      align-items: center;
      gap: 16px;
      min-height: 36px;
      font: var(--table);
      border-bottom: 1px solid var(--hair);
    }
    .track {
      position: relative;
      height: 1px;
      background: var(--control);
    }
    .track i {
      position: absolute;
      top: -5px;
      width: 11px;
      height: 11px;
      margin-left: -5px;
      border-radius: 50%;
      background: var(--ink);
    }
    .mean {
      text-align: right;
    }
    .lowest {
      font-weight: 600;
    }
    .lowest .track i {
      background: var(--paper);
      border: 2px solid var(--ink);
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
        grid-template-columns: minmax(0, 1fr) 48px;
        padding: 8px 0 12px;
      }
      .name {
        grid-column: 1;
      }
      .mean {
        grid-column: 2;
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
  readonly unsur = input.required<readonly Unsur[]>();
  readonly context = input.required<string>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly lowest = computed(() =>
    this.unsur().reduce<Unsur | null>(
      (low, entry) => (low === null || entry.mean < low.mean ? entry : low),
      null,
    ),
  );
  protected readonly finding = computed(() => {
    const lowest = this.lowest();
    return lowest === null
      ? this.t('satisfaction.profile')
      : this.t('satisfaction.lowest', {
          name: lowest.name.toLocaleLowerCase('id'),
          mean: this.formats.now.number(lowest.mean, 2),
        });
  });
  protected readonly columns = computed<readonly Column<Unsur>[]>(() => [
    {
      id: 'code',
      header: this.t('satisfaction.code'),
      numeric: false,
      text: (entry) => entry.code,
      raw: (entry) => entry.code,
    },
    {
      id: 'name',
      header: this.t('satisfaction.unsur'),
      numeric: false,
      text: (entry) => entry.name,
      raw: (entry) => entry.name,
    },
    {
      id: 'mean',
      header: this.t('satisfaction.mean'),
      sub: this.t('satisfaction.meanSub'),
      numeric: true,
      text: (entry) => this.formats.now.number(entry.mean, 2),
      raw: (entry) => entry.mean,
    },
  ]);
}
