import { CdkTrapFocus } from '@angular/cdk/a11y';
import { hasModifierKey } from '@angular/cdk/keycodes';
import { CdkConnectedOverlay, type ConnectedPosition } from '@angular/cdk/overlay';
import { NgTemplateOutlet } from '@angular/common';
import { Component, type TemplateRef, input, output } from '@angular/core';

/** The panel below a word: keeps the focus while it is open, closes on Escape or a click beside it. Fetched when first opened. */
@Component({
  selector: 'pandu-choice-panel',
  imports: [CdkConnectedOverlay, CdkTrapFocus, NgTemplateOutlet],
  template: `
    <ng-template
      cdkConnectedOverlay
      [cdkConnectedOverlayOrigin]="origin()"
      [cdkConnectedOverlayOpen]="true"
      [cdkConnectedOverlayPositions]="positions"
      [cdkConnectedOverlayViewportMargin]="12"
      [cdkConnectedOverlayPush]="true"
      [cdkConnectedOverlayDisableClose]="true"
      cdkConnectedOverlayPanelClass="choice-pane"
      (overlayOutsideClick)="outside($event)"
      (overlayKeydown)="pressed($event)"
      (detach)="closed.emit()"
    >
      <div
        class="panel"
        role="dialog"
        [attr.aria-label]="label()"
        cdkTrapFocus
        [cdkTrapFocusAutoCapture]="true"
      >
        <ng-container [ngTemplateOutlet]="content()" />
      </div>
    </ng-template>
  `,
  styles: `
    .panel {
      width: min(380px, calc(100vw - 24px));
      max-height: min(660px, calc(100dvh - 48px));
      overflow: auto;
      color: var(--ink);
      background: var(--paper);
      border: 1px solid var(--control);
      border-radius: var(--radius);
      padding: 12px 16px;
      font: var(--table);
    }
    @media (max-width: 760px) {
      .panel {
        width: 100%;
        max-height: 82dvh;
        border-width: 1px 0 0;
        border-radius: 0;
        padding: 16px var(--gutter) 24px;
      }
    }
  `,
})
export class ChoicePanel {
  readonly origin = input.required<HTMLElement>();
  readonly label = input.required<string>();
  readonly content = input.required<TemplateRef<unknown>>();
  readonly closed = output();

  protected readonly positions: ConnectedPosition[] = [
    { originX: 'start', originY: 'bottom', overlayX: 'start', overlayY: 'top', offsetY: 6 },
    { originX: 'end', originY: 'bottom', overlayX: 'end', overlayY: 'top', offsetY: 6 },
    { originX: 'start', originY: 'top', overlayX: 'start', overlayY: 'bottom', offsetY: -6 },
  ];

  /**
   * Escape is told to the owner and nothing else: were the overlay to close itself, a press on the word before the next
   * drawing would find the panel still "open", and it would not come back.
   */
  protected pressed(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || hasModifierKey(event)) return;
    event.preventDefault();
    this.closed.emit();
  }

  protected outside(event: MouseEvent): void {
    const target = event.target;
    // The word itself closes by its own click; a calendar that opens from the panel lies outside it and still belongs to it.
    const belongs =
      target instanceof Element &&
      (this.origin().contains(target) || target.closest('.cdk-overlay-container') !== null);
    if (!belongs) this.closed.emit();
  }
}
