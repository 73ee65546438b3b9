import { Component, inject, input } from '@angular/core';
import type { ReportDocument } from '#contract/reports/report-document';
import { Language } from '../../core/language.ts';
import { LetterheadView } from './letterhead.ts';
import { ReportBlockView } from './report-block.ts';

/** A report from its letterhead to its foot, drawn from its description; printed it stands on A4. */
@Component({
  selector: 'pandu-report-sheet',
  imports: [LetterheadView, ReportBlockView],
  templateUrl: './report-sheet.html',
  styleUrl: './report-sheet.css',
})
export class ReportSheet {
  readonly document = input.required<ReportDocument>();
  /** A newer one is on its way. */
  readonly busy = input(false);

  protected readonly t = inject(Language).t;
}
