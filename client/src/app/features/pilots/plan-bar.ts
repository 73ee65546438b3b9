import { Component, computed, input } from '@angular/core';

let bars = 0;

/**
 * Progress against plan as a bar: filled what a second person signed, hatched what is only reported, an upright mark
 * where the plan would be, a dashed one where the first plan would be if that is another place. The words beside it say
 * the same, so that it is not read aloud.
 */
@Component({
  selector: 'pandu-plan-bar',
  template: `
    <svg width="100%" height="22" aria-hidden="true">
      <defs>
        <pattern [id]="id" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" y1="0" x2="0" y2="5" stroke="var(--ink)" stroke-width="2.4" />
        </pattern>
      </defs>
      <rect class="whole" x="0" y="6" width="100%" height="10" />
      <rect x="0" y="6" height="10" [attr.width]="percent(done())" [attr.fill]="'url(#' + id + ')'" />
      <rect class="signed" x="0" y="6" height="10" [attr.width]="percent(certain())" />
      @if (done() > 0) {
        <line class="end" y1="6" y2="16" [attr.x1]="percent(done())" [attr.x2]="percent(done())" />
      }
      @if (showsFirst()) {
        <line class="first" y1="2" y2="20" [attr.x1]="percent(first())" [attr.x2]="percent(first())" />
      }
      @if (planned() !== null) {
        <line class="halo" y1="1" y2="21" [attr.x1]="percent(planned())" [attr.x2]="percent(planned())" />
        <line class="plan" y1="1" y2="21" [attr.x1]="percent(planned())" [attr.x2]="percent(planned())" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }
    .whole {
      fill: var(--band);
    }
    .signed {
      fill: var(--ink);
    }
    .end {
      stroke: var(--ink);
      stroke-width: 1.5;
    }
    .first {
      stroke: var(--muted);
      stroke-width: 1.2;
      stroke-dasharray: 3 2;
    }
    .halo {
      stroke: var(--paper);
      stroke-width: 5;
    }
    .plan {
      stroke: var(--primary);
      stroke-width: 2.5;
    }
  `,
})
export class PlanBar {
  /** Shares of 0 to 1; null where there is nothing planned or reported yet. */
  readonly progress = input.required<number | null>();
  readonly signed = input.required<number | null>();
  readonly planned = input.required<number | null>();
  readonly firstPlanned = input<number | null>(null);

  protected readonly id = `pandu-plan-${String(++bars)}`;
  protected readonly done = computed(() => this.progress() ?? 0);
  /** Signed work never reaches further than the reported. */
  protected readonly certain = computed(() => Math.min(this.signed() ?? 0, this.done()));
  protected readonly first = computed(() => this.firstPlanned() ?? 0);
  protected readonly showsFirst = computed(() => {
    const [first, planned] = [this.firstPlanned(), this.planned()];
    return first !== null && (planned === null || Math.abs(first - planned) >= 0.01);
  });

  protected percent(share: number | null): string {
    return `${String(Math.max(0, Math.min(100, Math.round((share ?? 0) * 1000) / 10)))}%`;
  }
}
