import { Component, computed, effect, inject, input, linkedSignal, output } from '@angular/core';
import { UNIT_KINDS } from '#contract/reference';
import type { StructureOutcome } from '#contract/structure/structure-change';
import type { KeptTarget } from '#contract/structure/targets';
import { MEASURES, JUDGED_MEASURES, type MeasureId, WATCHED_FIELDS, findField } from '#domain/measures';
import { ANY } from '#domain/targets/target-in-force';
import { Directory } from '../../../core/directory.ts';
import { Kamus } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { StructureApi } from '../structure-api.ts';
import { readTarget, typedTarget } from './target-value.ts';

/** All fields as `measure.field`: those that are watched for signals first. */
export function fieldChoices(): readonly string[] {
  const watched = WATCHED_FIELDS.map(({ key }) => key);
  const all = JUDGED_MEASURES.flatMap((measure) =>
    MEASURES[measure].fields.map(({ id }) => `${measure}.${id}`),
  );
  return [...new Set([...watched, ...all])];
}

/** The measure and field of a choice; null when there is no such field. */
export function readFieldKey(key: string): { readonly measure: MeasureId; readonly field: string } | null {
  const [name = '', field = ''] = key.split('.');
  const measure = JUDGED_MEASURES.find((id) => id === name);
  return measure !== undefined && findField(measure, field) !== null ? { measure, field } : null;
}

