import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { type IsoDate, monthEnd } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { ReportingApi } from './reporting-api.ts';
import { REPORTED_DATASETS, type ReportedDataset, type UnitReport } from './reporting-rows.ts';

/** *Nihil*: says that a unit had nothing of a kind in a month, so that its empty month is a fact and no silence. */
@Component({
  selector: 'pandu-nil-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('reporting.nilTitle', { month: monthName() })"
      [verb]="t('reporting.nilVerb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('table.unit') }}</span>
        <select class="input" (change)="unit.set(text($event))">
          @for (row of rows(); track row.unit.code) {
            <option [value]="row.unit.code" [selected]="row.unit.code === unit()">{{ row.unit.name }}</option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('reporting.nilWhat') }}</span>
        <select class="input" (change)="choose(text($event))">
          @for (choice of empty(); track choice) {
            <option [value]="choice" [selected]="choice === dataset()">
              {{ t('reporting.' + choice) }}
            </option>
          }
        </select>
      </label>
      <p class="note">{{ t('reporting.nilConsequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class NilForm {
  /** The units that have nothing of some kind in the month. */
  readonly rows = input.required<readonly UnitReport[]>();
  /** Its first day. */
  readonly month = input.required<IsoDate>();
  readonly done = output<string>();
  readonly closed = output();

  private readonly api = inject(ReportingApi);
  private readonly formats = inject(Formats);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly sending = task();
  protected readonly monthName = computed(() =>
    this.formats.now.period({ from: this.month(), to: monthEnd(this.month()) }, this.selection.today()),
  );
  protected readonly unit = linkedSignal(() => this.rows()[0]?.unit.code ?? '');
  private readonly row = computed(() => this.rows().find(({ unit }) => unit.code === this.unit()));
  protected readonly empty = computed(() => emptyKinds(this.row()));
  protected readonly dataset = linkedSignal<ReportedDataset | undefined>(() => this.empty()[0]);

  protected choose(name: string): void {
    this.dataset.set(this.empty().find((kind) => kind === name));
  }

  protected async send(): Promise<void> {
    const [row, dataset] = [this.row(), this.dataset()];
    if (row === undefined || dataset === undefined) return;
    const sent = await this.sending.run(() => this.api.fileNil(row.unit.code, dataset, this.month()));
    if (sent !== undefined)
      this.done.emit(
        this.t('reporting.nilDone', { unit: row.unit.name, what: this.t(`reporting.${dataset}`) }),
      );
  }
}

/** The kinds of data of which a unit has nothing in the month, and has not said so. */
export function emptyKinds(row: UnitReport | undefined): readonly ReportedDataset[] {
  return REPORTED_DATASETS.filter((kind) => {
    const report = row?.reports[kind];
    // Silence may come after records of the same month: of these nobody can say that there were none.
    return report !== undefined && report.nilBy === null && report.lastOn !== null && isEmpty(report);
  });
}

function isEmpty({ state, received }: { readonly state: string; readonly received: number | null }): boolean {
  return state === 'missing' || (state === 'silent' && received === 0);
}
