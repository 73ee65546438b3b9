import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import type { StructureOutcome } from '#contract/structure/structure-change';
import { weekdayOf } from '#domain/period/civil-date';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { StructureApi } from '../structure-api.ts';
import { readClock } from '../calendars/hours-text.ts';

/** New extra sessions: one day, or the same weekday of every week up to a day. */
@Component({
  selector: 'pandu-session-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('structure.sessions.add')"
      [verb]="t('structure.save')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="submit()"
      (closed)="closed.emit()"
    >
      <p class="note">{{ t('structure.sessions.rule') }}</p>
      <label class="field"
        ><span>{{ t('table.unit') }}</span>
        <select class="input" (change)="chosenUnit.set(text($event))">
          <option value="" [selected]="chosenUnit() === ''">{{ t('structure.sessions.chooseUnit') }}</option>
          @for (choice of directory.units() ?? []; track choice.code) {
            <option [value]="choice.code" [selected]="choice.code === chosenUnit()">
              {{ ' '.repeat(choice.depth) }}{{ choice.name }}
            </option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('structure.sessions.service') }}</span>
        <select class="input" (change)="service.set(text($event))">
          <option value="">{{ t('structure.sessions.allServices') }}</option>
          @for (choice of directory.services() ?? []; track choice.code) {
            <option [value]="choice.code" [selected]="choice.code === service()">{{ choice.name }}</option>
          }
        </select>
      </label>
      <div class="pair">
        <pandu-day-field [label]="t('structure.sessions.day')" [day]="from()" (typing)="from.set($event)" />
        <pandu-day-field
          [label]="t('structure.sessions.until')"
          [hint]="t('structure.sessions.untilHint')"
          [day]="to()"
          (typing)="to.set($event)"
        />
      </div>
      @if (weekly(); as sentence) {
        <p role="status">{{ sentence }}</p>
      }
      <div class="pair">
        <label class="field"
          ><span>{{ t('structure.sessions.opens') }}</span>
          <input class="input" autocomplete="off" [value]="opens()" (input)="opens.set(text($event))" />
        </label>
        <label class="field"
          ><span>{{ t('structure.sessions.closes') }}</span>
          <input class="input" autocomplete="off" [value]="closes()" (input)="closes.set(text($event))" />
        </label>
      </div>
      <label class="field"
        ><span>{{ t('structure.sessions.note') }}</span>
        <input class="input" autocomplete="off" [value]="note()" (input)="note.set(text($event))" />
      </label>
    </pandu-form-dialog>
  `,
  styleUrl: '../structure.css',
})
export class SessionForm {
  /** The unit that is chosen at first; empty for none. */
  readonly unit = input.required<string>();
  readonly saved = output<StructureOutcome>();
  readonly closed = output();

  private readonly api = inject(StructureApi);
  private readonly formats = inject(Formats);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly chosenUnit = linkedSignal(() => this.unit());
  protected readonly service = signal('');
  protected readonly from = signal('');
  protected readonly to = signal('');
  protected readonly opens = signal('09.00');
  protected readonly closes = signal('11.00');
  protected readonly note = signal('');
  /** "Setiap Min dari … sampai …" once both days are there. */
  protected readonly weekly = computed(() => {
    const [from, to] = [this.from(), this.to()];
    if (!isIsoDate(from) || !isIsoDate(to) || to < from) return '';
    return this.t('structure.sessions.weekly', {
      weekday: this.t(`structure.weekday.${weekdayOf(from)}`),
      from: this.formats.now.date(from),
      to: this.formats.now.date(to),
    });
  });

  constructor() {
    effect(() => {
      this.directory.need('units');
      this.directory.need('services');
    });
  }

  protected async submit(): Promise<void> {
    const [from, to] = [this.from().trim(), this.to().trim()];
    const [opens, closes] = [readClock(this.opens()), readClock(this.closes())];
    if (this.chosenUnit() === '') return this.work.refuse(this.t('structure.sessions.unitMissing'));
    if (!isIsoDate(from) || (to !== '' && !isIsoDate(to))) return this.work.refuse(this.t('period.invalid'));
    if (opens === null || closes === null || closes <= opens)
      return this.work.refuse(this.t('structure.sessions.hoursWrong'));
    const body = {
      unit: this.chosenUnit(),
      service: this.service() === '' ? null : this.service(),
      from,
      to: to === '' ? null : to,
      opens,
      closes,
      note: this.note().trim() === '' ? null : this.note().trim(),
    };
    const added = await this.work.run(() => this.api.send('POST', '/sessions', body));
    if (added !== undefined) this.saved.emit(added.result);
  }
}
