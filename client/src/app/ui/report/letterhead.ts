import { Component, input } from '@angular/core';
import type { Letterhead } from '#contract/reports/report-document';

/** Who writes, at the head of a sheet: crest, office, address. */
@Component({
  selector: 'pandu-letterhead',
  template: `
    @if (letterhead().crest; as crest) {
      <img alt="" [src]="crest" />
    }
    <p>
      @for (line of letterhead().lines; track $index; let last = $last) {
        <span [class.office]="last">{{ line }}</span>
      }
      @if (letterhead().address) {
        <span class="note">{{ letterhead().address }}</span>
      }
    </p>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: 16px;
      padding-bottom: 12px;
      margin-bottom: 20px;
      border-bottom: 1px solid var(--ink);
    }
    p {
      min-width: 0;
      overflow-wrap: anywhere;
    }
    img {
      flex: none;
      width: 52px;
      height: 64px;
      object-fit: contain;
    }
    span {
      display: block;
    }
    .office {
      font-weight: 600;
    }
    @media print {
      :host {
        margin-bottom: 12px;
      }
    }
  `,
})
export class LetterheadView {
  readonly letterhead = input.required<Letterhead>();
}
