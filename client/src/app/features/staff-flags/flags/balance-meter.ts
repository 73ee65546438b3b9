import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { FlagCounts } from '../staff-flags-api.ts';

/** How praise and requests for clarification stand to each other, and how many there are of each; never a name. */
@Component({
  selector: 'pandu-balance-meter',
  template: `
    <h2>{{ t('staffFlags.balance.title') }}</h2>
    <p class="sentence">{{ counts().balance }}</p>
    @if (share(); as part) {
      <div class="bar" aria-hidden="true">
        <i class="reward" [style.flex-grow]="part.reward"></i>
        <i class="sanction" [style.flex-grow]="part.sanction"></i>
      </div>
    }
    <dl class="pairs">
      @for (kind of kinds; track kind) {
        <div>
          <dt>{{ t('staffFlags.kind.' + kind) }}</dt>
          <dd>{{ count(counts()[kind]) }}</dd>
        </div>
      }
    </dl>
    <p class="note">{{ t('staffFlags.balance.span', { days: formats.now.days(counts()) }) }}</p>
    @for (table of tables(); track table.title) {
      <h3>{{ table.title }}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{{ table.head }}</th>
            @for (kind of kinds; track kind) {
              <th scope="col" class="number">{{ t('staffFlags.kindShort.' + kind) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of table.rows; track row.label) {
            <tr>
              <th scope="row">{{ row.label }}</th>
              <td class="number">{{ count(row.reward) }}</td>
              <td class="number">{{ count(row.sanction) }}</td>
            </tr>
          }
        </tbody>
      </table>
    }
    @if (hidesSome()) {
      <p class="note">{{ t('staffFlags.balance.hidden') }}</p>
    }
  `,
  styles: `
    .sentence {
      font: var(--lead);
      margin: 6px 0 10px;
    }
    .bar {
      display: flex;
      gap: 3px;
      height: 12px;
      margin: 4px 0 10px;
    }
    .bar i {
      min-width: 3px;
      border-radius: 2px;
    }
    .reward {
      background: var(--membaik);
    }
    .sanction {
      background: var(--netral);
    }
    h3 {
      font: var(--table);
      font-weight: 600;
      margin: 18px 0 4px;
    }
    table {
      width: 100%;
      border-collapse: collapse;
      font: var(--table);
    }
    th,
    td {
      padding: 6px 0 6px 12px;
      text-align: right;
      font-weight: 400;
      border-bottom: 1px solid var(--hair);
    }
    thead th {
      color: var(--muted);
      border-bottom-color: var(--ink);
    }
    th:first-child {
      padding-left: 0;
      text-align: left;
    }
    .note {
      margin-top: 8px;
    }
  `,
})
export class BalanceMeter {
  readonly counts = input.required<FlagCounts>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly kinds = ['reward', 'sanction'] as const;
  /** Null where one of the two is withheld, or there is none of either. */
  protected readonly share = computed(() => {
    const { reward, sanction } = this.counts();
    return reward === null || sanction === null || reward + sanction === 0 ? null : { reward, sanction };
  });
  protected readonly tables = computed(() => {
    const { byState, byUnit } = this.counts();
    const states = byState.map((row) => ({ ...row, label: this.t(`staffFlags.state.${row.state}`) }));
    const units = byUnit.map((row) => ({ ...row, label: row.unit.name }));
    return [
      { title: this.t('staffFlags.balance.byState'), head: this.t('staffFlags.balance.state'), rows: states },
      { title: this.t('staffFlags.balance.byUnit'), head: this.t('table.unit'), rows: units },
    ].filter(({ rows }) => rows.length > 0);
  });

  protected readonly hidesSome = computed(() => {
    const { byState, byUnit } = this.counts();
    return [this.counts(), ...byState, ...byUnit].some(
      ({ reward, sanction }) => reward === null || sanction === null,
    );
  });

  protected count(value: number | null): string {
    return value === null ? this.t('staffFlags.balance.few') : this.formats.now.number(value);
  }
}