/** Sets a target, or changes one. */
@Component({
  selector: 'pandu-target-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t(target() === null ? 'structure.targets.add' : 'structure.targets.changeTitle')"
      [verb]="t('structure.save')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="submit()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('structure.targets.field') }}</span>
        <select class="input" (change)="key.set(text($event))">
          @for (choice of choices; track choice) {
            <option [value]="choice" [selected]="choice === key()">{{ choiceName(choice) }}</option>
          }
        </select>
        <small class="hint">{{ field()?.definition }}</small>
      </label>
      <label class="field"
        ><span>{{ t('structure.targets.whom') }}</span>
        <select class="input" (change)="whom.set(text($event))">
          <option value="*" [selected]="whom() === '*'">{{ t('structure.targets.everyUnit') }}</option>
          @for (kind of kinds; track kind) {
            <option [value]="'kind:' + kind" [selected]="whom() === 'kind:' + kind">
              {{ t('structure.targets.everyKind', { kind: t('structure.kind.' + kind) }) }}
            </option>
          }
          @for (choice of directory.units() ?? []; track choice.code) {
            <option [value]="'unit:' + choice.code" [selected]="whom() === 'unit:' + choice.code">
              {{ ' '.repeat(choice.depth) }}{{ choice.name }}
            </option>
          }
        </select>
        <small class="hint">{{ t('structure.targets.whomHint') }}</small>
      </label>
      @if (takesService()) {
        <label class="field"
          ><span>{{ t('structure.targets.service') }}</span>
          <select class="input" (change)="service.set(text($event))">
            <option value="*" [selected]="service() === '*'">{{ t('structure.targets.allServices') }}</option>
            @for (choice of directory.services() ?? []; track choice.code) {
              <option [value]="choice.code" [selected]="choice.code === service()">{{ choice.name }}</option>
            }
          </select>
        </label>
      }
      <div class="pair">
        <label class="field"
          ><span>{{ t('structure.targets.atLeast', { unit: unitName() }) }}</span>
          <input
            class="input"
            inputmode="decimal"
            autocomplete="off"
            [value]="atLeast()"
            (input)="atLeast.set(text($event))"
          />
        </label>
        <label class="field"
          ><span>{{ t('structure.targets.atMost', { unit: unitName() }) }}</span>
          <input
            class="input"
            inputmode="decimal"
            autocomplete="off"
            [value]="atMost()"
            (input)="atMost.set(text($event))"
          />
        </label>
      </div>
      <div class="pair">
        <pandu-day-field [label]="t('structure.validFrom')" [day]="from()" (typing)="from.set($event)" />
        <pandu-day-field
          [label]="t('structure.lastDay')"
          [hint]="t('structure.lastDayHint')"
          [day]="to()"
          (typing)="to.set($event)"
        />
      </div>
      <label class="field"
        ><span>{{ t('structure.legalBasis') }}</span>
        <input class="input" autocomplete="off" [value]="basis()" (input)="basis.set(text($event))" />
      </label>
    </pandu-form-dialog>
  `,
  styleUrl: '../structure.css',
})
export class TargetForm {
  /** The target that is changed; null for a new one. */
  readonly target = input.required<KeptTarget | null>();
  readonly saved = output<StructureOutcome>();
  readonly closed = output();

  private readonly api = inject(StructureApi);
  private readonly kamus = inject(Kamus);
  private readonly selection = inject(Selection);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly choices = fieldChoices();
  protected readonly kinds = UNIT_KINDS.filter((kind) => kind !== 'kabupaten');
  protected readonly key = linkedSignal(() => {
    const target = this.target();
    return target === null ? 'turnaround.dueMetShare' : `${target.measure}.${target.field}`;
  });
  protected readonly field = computed(() => {
    const chosen = readFieldKey(this.key());
    return chosen === null ? null : findField(chosen.measure, chosen.field);
  });
  protected readonly takesService = computed(() => {
    const chosen = readFieldKey(this.key());
    return chosen !== null && MEASURES[chosen.measure].filters.includes('service');
  });
  protected readonly unitName = computed(() =>
    this.t(`structure.fieldUnit.${this.field()?.unit ?? 'count'}`),
  );
  protected readonly whom = linkedSignal(() => {
    const target = this.target();
    if (target === null) return ANY;
    if (target.unit !== ANY) return `unit:${target.unit}`;
    return target.unitKind === ANY ? ANY : `kind:${target.unitKind}`;
  });
  protected readonly service = linkedSignal(() => this.target()?.service ?? ANY);
  protected readonly atLeast = linkedSignal(() => this.typed(this.target()?.atLeast ?? null));
  protected readonly atMost = linkedSignal(() => this.typed(this.target()?.atMost ?? null));
  protected readonly from = linkedSignal<string>(
    () => this.target()?.validFrom ?? `${this.selection.today().slice(0, 4)}-01-01`,
  );
  protected readonly to = linkedSignal<string>(() => this.target()?.validTo ?? '');
  protected readonly basis = linkedSignal(() => this.target()?.legalBasis ?? '');

  constructor() {
    effect(() => {
      this.directory.need('units');
      this.directory.need('services');
    });
  }

  protected choiceName(key: string): string {
    const chosen = readFieldKey(key);
    if (chosen === null) return key;
    const { measure, field } = chosen;
    return `${this.kamus.measureLabel(measure)}: ${this.kamus.label(this.kamus.field(measure, field))}`;
  }

  protected async submit(): Promise<void> {
    const chosen = readFieldKey(this.key());
    const field = this.field();
    if (chosen === null || field === null) return;
    const limits = [this.atLeast(), this.atMost()].map((text) => ({ text, value: readTarget(text, field) }));
    const [atLeast, atMost] = limits.map(({ value }) => value);
    if (limits.some(({ text, value }) => text.trim() !== '' && value === null))
      return this.work.refuse(this.t('structure.targets.numberWrong'));
    if (limits.every(({ value }) => value === null))
      return this.work.refuse(this.t('structure.targets.empty'));
    if (field.unit === 'share' && limits.some(({ value }) => (value ?? 0) > 1))
      return this.work.refuse(this.t('structure.targets.overHundred'));
    const [from, to] = [this.from().trim(), this.to().trim()];
    if (!isIsoDate(from) || (to !== '' && !isIsoDate(to))) return this.work.refuse(this.t('period.invalid'));
    const [kind = '', name = ''] = this.whom().split(':');
    const body = {
      ...chosen,
      unit: kind === 'unit' ? name : ANY,
      unitKind: kind === 'kind' ? name : ANY,
      service: this.takesService() ? this.service() : ANY,
      atLeast: atLeast ?? null,
      atMost: atMost ?? null,
      validFrom: from,
      validTo: to === '' ? null : to,
      legalBasis: this.basis().trim() === '' ? null : this.basis().trim(),
    };
    const target = this.target();
    const saved = await this.work.run(() =>
      target === null
        ? this.api.send('POST', '/targets', body)
        : this.api.send('PUT', `/targets/${target.id}`, { version: target.version, ...body }),
    );
    if (saved !== undefined) this.saved.emit(saved.result);
  }

  private typed(value: number | null): string {
    const field = this.field();
    return field === null ? '' : typedTarget(value, field);
  }
}
