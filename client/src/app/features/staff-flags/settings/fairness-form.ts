import { Component, computed, effect, inject, input, output, signal } from '@angular/core';
import { Directory } from '../../../core/directory.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Session } from '../../../core/session.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { StaffFlagsApi } from '../staff-flags-api.ts';
import { instantOf } from './outage-time.ts';

export type FairnessTask =
  | { readonly kind: 'remote' }
  | { readonly kind: 'end'; readonly id: string }
  | { readonly kind: 'outage' }
  | { readonly kind: 'trial' };

/** One entry of what is taken into account in favour of staff: a remote post, its end, an outage, the trial period. */
@Component({
  selector: 'pandu-fairness-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="said('title')"
      [verb]="t('staffFlags.rules.save')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="submit()"
      (closed)="closed.emit()"
    >
      <p class="note">{{ said('lead') }}</p>
      @if (withUnit()) {
        <label class="field"
          ><span>{{ t('table.unit') }}</span>
          <select class="input" (change)="unit.set(text($event))">
            <option value="">
              {{ t(what().kind === 'outage' ? 'staffFlags.fair.everywhere' : 'staffFlags.chooseUnit') }}
            </option>
            @for (choice of directory.units() ?? []; track choice.code) {
              <option [value]="choice.code">{{ ' '.repeat(choice.depth) }}{{ choice.name }}</option>
            }
          </select>
        </label>
      }
      @if (what().kind !== 'end') {
        <label class="field"
          ><span>{{ said('words') }}</span>
          <input class="input" autocomplete="off" [value]="words()" (input)="words.set(text($event))" />
        </label>
      }
      @if (what().kind === 'remote') {
        <label class="field"
          ><span>{{ t('staffFlags.register.point') }}</span>
          <input class="input" autocomplete="off" [value]="point()" (input)="point.set(text($event))" />
          <small class="note">{{ t('staffFlags.fair.pointHint') }}</small>
        </label>
      }
      <div class="pair">
        <pandu-day-field [label]="said('day')" [day]="from()" (typing)="from.set($event)" />
        @if (what().kind === 'outage') {
          <label class="field"
            ><span>{{ t('staffFlags.fair.fromHour') }}</span>
            <input
              class="input"
              autocomplete="off"
              [value]="fromHour()"
              (input)="fromHour.set(text($event))"
            />
          </label>
        }
      </div>
      @if (what().kind === 'outage') {
        <div class="pair">
          <pandu-day-field [label]="t('staffFlags.fair.until')" [day]="to()" (typing)="to.set($event)" />
          <label class="field"
            ><span>{{ t('staffFlags.fair.toHour') }}</span>
            <input class="input" autocomplete="off" [value]="toHour()" (input)="toHour.set(text($event))" />
          </label>
        </div>
      }
    </pandu-form-dialog>
  `,
  styleUrl: '../staff-flags.css',
})
export class FairnessForm {
  readonly what = input.required<FairnessTask>();
  readonly saved = output();
  readonly closed = output();

  private readonly api = inject(StaffFlagsApi);
  private readonly session = inject(Session);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly unit = signal('');
  protected readonly words = signal('');
  protected readonly point = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly fromHour = signal('08.00');
  protected readonly toHour = signal('16.00');
  protected readonly withUnit = computed(() => ['remote', 'outage'].includes(this.what().kind));

  constructor() {
    effect(() => this.directory.need('units'));
  }

  protected said(part: 'title' | 'lead' | 'words' | 'day'): string {
    return this.t(`staffFlags.fair.${this.what().kind}.${part}`);
  }

  protected async submit(): Promise<void> {
    const what = this.what();
    const [from, words] = [this.from().trim(), this.words().trim()];
    if (what.kind !== 'end' && words.length < 3)
      return this.work.refuse(this.t(`staffFlags.fair.${what.kind}.missing`));
    if (what.kind === 'remote' && this.unit() === '')
      return this.work.refuse(this.t('staffFlags.register.unitMissing'));
    if (!isIsoDate(from)) return this.work.refuse(this.t('period.invalid'));
    const sent = await this.send(what, from, words);
    if (sent !== undefined) this.saved.emit();
  }

  private async send(what: FairnessTask, from: string, words: string): Promise<unknown> {
    const { api, work } = this;
    switch (what.kind) {
      case 'end':
        return work.run(() =>
          api.send('POST', `/staff-fairness/remote-posts/${what.id}/end`, { validTo: from }),
        );
      case 'trial':
        return work.run(() => api.send('PUT', '/staff-fairness/trial', { endsOn: from, reason: words }));
      case 'remote': {
        const point = this.point().trim();
        return work.run(() =>
          api.send('POST', '/staff-fairness/remote-posts', {
            unit: this.unit(),
            servicePoint: point === '' ? null : point,
            legalBasis: words,
            validFrom: from,
            validTo: null,
          }),
        );
      }
      case 'outage': {
        const zone = this.session.timeZone();
        const [begin, end] = [
          instantOf(from, this.fromHour(), zone),
          instantOf(this.to().trim() === '' ? from : this.to().trim(), this.toHour(), zone),
        ];
        if (begin === null || end === null || end <= begin) {
          work.refuse(this.t('staffFlags.fair.hoursWrong'));
          return undefined;
        }
        const unit = this.unit() === '' ? null : this.unit();
        return work.run(() =>
          api.send('POST', '/staff-fairness/outages', {
            system: words,
            unit,
            service: null,
            from: begin,
            to: end,
            note: null,
          }),
        );
      }
    }
  }
}
