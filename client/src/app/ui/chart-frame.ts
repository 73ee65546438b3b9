import { Component, computed, contentChild, inject, input, output, signal } from '@angular/core';
import { saveFile } from '../core/save-file.ts';
import { Formats } from '../core/formats.ts';
import { Freshness } from '../core/freshness.ts';
import { Language } from '../core/language.ts';
import type { LiveRequest } from '../core/live-resource.ts';
import { OpenedParts } from '../core/opened-parts.ts';
import type { ProblemText } from '../core/problem.ts';
import { Session } from '../core/session.ts';
import { ChartPicture, chartImage } from './chart-picture.ts';
import { DataTable } from './data-table.ts';
import { ProblemNote } from './problem-note.ts';
import { Skeleton } from './skeleton.ts';
import { TableFiles } from './table-files.ts';
import { type Column, toCsv } from './table-column.ts';

/** The frame of every chart: its finding, the drawing, the same numbers as a table, and the ways to take it along. */
@Component({
  selector: 'pandu-chart-frame',
  imports: [DataTable, ProblemNote, Skeleton, TableFiles],
  templateUrl: './chart-frame.html',
  styleUrl: './chart-frame.css',
})
export class ChartFrame<Row> {
  /** The finding: what the chart says, as a sentence. */
  readonly finding = input.required<string>();
  /** The selection as a sentence, written under an exported image. */
  readonly selection = input.required<string>();
  readonly columns = input.required<readonly Column<Row>[]>();
  readonly rows = input.required<readonly Row[]>();
  /** Name of exported files, without ending. */
  readonly fileName = input.required<string>();
  /** What the numbers were asked with, so that the server makes the files; null where they come from several answers. */
  readonly file = input<LiveRequest | null>(null);
  readonly loading = input(false);
  readonly refreshing = input(false);
  readonly problem = input<ProblemText | null>(null);
  /** The sentence to show when there is nothing to draw; null when there is. */
  readonly empty = input<string | null>(null);
  /** Main finding of the page (a first-level heading), or one of several on it. */
  readonly level = input<1 | 2>(1);
  /** True when what is framed is itself the table, so that no second one is offered. */
  readonly isTable = input(false);
  readonly retry = output();

  private readonly language = inject(Language);
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  private readonly freshness = inject(Freshness);
  private readonly drawing = contentChild(ChartPicture);
  protected readonly t = this.language.t;
  private readonly opened = inject(OpenedParts);
  /** Its name in the address; that of the main chart stays when another number is drawn in it. */
  private readonly table = computed(() =>
    this.level() === 1 ? 'chart' : this.fileName().replace(/^pandu-/, ''),
  );
  protected readonly tableOpen = computed(() => this.opened.has(this.table()));
  /** What was just done, said where it was done. */
  protected readonly done = signal('');
  protected readonly hasPicture = computed(() => this.drawing() !== undefined);

  protected async toggleTable(): Promise<void> {
    await this.opened.toggle(this.table());
  }

  protected saveCsv(): void {
    const remark = this.session.demo() ? { header: this.t('demo.column'), text: this.t('demo.label') } : null;
    const csv = toCsv(this.columns(), this.rows(), this.language.locale(), remark);
    saveFile(new Blob([csv], { type: 'text/csv;charset=utf-8' }), `${this.fileName()}.csv`);
    this.done.set(this.t('chart.saved'));
  }

  protected async saveImage(): Promise<void> {
    const drawing = this.drawing()?.picture() ?? null;
    if (drawing === null) return;
    const style = getComputedStyle(document.documentElement);
    const colour = (name: string): string => style.getPropertyValue(`--${name}`).trim();
    const asOf = this.freshness.asOf();
    const source =
      asOf === null
        ? ''
        : this.t('chart.source', {
            at: this.formats.now.instant(asOf, this.session.timeZone()),
            version: this.freshness.dataVersion(),
          });
    const image = await chartImage(
      drawing,
      {
        finding: this.finding(),
        selection: this.selection(),
        source,
        demo: this.session.demo() ? this.t('demo.label') : null,
      },
      { paper: colour('paper'), ink: colour('ink'), muted: colour('muted') },
    );
    if (image === null) return;
    saveFile(image, `${this.fileName()}.png`);
    this.done.set(this.t('chart.saved'));
  }

  protected async copyLink(): Promise<void> {
    try {
      await navigator.clipboard.writeText(location.href);
      this.done.set(this.t('chart.linkCopied'));
    } catch {
      this.done.set(this.t('chart.linkNotCopied', { link: location.href }));
    }
  }
}
