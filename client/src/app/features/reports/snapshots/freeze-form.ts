import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { formDraft } from '../../../core/form-draft.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import type { FrozenPeriod } from './snapshots-api.ts';

const FEWEST_LETTERS = 10;

/** Asks before figures are frozen: what will be done, that it cannot be undone, and after corrections why. */
@Component({
  selector: 'pandu-freeze-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="
        t(correcting() ? 'snapshots.correct.heading' : 'snapshots.freeze.heading', {
          period: period().periodName,
        })
      "
      [verb]="t(correcting() ? 'snapshots.correct.verb' : 'snapshots.freeze.verb')"
      [busy]="freezing.busy()"
      [trouble]="freezing.trouble()"
      (confirmed)="freeze()"
      (closed)="closed.emit()"
    >
      <p>{{ t(correcting() ? 'snapshots.correct.consequence' : 'snapshots.freeze.consequence') }}</p>
      @if (correcting()) {
        <label class="field"
          ><span>{{ t('snapshots.correct.reason') }}</span>
          <textarea
            class="input"
            rows="3"
            maxlength="500"
            required
            [value]="reason()"
            (input)="write(text($event))"
          ></textarea>
        </label>
        <p class="note">{{ t('snapshots.correct.reasonNote') }}</p>
      }
    </pandu-form-dialog>
  `,
})
export class FreezeForm {
  readonly period = input.required<FrozenPeriod>();
  /** Frozen before: freezes again what differs. */
  readonly correcting = input(false);
  /** Orders it; throws the refusal. */
  readonly order = input.required<(reason: string | null) => Promise<void>>();
  readonly closed = output();

  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly freezing = task();
  private readonly draft = formDraft('alasan-perbaikan', (kept) => (typeof kept === 'string' ? kept : null));
  private readonly place = computed(() => `${this.period().grain} ${this.period().from}`);
  protected readonly reason = linkedSignal(() => this.draft.kept(this.place()) ?? '');
  private readonly told = computed(() => this.reason().trim());

  protected write(reason: string): void {
    this.reason.set(reason);
    this.draft.keep(this.place(), reason);
  }

  protected async freeze(): Promise<void> {
    if (this.correcting() && this.told().length < FEWEST_LETTERS) {
      this.freezing.refuse(this.t('snapshots.correct.reasonShort'));
      return;
    }
    const reason = this.correcting() ? this.told() : null;
    const done = await this.freezing.run(() => this.order()(reason));
    if (done === undefined) return;
    this.draft.drop(this.place());
    this.closed.emit();
  }
}
