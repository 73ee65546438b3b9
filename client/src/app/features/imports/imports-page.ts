import { Component, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { type ProblemText, problemOf } from '../../core/problem.ts';
import { Session } from '../../core/session.ts';
import { ProblemNote } from '../../ui/problem-note.ts';
import { Skeleton } from '../../ui/skeleton.ts';
import {
  type FixedValues,
  type Matching,
  fixedFields,
  mappingOf,
  missingFields,
  readMapping,
  recognised,
} from '../../ui/columns/column-mapping.ts';
import { ColumnMatching } from '../../ui/columns/column-matching.ts';
import { FileDrop } from '../../ui/file-drop.ts';
import { ImportOutcome } from './import-outcome.ts';
import { ImportRun } from './import-run.ts';
import {
  type Dataset,
  type DatasetName,
  type ImportPreview,
  ImportsApi,
  liveDatasets,
  templateAddress,
} from './imports-api.ts';
import { PastImports } from './past-imports.ts';
import { ReportingList } from './reporting/reporting-list.ts';

/**
 * Data in: who has reported, then choose what it is, give the file, see what was recognised, check, then load. The same file
 * again changes nothing. Who may not load anything sees who has reported.
 */
@Component({
  selector: 'pandu-imports-page',
  imports: [ColumnMatching, FileDrop, ImportOutcome, PastImports, ProblemNote, ReportingList, Skeleton],
  providers: [ImportRun],
  templateUrl: './imports-page.html',
  styleUrl: './imports-page.css',
})
export class ImportsPage {
  private readonly session = inject(Session);
  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly api = inject(ImportsApi);
  protected readonly run = inject(ImportRun);
  protected readonly mayLoad = computed(() => this.session.can('imports:write'));
  protected readonly datasets = liveDatasets(this.mayLoad);
  private readonly past = viewChild(PastImports);

  private readonly chosenName = signal<DatasetName>('service-cases');
  protected readonly dataset = computed<Dataset | null>(
    () => this.datasets.value()?.items.find((dataset) => dataset.name === this.chosenName()) ?? null,
  );
  protected readonly offered = computed(
    () => this.datasets.value()?.items.filter(({ loadable }) => loadable) ?? [],
  );
  protected readonly file = signal<File | null>(null);
  protected readonly preview = signal<ImportPreview | null>(null);
  protected readonly previewing = signal(false);
  protected readonly previewProblem = signal<ProblemText | null>(null);
  protected readonly matching = signal<Matching>([]);
  protected readonly matchingOpen = signal(false);
  protected readonly written = signal('');
  protected readonly fixed = signal<FixedValues>({});

  protected readonly writtenMapping = computed(() => readMapping(this.written()));
  /** Fields that the written mapping fills: constants, and columns it names. */
  protected readonly constants = computed(() => {
    const mapping = this.writtenMapping();
    const typed = fixedFields(this.fixed());
    if (mapping === null || mapping === 'invalid') return typed;
    const constants = mapping['constants'];
    return [
      ...typed,
      ...Object.keys(typeof constants === 'object' && constants !== null ? constants : {}),
      ...Object.keys(mapping.columns ?? {}),
    ];
  });
  protected readonly missing = computed(() => {
    const required = (this.dataset()?.columns ?? []).filter(
      (column) => column.required && !this.constants().includes(column.english),
    );
    return missingFields(
      this.matching(),
      required.map((column) => column.english),
    );
  });
  protected readonly foreign = computed(() => this.missing().length > 0);
  protected readonly ready = computed(
    () =>
      this.preview() !== null &&
      this.missing().length === 0 &&
      this.writtenMapping() !== 'invalid' &&
      !this.run.busy(),
  );
  protected readonly ended = computed(() => {
    const result = this.run.result();
    return result !== null && (result.status === 'succeeded' || result.status === 'failed') ? result : null;
  });
  /** True once the checks have passed at least for some rows: only then may the file be loaded. */
  protected readonly checked = computed(() => {
    const result = this.ended();
    return (
      result !== null &&
      result.dryRun &&
      result.status === 'succeeded' &&
      result.rowsRejected < result.rowsRead
    );
  });

  constructor() {
    effect(() => {
      if (this.ended() !== null) untracked(() => this.past()?.reload());
    });
  }

  protected template(dataset: Dataset): string {
    return templateAddress(dataset.name);
  }

  protected async chooseDataset(name: DatasetName): Promise<void> {
    this.chosenName.set(name);
    // A mapping belongs to one kind of data.
    this.written.set('');
    this.fixed.set({});
    const file = this.file();
    if (file !== null) await this.chooseFile(file);
  }

  protected async chooseFile(file: File): Promise<void> {
    this.file.set(file);
    this.run.reset();
    this.preview.set(null);
    this.previewProblem.set(null);
    this.previewing.set(true);
    try {
      const mapping = this.writtenMapping();
      const preview = await this.api.preview(this.chosenName(), file, mapping === 'invalid' ? null : mapping);
      this.matching.set(recognised(preview));
      this.preview.set(preview);
      this.matchingOpen.set(
        preview.missing.length > 0 || this.missing().length > 0 || this.chosenName() === 'survey-responses',
      );
    } catch (error) {
      this.previewProblem.set(problemOf(error));
    } finally {
      this.previewing.set(false);
    }
  }

  protected write(event: Event): void {
    if (event.target instanceof HTMLTextAreaElement) this.written.set(event.target.value);
  }

  /** A changed matching makes the last check worthless. */
  protected rematch(matching: Matching): void {
    this.matching.set(matching);
    this.run.reset();
  }

  /** A changed value makes the last check worthless, too. */
  protected fix(fixed: FixedValues): void {
    this.fixed.set(fixed);
    this.run.reset();
  }

  protected async send(dryRun: boolean): Promise<void> {
    const [file, preview, written] = [this.file(), this.preview(), this.writtenMapping()];
    if (file === null || preview === null || written === 'invalid') return;
    await this.run.start(
      this.chosenName(),
      file,
      mappingOf(preview, this.matching(), this.fixed(), written),
      dryRun,
    );
  }
}
