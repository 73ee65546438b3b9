import { Component, computed, inject, linkedSignal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { ALIGNMENT_THRESHOLDS as LIMITS } from '#domain/ikm/service-alignment';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Kamus, numberIn } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { ChartFrame } from '../../../ui/chart-frame.ts';
import { Mark, type MarkKind } from '../../../ui/mark.ts';
import type { Column } from '../../../ui/table-column.ts';
import { liveByService } from '../satisfaction-api.ts';
import { type AlignmentRow, alignmentRows } from './alignment-rows.ts';

/** Services that are shown where none or few can be judged: those with the most requests. */
const UNJUDGED_SHOWN = 5;

const MARKS: Readonly<Record<AlignmentRow['verdict'], MarkKind>> = {
  'ikm-high': 'worse',
  'ikm-low': 'worse',
  'partly-late': 'neutral',
  'partly-complaints': 'neutral',
  poor: 'worse',
  good: 'stable',
  insufficient: 'unjudged',
};

/** "Apakah ketiganya sejalan?": what the survey says of each service, beside its deadlines and its complaints. */
@Component({
  selector: 'pandu-service-alignment',
  imports: [ChartFrame, Mark, RouterLink],
  templateUrl: './service-alignment.html',
  styleUrl: './service-alignment.css',
})
export class ServiceAlignmentTable {
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly parts = {
    ikm: liveByService('ikm'),
    turnaround: liveByService('turnaround'),
    volume: liveByService('volume'),
    complaints: liveByService('complaints'),
  };
  private readonly all = Object.values(this.parts);
  protected readonly problem = computed(
    () => this.all.map((part) => part.problem()).find((problem) => problem !== null) ?? null,
  );
  protected readonly refreshing = computed(() => this.all.some((part) => part.refreshing()));
  private readonly answers = computed(() => {
    const [ikm, turnaround, volume, complaints] = this.all.map((part) => part.value());
    return ikm && turnaround && volume && complaints ? { ikm, turnaround, volume, complaints } : undefined;
  });
  protected readonly loading = computed(() => this.answers() === undefined && this.problem() === null);
  protected readonly rows = computed(() => {
    const answers = this.answers();
    return answers === undefined ? [] : alignmentRows(answers);
  });
  /** Folded again for another selection. */
  protected readonly unfolded = linkedSignal({
    source: () => this.selection.values(),
    computation: () => false,
  });
  /** All that can be judged; of the others only a few until they are asked for. */
  protected readonly shown = computed(() => {
    const rows = this.rows();
    const judged = rows.filter(({ verdict }) => verdict !== 'insufficient').length;
    return this.unfolded() ? rows : rows.slice(0, Math.max(judged, UNJUDGED_SHOWN));
  });
  /** Valid complaints of the selection that belong to none of the services: most name none at all. */
  protected readonly others = computed(() => {
    const total = numberIn(this.answers()?.complaints.total, 'valid');
    return total === null
      ? 0
      : total - this.rows().reduce((sum, { validComplaints }) => sum + (validComplaints ?? 0), 0);
  });
  protected readonly othersText = computed(() => this.formats.now.number(this.others()));
  protected readonly folded = computed(() => this.rows().length - this.shown().length);
  protected readonly withheld = computed(
    () =>
      this.all.some((part) => isSuppressed(part.value())) || this.rows().some(({ suppressed }) => suppressed),
  );
  protected readonly finding = computed(() => {
    const judged = this.rows().filter(({ verdict }) => verdict !== 'insufficient');
    const apart = judged.filter(({ verdict }) => verdict === 'ikm-high' || verdict === 'ikm-low');
    const [first, partly] = [apart[0], judged.filter(({ verdict }) => verdict.startsWith('partly'))];
    const question = this.t('alignment.question');
    const answer =
      judged.length === 0
        ? this.t(this.rows().every(({ suppressed }) => suppressed) ? 'alignment.noneTold' : 'alignment.none')
        : first
          ? this.t(apart.length === 1 ? 'alignment.one' : 'alignment.several', {
              count: this.formats.now.number(apart.length),
              service: first.label,
            })
          : this.t(partly.length === 0 ? 'alignment.all' : 'alignment.partly', {
              count: this.formats.now.number(partly.length === 0 ? judged.length : partly.length),
              of: this.formats.now.number(judged.length),
            });
    return `${question} ${answer}`;
  });
  protected readonly context = computed(
    () =>
      `${this.t('alignment.question')} ${this.formats.now.period(this.selection.period(), this.selection.today())}`,
  );
  protected readonly explanation = computed(() =>
    this.t('alignment.explanation', {
      onTime: this.formats.now.share(LIMITS.onTimeShare, 0),
      rate: LIMITS.complaintsPerThousand,
      least: LIMITS.minimumComplaints,
      due: LIMITS.minimumDue,
      requests: LIMITS.minimumRequests,
    }),
  );
  protected readonly columns = computed<readonly Column<AlignmentRow>[]>(() => [
    {
      id: 'service',
      header: this.t('breakdown.head.service'),
      numeric: false,
      text: (row) => row.label,
      raw: (row) => row.label,
    },
    this.numeric('score', 'IKM', (row) => row.score, this.score.bind(this)),
    this.numeric(
      'respondents',
      this.t('satisfaction.respondents'),
      (row) => row.respondents,
      (row) => (row.respondents === null ? this.absent(row) : this.formats.now.number(row.respondents)),
    ),
    {
      ...this.numeric('onTime', this.t('alignment.onTime'), (row) => row.dueMetShare, this.onTime.bind(this)),
      file: {
        unit: '%',
        value: (row) => (row.dueMetShare === null ? null : Math.round(row.dueMetShare * 10_000) / 100),
      },
    },
    this.numeric(
      'complaints',
      this.t('alignment.complaints'),
      (row) => (row.perThousand === null ? null : Math.round(row.perThousand * 10) / 10),
      this.complaints.bind(this),
    ),
    {
      id: 'verdict',
      header: this.t('alignment.verdict'),
      numeric: false,
      text: (row) => this.verdict(row),
      raw: (row) => this.verdict(row),
    },
  ]);

