import { Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import type { ReportList } from '#contract/reports/documents';
import { MADE_FORMATS, type MadeFormat } from '#contract/reports/made-reports';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { fieldText } from '../../../ui/field-text.ts';
import type { ReportPeriod } from '../snapshots/snapshots-api.ts';
import { MadeReportsApi } from './made-reports-api.ts';

/** Orders a report file, to be made while the person does something else. */
@Component({
  selector: 'pandu-order-form',
  template: `
    @if (chosen(); as now) {
      <form novalidate (submit)="order($event)">
        <label class="field"
          ><span>{{ t('madeReports.report') }}</span>
          <select class="input" (change)="report.set(text($event))">
            @for (each of reports(); track each.report) {
              <option [value]="each.report" [selected]="each.report === now.report">{{ each.title }}</option>
            }
          </select>
        </label>
        <label class="field"
          ><span>{{ t('madeReports.period') }}</span>
          <select class="input" (change)="from.set(text($event))">
            @for (each of periods(); track each.from) {
              <option [value]="each.from" [selected]="each.from === now.from">{{ each.periodName }}</option>
            }
          </select>
        </label>
        <label class="field"
          ><span>{{ t('madeReports.format') }}</span>
          <select class="input" (change)="format.set(text($event))">
            @for (each of formats(); track each) {
              <option [value]="each" [selected]="each === now.format">
                {{ t('madeReports.formats.' + each) }}
              </option>
            }
          </select>
        </label>
        <button type="submit" class="action" [disabled]="work.busy()">{{ t('madeReports.order') }}</button>
        <p class="trouble" role="alert">{{ work.trouble() }}</p>
      </form>
    }
  `,
  styles: `
    form {
      display: flex;
      flex-wrap: wrap;
      align-items: end;
      gap: 12px 16px;
      margin: 8px 0 12px;
    }
    .field {
      flex: 0 1 auto;
    }
    button {
      padding-bottom: 10px;
    }
    .trouble {
      flex-basis: 100%;
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
    @media (max-width: 620px) {
      .field {
        flex: 1 1 100%;
      }
    }
  `,
})
export class OrderForm {
  /** Code of the unit it is made of. */
  readonly unit = input.required<string>();
  readonly reports = input.required<ReportList['items']>();
  readonly periods =
    input.required<readonly Pick<ReportPeriod, 'grain' | 'from' | 'periodName' | 'over'>[]>();
  readonly ordered = output();

  private readonly api = inject(MadeReportsApi);
  protected readonly t = inject(Language).t;
  protected readonly text = fieldText;
  protected readonly work = task();
  private readonly firstReport = computed(() => this.reports()[0]?.report ?? '');
  /** The last period that is over comes first. */
  private readonly firstPeriod = computed(
    () => (this.periods().find(({ over }) => over) ?? this.periods()[0])?.from ?? '',
  );
  /** What was chosen stays when the same lists are read anew. */
  protected readonly report = linkedSignal(() => this.firstReport());
  protected readonly from = linkedSignal(() => this.firstPeriod());
  protected readonly format = linkedSignal<string>(() => 'pdf');
  protected readonly formats = computed<readonly MadeFormat[]>(() => {
    const offered = this.reports().find(({ report }) => report === this.report())?.formats ?? [];
    return MADE_FORMATS.filter((format) => offered.includes(format));
  });
  /** What would be ordered now; null while nothing can be. */
  protected readonly chosen = computed(() => {
    const period = this.periods().find(({ from }) => from === this.from());
    const report = this.reports().find((each) => each.report === this.report())?.report;
    const format = this.formats().find((each) => each === this.format()) ?? this.formats()[0];
    if (period === undefined || report === undefined || format === undefined) return null;
    return { report, unit: this.unit(), grain: period.grain, from: period.from, format };
  });

  protected async order(event: Event): Promise<void> {
    event.preventDefault();
    const order = this.chosen();
    if (order === null) return;
    if ((await this.work.run(() => this.api.order(order))) !== undefined) this.ordered.emit();
  }
}
