import { Component, computed, inject, input, output, signal } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import type { Question } from '../asking/question.ts';
import { QuestionDialog } from '../asking/question-dialog.ts';
import { newDocument } from '../asking/surroundings-questions.ts';
import type { PilotDocument, Programme } from '../pilots-api.ts';
import { EvidenceFold } from './evidence-fold.ts';

/** The documents of a pilot with their validity, and which of the four kinds it lacks. */
@Component({
  selector: 'pandu-pilot-documents',
  imports: [EvidenceFold, QuestionDialog],
  template: `
    <h2>{{ t('pilots.document.heading') }}</h2>
    @if (missing(); as sentence) {
      <p class="missing">{{ sentence }}</p>
    }
    <ul class="lines">
      @for (document of programme().documents; track document.id) {
        <li>
          <p class="first">
            <b>{{ t('pilots.document.kind.' + document.kind) }}</b> · {{ document.title }}
          </p>
          <p class="note">
            <span [class.ended]="document.state === 'ended' || document.state === 'ending'">{{
              t('pilots.document.state.' + document.state)
            }}</span>
            · {{ about(document) }}
          </p>
          @if (document.evidenceCount > 0 || programme().actions.includes('manage')) {
            <pandu-evidence-fold
              about="pilot-document"
              [id]="document.id"
              [count]="document.evidenceCount"
              (changed)="changed.emit()"
            />
          }
        </li>
      } @empty {
        <li class="note">{{ t('pilots.document.empty') }}</li>
      }
    </ul>
    @if (programme().actions.includes('manage')) {
      <p class="actions add">
        <button type="button" class="action" aria-haspopup="dialog" (click)="add()">
          {{ t('pilots.document.add.title') }}
        </button>
      </p>
    }
    @if (question(); as asked) {
      <pandu-question-dialog [question]="asked" (saved)="saved()" (closed)="question.set(null)" />
    }
  `,
  styleUrl: './surroundings.css',
})
export class PilotDocuments {
  readonly programme = input.required<Programme>();
  readonly changed = output();

  private readonly formats = inject(Formats);
  protected readonly t = inject(Language).t;
  protected readonly question = signal<Question | null>(null);
  protected readonly missing = computed(() => {
    const kinds = this.programme().documentsMissing.map((kind) => this.t(`pilots.document.short.${kind}`));
    return kinds.length === 0 ? null : this.t('pilots.document.missing', { kinds: kinds.join(', ') });
  });

  protected about({ number, validFrom, validTo }: PilotDocument): string {
    const from = this.formats.now.date(validFrom);
    return [
      ...(number === null ? [] : [number]),
      validTo === null
        ? this.t('pilots.document.validSince', { from })
        : this.t('pilots.document.validUntil', { from, to: this.formats.now.date(validTo) }),
    ].join(' · ');
  }

  protected add(): void {
    this.question.set(newDocument(this.t, this.programme().id));
  }

  protected saved(): void {
    this.question.set(null);
    this.changed.emit();
  }
}
