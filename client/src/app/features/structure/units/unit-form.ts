import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { StructureOutcome } from '#contract/structure/structure-change';
import type { KeptUnit } from '#contract/structure/units';
import { UNIT_KINDS, type UnitKind } from '#contract/reference';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { EffectsNote } from '../effects-note.ts';
import { StructureApi, liveCalendars, trialTask } from '../structure-api.ts';
import { unitRows } from './unit-tree-rows.ts';

/** `succeed` ends a unit and adds the one that follows it, also under another parent. */
export type UnitFormMode = 'add' | 'change' | 'end' | 'succeed';

/** Adds, changes, ends or succeeds a unit, after saying what follows from it. */
@Component({
  selector: 'pandu-unit-form',
  imports: [DayField, EffectsNote, FormDialog],
  templateUrl: './unit-form.html',
  styleUrl: '../structure.css',
})
export class UnitForm {
  readonly mode = input.required<UnitFormMode>();
  readonly units = input.required<readonly KeptUnit[]>();
  /** The unit that is changed; none when one is added. */
  readonly unit = input<KeptUnit | null>(null);
  readonly saved = output<StructureOutcome>();
  readonly closed = output();

  private readonly api = inject(StructureApi);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly kinds = UNIT_KINDS.filter((kind) => kind !== 'kabupaten');
  protected readonly saving = trialTask();
  private readonly kept = liveCalendars();
  protected readonly calendars = computed(() => this.kept.value()?.items ?? []);
  /** As it was read: somebody else's change in the meantime is refused, not written over. */
  private readonly version = linkedSignal<string>(() => this.unit()?.version ?? '');
  protected readonly isRoot = computed(() => this.unit() !== null && this.unit()?.parentCode === null);

  protected readonly code = signal('');
  protected readonly name = linkedSignal<string>(() => this.unit()?.name ?? '');
  protected readonly kind = linkedSignal<string>(() => this.unit()?.kind ?? 'skpd');
  protected readonly parent = linkedSignal<string>(() => this.unit()?.parentCode ?? this.root());
  protected readonly calendar = linkedSignal<string>(() => this.unit()?.calendarCode ?? 'default');
  protected readonly predecessor = linkedSignal<string>(() => this.unit()?.predecessorCode ?? '');
  protected readonly from = linkedSignal<string>(() => {
    const mode = this.mode();
    return mode === 'change' || mode === 'end' ? (this.unit()?.validFrom ?? '') : this.selection.today();
  });
  protected readonly to = linkedSignal<string>(() =>
    this.mode() === 'end' ? (this.unit()?.validTo ?? this.selection.today()) : (this.unit()?.validTo ?? ''),
  );
  protected readonly choices = computed(() => {
    const own = this.mode() === 'add' ? null : (this.unit()?.code ?? null);
    return unitRows(this.units()).filter(({ unit }) => unit.code !== own);
  });
  private readonly root = computed(() => this.units().find((unit) => unit.parentCode === null)?.code ?? '');

  /** What the form itself knows to follow. */
  protected readonly sentences = computed<readonly string[]>(() => {
    const unit = this.unit();
    const [name, from, to] = [this.name().trim(), this.from(), this.to()];
    const parent = this.units().find(({ code }) => code === this.parent())?.name ?? '';
    const day = (date: string) => this.formats.now.date(date);
    switch (this.mode()) {
      case 'add':
        return from === '' ? [] : [this.t('structure.units.willAdd', { name, parent, day: day(from) })];
      case 'succeed':
        return [
          this.t('structure.units.willSucceed', { name, parent, day: day(from), old: unit?.name ?? '' }),
          this.t('structure.units.historyStays', { old: unit?.name ?? '' }),
        ];
      case 'end':
        return [this.t('structure.units.willEnd', { name, day: day(to) })];
      case 'change':
        return [
          ...(unit !== null && this.parent() !== (unit.parentCode ?? this.root())
            ? [this.t('structure.units.willMove', { parent })]
            : []),
          ...(unit !== null && this.calendar() !== unit.calendarCode
            ? [this.t('structure.units.willRecount')]
            : []),
        ];
    }
  });

  protected indent(depth: number): string {
    return '\u2003'.repeat(depth);
  }

  protected async submit(): Promise<void> {
    const { task } = this.saving;
    const [mode, from, to] = [this.mode(), this.from().trim(), this.to().trim()];
    if (this.name().trim().length < 2) return task.refuse(this.t('structure.nameMissing'));
    const makes = mode === 'add' || mode === 'succeed';
    if (makes && !/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/.test(this.code().trim()))
      return task.refuse(this.t('structure.codeWrong'));
    if ([from, to].some((day) => day !== '' && !isIsoDate(day)) || (mode === 'succeed' && from === ''))
      return task.refuse(this.t('period.invalid'));
    if (mode === 'end' && to === '') return task.refuse(this.t('period.invalid'));
    const outcome = await this.saving.submit((query) => this.send(query));
    if (outcome !== undefined) this.saved.emit(outcome);
  }

  private send(query: Readonly<Record<string, string>>): Promise<StructureOutcome> {
    const dayOrNull = (day: string) => (day.trim() === '' ? null : day);
    const shared = {
      name: this.name().trim(),
      kind: (this.isRoot() ? 'kabupaten' : this.kind()) as UnitKind,
      parentCode: this.isRoot() ? null : this.parent(),
      calendarCode: this.calendar(),
    };
    const path = `/units/${encodeURIComponent(this.unit()?.code ?? '')}`;
    const code = this.code().trim();
    if (this.mode() === 'succeed') {
      const body = { version: this.version(), from: this.from(), code, ...shared };
      return this.api.send('POST', `${path}/successor`, body, query);
    }
    const values = {
      ...shared,
      validFrom: dayOrNull(this.from()),
      validTo: dayOrNull(this.to()),
      predecessorCode: this.predecessor() === '' ? null : this.predecessor(),
    };
    return this.mode() === 'add'
      ? this.api.send('POST', '/units', { code, ...values }, query)
      : this.api.send('PUT', path, { version: this.version(), ...values }, query);
  }
}
