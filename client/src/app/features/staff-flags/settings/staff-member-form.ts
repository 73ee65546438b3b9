import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Directory } from '../../../core/directory.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { type StaffList, type StaffMember, StaffFlagsApi } from '../staff-flags-api.ts';

const EMPLOYMENTS = ['pns', 'pppk', 'non-asn'] as const;

/** A member of staff: new, or as known. The NIP is typed whole and never shown whole again. */
@Component({
  selector: 'pandu-staff-member-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t(member() === null ? 'staffFlags.register.add' : 'staffFlags.register.edit')"
      [verb]="t('staffFlags.rules.save')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="submit()"
      (closed)="closed.emit()"
    >
      @if (member() === null) {
        <label class="field"
          ><span>{{ t('staffFlags.register.code') }}</span>
          <input class="input" autocomplete="off" [value]="code()" (input)="code.set(text($event))" />
          <small class="note">{{ t('staffFlags.register.codeHint') }}</small>
        </label>
      }
      <label class="field"
        ><span>{{ t('staffFlags.register.name') }}</span>
        <input class="input" autocomplete="off" [value]="name()" (input)="name.set(text($event))" />
      </label>
      <label class="field"
        ><span>{{ t('staffFlags.fact.nip') }}</span>
        <input
          class="input"
          inputmode="numeric"
          autocomplete="off"
          [value]="nip()"
          (input)="nip.set(text($event))"
        />
        <small class="note">{{ nipHint() }}</small>
      </label>
      <label class="field"
        ><span>{{ t('staffFlags.fact.employment') }}</span>
        <select class="input" (change)="employment.set(text($event))">
          @for (choice of employments; track choice) {
            <option [value]="choice" [selected]="choice === employment()">
              {{ t('staffFlags.employment.' + choice) }}
            </option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('table.unit') }}</span>
        <select class="input" (change)="unit.set(text($event))">
          <option value="" [selected]="unit() === ''">{{ t('staffFlags.chooseUnit') }}</option>
          @for (choice of directory.units() ?? []; track choice.code) {
            <option [value]="choice.code" [selected]="choice.code === unit()">
              {{ ' '.repeat(choice.depth) }}{{ choice.name }}
            </option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('staffFlags.register.point') }}</span>
        <input class="input" autocomplete="off" [value]="point()" (input)="point.set(text($event))" />
      </label>
      <label class="field"
        ><span>{{ t('staffFlags.register.accountField') }}</span>
        <select class="input" (change)="account.set(text($event))">
          <option value="" [selected]="account() === ''">{{ t('staffFlags.register.noneAccount') }}</option>
          @for (choice of accounts(); track choice.id) {
            <option [value]="choice.id" [selected]="choice.id === account()">
              {{ choice.name }} ({{ choice.username }})
            </option>
          }
        </select>
      </label>
      <pandu-day-field
        [label]="t('staffFlags.register.validTo')"
        [hint]="t('staffFlags.register.validToHint')"
        [day]="validTo()"
        (typing)="validTo.set($event)"
      />
    </pandu-form-dialog>
  `,
  styleUrl: '../staff-flags.css',
})
export class StaffMemberForm {
  /** Null for a new one. */
  readonly member = input.required<StaffMember | null>();
  /** What is typed already for a new one. */
  readonly knownCode = input('');
  readonly knownUnit = input('');
  /** Accounts that the person can be linked to. */
  readonly accounts = input.required<StaffList['accounts']>();
  readonly saved = output<string>();
  readonly closed = output();

  private readonly api = inject(StaffFlagsApi);
  private readonly selection = inject(Selection);
  protected readonly directory = inject(Directory);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly employments = EMPLOYMENTS;
  protected readonly code = linkedSignal(() => this.knownCode());
  protected readonly name = linkedSignal(() => this.member()?.name ?? '');
  protected readonly nip = signal('');
  protected readonly employment = linkedSignal<string>(() => this.member()?.employment ?? 'pns');
  protected readonly unit = linkedSignal(() => this.member()?.unit.code ?? this.knownUnit());
  protected readonly account = linkedSignal(() => this.member()?.account?.id ?? '');
  protected readonly point = linkedSignal(() => this.member()?.servicePoint ?? '');
  protected readonly validTo = linkedSignal(() => this.member()?.validTo ?? '');
  protected readonly nipHint = computed(() => {
    const end = this.member()?.nip ?? null;
    return end === null
      ? this.t('staffFlags.register.nipHint')
      : this.t('staffFlags.register.nipKept', { end });
  });

  constructor() {
    effect(() => this.directory.need('units'));
  }

  protected async submit(): Promise<void> {
    const known = this.member();
    const [code, name, nip] = [this.code().trim(), this.name().trim(), this.nip().replace(/\s/g, '')];
    const [point, validTo] = [this.point().trim(), this.validTo().trim()];
    const missing =
      known === null && code === ''
        ? 'codeMissing'
        : name.length < 3
          ? 'nameMissing'
          : nip !== '' && !/^\d{18}$/.test(nip)
            ? 'nipWrong'
            : this.unit() === ''
              ? 'unitMissing'
              : null;
    if (missing !== null) return this.work.refuse(this.t(`staffFlags.register.${missing}`));
    if (validTo !== '' && !isIsoDate(validTo)) return this.work.refuse(this.t('period.invalid'));
    const body = {
      name,
      ...(nip === '' ? {} : { nip }),
      employment: this.employment(),
      unit: this.unit(),
      account: this.account() === '' ? null : this.account(),
      servicePoint: point === '' ? null : point,
      validTo: validTo === '' ? null : validTo,
    };
    const sent = await this.work.run(() =>
      known === null
        ? this.api.send('POST', '/staff', {
            ...body,
            code,
            validFrom: `${this.selection.today().slice(0, 4)}-01-01`,
          })
        : this.api.send('PATCH', `/staff/${known.id}`, body),
    );
    if (sent !== undefined) this.saved.emit(name);
  }
}
