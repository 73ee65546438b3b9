import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { readsOversightComplaints } from '#domain/complaints/visibility';
import { MEASURES } from '#domain/measures';
import { Kamus } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { MeasureProof } from '../../core/measure-proof.ts';
import { liveSummary } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { Breadcrumb } from '../../ui/breadcrumb.ts';
import { FilterSentence } from '../../ui/filter-sentence/filter-sentence.ts';
import type { Option } from '../../ui/filter-sentence/option-list.ts';
import { HowCounted } from '../../ui/how-counted.ts';
import { MeasureBreakdown } from '../../ui/measure-breakdown.ts';
import { MeasureNote } from '../../ui/measure-note.ts';
import { MeasureTrend } from '../../ui/measure-trend.ts';
import { PeerNote } from '../../ui/peer-note.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { type RecordLink, complaintLink } from '../../ui/record-link.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import { ComplaintBacklog } from './complaint-backlog.ts';
import { ComplaintCategories } from './complaint-categories.ts';
import { ComplaintCourse } from './complaint-course.ts';
import { ComplaintRegister } from './complaint-register.ts';
import { ComplaintTimes } from './complaint-times.ts';
import { type RegisterFilter, liveBacklog } from './complaints-api.ts';
import { registerFilterOf } from './register-filter.ts';

const SHOWN = [
  'followedUpShare',
  'respondedShare',
  'resolvedShare',
  'withinDeadlineShare',
  'medianResponseWorkingMinutes',
  'medianResolutionWorkingMinutes',
  'p90ResolutionWorkingMinutes',
  'received',
  'open',
  'overdue',
  'escalated',
  'reopened',
  'invalidShare',
] as const;
const COLUMNS = [
  'received',
  'followedUpShare',
  'respondedShare',
  'resolvedShare',
  'withinDeadlineShare',
  'medianResponseWorkingMinutes',
  'medianResolutionWorkingMinutes',
  'overdue',
  'escalated',
] as const;

/**
 * Complaints: how many were followed up, answered in substance, resolved and kept within their deadline, over time and by
 * whom and what; with `count` in the address the complaints behind that number.
 */
@Component({
  selector: 'pandu-complaints-page',
  imports: [
    Breadcrumb,
    ComplaintBacklog,
    ComplaintCategories,
    ComplaintCourse,
    ComplaintRegister,
    ComplaintTimes,
    FilterSentence,
    HowCounted,
    MeasureBreakdown,
    MeasureNote,
    MeasureTrend,
    PeerNote,
    ProblemNote,
    RouterLink,
    Skeleton,
  ],
  templateUrl: './complaints-page.html',
  styleUrl: './complaints-page.css',
})
export class ComplaintsPage {
  // From the address.
  readonly count = input<string>();
  readonly class = input<string>();
  readonly status = input<string>();
  readonly category = input<string>();
  readonly age = input<string>();
  readonly self = input<string>();
  readonly search = input<string>();
  readonly sort = input<string>();

  protected readonly selection = inject(Selection);
  protected readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  private readonly kamus = inject(Kamus);
  private readonly proofs = inject(MeasureProof);
  protected readonly summary = liveSummary();
  protected readonly backlog = liveBacklog();
  protected readonly beside = ['received', 'resolved', 'open', 'overdue', 'escalated', 'reopened'];
  protected readonly columns = COLUMNS;
  protected readonly definition = MEASURES.complaints.definition;

  protected readonly filter = computed<RegisterFilter>(() =>
    registerFilterOf({
      count: this.count(),
      class: this.class(),
      status: this.status(),
      category: this.category(),
      age: this.age(),
      self: this.self(),
      search: this.search(),
      sort: this.sort(),
    }),
  );
  /** The complaints behind a number; only for those who may see single ones. */
  protected readonly listed = computed(
    () => this.filter().count !== undefined && this.session.can('complaints:read'),
  );
  protected readonly countKey = computed(() => this.filter().count?.replace('complaints.', '') ?? 'received');
  protected readonly withOversight = computed(() => {
    const role = this.session.user()?.role;
    return role !== undefined && readsOversightComplaints(role);
  });
  /** Where the counts lead; nowhere for those who may not see single complaints. */
  protected readonly records = computed(() => {
    const [may, carried] = [this.session.can('complaints:read'), this.selection.carried()];
    return (field: string): RecordLink | null => (may ? complaintLink(field, carried) : null);
  });

  protected readonly fields = computed<readonly Option[]>(() =>
    SHOWN.map((id) => ({ value: id, label: this.kamus.label(this.kamus.field('complaints', id)), depth: 0 })),
  );
  protected readonly field = computed(() => {
    const wanted = SHOWN.find((id) => id === this.selection.field()) ?? null;
    return this.kamus.field('complaints', wanted);
  });
  protected readonly proof = computed(() => {
    const summary = this.summary.value();
    if (summary === undefined) return [];
    return this.proofs.lines({
      summary,
      measure: 'complaints',
      field: this.field(),
      block: summary.complaints,
    });
  });
}
