import { Component, inject, input, output } from '@angular/core';
import { Language } from '../../core/language.ts';
import { ProblemNote } from '../problem-note.ts';
import { Skeleton } from '../skeleton.ts';
import { EvidenceAdd } from './evidence-add.ts';
import { type EvidenceOf, liveEvidence } from './evidence-api.ts';
import { EvidenceLine } from './evidence-line.ts';

/**
 * The files that stand as evidence of a thing, and the way to add one where that is allowed:
 * `<app-evidence about="milestone" [id]="milestone.id" />`. Its heading belongs to the page.
 */
@Component({
  selector: 'app-evidence',
  imports: [EvidenceAdd, EvidenceLine, ProblemNote, Skeleton],
  template: `
    @if (files.problem(); as trouble) {
      <pandu-problem [problem]="trouble" (retry)="files.reload()" />
    } @else if (files.value(); as found) {
      <ul [attr.aria-label]="t('evidence.title')">
        @for (file of found.items; track file.id) {
          <li><pandu-evidence-line [evidence]="file" (removed)="refresh()" /></li>
        }
      </ul>
      @if (found.items.length === 0) {
        <p class="note">{{ t('evidence.none') }}</p>
      }
      @if (found.mayAdd) {
        <pandu-evidence-add [thing]="{ about: about(), id: id() }" (added)="refresh()" />
      }
    } @else {
      <pandu-skeleton [lines]="['60%', '40%']" />
    }
  `,
  styles: `
    :host {
      display: block;
      max-width: 780px;
    }
  `,
})
export class EvidenceFiles {
  readonly about = input.required<EvidenceOf>();
  readonly id = input.required<string>();
  /** A file was added or removed. */
  readonly changed = output();

  protected readonly t = inject(Language).t;
  protected readonly files = liveEvidence(() => ({ about: this.about(), id: this.id() }));

  protected refresh(): void {
    this.files.reload();
    this.changed.emit();
  }
}
