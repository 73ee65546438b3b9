import { Component, TemplateRef, contentChild, inject, input, signal } from '@angular/core';
import { Language } from '../../core/language.ts';
import { ChoicePanel } from './choice-panel.ts';

/** An underlined word of the filter sentence that opens its choices below it. The choices are its `ng-template`. */
@Component({
  selector: 'pandu-choice',
  imports: [ChoicePanel],
  template: `
    @if (struck()) {
      <s>{{ text() }}</s> <small>{{ t('filter.notApplicable') }}</small>{{ comma() ? ',' : '' }}
    } @else {
      <span class="word" [class.goes-on]="comma()"
        ><button
          #word
          type="button"
          aria-haspopup="dialog"
          [attr.aria-expanded]="open()"
          [attr.aria-label]="label() + ': ' + text()"
          (click)="open.set(!open())"
        >
          {{ text() }}
          @if (arrow()) {
            <svg viewBox="0 0 8 8" width="7" height="7" aria-hidden="true">
              <path d="M0 2l4 5 4-5Z" fill="currentColor" />
            </svg>
          }</button
        >{{ comma() ? ',' : '' }}</span
      >
      @defer (when open()) {
        @if (open()) {
          <pandu-choice-panel [origin]="word" [label]="label()" [content]="panel()" (closed)="close()" />
        }
      }
    }
  `,
  styles: `
    /* The comma stays with its word; the word itself may still take several lines. */
    .word {
      white-space: nowrap;
    }
    button {
      white-space: normal;
      font: inherit;
      font-weight: 600;
      color: var(--ink);
      text-align: left;
      text-decoration: underline;
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
    .goes-on button {
      max-width: calc(100% - 0.5em);
    }
    button:hover,
    button[aria-expanded='true'] {
      text-decoration-color: var(--primary);
      text-decoration-thickness: 2px;
    }
    svg {
      display: inline-block;
      margin-left: 5px;
      color: var(--control);
    }
    :host(.plain) button {
      text-decoration: none;
    }
    /* The arrow stands beside the words also where they take two lines. */
    :host(.quiet) button {
      display: inline-flex;
      align-items: baseline;
      font-weight: 400;
      color: var(--muted);
      text-decoration: none;
    }
    small {
      font: var(--note);
      margin-left: 6px;
    }
    @media (pointer: coarse) {
      button {
        padding: 4px 0;
      }
      /* Those that stand alone take a whole finger, without moving what is around them. */
      :host(.plain) button {
        padding: 14px 0;
        margin: -10px 0;
      }
      :host(.quiet) button {
        padding: 12px 0;
        margin: -8px 0;
      }
    }
  `,
})
export class Choice {
  /** What is chosen, for those who hear it: "Unit". */
  readonly label = input.required<string>();
  /** The word in the sentence. */
  readonly text = input.required<string>();
  /** True for a filter that does not apply here: shown struck through, and not to be opened. */
  readonly struck = input(false);
  readonly arrow = input(false);
  /** True where the sentence goes on after a comma. */
  readonly comma = input(false);

  protected readonly t = inject(Language).t;
  protected readonly panel = contentChild.required(TemplateRef);
  readonly open = signal(false);

  close(): void {
    this.open.set(false);
  }
}
