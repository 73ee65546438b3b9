import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { MeasureId } from '#domain/measures';
import { ValueWords, hasRecords } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { Kamus, numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { MeasureProof } from '../../core/measure-proof.ts';
import type { Summary } from '../../core/measures-api.ts';
import { Selection } from '../../core/selection.ts';
import { Session } from '../../core/session.ts';
import { CopyProof } from '../../ui/copy-proof.ts';
import { recordsOf } from './units-api.ts';

const COUNTS: readonly { readonly measure: MeasureId; readonly fields: readonly string[] }[] = [
  { measure: 'volume', fields: ['received', 'completed', 'open'] },
  { measure: 'turnaround', fields: ['due', 'overdue'] },
  { measure: 'complaints', fields: ['received', 'resolved', 'open', 'overdue'] },
  { measure: 'ikm', fields: ['respondents'] },
];

/** The counts of the selected period, each one click away from its records. */
@Component({
  selector: 'pandu-unit-counts',
  imports: [CopyProof, RouterLink],
  template: `
    <h2>{{ heading() }}</h2>
    <dl class="pairs">
      @for (line of lines(); track line.key) {
        <div>
          <dt>{{ line.label }}</dt>
          <dd>
            @if (line.link; as link) {
              <a [routerLink]="link.screen" [queryParams]="link.query">{{ line.text }}</a>
            } @else {
              {{ line.text }}
            }
          </dd>
        </div>
      }
    </dl>
    <div class="actions"><pandu-copy-proof [lines]="proof()" [days]="summary()" /></div>
  `,
  styles: `
    :host {
      display: block;
    }
    dd a {
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
  `,
})
export class UnitCounts {
  readonly summary = input.required<Summary>();

  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly proofs = inject(MeasureProof);
  protected readonly t = inject(Language).t;

  protected readonly heading = computed(() =>
    this.formats.now.periodSoFar(this.selection.period(), this.selection.today()),
  );
  protected readonly lines = computed(() =>
    COUNTS.flatMap(({ measure, fields }) => {
      const block = this.summary()[measure];
      return fields.map((id) => {
        const field = this.kamus.field(measure, id);
        const label = this.kamus.label(field);
        const about = measure === 'turnaround' ? 'volume' : measure;
        return {
          key: `${measure}.${id}`,
          label: measure === 'ikm' ? label : `${this.kamus.measureLabel(about)} ${label.toLocaleLowerCase()}`,
          text: hasRecords(measure, block) ? this.words.text(field, block) : this.t('absence.noData'),
          link:
            this.maySee(measure) && (numberIn(block, id) ?? 0) > 0
              ? recordsOf(measure, id, this.selection.carried())
              : null,
        };
      });
    }),
  );

  protected readonly proof = computed(() => [
    ...this.lines().map(({ label, text }) => ({ label, text })),
    { label: this.t('proof.definitions'), text: this.summary().definitionsVersion },
    { label: this.t('proof.selection'), text: this.proofs.chosen(this.summary(), null) },
    ...this.proofs.versions(this.summary()),
  ]);

  private maySee(measure: MeasureId): boolean {
    return this.session.can(measure === 'complaints' ? 'complaints:read' : 'cases:read');
  }
}
