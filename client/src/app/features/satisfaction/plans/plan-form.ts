import { Component, type OnInit, computed, inject, input, output, signal } from '@angular/core';
import type { Summary } from '#contract/measures';
import { findInstrument } from '#domain/ikm/instruments';
import { Directory } from '../../../core/directory.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { addDays, isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { FollowUpPlansApi, type PlanOwner } from '../satisfaction-api.ts';
import { lowestOf } from '../unsur/unsur-changes.ts';

/** Days that a plan is given when nobody says otherwise. */
const USUAL_DAYS = 30;
/** Shortest plan that says what is to be done. */
const SHORTEST = 10;

/** A follow-up plan for an unsur: what will be done, by whose post, by which day. The lowest unsur is suggested. */
@Component({
  selector: 'pandu-plan-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('plans.formTitle', { unit: where() })"
      [verb]="t('plans.verb')"
      [busy]="sending.busy()"
      [trouble]="sending.trouble() || loading.trouble()"
      (confirmed)="send()"
      (closed)="closed.emit()"
    >
      <label class="field"
        ><span>{{ t('satisfaction.unsur') }}</span>
        <select class="input" (change)="unsur.set(text($event))">
          @for (entry of choices(); track entry.code) {
            <option [value]="entry.code" [selected]="entry.code === unsur()">{{ entry.label }}</option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('plans.plan') }}</span>
        <textarea
          class="input"
          rows="3"
          maxlength="1000"
          [value]="plan()"
          (input)="plan.set(text($event))"
        ></textarea>
      </label>
      <label class="field"
        ><span>{{ t('plans.owner') }}</span>
        <select class="input" [attr.aria-busy]="owners() === null" (change)="owner.set(text($event))">
          @if (owners(); as posts) {
            @for (post of posts; track post.post) {
              <option [value]="post.post" [selected]="post.post === owner()">{{ label(post) }}</option>
            } @empty {
              <option value="">{{ t('plans.nobody') }}</option>
            }
          } @else {
            <option value="">{{ t('state.loading') }}</option>
          }
        </select>
      </label>
      <pandu-day-field [label]="t('plans.dueOn')" [day]="dueOn()" (typing)="dueOn.set($event)" />
      <p class="note">{{ t('plans.consequence') }}</p>
    </pandu-form-dialog>
  `,
})
export class PlanForm implements OnInit {
  readonly summary = input.required<Summary>();
  /** Null: for all services of the unit together. */
  readonly service = input.required<string | null>();
  readonly made = output();
  readonly closed = output();

  private readonly api = inject(FollowUpPlansApi);
  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly owners = signal<readonly PlanOwner[] | null>(null);
  protected readonly unsur = signal('');
  protected readonly plan = signal('');
  protected readonly owner = signal('');
  protected readonly dueOn = signal('');
  protected readonly loading = task();
  protected readonly sending = task();

  protected readonly choices = computed(() =>
    this.summary().ikm.unsur.map(({ code, name, mean }) => ({
      code,
      label: `${code} ${name} (${this.formats.now.number(mean, 2)})`,
    })),
  );
  protected readonly where = computed(() => {
    const [unit, service] = [this.summary().unitName, this.service()];
    return service === null
      ? unit
      : this.t('trend.serviceIn', { service: this.directory.serviceName(service), unit });
  });

  ngOnInit(): void {
    this.directory.need('services');
    this.unsur.set(lowestOf(this.summary().ikm.unsur)?.code ?? '');
    this.dueOn.set(addDays(this.selection.today(), USUAL_DAYS));
    void this.loading.run(async () => {
      const owners = await this.api.owners(this.summary().unit);
      this.owners.set(owners);
      this.owner.set(owners[0]?.post ?? '');
    });
  }

  protected label({ title, holder }: PlanOwner): string {
    if (holder === null) return this.t('dispositionForm.vacant', { title });
    return holder === title ? title : `${title} (${holder})`;
  }

  protected async send(): Promise<void> {
    const [plan, owner, dueOn] = [this.plan().trim(), this.owner(), this.dueOn()];
    const instrument = findInstrument(this.summary().ikm.instrument ?? '');
    if (instrument === null) return this.closed.emit();
    if (plan.length < SHORTEST) return this.sending.refuse(this.t('plans.needsPlan', { count: SHORTEST }));
    if (owner === '') return this.sending.refuse(this.t('plans.needsOwner'));
    if (!isIsoDate(dueOn)) return this.sending.refuse(this.t('period.invalid'));
    if (dueOn < this.selection.today())
      return this.sending.refuse(
        this.t('dispositionForm.past', { today: this.formats.now.date(this.selection.today()) }),
      );
    const sent = await this.sending.run(() =>
      this.api.make({
        unit: this.summary().unit,
        service: this.service(),
        instrument: instrument.id,
        unsur: this.unsur(),
        plan,
        owner,
        dueOn,
      }),
    );
    if (sent !== undefined) this.made.emit();
  }
}
