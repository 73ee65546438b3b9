import { Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { FINDING_SOURCES } from '#contract/oversight/findings';
import { Directory } from '../../../core/directory.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { type NewFinding, OversightApi } from '../oversight-api.ts';
import { OversightNav } from '../oversight-nav.ts';

interface Draft {
  readonly body: string;
  readonly unit: string;
  readonly dueOn: string;
}

const MOST_RECOMMENDATIONS = 50;

/** Opens the file of a finding: what the report says, and the recommendations that follow. */
@Component({
  selector: 'pandu-new-finding-page',
  imports: [DayField, OversightNav, RouterLink],
  templateUrl: './new-finding-page.html',
  styleUrl: '../oversight.css',
})
export class NewFindingPage {
  private readonly api = inject(OversightApi);
  private readonly router = inject(Router);
  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly sources = FINDING_SOURCES;
  protected readonly units = computed(() => this.directory.units() ?? []);
  protected readonly number = signal('');
  protected readonly source = signal<NewFinding['source']>('bpk');
  protected readonly title = signal('');
  protected readonly body = signal('');
  /** The selected unit, for whoever comes from its findings. */
  protected readonly unit = signal(this.selection.unit() ?? '');
  protected readonly reportNumber = signal('');
  protected readonly reportOn = signal('');
  protected readonly receivedOn = signal(this.selection.today());
  protected readonly amount = signal('');
  protected readonly recommendations = signal<readonly Draft[]>([{ body: '', unit: '', dueOn: '' }]);
  protected readonly most = MOST_RECOMMENDATIONS;
  protected readonly sending = task();

  constructor() {
    this.directory.need('units');
  }

  protected chooseSource(id: string): void {
    this.source.set(FINDING_SOURCES.find((known) => known === id) ?? 'bpk');
  }

  protected change(index: number, change: Partial<Draft>): void {
    this.recommendations.update((all) => all.map((it, at) => (at === index ? { ...it, ...change } : it)));
  }

  protected add(): void {
    this.recommendations.update((all) => [...all, { body: '', unit: this.unit(), dueOn: '' }]);
  }

  protected remove(index: number): void {
    this.recommendations.update((all) => all.filter((_, at) => at !== index));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const missing = this.missing();
    if (missing !== null) return this.sending.refuse(this.t(missing));
    const added = await this.sending.run(() => this.api.addFinding(this.finding()));
    if (added !== undefined) await this.router.navigate(['/pengawasan/temuan', added.result.id]);
  }

  /** The key of what is still missing; null when all is there. */
  private missing(): string | null {
    const short = (text: string): boolean => text.trim().length < 3;
    if (this.number().trim() === '') return 'oversight.newFinding.needsNumber';
    if (short(this.title()) || short(this.body())) return 'oversight.newFinding.needsWords';
    if (this.unit() === '') return 'oversight.needs.unit';
    if (short(this.reportNumber()) || !isIsoDate(this.reportOn()) || !isIsoDate(this.receivedOn()))
      return 'oversight.newFinding.needsReport';
    if (this.amount().trim() !== '' && !/^\d{1,15}$/.test(this.amount().trim().replaceAll('.', '')))
      return 'oversight.newFinding.wrongAmount';
    const drafts = this.recommendations();
    if (drafts.some(({ body }) => short(body))) return 'oversight.newFinding.needsRecommendation';
    return drafts.some(({ dueOn }) => dueOn !== '' && !isIsoDate(dueOn)) ? 'period.invalid' : null;
  }

  private finding(): NewFinding {
    const amount = this.amount().trim().replaceAll('.', '');
    return {
      number: this.number().trim(),
      source: this.source(),
      title: this.title().trim(),
      body: this.body().trim(),
      unit: this.unit(),
      reportNumber: this.reportNumber().trim(),
      reportOn: this.reportOn(),
      receivedOn: this.receivedOn(),
      amount: amount === '' ? null : Number(amount),
      recommendations: this.recommendations().map(({ body, unit, dueOn }, index) => ({
        number: String(index + 1),
        body: body.trim(),
        unit: unit === '' ? this.unit() : unit,
        ...(dueOn === '' ? {} : { dueOn }),
      })),
    };
  }
}
