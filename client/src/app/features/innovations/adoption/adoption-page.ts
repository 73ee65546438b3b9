import { Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { type Adoption, type AdoptionChange, AdoptionApi, liveAdoption } from './adoption-api.ts';
import { InnovationPath } from '../innovation-path.ts';
import { AdoptionReport } from './adoption-report.ts';
import { AdoptionWords } from './adoption-words.ts';
import { AdoptionBaselineTable } from './baseline-table.ts';
import type { StepRow } from './step-rows.ts';
import { StepsEditor } from './steps-editor.ts';

/** One plan: its steps, how it goes, what it began with, and what the source is told of it. */
@Component({
  selector: 'pandu-adoption-page',
  imports: [
    AdoptionBaselineTable,
    InnovationPath,
    AdoptionReport,
    ProblemNote,
    RouterLink,
    Skeleton,
    StepsEditor,
  ],
  templateUrl: './adoption-page.html',
  styleUrls: ['../innovations.css', './adoption.css'],
})
export class AdoptionPage {
  readonly id = input.required<string>();

  private readonly api = inject(AdoptionApi);
  private readonly router = inject(Router);
  private readonly selection = inject(Selection);
  protected readonly formats = inject(Formats);
  protected readonly words = inject(AdoptionWords);
  protected readonly t = inject(Language).t;
  protected readonly live = liveAdoption(() => this.id());
  /** The last change that is known here: what somebody else changed since is not overwritten. */
  private readonly readAt = linkedSignal(() => this.live.value()?.updatedAt ?? '');
  protected readonly stepping = task();
  protected readonly acting = task();
  protected readonly mayChange = computed(() => this.may('change'));

  protected may(action: Adoption['actions'][number]): boolean {
    return this.live.value()?.actions.includes(action) ?? false;
  }

  protected async saveSteps(steps: readonly StepRow[]): Promise<void> {
    await this.stepping.run(() => this.change({ steps: [...steps] }));
  }

  /** Used by the report too: changes by what is known of the plan now. */
  protected readonly change = async (change: Omit<AdoptionChange, 'readAt'>): Promise<void> => {
    this.know(await this.api.change(this.id(), { readAt: this.readAt(), ...change }));
  };

  protected readonly end = async (body: object): Promise<void> => {
    this.know(await this.api.act(this.id(), 'end', body));
  };

  protected async start(): Promise<void> {
    await this.act('start', { on: this.selection.today() });
  }

  protected async tell(told: boolean): Promise<void> {
    await this.act('tell', { told });
  }

  protected async writeEntry(): Promise<void> {
    const it = this.live.value();
    if (it === undefined) return;
    const name = this.t('adoption.entryName', { name: it.source.name, unit: it.unit.name }).slice(0, 160);
    const begun = await this.acting.run(() => this.api.writeEntry(it.id, { name, acronym: '' }));
    if (begun !== undefined) await this.router.navigate(['/inovasi', begun.result, 'sunting']);
  }

  private async act(step: 'start' | 'tell', body: object): Promise<void> {
    const done = await this.acting.run(() => this.api.act(this.id(), step, body));
    if (done !== undefined) this.know(done.result);
  }

  /** The plan as it is after a change; the next change goes on from there, even before it was read anew. */
  private know({ updatedAt }: Adoption): void {
    this.readAt.set(updatedAt);
    this.live.reload();
  }
}
