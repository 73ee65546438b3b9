import { Component, inject, input, output } from '@angular/core';
import type { Annotation } from '#contract/signals';
import type { Series } from '#contract/measures';
import { Formats } from '../../core/formats.ts';
import { Language } from '../../core/language.ts';
import { Session } from '../../core/session.ts';
import { task } from '../../core/task.ts';
import { AnnotationsApi } from './annotations-api.ts';

type Baseline = NonNullable<Series['baselines']>[number];

/** Under a trend: its notes and baselines in full, each with the way to take back what is one's own. */
@Component({
  selector: 'pandu-trend-remarks',
  template: `
    @if (notes().length + baselines().length > 0) {
      <ul [attr.aria-label]="t('trend.remarks')">
        @for (note of notes(); track note.id) {
          <li>
            <span
              ><b>{{ formats.now.date(note.day) }}:</b> {{ note.text }}
              <span class="muted">({{ note.by }}, {{ note.unitName }})</span></span
            >
            @if (note.own && session.can('annotations:write')) {
              <button
                type="button"
                class="action quiet"
                [attr.aria-label]="t('trend.noteRemoveNamed', { text: note.text })"
                [disabled]="work.busy()"
                (click)="removeNote(note.id)"
              >
                {{ t('trend.noteRemove') }}
              </button>
            }
          </li>
        }
        @for (baseline of baselines(); track baseline.id) {
          <li>
            <span
              ><b>{{
                t('trend.baselineFrom', { month: formats.now.bucketName(baseline.startsOn, 'month') })
              }}</b>
              {{ baseline.reason }} <span class="muted">({{ baseline.by }})</span></span
            >
            @if (session.can('signals:rebase')) {
              <button
                type="button"
                class="action quiet"
                [disabled]="work.busy()"
                (click)="removeBaseline(baseline.id)"
              >
                {{ t('trend.baselineRemove') }}
              </button>
            }
          </li>
        }
      </ul>
    }
    <p class="trouble" role="alert">{{ work.trouble() }}</p>
  `,
  styles: `
    :host {
      display: block;
    }
    ul {
      margin-top: 12px;
      border-top: 1px solid var(--hair);
      max-width: 790px;
    }
    li {
      display: flex;
      justify-content: space-between;
      gap: 16px;
      padding: 6px 0;
      font: var(--table);
      border-bottom: 1px solid var(--hair);
      overflow-wrap: anywhere;
    }
    .action {
      flex: none;
    }
    .trouble {
      font: var(--table);
      color: var(--memburuk);
    }
    .trouble:empty {
      display: none;
    }
  `,
})
export class TrendRemarks {
  readonly notes = input.required<readonly Annotation[]>();
  readonly baselines = input.required<readonly Baseline[]>();
  /** Something was taken back: the series is to be read anew. */
  readonly changed = output();

  protected readonly t = inject(Language).t;
  protected readonly formats = inject(Formats);
  protected readonly session = inject(Session);
  private readonly api = inject(AnnotationsApi);
  protected readonly work = task();

  protected async removeNote(id: string): Promise<void> {
    if ((await this.work.run(() => this.api.removeNote(id))) !== undefined) this.changed.emit();
  }

  protected async removeBaseline(id: string): Promise<void> {
    if ((await this.work.run(() => this.api.removeBaseline(id))) !== undefined) this.changed.emit();
  }
}
