import { Component, computed, inject, input } from '@angular/core';
import type { Summary } from '#contract/measures';
import { isSuppressed } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';

/** Tunggu di tempat: what a visit costs those who come. */
@Component({
  selector: 'pandu-on-site-wait',
  template: `
    <h2>{{ t('onSite.title') }}</h2>
    @if (lines().length === 0) {
      <p class="muted">{{ t(hidden() ? 'absence.suppressedLong' : 'onSite.none') }}</p>
    } @else {
      <dl class="pairs">
        @for (line of lines(); track line.label) {
          <div>
            <dt>
              {{ line.label }} <span class="muted">{{ line.of }}</span>
            </dt>
            <dd>{{ line.text }}</dd>
          </div>
        }
      </dl>
      <p class="muted">{{ t('onSite.explanation') }}</p>
    }
  `,
  styles: `
    :host {
      display: block;
    }
    .pairs {
      margin-bottom: 10px;
    }
    dd {
      white-space: nowrap;
    }
  `,
  host: { class: 'margin' },
})
export class OnSiteWait {
  readonly block = input.required<Summary['turnaround']>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  protected readonly hidden = computed(() => isSuppressed(this.block()));
  protected readonly lines = computed(() => {
    const [block, formats] = [this.block(), this.formats.now];
    const of = (n: number | null): string =>
      n === null ? '' : this.t('onSite.of', { count: formats.number(n) });
    const [wait, prepared] = [block.medianOnSiteMinutes, block.preparedShare];
    return [
      ...(wait === null ? [] : [{ label: this.t('onSite.median'), of: '', text: formats.elapsed(wait) }]),
      ...(block.sameVisitShare === null
        ? []
        : [
            {
              label: this.t('onSite.sameVisit'),
              of: of(block.visitsKnown),
              text: formats.share(block.sameVisitShare, 1),
            },
          ]),
      ...(prepared === null
        ? []
        : [
            {
              label: this.t('onSite.prepared'),
              of: of(block.preparedKnown),
              text: formats.share(prepared, 1),
            },
          ]),
    ];
  });
}
