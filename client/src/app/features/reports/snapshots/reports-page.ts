import { Component, computed, effect, inject, input, signal } from '@angular/core';
import { type Params, Router, RouterLink } from '@angular/router';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { type Choice, ChoiceLinks } from '../../../ui/choice-links.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { liveReportList, queryOf } from '../document/report-api.ts';
import { MadeReports } from '../made/made-reports.ts';
import { ReportsNav } from '../reports-nav.ts';
import { FreezeForm } from './freeze-form.ts';
import { FreezeProgress } from './freeze-progress.ts';
import { FreezeFollower } from './freeze-run.ts';
import { liveSnapshots, type ReportPeriod } from './snapshots-api.ts';

/** What can be had on paper: the reports of every period, how far its figures have come, and freezing them. */
@Component({
  selector: 'pandu-reports-page',
  imports: [
    ChoiceLinks,
    FreezeForm,
    FreezeProgress,
    MadeReports,
    ProblemNote,
    ReportsNav,
    RouterLink,
    Skeleton,
  ],
  providers: [FreezeFollower],
  templateUrl: './reports-page.html',
  styleUrl: './reports-page.css',
})
export class ReportsPage {
  readonly grain = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  private readonly moments = inject(MomentWords);
  protected readonly follower = inject(FreezeFollower);
  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);

  protected readonly live = liveSnapshots(() => this.selection.unit());
  protected readonly reportList = liveReportList(() => this.selection.unit());
  protected readonly chosenGrain = computed(() => (this.grain() === 'quarter' ? 'quarter' : 'month'));
  protected readonly grains = computed<readonly Choice[]>(() =>
    (['month', 'quarter'] as const).map((grain) => ({
      label: this.t(`snapshots.grain.${grain}`),
      on: this.chosenGrain() === grain,
      change: { grain: grain === 'month' ? null : grain },
    })),
  );
  protected readonly periods = computed(() =>
    (this.live.value()?.periods ?? []).filter(({ grain }) => grain === this.chosenGrain()),
  );
  /** Reports that are made of the chosen grain; the brief goes with each of them. */
  protected readonly reports = computed(() =>
    (this.reportList.value()?.items ?? []).filter(
      ({ grains, formats }) => grains.some((each) => each === this.chosenGrain()) && formats.includes('pdf'),
    ),
  );
  /** The last period that is over: what it is about. */
  protected readonly latest = computed(() => this.periods().find(({ over }) => over) ?? null);
  protected readonly heading = computed(() => {
    const latest = this.latest();
    if (latest === null) return this.t('snapshots.title');
    const state = latest.snapshot?.state ?? 'sementara';
    return this.t(`snapshots.heading.${state}`, { period: latest.periodName });
  });
  /** Figures are frozen for the kabupaten and all its units at once, so only from the top. */
  protected readonly mayFreeze = computed(() => {
    const list = this.live.value();
    return list?.mayFreeze === true && list.unit === this.session.kabupaten()?.code;
  });
  protected readonly asked = signal<ReportPeriod | null>(null);
  protected readonly order = async (reason: string | null): Promise<void> => {
    const period = this.asked();
    if (period === null) return;
    try {
      await this.follower.start(period, reason, () => this.live.reload());
    } catch (refusal) {
      // Somebody else was first: the list shows it once the dialog is closed.
      this.live.reload();
      throw refusal;
    }
  };

  constructor() {
    effect(() => {
      const running = this.live.value()?.running;
      if (running) this.follower.follow(running, () => this.live.reload());
    });
  }

  protected address(period: ReportPeriod): Params {
    const { grain, from } = period;
    return queryOf({ report: '', unit: this.selection.unit(), grain, from });
  }

  protected state(period: ReportPeriod): string {
    if (period.snapshot !== null) return this.t(`snapshots.state.${period.snapshot.state}`);
    return this.t(period.over ? 'snapshots.state.sementara' : 'snapshots.state.running');
  }

  protected frozen(period: ReportPeriod): string {
    const snapshot = period.snapshot;
    return snapshot === null
      ? ''
      : this.t('snapshots.frozenBy', {
          by: snapshot.frozenBy,
          day: this.moments.date(snapshot.frozenAt),
        });
  }

  /** Opens the figures of a code as it stands on paper. */
  protected async open(event: Event, field: HTMLInputElement): Promise<void> {
    event.preventDefault();
    const typed = field.value.trim();
    if (typed === '') field.focus();
    else await this.router.navigate(['/laporan/angka', typed]);
  }
}
