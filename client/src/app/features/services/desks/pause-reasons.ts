import { Component, computed, inject } from '@angular/core';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { TableFiles } from '../../../ui/table-files.ts';
import { livePauses } from '../services-api.ts';

/** More reasons than this are told as a sum: the list is about what happens most. */
const SHOWN = 5;

/** Why the official clock stood still, and whose part that was. */
@Component({
  selector: 'pandu-pause-reasons',
  imports: [ProblemNote, Skeleton, TableFiles],
  template: `
    <h2>{{ t('pauses.title') }}</h2>
    @if (pauses.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="pauses.reload()" />
    } @else if (pauses.value() === undefined) {
      <pandu-skeleton [lines]="['100%', '100%', '100%']" [height]="24" />
    } @else if (rows().length === 0) {
      <p class="muted">{{ t(hidden() ? 'absence.suppressedLong' : 'pauses.none') }}</p>
    } @else {
      <table>
        <caption class="visually-hidden">
          {{
            t('pauses.title')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('pauses.reason') }}</th>
            <th scope="col" class="number">{{ t('pauses.count') }}</th>
            <th scope="col" class="number">{{ t('pauses.median') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.reason) {
            <tr [class.most]="$first">
              <th scope="row">
                {{ row.name }} <span class="muted">{{ row.cause }}</span>
              </th>
              <td class="number">{{ row.count }}</td>
              <td class="number">{{ row.median }}</td>
            </tr>
          }
        </tbody>
      </table>
      @if (others() > 0) {
        <p class="muted">{{ t('pauses.others', { count: others() }) }}</p>
      }
      @if (pauses.asked(); as asked) {
        <pandu-table-files [of]="asked" fileName="pandu-jeda" [about]="t('pauses.title')" />
      }
    }
    @if (pauses.value()?.ignoredFilters?.includes('channel')) {
      <p class="muted">{{ t('desks.channelIgnored') }}</p>
    }
  `,
  styleUrl: '../../../ui/margin-table.css',
  host: { class: 'margin', '[attr.aria-busy]': 'pauses.refreshing()' },
})
export class PauseReasons {
  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly pauses = livePauses();
  protected readonly hidden = computed(() => isSuppressed(this.pauses.value()));
  private readonly items = computed(() =>
    (this.pauses.value()?.items ?? []).toSorted((a, b) => b.pauses - a.pauses),
  );
  protected readonly others = computed(() => Math.max(0, this.items().length - SHOWN));
  protected readonly rows = computed(() =>
    this.items()
      .slice(0, SHOWN)
      .map((item) => ({
        reason: item.reason,
        name: item.name,
        cause: this.t(`pauses.by.${item.causedBy}`),
        count: this.formats.now.number(item.pauses),
        median:
          item.medianWorkingMinutes === null
            ? this.t('absence.noData')
            : this.formats.now.official(item.medianWorkingMinutes),
      })),
  );
}
