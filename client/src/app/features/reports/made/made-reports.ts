import { Component, DestroyRef, computed, effect, inject, input, untracked } from '@angular/core';
import type { ReportList } from '#contract/reports/documents';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { task } from '../../../core/task.ts';
import { ProblemNote } from '../../../ui/problem-note.ts';
import type { ReportPeriod } from '../snapshots/snapshots-api.ts';
import { liveMadeReports, type MadeReport, MadeReportsApi } from './made-reports-api.ts';
import { OrderForm } from './order-form.ts';

/** While something is under way it is asked for anew this often. */
const POLL_MS = 2_000;

/** The report files of the person who looks: how far each is, to be fetched, and to be taken off the list. */
@Component({
  selector: 'pandu-made-reports',
  imports: [OrderForm, ProblemNote],
  template: `
    <h2>{{ t('madeReports.heading') }}</h2>
    <p class="note">{{ t('madeReports.about') }}</p>
    <pandu-order-form [unit]="unit()" [reports]="reports()" [periods]="periods()" (ordered)="live.reload()" />
    @if (live.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="live.reload()" />
    } @else if (live.value(); as list) {
      @if (list.items.length > 0) {
        <p class="trouble" role="alert">{{ work.trouble() }}</p>
        <ul>
          @for (item of list.items; track item.id) {
            <li [attr.aria-busy]="isUnderWay(item)">
              <p>
                <b>{{ item.title }}</b>, {{ item.unit.name }}, {{ item.periodName }}
              </p>
              @if (isUnderWay(item)) {
                <progress max="100" [value]="item.progress" [attr.aria-label]="item.title"></progress>
              }
              <p class="note" [class.failed]="item.state === 'failed'">{{ line(item) }}</p>
              <p class="actions">
                @if (item.state === 'done') {
                  <button type="button" class="action" [disabled]="work.busy()" (click)="save(item)">
                    {{ t('madeReports.save.' + item.format) }}
                  </button>
                }
                @if (item.state === 'failed') {
                  <button type="button" class="action" [disabled]="work.busy()" (click)="again(item)">
                    {{ t('madeReports.again') }}
                  </button>
                }
                <button type="button" class="action quiet" [disabled]="work.busy()" (click)="remove(item)">
                  {{ t(isUnderWay(item) ? 'madeReports.cancel' : 'madeReports.remove')
                  }}<span class="visually-hidden">: {{ item.title }}, {{ item.periodName }}</span>
                </button>
              </p>
            </li>
          }
        </ul>
        <p class="note">{{ t('madeReports.kept', { days: list.keptDays, most: list.most }) }}</p>
      }
    }
  `,
  styles: `
    :host {
      display: block;
    }
    h2 {
      margin: 32px 0 4px;
    }
    li {
      padding: 12px 0;
      border-bottom: 1px solid var(--hair);
    }
    li p {
      margin: 0;
    }
    progress {
      display: block;
      width: 100%;
      max-width: 320px;
      height: 6px;
      margin: 8px 0 4px;
      appearance: none;
      border: 0;
      background: var(--hair);
    }
    progress::-webkit-progress-bar {
      background: var(--hair);
    }
    progress::-webkit-progress-value {
      background: var(--primary);
    }
    progress::-moz-progress-bar {
      background: var(--primary);
    }
    .failed,
    .trouble {
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
  `,
})
export class MadeReports {
  /** What can be ordered here: reports of a unit, and its periods. */
  readonly unit = input.required<string>();
  readonly reports = input.required<ReportList['items']>();
  readonly periods = input.required<readonly ReportPeriod[]>();

  private readonly api = inject(MadeReportsApi);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly work = task();
  protected readonly live = liveMadeReports();
  private readonly underWay = computed(() => this.live.value()?.items.some(isUnderWay) ?? false);
  protected readonly isUnderWay = isUnderWay;

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      // Every answer asks for the next one, as long as something is on its way.
      this.live.value();
      const goesOn = this.underWay();
      clearTimeout(timer);
      if (goesOn) timer = setTimeout(() => untracked(() => this.live.reload()), POLL_MS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }

  /** "Siap diunduh sampai 19 Des 2026. 84 kB" */
  protected line({ sentence, bytes }: MadeReport): string {
    if (bytes === null) return sentence;
    return `${sentence} ${this.t('madeReports.size', { kb: this.formats.now.number(Math.ceil(bytes / 1024)) })}`;
  }

  protected async save(item: MadeReport): Promise<void> {
    await this.work.run(() => this.api.save(item));
  }

  protected async again(item: MadeReport): Promise<void> {
    const { report, unit, grain, from, format } = item;
    const done = await this.work.run(async () => {
      await this.api.remove(item.id);
      await this.api.order({ report, unit: unit.code, grain, from, format });
    });
    if (done !== undefined) this.live.reload();
  }

  protected async remove({ id }: MadeReport): Promise<void> {
    if ((await this.work.run(() => this.api.remove(id))) !== undefined) this.live.reload();
  }
}

function isUnderWay({ state }: Pick<MadeReport, 'state'>): boolean {
  return state === 'waiting' || state === 'running';
}
