import { Component, inject, input } from '@angular/core';
import type { Letterhead } from '#contract/reports/report-document';
import { Language } from '../../../core/language.ts';

/** A letterhead as it stands on paper: always dark on white, whatever the theme. */
@Component({
  selector: 'pandu-letterhead-preview',
  template: `
    <div class="sheet">
      @if (letterhead().crest; as crest) {
        <img [src]="crest" [alt]="t('letterhead.crestAlt')" />
      }
      <div class="names">
        @for (line of letterhead().lines; track $index) {
          <p [class.office]="$index > 0 || letterhead().lines.length === 1">{{ line }}</p>
        }
        @if (letterhead().address; as address) {
          <p class="address">{{ address }}</p>
        }
      </div>
    </div>
  `,
  styles: `
    :host {
      display: block;
    }
    .sheet {
      display: grid;
      grid-template-columns: 1fr;
      align-items: start;
      gap: 12px;
      padding: 24px 22px 14px;
      color: #16211f;
      background: #fff;
      border: 1px solid var(--hair);
      border-radius: var(--radius);
    }
    .sheet:has(img) {
      grid-template-columns: 58px 1fr 58px;
    }
    .sheet::after {
      content: '';
      grid-column: 1 / -1;
      border-top: 3px double currentcolor;
    }
    img {
      width: 58px;
      max-height: 66px;
      object-fit: contain;
    }
    .names {
      text-align: center;
      line-height: 1.3;
      overflow-wrap: anywhere;
    }
    p {
      font-size: 14px;
    }
    .office {
      font-size: 16px;
      font-weight: 600;
    }
    .address {
      margin-top: 3px;
      font-size: 12px;
    }
    @media (max-width: 480px) {
      .sheet,
      .sheet:has(img) {
        padding-inline: 12px;
        grid-template-columns: 1fr;
        justify-items: center;
      }
      .sheet::after {
        justify-self: stretch;
      }
    }
  `,
})
export class LetterheadPreview {
  readonly letterhead = input.required<Letterhead>();
  protected readonly t = inject(Language).t;
}
