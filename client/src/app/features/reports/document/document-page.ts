import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { formatsIn } from '#domain/formats/formats';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { PagePath, type PathStep } from '../../../ui/page-path.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { ReportSheet } from '../../../ui/report/report-sheet.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { ReportActions } from './report-actions.ts';
import { type AskedReport, liveReport } from './report-api.ts';
import { askedPeriod, daysOf, endOf, stepFrom } from './report-period.ts';

/** A report on the screen, with the ways to its other periods and to take it along. */
@Component({
  selector: 'pandu-document-page',
  imports: [PagePath, ProblemNote, ReportActions, ReportSheet, RouterLink, Skeleton],
  templateUrl: './document-page.html',
  styleUrl: './document-page.css',
})
export class DocumentPage {
  /** Which report, from the address. */
  readonly report = input.required<string>();
  /** `month` or `quarter`, and its days, from the address. */
  readonly grain = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();

  private readonly language = inject(Language);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  protected readonly t = this.language.t;

  protected readonly asked = computed<AskedReport>(
    () => ({
      report: this.report(),
      unit: this.selection.unit(),
      ...askedPeriod({ grain: this.grain(), from: this.from(), to: this.to() }, this.selection.today()),
    }),
    { equal: (one, other) => JSON.stringify(one) === JSON.stringify(other) },
  );
  protected readonly document = liveReport(() => this.asked());
  protected readonly path = computed<readonly PathStep[]>(() => {
    const title = this.document.value()?.title;
    return [
      { label: this.t('reportDocument.title'), link: { path: '/laporan', query: this.selection.carried() } },
      ...(title === undefined ? [] : [{ label: title, link: null }]),
    ];
  });
  /** The periods before and after, by name; one that has not begun is not offered. */
  protected readonly beside = computed(() => {
    const { grain, from } = this.asked();
    return ([-1, 1] as const)
      .map((step) => ({ step, start: stepFrom(grain, from, step) }))
      .filter(({ start }) => start <= this.selection.today())
      .map(({ step, start }) => ({
        step,
        query: this.addressOf({ ...this.asked(), from: start }),
        name: formatsIn(this.language.active() ?? 'id').period(
          { from: start, to: endOf(grain, start) },
          endOf(grain, start),
        ),
      }));
  });

  constructor() {
    // The address names the days that are shown, so that what surrounds the screen tells the same period.
    effect(() => {
      const wanted = this.addressOf(this.asked());
      const shown = { grain: this.grain(), from: this.from(), to: this.to() };
      const same =
        shown.grain === wanted['grain'] && shown.from === wanted['from'] && shown.to === wanted['to'];
      if (!same) untracked(() => void this.router.navigate([], { queryParams: wanted, replaceUrl: true }));
    });
  }

  private addressOf({ grain, from }: AskedReport): Record<string, string> {
    const days = daysOf(grain, from, this.selection.today());
    return { ...this.selection.with({ grain, ...days }) };
  }
}
