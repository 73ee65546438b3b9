import { Component, inject, input } from '@angular/core';
import type { ReportBlock } from '#contract/reports/report-document';
import { Language } from '../../core/language.ts';
import { BigNumber } from '../big-number.ts';
import { ReportChartView } from './report-chart.ts';
import { ReportTableView } from './report-table.ts';
import { ReportWords } from './report-words.ts';

/** Any block of a report, in the look of the product. */
@Component({
  selector: 'pandu-report-block',
  imports: [BigNumber, ReportChartView, ReportTableView, ReportWords],
  templateUrl: './report-block.html',
  styleUrl: './report-block.css',
})
export class ReportBlockView {
  readonly block = input.required<ReportBlock>();

  protected readonly t = inject(Language).t;

  protected times(count: number): readonly number[] {
    return Array.from({ length: count }, (_each, index) => index);
  }
}
