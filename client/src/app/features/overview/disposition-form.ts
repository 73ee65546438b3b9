import { Component, type OnInit, computed, inject, input, output, signal } from '@angular/core';
import { type Recipient, DispositionsApi } from '../../core/dispositions-api.ts';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { addDays, isIsoDate } from '../../core/period.ts';
import { Selection } from '../../core/selection.ts';
import { task } from '../../core/task.ts';
import { DayField } from '../../ui/day-field.ts';
import { fieldText } from '../../ui/field-text.ts';
import { FormDialog } from '../../ui/form-dialog.ts';
import type { AttentionItem } from './attention-api.ts';

/** Working days that a disposisi is given when nobody says otherwise. */
const USUAL_DAYS = 5;

/** An instruction or a reminder about an exception: to which post, what to do, by which working day. */
@Component({
  selector: 'pandu-disposition-form',
  imports: [DayField, FormDialog],
  templateUrl: './disposition-form.html',
})
export class DispositionForm implements OnInit {
  readonly kind = input.required<'disposition' | 'reminder'>();
  readonly item = input.required<AttentionItem>();
  /** Where the records are that prove the exception: a path of the product. */
  readonly link = input.required<string>();
  readonly done = output();
  readonly closed = output();

  private readonly api = inject(DispositionsApi);
  private readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;

  protected readonly recipients = signal<readonly Recipient[] | null>(null);
  /** Working days from tomorrow on; empty while they are not known. */
  private readonly workingDays = signal<readonly string[]>([]);
  protected readonly to = signal('');
  protected readonly instruction = signal('');
  protected readonly due = signal('');
  private readonly dueTouched = signal(false);
  protected readonly loading = task();
  protected readonly sending = task();
  protected readonly trouble = computed(() => this.sending.trouble() || this.loading.trouble());

  /** Says which day is suggested, and warns of one on which nobody works. */
  protected readonly dueHint = computed(() => {
    const [day, working] = [this.due(), this.workingDays()];
    const last = working.at(-1);
    if (!isIsoDate(day) || last === undefined || day > last) return '';
    return working.includes(day) || day <= this.selection.today()
      ? ''
      : this.t('dispositionForm.noWorkingDay');
  });

  ngOnInit(): void {
    this.instruction.set(this.t(`dispositionForm.usual.${this.kind()}`));
    void this.load();
  }

  protected label({ title, holder, responsible }: Recipient): string {
    const named = holder === title ? title : `${title} (${holder ?? ''})`;
    const name = holder === null ? this.t('dispositionForm.vacant', { title }) : named;
    return responsible ? this.t('dispositionForm.responsible', { name }) : name;
  }

  protected chooseDue(day: string): void {
    this.dueTouched.set(true);
    this.due.set(day);
  }

  protected async send(): Promise<void> {
    const [to, instruction, due] = [this.to(), this.instruction().trim(), this.due()];
    if (to === '') return this.sending.refuse(this.t('dispositionForm.needsRecipient'));
    if (instruction.length < 3) return this.sending.refuse(this.t('dispositionForm.needsInstruction'));
    if (due !== '' && !isIsoDate(due)) return this.sending.refuse(this.t('period.invalid'));
    if (due !== '' && due < this.selection.today())
      return this.sending.refuse(
        this.t('dispositionForm.past', { today: this.formats.now.date(this.selection.today()) }),
      );
    const { key, unit, sentence } = this.item();
    const sent = await this.sending.run(() =>
      this.api.give({
        kind: this.kind(),
        unit: unit.code,
        to,
        about: { key, sentence: `${unit.name}: ${sentence}`, link: this.link() },
        instruction,
        dueOn: due === '' ? null : due,
      }),
    );
    if (sent !== undefined) this.done.emit();
  }

  private async load(): Promise<void> {
    const { unit, owner } = this.item();
    const tomorrow = addDays(this.selection.today(), 1);
    await this.loading.run(async () => {
      const [recipients, days] = await Promise.all([
        this.api.recipients(unit.code),
        this.api.workingDays(unit.code, { from: tomorrow, to: addDays(tomorrow, 30) }),
      ]);
      this.recipients.set(recipients);
      const responsible =
        recipients.find(({ post }) => post === owner?.postId) ?? recipients.find((post) => post.responsible);
      if (this.to() === '') this.to.set(responsible?.post ?? '');
      this.workingDays.set(days);
      if (!this.dueTouched() && this.kind() === 'disposition') this.due.set(days[USUAL_DAYS - 1] ?? '');
    });
  }
}
