import { Component, computed, inject, input } from '@angular/core';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { Sparkline } from '../../../ui/sparkline.ts';
import { FigureWords, VERDICT_MARKS, figureLimits, figureTrend } from './figure-words.ts';

/** The figure that proves an entry: its line over what was usual before, and from how much to how much. */
@Component({
  selector: 'pandu-figure-line',
  imports: [Sparkline],
  template: `
    <pandu-sparkline
      [points]="points()"
      [limits]="limits()"
      [width]="width()"
      [height]="64"
      [kind]="kind()"
      [label]="heard()"
    />
    <p>
      {{ figure().label }}: <span class="number">{{ before() }}</span>
      <svg
        viewBox="0 0 14 8"
        width="14"
        height="8"
        role="img"
        [attr.aria-label]="t('innovationCatalogue.became')"
      >
        <path d="M0 4h12M9 1l3 3-3 3" fill="none" stroke="currentColor" stroke-width="1.1" />
      </svg>
      <span class="number">{{ after() }}</span>
      @if (withCounts()) {
        <span class="counts">{{ counts() }}</span>
      }
    </p>
  `,
  styles: `
    p {
      margin-top: 6px;
      font: var(--note);
      color: var(--muted);
    }
    p svg {
      display: inline-block;
      margin: 0 2px 1px;
    }
    .counts {
      display: block;
    }
  `,
})
export class FigureLine {
  readonly figure = input.required<EntryFigure>();
  readonly width = input(240);
  /** Also tell since when, and over how many records. */
  readonly withCounts = input(false);

  private readonly words = inject(FigureWords);
  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly points = computed(() => figureTrend(this.figure()));
  protected readonly limits = computed(() => figureLimits(this.figure()));
  protected readonly kind = computed(() => {
    const { verdict } = this.figure();
    return verdict === null ? 'neutral' : VERDICT_MARKS[verdict];
  });
  protected readonly before = computed(() => this.words.value(this.figure(), this.figure().before.value));
  protected readonly after = computed(() => this.words.value(this.figure(), this.figure().after.value));
  protected readonly counts = computed(() => {
    const { startedOn, before, after } = this.figure();
    const formats = this.formats.now;
    return this.t('innovationCatalogue.figureCounts', {
      day: formats.date(startedOn),
      before: formats.number(before.n),
      after: formats.number(after.n),
    });
  });
  protected readonly heard = computed(() =>
    this.t('innovationCatalogue.figureHeard', {
      what: this.figure().label,
      before: this.before(),
      after: this.after(),
      day: this.formats.now.date(this.figure().startedOn),
    }),
  );
}
