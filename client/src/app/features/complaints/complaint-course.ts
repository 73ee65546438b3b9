import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus, numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import type { RecordLink } from '../../ui/record-link.ts';
import type { Backlog } from './complaints-api.ts';

/** The counts on the way of a complaint, each with the share that is told beside it. */
const STATIONS = [
  { field: 'received', share: null },
  { field: 'valid', share: null },
  { field: 'followedUp', share: 'followedUpShare' },
  { field: 'responded', share: 'respondedShare' },
  { field: 'resolved', share: 'resolvedShare' },
] as const;
/** What went another way. */
const ASIDE = ['escalated', 'reopened', 'overdue', 'open'] as const;

/**
 * What became of the complaints received in the period: the official percentages of KemenPANRB with *ditanggapi
 * substantif* beside them, because a disposition inside the house already counts as followed up.
 */
@Component({
  selector: 'pandu-complaint-course',
  imports: [RouterLink],
  template: `
    <h2>{{ t('complaints.course') }}</h2>
    @if (hidden()) {
      <p class="note">{{ t('absence.suppressedLong') }}</p>
    } @else {
      <table>
        <caption class="visually-hidden">
          {{
            t('complaints.course')
          }}
        </caption>
        <thead>
          <tr>
            <th scope="col">{{ t('complaints.station') }}</th>
            <th scope="col" class="number">{{ t('complaints.count') }}</th>
            <th scope="col" class="number">{{ t('complaints.ofValid') }}</th>
            <th class="bar" aria-hidden="true"></th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.field) {
            <tr>
              <th scope="row">
                {{ row.label }}
                @if (row.remark; as remark) {
                  <small>{{ remark }}</small>
                }
              </th>
              <td class="number">
                @if (row.link; as link) {
                  <a [routerLink]="link.screen" [queryParams]="link.query">{{ row.count }}</a>
                } @else {
                  {{ row.count }}
                }
              </td>
              <td class="number">{{ row.share }}</td>
              <td class="bar" aria-hidden="true">
                @if (row.part !== null) {
                  <i [style.width.%]="row.part * 100"></i>
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
      @if (ladder(); as days) {
        <p class="note">{{ t('complaints.ladderNote', days) }}</p>
      }
    }
  `,
  styleUrl: '../../ui/margin-table.css',
})
export class ComplaintCourse {
  /** The block `complaints` of a summary. */
  readonly block = input.required<object>();
  /** Working days of the ladder in force; undefined while they are on their way. */
  readonly ladder = input<Backlog['ladder'] | undefined>();
  readonly records = input<(field: string) => RecordLink | null>(() => null);

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  protected readonly hidden = computed(() => isSuppressed(this.block()));
  protected readonly rows = computed(() => {
    const invalid = (numberIn(this.block(), 'received') ?? 0) - (numberIn(this.block(), 'valid') ?? 0);
    return [
      ...STATIONS.map(({ field, share }) => this.row(field, share)),
      ...ASIDE.map((field) => this.row(field, null)),
      {
        ...this.row('invalid', 'invalidShare', invalid),
        label: this.t('complaints.invalid'),
        remark: this.t('complaints.ofReceived'),
      },
    ];
  });

  private row(field: string, shareField: string | null, counted: number | null = null) {
    const count = counted ?? numberIn(this.block(), field);
    const share = shareField === null ? null : numberIn(this.block(), shareField);
    const remarks: Readonly<Record<string, string>> = {
      followedUp: this.t('complaints.byMinistry'),
      responded: this.t('complaints.notDisposition'),
      resolved: this.t('complaints.byMinistry'),
    };
    return {
      field,
      label: field === 'invalid' ? '' : this.kamus.label(this.kamus.field('complaints', field)),
      remark: remarks[field] ?? null,
      count: count === null ? '' : this.formats.now.number(count),
      link: (count ?? 0) > 0 ? this.records()(field) : null,
      share: share === null ? '' : this.formats.now.share(share, 1),
      part: field === 'invalid' ? null : share,
    };
  }
}
