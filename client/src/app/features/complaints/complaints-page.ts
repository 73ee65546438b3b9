import { Component, computed, inject } from '@angular/core';
import { readsOversightComplaints } from '#domain/complaints/visibility';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { liveSummary } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import type { Option } from '../../ui/filter-sentence/option-list.ts';
import { MeasureBreakdown } from '../../ui/measure-breakdown.ts';
import { MeasureNote } from '../../ui/measure-note.ts';
import { MeasureTrend } from '../../ui/measure-trend.ts';
import { PeerNote } from '../../ui/peer-note.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { ComplaintRegister } from './complaint-register.ts';

const SHOWN = [
  'followedUpShare',
  'resolvedShare',
  'withinDeadlineShare',
  'medianResolutionMinutes',
  'received',
  'open',
  'overdue',
  'reopened',
] as const;
const COLUMNS = [
  'received',
  'followedUpShare',
  'resolvedShare',
  'withinDeadlineShare',
  'medianResolutionMinutes',
  'open',
  'overdue',
] as const;

/** Complaints: how many were followed up, resolved and kept within their deadline, over time and by whom and what. */
@Component({
  selector: 'pandu-complaints-page',
  imports: [
    Breadcrumb,
    ComplaintRegister,
    FilterSentence,
    MeasureBreakdown,
    MeasureNote,
    MeasureTrend,
    PeerNote,
    ProblemNote,
    Skeleton,
  ],
  template: `
    <pandu-breadcrumb />
    <pandu-filter-sentence [fields]="fields()" [field]="field().id" [withGrain]="true" />
    <div class="columns">
      <pandu-measure-trend measure="complaints" [field]="field()" />
      <aside>
        @if (summary.value(); as answer) {
          <pandu-measure-note
            measure="complaints"
            [field]="field()"
            [block]="answer.complaints"
            [previous]="answer.complaints.previous"
            [previousPeriod]="answer.previousPeriod"
            [beside]="beside"
          />
          <p class="note">{{ t('complaints.cohort') }}</p>
          @if (withOversight()) {
            <p class="note">{{ t('complaints.withOversight') }}</p>
          }
          @if (session.can('peers:read')) {
            <pandu-peer-note measure="complaints" [field]="field()" />
          }
        } @else if (summary.problem(); as trouble) {
          <pandu-problem [problem]="trouble" (retry)="summary.reload()" />
        } @else {
          <pandu-skeleton [lines]="['50%', '70%', '100%', '100%', '100%', '100%']" [height]="26" />
        }
      </aside>
    </div>
    <pandu-measure-breakdown measure="complaints" [fields]="columns" />
    @if (session.can('complaints:read')) {
      <pandu-complaint-register />
    }
  `,
})
export class ComplaintsPage {
  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  private readonly kamus = inject(Kamus);
  protected readonly summary = liveSummary();
  protected readonly beside = [
    'received',
    'valid',
    'resolved',
    'open',
    'overdue',
    'reopened',
    'medianResolutionMinutes',
  ];
  protected readonly columns = COLUMNS;
  protected readonly withOversight = computed(() => {
    const role = this.session.user()?.role;
    return role !== undefined && readsOversightComplaints(role);
  });

  protected readonly fields = computed<readonly Option[]>(() =>
    SHOWN.map((id) => ({ value: id, label: this.kamus.label(this.kamus.field('complaints', id)), depth: 0 })),
  );
  protected readonly field = computed(() => {
    const wanted = SHOWN.find((id) => id === this.selection.field()) ?? null;
    return this.kamus.field('complaints', wanted);
  });
}