  protected mark(row: AlignmentRow): MarkKind {
    return MARKS[row.verdict];
  }

  protected score(row: AlignmentRow): string {
    if (row.score === null) return this.absent(row);
    const score = this.formats.now.number(row.score, 2);
    return row.grade === null ? score : `${score} ${row.grade}`;
  }

  protected onTime(row: AlignmentRow): string {
    return row.dueMetShare === null
      ? this.absent(row)
      : this.formats.now.value(this.kamus.field('turnaround', 'dueMetShare'), row.dueMetShare);
  }

  protected complaints(row: AlignmentRow): string {
    return row.perThousand === null ? this.absent(row) : this.formats.now.number(row.perThousand, 1);
  }

  /** The three together in words, with the numbers that speak against each other. */
  protected verdict(row: AlignmentRow): string {
    if (row.verdict === 'insufficient' && row.suppressed) return this.t('alignment.withheld');
    return this.t(`alignment.is.${row.verdict}`, {
      onTime: this.onTime(row),
      complaints: this.complaints(row),
      gaps: row.gaps.map((gap) => this.t(`alignment.gap.${gap}`)).join(', '),
    });
  }

  protected reload(): void {
    for (const part of this.all) part.reload();
  }

  private absent(row: AlignmentRow): string {
    return this.t(row.suppressed ? 'absence.suppressed' : 'absence.noData');
  }

  private numeric(
    id: string,
    header: string,
    raw: (row: AlignmentRow) => number | null,
    text: (row: AlignmentRow) => string,
  ): Column<AlignmentRow> {
    return {
      id,
      header,
      numeric: true,
      text,
      raw,
      withheld: (row) => (row.suppressed ? this.t('absence.suppressed') : null),
    };
  }
}
