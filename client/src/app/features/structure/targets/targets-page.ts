import { Component, computed, effect, inject, signal } from '@angular/core';
import type { StructureOutcome } from '#contract/structure/structure-change';
import type { KeptTarget } from '#contract/structure/targets';
import { JUDGED_MEASURES } from '#domain/measures';
import { ANY, findTarget } from '#domain/targets/target-in-force';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Kamus } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { monthStart } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import { Skeleton } from '../../../ui/skeleton.ts';
import { StructureApi, liveTargets } from '../structure-api.ts';
import { StructureHead } from '../structure-head.ts';
import { StructureWords } from '../structure-words.ts';
import { TargetForm, fieldChoices, readFieldKey } from './target-form.ts';

/** All targets, and which of them a unit is held to. */
@Component({
  selector: 'pandu-targets-page',
  imports: [FormDialog, ProblemNote, Skeleton, StructureHead, TargetForm],
  templateUrl: './targets-page.html',
  styleUrl: '../structure.css',
})
export class TargetsPage {
  private readonly api = inject(StructureApi);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly selection = inject(Selection);
  protected readonly words = inject(StructureWords);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly targets = liveTargets();
  protected readonly editing = signal<KeptTarget | 'new' | null>(null);
  protected readonly removing = signal<KeptTarget | null>(null);
  protected readonly done = signal('');
  protected readonly groups = computed(() =>
    JUDGED_MEASURES.map((measure) => ({
      measure,
      label: this.kamus.measureLabel(measure),
      targets: (this.targets.value()?.items ?? []).filter((target) => target.measure === measure),
    })).filter(({ targets }) => targets.length > 0),
  );

  protected readonly tried = signal({ unit: '', service: '', field: 'turnaround.dueMetShare' });
  protected readonly choices = fieldChoices();
  /** Which target holds for the unit that is tried, in a sentence. */
  protected readonly found = computed(() => {
    const { unit, service, field: key } = this.tried();
    const entry = this.directory.findUnit(unit);
    const chosen = readFieldKey(key);
    const targets = this.targets.value()?.items;
    if (entry === null || chosen === null || targets === undefined) return '';
    const { measure, field } = chosen;
    const question = { unit, unitKind: entry.kind, service: service === '' ? null : service, measure, field };
    const target = findTarget(targets, question, monthStart(this.selection.today()));
    if (target === null) return this.t('structure.targets.noneHolds', { unit: entry.name });
    const kept = targets.find(
      (each) =>
        each.validFrom === target.validFrom &&
        findTarget([each], question, monthStart(this.selection.today())) !== null &&
        each.atLeast === target.atLeast &&
        each.atMost === target.atMost,
    );
    return this.t('structure.targets.holds', {
      unit: entry.name,
      target: kept === undefined ? '' : this.limits(kept),
      of: kept === undefined ? '' : this.whom(kept),
    });
  });

  constructor() {
    effect(() => {
      this.directory.need('units');
      this.directory.need('services');
    });
  }

  protected fieldName({ measure, field }: KeptTarget): string {
    return this.kamus.label(this.kamus.field(measure, field));
  }

  protected choiceName(key: string): string {
    const chosen = readFieldKey(key);
    if (chosen === null) return key;
    const { measure, field } = chosen;
    return `${this.kamus.measureLabel(measure)}: ${this.kamus.label(this.kamus.field(measure, field))}`;
  }

  /** "paling sedikit 90,0 %" */
  protected limits({ measure, field, atLeast, atMost }: KeptTarget): string {
    const told = (value: number) => this.formats.now.value(this.kamus.field(measure, field), value);
    return [
      ...(atLeast === null ? [] : [this.t('structure.targets.atLeastValue', { value: told(atLeast) })]),
      ...(atMost === null ? [] : [this.t('structure.targets.atMostValue', { value: told(atMost) })]),
    ].join(', ');
  }

  /** Whom it is for: a unit, a kind, or all; and of which service. */
  protected whom({ unit, unitKind, service }: KeptTarget): string {
    const place =
      unit !== ANY
        ? (this.directory.findUnit(unit)?.name ?? unit)
        : unitKind !== ANY
          ? this.t('structure.targets.everyKind', { kind: inSentence(this.t(`structure.kind.${unitKind}`)) })
          : this.t('structure.targets.everyUnit');
    return service === ANY ? place : `${place}, ${this.directory.serviceName(service)}`;
  }

  protected try(change: Partial<{ unit: string; service: string; field: string }>): void {
    this.tried.update((tried) => ({ ...tried, ...change }));
  }

  protected finish(outcome: StructureOutcome): void {
    this.editing.set(null);
    this.removing.set(null);
    this.done.set(this.words.saved(outcome));
    this.targets.reload();
  }

  protected async remove({ id, version }: KeptTarget): Promise<void> {
    const taken = await this.work.run(() =>
      this.api.send('DELETE', `/targets/${id}`, undefined, { version }),
    );
    if (taken !== undefined) this.finish(taken.result);
  }
}

/** The name of a kind inside a sentence: "kecamatan", but "SKPD" stays as it is. */
function inSentence(kind: string): string {
  return kind === kind.toLocaleUpperCase() ? kind : kind.toLocaleLowerCase();
}
