import { Component, computed, effect, inject, input, linkedSignal, output, signal } from '@angular/core';
import { MAIL_FORMATS } from '#contract/reports/subscriptions';
import { Directory } from '../../../core/directory.ts';
import { formDraft } from '../../../core/form-draft.ts';
import { Language } from '../../../core/language.ts';
import { Selection } from '../../../core/selection.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import { FormDialog } from '../../../ui/form-dialog.ts';
import { liveReportList } from '../document/report-api.ts';
import { hourText } from './subscription-words.ts';
import { type NewSubscription, SubscriptionsApi } from './subscriptions-api.ts';

const RHYTHMS = ['daily', 'weekly', 'monthly'] as const;
const WHICH = ['running', 'ended'] as const;
const HOURS = Array.from({ length: 14 }, (_, index) => index + 6);
const WEEKDAYS = [1, 2, 3, 4, 5] as const;
const MONTH_DAYS = Array.from({ length: 31 }, (_, index) => index + 1);

/** What was chosen, before it is a subscription. */
const CHOICES = {
  unit: 'string',
  report: 'string',
  period: 'string',
  format: 'string',
  rhythm: 'string',
  weekday: 'number',
  monthDay: 'number',
  hour: 'number',
} as const;
type Choices = {
  readonly [Name in keyof typeof CHOICES]: (typeof CHOICES)[Name] extends 'string' ? string : number;
};

function choicesOf(kept: unknown): Choices | null {
  const isWhole = (value: unknown): value is Choices =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(CHOICES).every(([name, type]) => typeof Reflect.get(value, name) === type);
  return isWhole(kept) ? kept : null;
}

/** A new subscription: which report of which unit, in which form, and when. */
@Component({
  selector: 'pandu-subscription-form',
  imports: [FormDialog],
  template: `
    <pandu-form-dialog
      [heading]="t('subscriptions.add')"
      [verb]="t('subscriptions.addVerb')"
      [busy]="adding.busy()"
      [trouble]="adding.trouble()"
      (confirmed)="add()"
      (closed)="leave()"
    >
      <label class="field"
        ><span>{{ t('table.unit') }}</span>
        <select class="input" (change)="unit.set(text($event))">
          @for (choice of units(); track choice.code) {
            <option [value]="choice.code" [selected]="choice.code === chosenUnit()">
              {{ indent(choice.depth) }}{{ choice.name }}
            </option>
          }
        </select>
      </label>
      <label class="field"
        ><span>{{ t('subscriptions.report') }}</span>
        <select class="input" (change)="report.set(text($event))">
          @for (choice of reports(); track choice.report) {
            <option [value]="choice.report" [selected]="choice.report === chosen()?.report">
              {{ choice.title }}
            </option>
          }
        </select>
      </label>
      <div class="pair">
        <label class="field"
          ><span>{{ t('subscriptions.periodOf') }}</span>
          <select class="input" (change)="period.set(text($event))">
            @for (choice of periods(); track choice) {
              <option [value]="choice" [selected]="choice === chosenPeriod()">
                {{ periodText(choice) }}
              </option>
            }
          </select>
        </label>
        <label class="field"
          ><span>{{ t('subscriptions.form') }}</span>
          <select class="input" (change)="format.set(text($event))">
            @for (choice of formats(); track choice) {
              <option [value]="choice" [selected]="choice === chosenFormat()">
                {{ t('subscriptions.as.' + choice) }}
              </option>
            }
          </select>
        </label>
      </div>
      <div class="pair">
        <label class="field"
          ><span>{{ t('subscriptions.rhythmOf') }}</span>
          <select class="input" (change)="rhythm.set(text($event))">
            @for (choice of rhythms; track choice) {
              <option [value]="choice" [selected]="choice === rhythm()">
                {{ t('subscriptions.rhythm.' + choice) }}
              </option>
            }
          </select>
        </label>
        @if (rhythm() === 'weekly') {
          <label class="field"
            ><span>{{ t('subscriptions.day') }}</span>
            <select class="input" (change)="weekday.set(number($event))">
              @for (choice of weekdays; track choice) {
                <option [value]="choice" [selected]="choice === weekday()">
                  {{ t('subscriptions.weekday.' + choice) }}
                </option>
              }
            </select>
          </label>
        }
        @if (rhythm() === 'monthly') {
          <label class="field"
            ><span>{{ t('subscriptions.monthDay') }}</span>
            <select class="input" (change)="monthDay.set(number($event))">
              @for (choice of monthDays; track choice) {
                <option [value]="choice" [selected]="choice === monthDay()">{{ choice }}</option>
              }
            </select>
          </label>
        }
        <label class="field"
          ><span>{{ t('subscriptions.hour') }}</span>
          <select class="input" (change)="hour.set(number($event))">
            @for (choice of hours; track choice) {
              <option [value]="choice" [selected]="choice === hour()">{{ clock(choice) }}</option>
            }
          </select>
        </label>
      </div>
      <p class="note">
        {{ t(rhythm() === 'monthly' ? 'subscriptions.movedMonthly' : 'subscriptions.moved') }}
      </p>
    </pandu-form-dialog>
  `,
  styles: `
    .pair {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(9em, 1fr));
      gap: 14px;
    }
  `,
})
export class SubscriptionForm {
  /** Report to begin with, out of the address. */
  readonly wanted = input('');
  readonly added = output();
  readonly closed = output();

