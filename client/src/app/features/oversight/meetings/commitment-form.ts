import { Component, type OnInit, computed, inject, input, output, signal } from '@angular/core';
import { Directory } from '../../../core/directory.ts';
import { DispositionsApi, type Recipient } from '../../../core/dispositions-api.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';

/** A decision of an evaluation meeting: what, whose, by when. */
@Component({
  selector: 'pandu-commitment-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('oversight.meetings.add')"
      [verb]="t('oversight.meetings.verb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble() || loading.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      @if (spokenOf(); as words) {
        <p>{{ words }}</p>
      }
      <pandu-day-field
        [label]="t('oversight.meetings.day')"
        [day]="meetingOn()"
        (typing)="meetingOn.set($event)"
      />
      <label class="field"
        ><span>{{ t('oversight.meetings.unit') }}</span>
        <select class="input" (change)="chooseUnit(text($event))">
          <option value="" [selected]="unit() === ''">{{ t('oversight.form.choose') }}</option>
          @for (it of units(); track it.code) {
            <option [value]="it.code" [selected]="unit() === it.code">{{ it.name }}</option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('oversight.meetings.owner') }}</span>
        <select class="input" [attr.aria-busy]="loading.busy()" (change)="to.set(text($event))">
          <option value="" [selected]="to() === ''">{{ t('oversight.form.choose') }}</option>
          @for (post of recipients(); track post.post) {
            <option [value]="post.post" [selected]="to() === post.post">{{ post.title }}</option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('oversight.meetings.decision') }}</span>
        <textarea
          class="input"
          rows="2"
          maxlength="500"
          [value]="decision()"
          (input)="decision.set(text($event))"
        ></textarea>
      </label>
      <label class="field"
        ><span>{{ t('oversight.meetings.task') }}</span>
        <textarea
          class="input"
          rows="3"
          maxlength="1000"
          [value]="task()"
          (input)="task.set(text($event))"
        ></textarea>
      </label>
      <pandu-day-field [label]="t('oversight.meetings.due')" [day]="due()" (typing)="due.set($event)" />
      <p class="note">{{ t('oversight.meetings.consequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class CommitmentForm implements OnInit {
  /** The unit that was spoken of, and what of it, when the decision comes from the watch-list. */
  readonly unitCode = input<string>();
  readonly spokenOf = input<string>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(DispositionsApi);
  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly units = computed(() => this.directory.units() ?? []);
  protected readonly meetingOn = signal(this.selection.today());
  protected readonly unit = signal('');
  protected readonly to = signal('');
  protected readonly decision = signal('');
  protected readonly task = signal('');
  protected readonly due = signal('');
  protected readonly recipients = signal<readonly Recipient[]>([]);
  protected readonly loading = task();
  protected readonly sending = task();

  constructor() {
    this.directory.need('units');
  }

  ngOnInit(): void {
    const code = this.unitCode();
    if (code !== undefined) void this.chooseUnit(code);
  }

  protected async chooseUnit(code: string): Promise<void> {
    this.unit.set(code);
    this.to.set('');
    this.recipients.set([]);
    if (code === '') return;
    const found = await this.loading.run(() => this.api.recipients(code));
    if (found === undefined || this.unit() !== code) return;
    this.recipients.set(found.result);
    this.to.set(found.result.find(({ responsible }) => responsible)?.post ?? '');
  }

  /** A decision about the watch-list leads back to what stands there. */
  private link(): string | null {
    const code = this.unitCode();
    return code === undefined ? null : `/pengawasan?unit=${encodeURIComponent(code)}`;
  }

  protected async send(): Promise<void> {
    const [decision, work] = [this.decision().trim(), this.task().trim()];
    if (!isIsoDate(this.meetingOn()) || this.meetingOn() > this.selection.today())
      return this.sending.refuse(this.t('oversight.meetings.needsDay'));
    if (this.unit() === '' || this.to() === '')
      return this.sending.refuse(this.t('oversight.meetings.needsOwner'));
    if (decision.length < 3 || work.length < 3)
      return this.sending.refuse(this.t('oversight.meetings.needsWords'));
    if (!isIsoDate(this.due()) || this.due() < this.selection.today())
      return this.sending.refuse(this.t('oversight.meetings.needsDue'));
    const sent = await this.sending.run(() =>
      this.api.give({
        kind: 'commitment',
        meetingOn: this.meetingOn(),
        unit: this.unit(),
        to: this.to(),
        about: { key: null, sentence: decision, link: this.link() },
        instruction: work,
        dueOn: this.due(),
      }),
    );
    if (sent !== undefined) this.done.emit();
  }
}
