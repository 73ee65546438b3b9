import { Component, inject, input } from '@angular/core';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import { Language } from '../../../../core/language.ts';
import { EntryValue } from './entry-value.ts';

/** Two states of one field beside one another, each under its name; what can be done stands below. */
@Component({
  selector: 'pandu-side-by-side',
  imports: [EntryValue],
  template: `
    <h3>{{ t('innovation.field.' + field()) }}</h3>
    <div class="pair">
      <div>
        <h4>{{ leftName() }}</h4>
        <pandu-entry-value [field]="field()" [value]="left()" />
      </div>
      <div>
        <h4>{{ rightName() }}</h4>
        <pandu-entry-value [field]="field()" [value]="right()" />
      </div>
    </div>
    <ng-content />
  `,
  styles: `
    :host {
      display: block;
      padding: 14px 0 16px;
      border-bottom: 1px solid var(--hair);
    }
    h3 {
      font: var(--body);
      font-weight: 600;
      margin-bottom: 4px;
    }
    h4 {
      font: var(--note);
      color: var(--muted);
      margin-bottom: 4px;
    }
    .pair {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 12px 32px;
    }
    .pair > :last-child {
      padding-left: 16px;
      border-left: 1px solid var(--hair);
    }
    @media (max-width: 760px) {
      .pair {
        display: block;
      }
      .pair > :last-child {
        padding: 12px 0 0;
        border-left: 0;
      }
    }
  `,
})
export class SideBySide {
  readonly field = input.required<EntryFieldId>();
  readonly left = input.required<unknown>();
  readonly right = input.required<unknown>();
  readonly leftName = input.required<string>();
  readonly rightName = input.required<string>();

  protected readonly t = inject(Language).t;
}
