import { Component, computed, inject, signal } from '@angular/core';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { TableFiles } from '../../../ui/table-files.ts';
import { liveStages, type Stages } from '../services-api.ts';

/** A stage that more units have is told as one line, and opened to see them. */
const TOLD_ONE_BY_ONE = 3;

type StageItem = Stages['items'][number];

interface StageRow {
  readonly name: string;
  readonly median: string;
  readonly share: string;
  readonly most: boolean;
  /** A unit of the opened stage above it. */
  readonly part: boolean;
  /** The stage that the line opens; null when it stands for one unit. */
  readonly opens: string | null;
}

/** The items by stage, in their order, with their common share. */
function stagesOf(items: readonly StageItem[]) {
  return [...new Set(items.map((item) => item.step))].map((step) => {
    const own = items.filter((item) => item.step === step);
    const shares = own.flatMap((item) => item.share ?? []);
    return {
      step,
      items: own,
      share: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0),
    };
  });
}

/** Whose desk the time was on: the stages completed in the period, with the one that took most of it in bold. */
@Component({
  selector: 'pandu-stage-times',
  imports: [ProblemNote, Skeleton, TableFiles],
  template: `
    <h2>{{ t('desks.title') }}</h2>
    @if (stages.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="stages.reload()" />
    } @else if (stages.value() === undefined) {
      <pandu-skeleton [lines]="['100%', '100%', '100%', '100%']" [height]="24" />
    } @else if (rows().length === 0) {
      <p class="muted">{{ t(hidden() ? 'absence.suppressedLong' : 'desks.none') }}</p>
    } @else {
      <table>
        <caption class="visually-hidden">
          {{
            t('desks.title')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('desks.stage') }}</th>
            <th scope="col" class="number">{{ t('desks.median') }}</th>
            <th scope="col" class="number">{{ t('desks.share') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.name) {
            <tr [class.most]="row.most" [class.part]="row.part">
              <th scope="row">
                @if (row.opens; as step) {
                  <button
                    type="button"
                    [attr.aria-expanded]="opened() === step"
                    (click)="opened.set(opened() === step ? null : step)"
                  >
                    {{ row.name }}
                  </button>
                } @else {
                  {{ row.name }}
                }
              </th>
              <td class="number">{{ row.median }}</td>
              <td class="number">{{ row.share }}</td>
            </tr>
          }
        </tbody>
      </table>
      <p class="muted">{{ t('desks.explanation', { count: completed() }) }}</p>
      @if (stages.asked(); as asked) {
        <pandu-table-files [of]="asked" fileName="pandu-tahap" [about]="t('desks.title')" />
      }
    }
    @if (stages.value()?.ignoredFilters?.includes('channel')) {
      <p class="muted">{{ t('desks.channelIgnored') }}</p>
    }
  `,
  styleUrl: '../../../ui/margin-table.css',
  styles: `
    button {
      text-align: left;
      text-decoration: underline;
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }

    .part th {
      padding-left: 14px;
      color: var(--muted);
    }
  `,
  host: { class: 'margin', '[attr.aria-busy]': 'stages.refreshing()' },
})
export class StageTimes {
  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly stages = liveStages();
  protected readonly hidden = computed(() => isSuppressed(this.stages.value()));
  /** The stage whose units are shown one by one. */
  protected readonly opened = signal<string | null>(null);
  protected readonly rows = computed<readonly StageRow[]>(() => {
    const stages = stagesOf(this.stages.value()?.items ?? []);
    const most = Math.max(...stages.map((stage) => stage.share ?? 0), 0);
    return stages.flatMap((stage): StageRow[] => {
      const isMost = stages.length > 1 && most > 0 && stage.share === most;
      if (stage.items.length <= TOLD_ONE_BY_ONE)
        return stage.items.map((item) => this.ownerRow(item, isMost, false));
      const medians = stage.items.flatMap((item) => item.medianWorkingMinutes ?? []);
      const sum: StageRow = {
        name: this.t('desks.at', {
          stage: stage.step,
          unit: this.t('desks.units', { count: stage.items.length }),
        }),
        median: this.range(medians),
        share: this.share(stage.share),
        most: isMost,
        part: false,
        opens: stage.step,
      };
      if (this.opened() !== stage.step) return [sum];
      const owners = stage.items.toSorted((one, other) => (other.share ?? 0) - (one.share ?? 0));
      return [sum, ...owners.map((item) => this.ownerRow(item, false, true))];
    });
  });
  protected readonly completed = computed(() =>
    this.formats.now.number(
      (this.stages.value()?.items ?? []).reduce((sum, item) => sum + item.completed, 0),
    ),
  );

  private ownerRow(item: StageItem, most: boolean, part: boolean): StageRow {
    return {
      name: this.t('desks.at', { stage: item.step, unit: item.unit.name }),
      median: this.range(item.medianWorkingMinutes === null ? [] : [item.medianWorkingMinutes]),
      share: this.share(item.share),
      most,
      part,
      opens: null,
    };
  }

  /** Medians cannot be added up: of several units the shortest and the longest are told. */
  private range(medians: readonly number[]): string {
    if (medians.length === 0) return this.t('absence.noData');
    const [least, most] = [Math.min(...medians), Math.max(...medians)].map((minutes) =>
      this.formats.now.official(minutes),
    );
    return least === most ? String(least) : this.t('desks.range', { least, most });
  }

  private share(share: number | null): string {
    return share === null ? this.t('absence.noData') : this.formats.now.share(share, 0);
  }
}
