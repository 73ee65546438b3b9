import { Component, computed, inject, input, signal } from '@angular/core';
import type { FileFormat } from '#contract/reports/documents';
import type { ReportDocument } from '#contract/reports/report-document';
import { focusKeeper } from '../../../core/focus-keeper.ts';
import { Language } from '../../../core/language.ts';
import { problemOf, problemSentence } from '../../../core/problem.ts';
import { type AskedReport, ReportFiles, liveReportList, queryOf } from './report-api.ts';

/** The report that a brief leads to. */
const IN_FULL = 'laporan-kinerja';

/** Ways to take a report along: as files, on paper, and in a message. */
@Component({
  selector: 'pandu-report-actions',
  template: `
    <div class="actions">
      @for (format of files(); track format) {
        <button type="button" class="action" [disabled]="busy() !== null" (click)="save(format)">
          {{ t('reportDocument.save.' + format) }}
        </button>
      }
      <button type="button" class="action" (click)="print()">{{ t('reportDocument.print') }}</button>
      @if (hasBrief()) {
        <button type="button" class="action" [disabled]="busy() !== null" (click)="copy()">
          {{ t('reportDocument.copy') }}
        </button>
        @if (canShare) {
          <button type="button" class="action" [disabled]="busy() !== null" (click)="share()">
            {{ t('reportDocument.share') }}
          </button>
        }
      }
      <span class="note" role="status">{{ said() }}</span>
    </div>
    @if (brief(); as text) {
      <textarea
        readonly
        rows="12"
        [attr.aria-label]="t('reportDocument.briefText')"
        [value]="text"
      ></textarea>
    }
  `,
  styles: `
    :host {
      display: block;
      margin: 12px 0 20px;
    }
    .note:empty {
      display: none;
    }
    textarea {
      display: block;
      width: 100%;
      max-width: 560px;
      margin-top: 12px;
      padding: 10px 12px;
      font: var(--table);
      background: var(--wash);
      border: 1px solid var(--control);
      border-radius: var(--radius);
    }
    @media print {
      :host {
        display: none;
      }
    }
  `,
})
export class ReportActions {
  readonly asked = input.required<AskedReport>();
  readonly document = input.required<ReportDocument>();

  protected readonly t = inject(Language).t;
  private readonly service = inject(ReportFiles);
  private readonly keepFocus = focusKeeper();
  private readonly list = liveReportList(() => this.asked().unit);
  protected readonly busy = signal<FileFormat | null>(null);
  /** What was just done, said where it was done. */
  protected readonly said = signal('');
  /** The brief to be taken by hand, where the browser gives no other way. */
  protected readonly brief = signal<string | null>(null);
  protected readonly canShare = typeof navigator.share === 'function';

  private readonly offered = computed(() => this.list.value()?.items ?? []);
  protected readonly files = computed<readonly FileFormat[]>(() => {
    const formats = this.offered().find(({ report }) => report === this.asked().report)?.formats ?? [];
    return formats.filter((format) => format !== 'text');
  });
  /** The brief sums up the report in full: beside another one it would be taken for that one's. */
  protected readonly hasBrief = computed(() => {
    const { report } = this.asked();
    return this.offered().some(
      (each) => each.formats.includes('text') && (report === IN_FULL || report === each.report),
    );
  });

  protected async save(format: FileFormat): Promise<void> {
    await this.during(format, async () => {
      await this.service.save(this.asked(), format);
      this.said.set(this.t('files.saved'));
    });
  }

  protected async copy(): Promise<void> {
    await this.during('text', async () => {
      const text = this.briefText();
      try {
        await copied(text);
        this.said.set(this.t('reportDocument.copied'));
      } catch {
        this.brief.set(await text);
        this.said.set(this.t('reportDocument.notCopied'));
      }
    });
  }

  protected async share(): Promise<void> {
    await this.during('text', async () => {
      const text = await this.briefText();
      try {
        await navigator.share({ text });
      } catch (error) {
        // Who closes the list of apps has not failed.
        if (error instanceof DOMException && error.name === 'AbortError') return;
        this.brief.set(text);
        this.said.set(this.t('reportDocument.notCopied'));
      }
    });
  }

  protected print(): void {
    window.print();
  }

  /** The brief as the server tells it; where it does not know the address of PANDU, the browser does. */
  private async briefText(): Promise<string> {
    const text = await this.service.brief(this.asked());
    if (this.document().figures.link !== null) return text;
    const query = new URLSearchParams(queryOf(this.asked()));
    return `${text}\n${location.origin}/laporan/${IN_FULL}?${query.toString()}`;
  }

  private async during(format: FileFormat, work: () => Promise<void>): Promise<void> {
    const giveBack = this.keepFocus();
    this.busy.set(format);
    this.brief.set(null);
    this.said.set(this.t('reportDocument.making'));
    try {
      await work();
    } catch (error) {
      this.said.set(problemSentence(problemOf(error), this.t));
    } finally {
      this.busy.set(null);
      giveBack();
    }
  }
}

/** Begins to copy at once, while the text is on its way: later the press of the button would no longer count. */
async function copied(text: Promise<string>): Promise<void> {
  if (typeof ClipboardItem === 'undefined') {
    await navigator.clipboard.writeText(await text);
    return;
  }
  const blob = text.then((words) => new Blob([words], { type: 'text/plain' }));
  await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob })]);
}
