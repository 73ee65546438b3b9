import { Component, inject, input } from '@angular/core';
import { Formats } from '../../../../core/formats.ts';
import { Language } from '../../../../core/language.ts';
import { FigureWords } from '../../catalogue/figure-words.ts';
import { EntrySections } from '../reading/entry-sections.ts';
import type { SharedCopy } from '../writing-api.ts';

type Figure = NonNullable<SharedCopy['figures']>[number];

/** The copy of an entry as others get it: nothing else of it leaves. */
@Component({
  selector: 'pandu-shared-copy',
  imports: [EntrySections],
  template: `
    @let it = copy();
    <dl class="pairs">
      <div>
        <dt>{{ t('innovationWriting.copy.home') }}</dt>
        <dd>{{ it.unit }}, {{ it.kabupaten }}</dd>
      </div>
      <div>
        <dt>{{ t('innovationWriting.copy.proof') }}</dt>
        <dd>{{ t('innovation.proof.' + it.proof) }}</dd>
      </div>
      <div>
        <dt>{{ t('innovationWriting.copy.confirmed') }}</dt>
        <dd>{{ it.confirmedOn === null ? '–' : formats.now.date(it.confirmedOn) }}</dd>
      </div>
      @if (it.stoppedOn; as day) {
        <div>
          <dt>{{ t('innovationWriting.copy.stopped') }}</dt>
          <dd>{{ formats.now.date(day) }}</dd>
        </div>
      }
    </dl>
    @if (it.stoppedLesson; as lesson) {
      <p>{{ lesson }}</p>
    }
    @for (figure of it.figures ?? []; track $index) {
      <p>{{ said(figure) }}</p>
    }
    <pandu-entry-sections class="narrow" [content]="it.content" />
  `,
  styles: `
    :host {
      display: block;
    }
    .pairs {
      margin: 8px 0 16px;
    }
  `,
})
export class SharedCopyView {
  readonly copy = input.required<SharedCopy>();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  private readonly words = inject(FigureWords);

  protected said(figure: Figure): string {
    return this.t('innovationWriting.copy.figure', {
      label: figure.label,
      before: this.words.value(figure, figure.before.value),
      after: this.words.value(figure, figure.after.value),
      count: this.formats.now.number(figure.after.n),
    });
  }
}
