import { Component, computed, inject, input } from '@angular/core';
import type { Summary } from '#contract/measures';
import { bandOfScore } from '#domain/ikm/ikm-score';
import { findInstrument } from '#domain/ikm/instruments';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { TableFiles } from '../../../ui/table-files.ts';
import { instrumentName } from '../instrument-name.ts';
import { liveHistory } from '../satisfaction-api.ts';

interface Line {
  readonly label: string;
  readonly score: string;
  readonly grade: string;
  readonly n: string;
}

/**
 * The score year by year, the newest first, with a break at each change of instrument: every score keeps the grade of the
 * regulation it was asked by.
 */
@Component({
  selector: 'pandu-instrument-history',
  imports: [ProblemNote, Skeleton, TableFiles],
  template: `
    <h2>{{ t('satisfaction.history') }}</h2>
    @if (history.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="history.reload()" />
    } @else if (history.value() === undefined) {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="24" />
    } @else if (groups().length === 0) {
      <p class="muted">{{ t(hidden() ? 'absence.suppressedLong' : 'satisfaction.historyNone') }}</p>
    } @else {
      <table>
        <caption class="visually-hidden">
          {{
            t('satisfaction.history')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('satisfaction.year') }}</th>
            <th scope="col" class="number">{{ t('satisfaction.respondents') }}</th>
            <th scope="col" class="number">{{ t('satisfaction.scoreGrade') }}</th>
          </tr>
        </thead>
        @for (group of groups(); track group.id) {
          <tbody>
            <tr class="instrument">
              <th scope="rowgroup" colspan="3">
                {{ group.name }}
                <span class="muted">
                  @for (band of group.bands; track band) {
                    <span>{{ band }}</span>
                  }
                </span>
              </th>
            </tr>
            @for (line of group.lines; track $index) {
              <tr>
                <th scope="row">{{ line.label }}</th>
                <td class="number">{{ line.n }}</td>
                <td class="number">
                  <b>{{ line.score }}</b> {{ line.grade }}
                </td>
              </tr>
            }
          </tbody>
        }
      </table>
      <p class="muted">
        {{ t(groups().length > 1 ? 'satisfaction.historyBreak' : 'satisfaction.historyOne') }}
      </p>
      @if (history.asked(); as asked) {
        <pandu-table-files
          [of]="asked"
          fileName="pandu-riwayat-instrumen"
          [about]="t('satisfaction.history')"
        />
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      margin-bottom: 10px;
    }
    th,
    td {
      padding: 6px 0;
      text-align: left;
      font-weight: 400;
      vertical-align: baseline;
      border-bottom: 1px solid var(--hair);
    }
    thead th {
      font-weight: 600;
      border-bottom-color: var(--ink);
    }
    .number {
      text-align: right;
      padding-left: 12px;
    }
    .instrument th {
      font-weight: 600;
      padding-top: 12px;
    }
    .instrument .muted {
      font-weight: 400;
      display: block;
    }
    .instrument .muted span {
      display: inline-block;
      margin-right: 10px;
    }
    tbody + tbody {
      border-top: 2px dashed var(--control);
    }
  `,
  host: { class: 'margin', '[attr.aria-busy]': 'history.refreshing()' },
})
export class InstrumentHistory {
  readonly summary = input.required<Summary>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly history = liveHistory();
  protected readonly hidden = computed(
    () => this.history.value()?.points.some((point) => point.suppressed === true) === true,
  );

  protected readonly groups = computed(() => {
    const lines = new Map<string, Line[]>();
    const add = (instrument: string, line: Line): void => {
      lines.set(instrument, [...(lines.get(instrument) ?? []), line]);
    };
    for (const point of (this.history.value()?.points ?? []).toReversed()) {
      if (point.value === null || !point.instrument) continue;
      const year = point.from.slice(0, 4);
      add(point.instrument, {
        label: point.state === 'partial' ? this.t('satisfaction.yearSoFar', { year }) : year,
        ...this.figures(point.instrument, point.value, point.n),
      });
    }
    // A year tells its newest instrument; what else was asked in the selected period stands beside.
    const period = this.formats.now.days(this.summary());
    for (const other of this.summary().ikm.others)
      if (other.score !== null)
        add(other.instrument, {
          label: period,
          ...this.figures(other.instrument, other.score, other.respondents),
        });
    return [...lines].map(([id, found]) => ({
      id,
      name: instrumentName(id) ?? id,
      bands: (findInstrument(id)?.bands ?? []).map(({ grade, printed }) => `${grade} ${printed}`),
      lines: found,
    }));
  });

  private figures(id: string, score: number, n: number): Omit<Line, 'label'> {
    const instrument = findInstrument(id);
    return {
      score: this.formats.now.number(score, 2),
      grade: instrument === null ? '' : bandOfScore(instrument, score).grade,
      n: this.formats.now.number(n),
    };
  }
}
