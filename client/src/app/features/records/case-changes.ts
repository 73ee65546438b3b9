import { Component, computed, inject, input } from '@angular/core';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import type { ServiceCase } from './records-api.ts';

const INSTANTS: readonly string[] = ['receivedAt', 'recordedAt', 'completedAt', 'dueAt'];

/** What became different since the case was first recorded, old → new, the newest first. */
@Component({
  selector: 'pandu-case-changes',
  template: `
    <h2>{{ t('records.changes') }}</h2>
    <ul>
      @for (change of lines(); track $index) {
        <li>
          <time class="note" [attr.datetime]="change.at">{{ change.when }}</time>
          <dl>
            @for (field of change.fields; track field.name) {
              <div>
                <dt>{{ field.name }}</dt>
                <dd>
                  <del>{{ field.from }}</del>
                  <svg viewBox="0 0 12 8" width="12" height="8" aria-hidden="true">
                    <path d="M0 4h10M7 1l3 3-3 3" fill="none" stroke="currentColor" />
                  </svg>
                  <span class="visually-hidden">{{ t('records.becomes') }}</span>
                  <ins>{{ field.to }}</ins>
                </dd>
              </div>
            }
          </dl>
        </li>
      }
    </ul>
  `,
  styles: `
    :host {
      display: block;
      margin-top: 32px;
      font: var(--table);
    }
    h2 {
      padding-bottom: 6px;
      border-bottom: 1px solid var(--ink);
    }
    li {
      display: grid;
      grid-template-columns: 15em minmax(0, 1fr);
      gap: 2px 24px;
      padding: 8px 0;
      border-bottom: 1px solid var(--hair);
    }
    dl div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 12px;
    }
    dt {
      flex: 0 0 9em;
      color: var(--muted);
    }
    dd {
      flex: 1 1 14em;
      overflow-wrap: anywhere;
    }
    svg {
      display: inline-block;
      margin: 0 6px;
    }
    del {
      color: var(--muted);
    }
    ins {
      text-decoration: none;
    }
    @media (max-width: 760px) {
      li {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class CaseChanges {
  readonly changes = input.required<ServiceCase['changes']>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly session = inject(Session);
  protected readonly lines = computed(() =>
    this.changes().map(({ at, fields }) => ({
      at,
      when: this.formats.now.instant(at, this.session.timeZone()),
      fields: fields.map(({ field, from, to }) => ({
        name: this.t(`records.field.${field}`),
        from: this.valueText(field, from),
        to: this.valueText(field, to),
      })),
    })),
  );

  private valueText(field: string, value: string | null): string {
    if (value === null) return this.t('records.nothingThere');
    if (INSTANTS.includes(field)) return this.formats.now.instant(value, this.session.timeZone());
    if (field === 'status') return this.t(`records.status.${value}`);
    if (field === 'preparedOnline') return this.t(value === 'true' ? 'records.yes' : 'records.no');
    return field === 'fee' ? this.formats.now.number(Number(value)) : value;
  }
}
