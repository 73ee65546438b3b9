import { Component, computed, inject, input, linkedSignal, output, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { isIsoDate } from '../../../core/period.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { DayField } from '../../../ui/day-field.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { type RuleTrial, type StaffRule, StaffFlagsApi } from '../staff-flags-api.ts';
import { readSetting, writeSetting } from './setting-text.ts';

/** The thresholds of a rule, within their bounds; what it would have proposed in the past; and switching it on or off. */
@Component({
  selector: 'pandu-rule-settings-form',
  imports: [DayField, FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="rule().name"
      [verb]="t('staffFlags.rules.save')"
      [busy]="work.busy()"
      [trouble]="work.trouble()"
      (confirmed)="save()"
      (closed)="closed.emit()"
    >
      <label class="choice"
        ><input type="checkbox" [checked]="enabled()" (change)="enabled.set(!enabled())" />
        <span>{{ t('staffFlags.rules.enabled') }}</span></label
      >
      @for (setting of rule().settings; track setting.key) {
        <label class="field"
          ><span>{{ setting.label }} ({{ t('staffFlags.unit.' + setting.unit) }})</span>
          <input
            class="input"
            inputmode="decimal"
            autocomplete="off"
            [value]="typed()[setting.key]"
            (input)="type(setting.key, text($event))"
          />
          <small class="note">{{
            t('staffFlags.rules.bounds', {
              least: shown(setting, setting.least),
              most: shown(setting, setting.most),
              preset: shown(setting, setting.preset),
            })
          }}</small>
        </label>
      }
      <label class="field"
        ><span>{{ t('staffFlags.rules.basis') }}</span>
        <input class="input" autocomplete="off" [value]="basis()" (input)="basis.set(text($event))" />
      </label>
      <fieldset class="form">
        <legend>{{ t('staffFlags.rules.try') }}</legend>
        <div class="pair">
          <pandu-day-field [label]="t('staffFlags.rules.from')" [day]="from()" (typing)="from.set($event)" />
          <pandu-day-field [label]="t('staffFlags.rules.to')" [day]="to()" (typing)="to.set($event)" />
        </div>
        <div>
          <button type="button" class="action" [disabled]="work.busy()" (click)="tryIt()">
            {{ t('staffFlags.rules.tryVerb') }}
          </button>
        </div>
        <div role="status">
          @if (tried(); as outcome) {
            <p>{{ outcome.sentence }}</p>
            @if (outcome.periods.length > 0) {
              <table>
                <thead>
                  <tr>
                    <th scope="col">{{ t('staffFlags.rules.quarter') }}</th>
                    <th scope="col">{{ t('staffFlags.rules.raised') }}</th>
                    <th scope="col">{{ t('staffFlags.rules.clear') }}</th>
                    <th scope="col">{{ t('staffFlags.rules.insufficient') }}</th>
                  </tr>
                </thead>
                <tbody>
                  @for (period of outcome.periods; track period.from) {
                    <tr>
                      <th scope="row">{{ formats.now.period(period, selection.today()) }}</th>
                      <td>{{ count(period.raised) }}</td>
                      <td>{{ count(period.clear) }}</td>
                      <td>{{ count(period.insufficient) }}</td>
                    </tr>
                  }
                </tbody>
              </table>
            }
          }
        </div>
      </fieldset>
    </pandu-form-dialog>
  `,
  styleUrl: '../staff-flags.css',
})
export class RuleSettingsForm {
  readonly rule = input.required<StaffRule>();
  readonly saved = output();
  readonly closed = output();

  private readonly api = inject(StaffFlagsApi);
  protected readonly formats = inject(Formats);
  protected readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  protected readonly enabled = linkedSignal(() => this.rule().enabled);
  protected readonly basis = linkedSignal(() => this.rule().changed?.legalBasis ?? '');
  protected readonly typed = linkedSignal<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(this.rule().settings.map((each) => [each.key, writeSetting(each.unit, each.value)])),
  );
  protected readonly from = linkedSignal(
    () => `${String(Number(this.selection.today().slice(0, 4)) - 1)}-01-01`,
  );
  protected readonly to = linkedSignal(() => this.selection.today());
  protected readonly tried = signal<RuleTrial | null>(null);
  private readonly settings = computed(() => {
    const entries = this.rule().settings.map(
      (each) => [each.key, readSetting(each, this.typed()[each.key] ?? '')] as const,
    );
    const wrong = this.rule().settings.find((_each, index) => entries[index]?.[1] === null);
    return { wrong, values: Object.fromEntries(entries) };
  });

  protected type(key: string, text: string): void {
    this.typed.update((typed) => ({ ...typed, [key]: text }));
    this.tried.set(null);
  }

  protected shown(setting: StaffRule['settings'][number], value: number): string {
    return writeSetting(setting.unit, value);
  }

  protected count(value: number | null): string {
    return value === null ? this.t('staffFlags.balance.few') : this.formats.now.number(value);
  }

  protected async tryIt(): Promise<void> {
    if (this.refused()) return;
    const [from, to] = [this.from().trim(), this.to().trim()];
    if (!isIsoDate(from) || !isIsoDate(to)) return this.work.refuse(this.t('period.invalid'));
    const body = { settings: this.settings().values, from, to };
    const outcome = await this.work.run(() => this.api.tryRule(this.rule().id, body));
    if (outcome !== undefined) this.tried.set(outcome.result);
  }

  protected async save(): Promise<void> {
    if (this.refused()) return;
    const basis = this.basis().trim();
    const body = {
      enabled: this.enabled(),
      settings: this.settings().values,
      legalBasis: basis === '' ? null : basis,
    };
    const path = `/staff-rules/${encodeURIComponent(this.rule().id)}`;
    const sent = await this.work.run(() => this.api.send('PUT', path, body));
    if (sent !== undefined) this.saved.emit();
  }

  /** True when a threshold lies outside its bounds; the form then says which. */
  private refused(): boolean {
    const { wrong } = this.settings();
    if (wrong === undefined) return false;
    this.work.refuse(this.t('staffFlags.rules.settingWrong', { label: wrong.label }));
    return true;
  }
}
