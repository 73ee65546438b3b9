import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { RECONCILED_DATASETS, type ReconciliationLine } from '#contract/oversight/reconciliations';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { MomentWords } from '../../../core/moment-words.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { MoreButton } from '../../../ui/more-button.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { OversightApi, liveReconciliations } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';

/** Another report held against ours: upload theirs, and every record that differs is named. */
@Component({
  selector: 'pandu-reconciliations-page',
  imports: [DayField, MoreButton, OversightNav, ProblemNote, RouterLink, Skeleton],
  templateUrl: './reconciliations-page.html',
  styleUrl: '../oversight.css',
})
export class ReconciliationsPage {
  private readonly api = inject(OversightApi);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  private readonly moments = inject(MomentWords);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly datasets = RECONCILED_DATASETS;
  protected readonly units = computed(() => this.directory.units() ?? []);
  protected readonly list = liveReconciliations();
  protected readonly dataset = signal<string>(RECONCILED_DATASETS[0]);
  protected readonly unit = signal(this.selection.unit() ?? '');
  protected readonly from = signal(this.selection.period().from);
  protected readonly to = signal(this.selection.period().to);
  protected readonly source = signal('');
  protected readonly file = signal<File | null>(null);
  protected readonly sending = task();

  constructor() {
    this.directory.need('units');
  }

  protected pick(event: Event): void {
    this.file.set(event.target instanceof HTMLInputElement ? (event.target.files?.[0] ?? null) : null);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const [file, source, from, to] = [this.file(), this.source().trim(), this.from(), this.to()];
    if (file === null) return this.sending.refuse(this.t('oversight.differences.needsFile'));
    if (source.length < 3) return this.sending.refuse(this.t('oversight.differences.needsSource'));
    if (!isIsoDate(from) || !isIsoDate(to) || from > to)
      return this.sending.refuse(this.t('oversight.differences.needsDays'));
    const query = {
      dataset: this.dataset(),
      from,
      to,
      source,
      ...(this.unit() === '' ? {} : { unit: this.unit() }),
    };
    const made = await this.sending.run(() => this.api.compare(file, query));
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
