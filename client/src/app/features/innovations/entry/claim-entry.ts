import { Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import type { Entry } from '../catalogue/catalogue-api.ts';
import { shortName } from '#domain/innovations/entry-title';
import { WritingApi, liveEntries } from '../writing/writing-api.ts';

/** The kabupaten that a public source names takes the entry as its own: from then on it tells the entry itself. */
@Component({
  selector: 'pandu-claim-entry',
  imports: [FormDialog],
  template: `
    <button type="button" class="action" aria-haspopup="dialog" (click)="open()">
      {{ t('innovationCatalogue.claim.open') }}
    </button>
    @if (asking()) {
      <pandu-form-dialog
        [heading]="t('innovationCatalogue.claim.heading', { name: name() })"
        [verb]="t('innovationCatalogue.claim.verb')"
        [busy]="claiming.busy()"
        [trouble]="claiming.trouble()"
        (confirmed)="claim()"
        (closed)="asking.set(false)"
      >
        <p>{{ t('innovationCatalogue.claim.about') }}</p>
        <label class="field"
          ><span>{{ t('innovationCatalogue.claim.unit') }}</span>
          <select class="input" (change)="unit.set(text($event))">
            @for (it of units(); track it.code) {
              <option [value]="it.code" [selected]="it.code === unit()">{{ it.name }}</option>
            }
          </select>
        </label>
        <fieldset>
          <legend>{{ t('innovationCatalogue.claim.running') }}</legend>
          @for (choice of [true, false]; track choice) {
            <label>
              <input
                type="radio"
                name="running"
                [checked]="running() === choice"
                (change)="running.set(choice)"
              />
              {{ t(choice ? 'innovationCatalogue.claim.runs' : 'innovationCatalogue.claim.rests') }}
            </label>
          }
        </fieldset>
      </pandu-form-dialog>
    }
  `,
  styles: `
    fieldset {
      margin: 0;
      padding: 0;
      border: 0;
    }
    legend {
      padding: 0;
      font: var(--table);
      font-weight: 600;
    }
    fieldset label {
      display: flex;
      align-items: center;
      gap: 8px;
      min-height: var(--row);
    }
  `,
})
export class ClaimEntry {
  readonly entry = input.required<Entry>();

  private readonly api = inject(WritingApi);
  private readonly router = inject(Router);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly asking = signal(false);
  private readonly own = liveEntries(() => (this.asking() ? 'own' : null));
  protected readonly name = computed(() => shortName(this.entry()));
  protected readonly units = computed(() => this.own.value()?.units ?? []);
  /** The unit that the source names, where one may answer for it; else the own one. */
  protected readonly unit = linkedSignal(() => {
    const named = this.units().find(({ name }) => this.entry().home.unit.name.endsWith(name));
    return (named ?? this.units()[0])?.code ?? '';
  });
  /** Nobody answers for the owner: one of both has to be said. */
  protected readonly running = signal<boolean | null>(null);
  protected readonly claiming = task();

  protected open(): void {
    this.claiming.clear();
    this.running.set(null);
    this.asking.set(true);
  }

  protected async claim(): Promise<void> {
    const running = this.running();
    if (running === null || this.unit() === '')
      return this.claiming.refuse(this.t('innovationCatalogue.claim.needs'));
    const claimed = await this.claiming.run(() =>
      this.api.act(this.entry().id, 'claim', { unit: this.unit(), running }),
    );
    if (claimed !== undefined) await this.router.navigate(['/inovasi', this.entry().id, 'sunting']);
  }
}
