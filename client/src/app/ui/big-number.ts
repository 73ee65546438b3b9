import { Component, input } from '@angular/core';

/** The one number of a page, with what it counts beside it. */
@Component({
  selector: 'pandu-big-number',
  template: `<b>{{ value() }}</b
    ><span><ng-content /></span>`,
  styles: `
    :host {
      display: flex;
      align-items: baseline;
      gap: 14px;
      margin: 6px 0 14px;
    }
    b {
      font-size: 40px;
      line-height: 44px;
      font-weight: 600;
      letter-spacing: -0.02em;
      white-space: nowrap;
    }
    span {
      color: var(--muted);
      font: var(--table);
    }
  `,
})
export class BigNumber {
  readonly value = input.required<string>();
}
