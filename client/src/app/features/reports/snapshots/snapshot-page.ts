import { Component, computed, inject, input, signal } from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import type { MeasureId } from '#domain/measures';
import { ValueWords } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Kamus } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { PagePath } from '../../../ui/page-path.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveReportList } from '../document/report-api.ts';
import { DifferenceList } from './difference-list.ts';
import { FreezeForm } from './freeze-form.ts';
import { FreezeProgress } from './freeze-progress.ts';
import { FreezeFollower } from './freeze-run.ts';
import {
  type FreezeRun,
  liveComparison,
  liveSnapshot,
  type Snapshot,
  type SnapshotReproduction,
  SnapshotsApi,
} from './snapshots-api.ts';

/** The numbers that are told here; all others stand in the reports. */
const MAIN: readonly (readonly [MeasureId, string])[] = [
  ['volume', 'received'],
  ['turnaround', 'dueMetShare'],
  ['turnaround', 'medianWorkingMinutes'],
  ['complaints', 'received'],
  ['complaints', 'resolvedShare'],
  ['ikm', 'score'],
  ['ikm', 'respondents'],
  ['pilots', 'progressShare'],
];

/** Figures that were frozen: who froze them and when, what they are, and what has changed since. */
@Component({
  selector: 'pandu-snapshot-page',
  imports: [DifferenceList, FreezeForm, FreezeProgress, PagePath, ProblemNote, RouterLink, Skeleton],
  providers: [FreezeFollower],
  templateUrl: './snapshot-page.html',
  styleUrls: ['./figure-table.css', './snapshot-page.css'],
})
export class SnapshotPage {
  readonly code = input.required<string>();
  readonly semua = input<string>();

  private readonly api = inject(SnapshotsApi);
  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  private readonly moments = inject(MomentWords);
  private readonly formats = inject(Formats);
  protected readonly follower = inject(FreezeFollower);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;

  protected readonly live = liveSnapshot(() => this.code());
  protected readonly snapshot = computed(() => this.live.value());
  protected readonly comparison = liveComparison(() => this.snapshot()?.code ?? null, 'below');
  /** What these figures changed of those that they correct; the records are those of both. */
  protected readonly correction = computed(() => {
    const made = this.comparison.value()?.correction ?? null;
    return made && { ...made, records: [] };
  });
  private readonly list = liveReportList(() => this.snapshot()?.unit ?? null);
  protected readonly path = computed(() => [
    { label: this.t('snapshots.title'), link: { path: '/laporan', query: this.selection.carried() } },
    { label: this.snapshot()?.code ?? this.code(), link: null },
  ]);
  protected readonly heading = computed(() => {
    const it = this.snapshot();
    if (it === undefined) return this.t('snapshots.one');
    return this.t(`snapshots.of.${it.state}`, { period: it.periodName, unit: it.unitName });
  });
  /** Only what nothing newer corrects leads to the reports: they are made of the newest figures. */
  protected readonly newest = computed(() => {
    const it = this.snapshot();
    return it?.history.at(-1) ?? null;
  });
  protected readonly isNewest = computed(() => this.newest()?.code === this.snapshot()?.code);
  protected readonly reports = computed(() => {
    const it = this.snapshot();
    if (it === undefined || !this.isNewest()) return [];
    return (this.list.value()?.items ?? []).filter(
      ({ grains, formats }) => grains.some((grain) => grain === it.grain) && formats.includes('pdf'),
    );
  });
  protected readonly address = computed<Params>(() => {
    const it = this.snapshot();
    return it === undefined ? {} : { unit: it.unit, grain: it.grain, from: it.from };
  });
  protected readonly main = computed(() => {
    const it = this.snapshot();
    if (it === undefined) return [];
    return MAIN.flatMap(([measure, id]) => {
      const block = it.content.summary[measure];
      if (block === null) return [];
      const field = this.kamus.field(measure, id);
      return [
        {
          id: `${measure}.${id}`,
          label: this.kamus.label(field),
          measure: this.kamus.measureLabel(measure),
          now: this.words.text(field, block),
          before: this.words.text(field, block.previous),
        },
      ];
    });
  });
  protected readonly facts = computed(() => {
    const it = this.snapshot();
    return it === undefined ? [] : this.factsOf(it);
  });
  protected readonly mayCorrect = computed(() => {
    const it = this.snapshot();
    return (
      it?.mayFreeze === true &&
      this.isNewest() &&
      it.unit === this.session.kabupaten()?.code &&
      (this.comparison.value()?.differences.length ?? 0) > 0 &&
      !this.follower.running()
    );
  });
  protected readonly asking = signal(false);
  protected readonly order = (reason: string | null): Promise<void> => {
    const it = this.snapshot();
    return it === undefined
      ? Promise.resolve()
      : this.follower.start(it, reason, (run) => void this.ended(run));
  };
  protected readonly checking = task();
  protected readonly checked = signal<SnapshotReproduction | null>(null);
  protected readonly verdict = computed(() => {
    const it = this.checked();
    if (it === null || it.code !== this.snapshot()?.code) return null;
    const values = {
      compared: this.formats.now.number(it.compared),
      differing: this.formats.now.number(it.differing),
      day: it.differsSince === null ? '' : this.moments.date(it.differsSince.at),
    };
    if (!it.intact) return this.t('snapshots.check.broken');
    if (it.same === true) return this.t('snapshots.check.same', values);
    return this.t(
      it.differsSince === null ? 'snapshots.check.differs' : 'snapshots.check.differsSince',
      values,
    );
  });

  protected async check(): Promise<void> {
    const code = this.snapshot()?.code;
    if (code === undefined) return;
    const done = await this.checking.run(() => this.api.reproduce(code));
    if (done !== undefined) this.checked.set(done.result);
  }

  protected historyLine({ state, frozenBy, frozenAt, reason }: Snapshot['history'][number]): string {
    const line = `${this.t(`snapshots.state.${state}`)}, ${frozenBy}, ${this.moments.date(frozenAt)}`;
    return reason === null ? line : `${line}: ${reason}`;
  }

  /** The corrected figures have a code of their own: the page goes there. */
  private async ended(run: FreezeRun): Promise<void> {
    this.live.reload();
    this.comparison.reload();
    if (run.state === 'done')
      await this.router.navigate(['/laporan'], {
        queryParams: { ...this.selection.carried(), grain: run.grain === 'month' ? null : run.grain },
      });
  }

  private factsOf(it: Snapshot): { label: string; text: string }[] {
    const { now } = this.formats;
    return [
      { label: this.t('snapshots.fact.code'), text: it.code },
      { label: this.t('snapshots.fact.by'), text: it.frozenBy },
      {
        label: this.t('snapshots.fact.at'),
        text: now.instant(it.frozenAt, this.session.timeZone()),
      },
      { label: this.t('snapshots.fact.data'), text: now.number(it.dataVersion) },
      { label: this.t('snapshots.fact.definitions'), text: it.definitionsVersion },
      ...it.records.map(({ dataset, count }) => ({
        label: this.t(`dataset.${dataset}`),
        text: count === null ? this.t('absence.suppressed') : now.number(count),
      })),
    ];
  }
}
