import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  RECONCILED_DATASETS,
  type ReconciliationLine,
  type ReportPreview,
} from '#contract/oversight/reconciliations';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { ColumnMatching } from '../../../ui/columns/column-matching.ts';
import {
  type MatchedDataset,
  type Matching,
  mappingOf,
  missingFields,
  recognised,
} from '../../../ui/columns/column-mapping.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FileDrop } from '../../../ui/file-drop.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { OversightApi, liveReconciliations } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';

/** What may be compared, and the right to read its single records. */
const READ_BY = { 'service-cases': 'cases:read', complaints: 'complaints:read' } as const;

/** Another report held against ours: upload theirs, say what its columns are, and every record that differs is named. */
@Component({
  selector: 'pandu-reconciliations-page',
  imports: [ColumnMatching, DayField, FileDrop, MoreButton, OversightNav, ProblemNote, RouterLink, Skeleton],
  templateUrl: './reconciliations-page.html',
  styleUrl: '../oversight.css',
})
export class ReconciliationsPage {
  private readonly api = inject(OversightApi);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  protected readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly datasets = RECONCILED_DATASETS.filter((id) => this.session.can(READ_BY[id]));
  protected readonly units = computed(() => this.directory.units() ?? []);
  protected readonly list = liveReconciliations();
  protected readonly dataset = signal<string>(this.datasets[0] ?? RECONCILED_DATASETS[0]);
  protected readonly unit = signal(this.selection.unit() ?? '');
  protected readonly from = signal(this.selection.period().from);
  protected readonly to = signal(this.selection.period().to);
  protected readonly source = signal('');
  protected readonly file = signal<File | null>(null);
  protected readonly preview = signal<ReportPreview | null>(null);
  protected readonly matching = signal<Matching>([]);
  protected readonly matchingOpen = signal(false);
  protected readonly compared = computed<MatchedDataset>(() => ({
    name: this.dataset(),
    columns: this.preview()?.fields ?? [],
  }));
  protected readonly usedColumns = computed(() => this.matching().filter((field) => field !== null).length);
  protected readonly looking = task();
  protected readonly sending = task();

  constructor() {
    this.directory.need('units');
  }

  protected async chooseDataset(event: Event): Promise<void> {
    this.dataset.set(fieldText(event));
    const file = this.file();
    if (file !== null) await this.chooseFile(file);
  }

  /** Looks at the columns first: what is not recognised is shown at once. */
  protected async chooseFile(file: File): Promise<void> {
    this.file.set(file);
    this.preview.set(null);
    this.sending.clear();
    const dataset = this.dataset();
    const seen = await this.looking.run(() => this.api.previewReport(file, dataset));
    if (seen === undefined || this.file() !== file || this.dataset() !== dataset) return;
    this.matching.set(recognised(seen.result));
    this.matchingOpen.set(this.missing(seen.result).length > 0);
    this.preview.set(seen.result);
  }

  private missing({ fields }: ReportPreview): readonly string[] {
    const required = fields.filter((field) => field.required).map(({ english }) => english);
    return missingFields(this.matching(), required);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [file, source, from, to] = [this.file(), this.source().trim(), this.from(), this.to()];
    const preview = this.preview();
    if (file === null || preview === null)
      return this.sending.refuse(this.t('oversight.differences.needsFile'));
    if (source.length < 3) return this.sending.refuse(this.t('oversight.differences.needsSource'));
    if (!isIsoDate(from) || !isIsoDate(to) || from > to)
      return this.sending.refuse(this.t('oversight.differences.needsDays'));
    if (this.missing(preview).length > 0)
      return this.sending.refuse(this.t('oversight.differences.needsNumber'));
    const mapping = mappingOf(preview, this.matching(), {}, null);
    const query = {
      dataset: this.dataset(),
      from,
      to,
      source,
      ...(this.unit() === '' ? {} : { unit: this.unit() }),
    };
    const made = await this.sending.run(() => this.api.compare(file, mapping, query));
    if (made !== undefined) await this.router.navigate(['/pengawasan/selisih', made.result.id]);
  }

  protected facts(line: ReconciliationLine): string {
    return [
      line.source,
      line.unit.name,
      this.formats.now.days({ from: line.from, to: line.to }),
      line.fileName,
      `${line.by}, ${this.moments.date(line.at)}`,
    ].join(' · ');
  }
}