  private readonly api = inject(SubscriptionsApi);
  private readonly directory = inject(Directory);
  private readonly selection = inject(Selection);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly adding = task();
  protected readonly rhythms = RHYTHMS;
  protected readonly weekdays = WEEKDAYS;
  protected readonly monthDays = MONTH_DAYS;
  protected readonly hours = HOURS;

  private readonly draft = formDraft('langganan', choicesOf);
  private readonly waiting = this.draft.kept('');
  protected readonly unit = signal(this.waiting?.unit ?? '');
  protected readonly report = linkedSignal(() => {
    const wanted = this.wanted();
    return this.waiting?.report ?? wanted;
  });
  protected readonly period = signal(this.waiting?.period ?? 'month.ended');
  protected readonly format = signal(this.waiting?.format ?? 'pdf');
  protected readonly rhythm = signal(this.waiting?.rhythm ?? 'monthly');
  protected readonly weekday = signal(this.waiting?.weekday ?? 1);
  protected readonly monthDay = signal(this.waiting?.monthDay ?? 1);
  protected readonly hour = signal(this.waiting?.hour ?? 7);

  protected readonly units = computed(() => this.directory.units() ?? []);
  protected readonly chosenUnit = computed(() => {
    const asked = this.unit() || (this.selection.unit() ?? '');
    return this.units().find(({ code }) => code === asked)?.code ?? this.units()[0]?.code ?? '';
  });
  private readonly list = liveReportList(() => this.chosenUnit() || null);
  protected readonly reports = computed(() => this.list.value()?.items ?? []);
  protected readonly chosen = computed(
    () => this.reports().find(({ report }) => report === this.report()) ?? this.reports()[0] ?? null,
  );
  protected readonly periods = computed(() =>
    (this.chosen()?.grains ?? []).flatMap((grain) => WHICH.map((which) => `${grain}.${which}`)),
  );
  protected readonly chosenPeriod = computed(
    () => this.periods().find((each) => each === this.period()) ?? this.periods()[0] ?? '',
  );
  protected readonly formats = computed(() =>
    MAIL_FORMATS.filter((each) => this.chosen()?.formats.includes(each)),
  );
  protected readonly chosenFormat = computed(
    () => this.formats().find((each) => each === this.format()) ?? this.formats()[0],
  );

  constructor() {
    effect(() => this.directory.need('units'));
    effect(() =>
      this.draft.keep('', {
        unit: this.unit(),
        report: this.report(),
        period: this.period(),
        format: this.format(),
        rhythm: this.rhythm(),
        weekday: this.weekday(),
        monthDay: this.monthDay(),
        hour: this.hour(),
      }),
    );
  }

  protected leave(): void {
    this.draft.drop('');
    this.closed.emit();
  }

  /** `month.ended` in words. */
  protected periodText(choice: string): string {
    const [grain = '', which = ''] = choice.split('.');
    return this.t(`subscriptions.period.${grain}.${which}`);
  }

  protected indent(depth: number): string {
    return '\u2003'.repeat(depth);
  }

  protected clock(hour: number): string {
    return hourText(hour, this.t);
  }

  protected number(event: Event): number {
    return Number(fieldText(event));
  }

  protected async add(): Promise<void> {
    const [report, format] = [this.chosen(), this.chosenFormat()];
    if (report === null || format === undefined) return;
    const [grain, which] = this.chosenPeriod().split('.');
    const done = await this.adding.run(() =>
      this.api.add({
        report: report.report,
        unit: this.chosenUnit(),
        grain: grain === 'quarter' ? 'quarter' : 'month',
        which: which === 'running' ? 'running' : 'ended',
        format,
        schedule: this.schedule(),
      }),
    );
    if (done === undefined) return;
    this.draft.drop('');
    this.added.emit();
  }

  private schedule(): NewSubscription['schedule'] {
    const hour = this.hour();
    switch (this.rhythm()) {
      case 'daily':
        return { rhythm: 'daily', hour };
      case 'weekly':
        return { rhythm: 'weekly', weekday: this.weekday(), hour };
      default:
        return { rhythm: 'monthly', monthDay: this.monthDay(), hour };
    }
  }
}
