import { Component, computed, inject, input } from '@angular/core';
import type { Figure, Span } from '#contract/reports/report-document';
import { Language } from '../../core/language.ts';
import { Mark, type MarkKind } from '../mark.ts';

/** The sign of a judgement, as on every other screen. */
export const MARKS: Readonly<Record<NonNullable<Figure['variation']>, MarkKind>> = {
  improving: 'better',
  worsening: 'worse',
  changed: 'neutral',
  stable: 'stable',
  unknown: 'unjudged',
};

/** A number of a report as it reads everywhere, with the sign of its judgement; the words of one that is not there are quiet. */
@Component({
  selector: 'pandu-report-figure',
  imports: [Mark],
  template: `<span class="number" [class.absent]="figure().value === null" [attr.data-figure]="figure().id">{{
      figure().text
    }}</span>
    @if (mark(); as kind) {
      <pandu-mark [kind]="kind" [label]="t('mark.' + kind)" />
    }`,
  styles: `
    :host {
      white-space: nowrap;
    }
    .absent {
      color: var(--muted);
      white-space: normal;
    }
    pandu-mark {
      margin-left: 7px;
    }
  `,
})
export class ReportFigure {
  readonly figure = input.required<Figure>();
  protected readonly t = inject(Language).t;
  protected readonly mark = computed<MarkKind | null>(() => {
    const { variation } = this.figure();
    return variation === undefined ? null : MARKS[variation];
  });
}

/** A sentence of a report: words, and numbers among them. */
@Component({
  selector: 'pandu-report-words',
  imports: [ReportFigure],
  template: `@for (span of spans(); track $index) {
    @if (isFigure(span)) {
      <pandu-report-figure [figure]="span" />
    } @else if (span.strong) {
      <b>{{ span.text }}</b>
    } @else {
      <span>{{ span.text }}</span>
    }
  }`,
})
export class ReportWords {
  readonly spans = input.required<readonly Span[]>();

  protected isFigure(span: Span): span is Figure {
    return 'value' in span;
  }
}
