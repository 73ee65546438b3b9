import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { todayIn } from '../../../core/period.ts';
import { Session } from '../../../core/session.ts';
import { ChartFrame } from '../../../ui/chart-frame.ts';
import type { Column } from '../../../ui/table-column.ts';
import type { Programme } from '../pilots-api.ts';
import { CurveChart } from './curve-chart.ts';
import { CURVE_LINES, type CurveLine, type CurvePoint } from './curve-style.ts';

/** What the programme's numbers say, drawn: plan and first plan beside what was reported and signed, month by month. */
@Component({
  selector: 'pandu-programme-curve',
  imports: [ChartFrame, CurveChart],
  template: `
    <pandu-chart-frame
      [finding]="told().first"
      [selection]="about()"
      [columns]="columns()"
      [rows]="programme().curve"
      [fileName]="'pandu-percontohan-' + programme().code"
      [empty]="programme().milestoneList.length === 0 ? t('pilots.milestone.empty') : null"
    >
      @if (programme().milestoneList.length > 0) {
        @if (told().others; as others) {
          <p class="others">{{ others }}</p>
        }
        <pandu-curve-chart [points]="programme().curve" [label]="programme().sentence" />
        @if (replanned(); as words) {
          <p class="note">{{ words }}</p>
        }
      }
    </pandu-chart-frame>
  `,
  styles: `
    .others {
      margin-bottom: 14px;
    }
  `,
})
export class ProgrammeCurve {
  readonly programme = input.required<Programme>();

  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  /** The sentence of the programme: its first part is the title, the rest stands below. */
  protected readonly told = computed(() => titleAndRest(this.programme().sentence));
  /** Why the line of the plan bends: which milestones were planned anew, and when. */
  protected readonly replanned = computed(() => {
    const changes = this.programme()
      .milestoneList.flatMap(({ number, plans }) => plans.slice(1).map(({ at }) => ({ number, at })))
      .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      .map(({ number, at }) => {
        const day = this.formats.now.date(todayIn(this.session.timeZone(), new Date(at)));
        return this.t('pilots.curve.replannedOn', { number, day });
      });
    return changes.length === 0 ? null : this.t('pilots.curve.replanned', { changes: changes.join(', ') });
  });
  protected readonly about = computed(() => `${this.programme().name}, ${this.programme().unit.name}`);
  protected readonly columns = computed<readonly Column<CurvePoint>[]>(() => [
    {
      id: 'on',
      header: this.t('pilots.curve.day'),
      numeric: false,
      text: (point) => this.formats.now.date(point.on),
      raw: (point) => point.on,
    },
    ...CURVE_LINES.map((line) => this.column(line)),
  ]);

  private column(line: CurveLine): Column<CurvePoint> {
    const share = (point: CurvePoint): number | null => point[line];
    return {
      id: line,
      header: this.t(`pilots.curve.${line}`),
      numeric: true,
      text: (point) => {
        const value = share(point);
        return value === null ? this.t('pilots.curve.ahead') : this.formats.now.share(value, 1);
      },
      raw: share,
      file: {
        unit: '%',
        value: (point) => {
          const value = share(point);
          return value === null ? null : Math.round(value * 1000) / 10;
        },
      },
    };
  }
}

/** The first sentence, and those after it; they may begin with a number. */
function titleAndRest(told: string): { readonly first: string; readonly others: string } {
  const end = /\.\s+(?=[\p{Lu}\d])/u.exec(told);
  return end === null
    ? { first: told, others: '' }
    : { first: told.slice(0, end.index + 1), others: told.slice(end.index + end[0].length) };
}
