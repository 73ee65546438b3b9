import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MEASURES, type MeasureField, type MeasureId } from '#domain/measures';
import type { Series, Summary } from '#contract/measures';
import { ValueWords, hasRecords } from '../../../core/absence.ts';
import { Formats } from '../../../core/formats.ts';
import { numberIn } from '../../../core/kamus.ts';
import { Language } from '../../../core/language.ts';
import { liveSummaryOf } from '../../../core/measures-api.ts';
import { MeasureProof } from '../../../core/measure-proof.ts';
import { Selection } from '../../../core/selection.ts';
import { Session } from '../../../core/session.ts';
import { HowCounted } from '../../../ui/how-counted.ts';
import { MeasureNote } from '../../../ui/measure-note.ts';
import { type RecordLink, caseLink } from '../../../ui/record-link.ts';
import type { Ageing } from '../services-api.ts';
import { yearBefore } from './year-before.ts';

const BESIDE: Readonly<Partial<Record<MeasureId, readonly string[]>>> = {
  turnaround: ['due', 'overdue', 'completed', 'medianWorkingMinutes', 'p90WorkingMinutes'],
  volume: ['received', 'completed', 'open', 'rejected', 'cancelled', 'lateEntries'],
};

/** The number of the page with what it is compared with, what is about to go wrong, and how it is counted. */
@Component({
  selector: 'pandu-services-margin',
  imports: [HowCounted, MeasureNote, RouterLink],
  template: `
    <pandu-measure-note
      [measure]="measure()"
      [field]="field()"
      [block]="block()"
      [previous]="block().previous"
      [previousPeriod]="summary().previousPeriod"
      [beside]="beside()"
      [told]="told()"
      [records]="records()"
      [withBasis]="false"
    >
      <ng-container ngProjectAs="[row]">
        @if (target(); as aim) {
          <div>
            <dt>{{ aim.label }}</dt>
            <dd>{{ aim.value }}</dd>
          </div>
        }
        <div>
          <dt>{{ t('services.yearBefore', { period: yearBeforeText() }) }}</dt>
          <dd>{{ yearBeforeValue() }}</dd>
        </div>
        @if (dueSoon(); as soon) {
          <div>
            <dt>{{ t('services.dueSoon') }}</dt>
            <dd>
              @if (soon.link; as link) {
                <a [routerLink]="link.screen" [queryParams]="link.query">{{ soon.text }}</a>
              } @else {
                {{ soon.text }}
              }
            </dd>
          </div>
        }
      </ng-container>
      <ng-container ngProjectAs="[verbs]">
        <pandu-how-counted
          [proof]="proof()"
          [days]="summary()"
          [definitionsVersion]="summary().definitionsVersion"
          [dataVersion]="summary().dataVersion"
        >
          <dt>{{ t('services.counted') }}</dt>
          <dd lang="id">{{ definition() }}</dd>
          <dt>{{ t('measure.basis') }}</dt>
          <dd lang="id">{{ basis() }}</dd>
          @if (field().minimumN > 0) {
            <dt>{{ t('services.reliable') }}</dt>
            <dd>{{ t('services.reliableText', { minimum: field().minimumN }) }}</dd>
          }
        </pandu-how-counted>
      </ng-container>
    </pandu-measure-note>
  `,
  styles: `
    dd a {
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
  `,
  host: { class: 'margin' },
})
export class ServicesMargin {
  readonly measure = input.required<MeasureId>();
  readonly field = input.required<MeasureField>();
  readonly summary = input.required<Summary>();
  /** The series of the chart beside it; undefined while it is on its way. */
  readonly series = input.required<Series | undefined>();
  readonly ageing = input.required<Ageing | undefined>();

  protected readonly t = inject(Language).t;
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly formats = inject(Formats);
  private readonly words = inject(ValueWords);
  private readonly proofs = inject(MeasureProof);

  private readonly lastYear = computed(() => yearBefore(this.selection.period()));
  private readonly earlier = liveSummaryOf(() => this.lastYear());
  protected readonly block = computed(() =>
    this.measure() === 'volume' ? this.summary().volume : this.summary().turnaround,
  );
  protected readonly beside = computed(() => {
    const known = MEASURES[this.measure()].fields.map((field) => field.id);
    return (BESIDE[this.measure()] ?? []).filter((id) => known.includes(id));
  });
  /** Where the counts lead; nowhere for those who may not see records. */
  protected readonly records = computed(() => {
    const [measure, carried] = [this.measure(), this.selection.carried()];
    const may = this.session.can('cases:read');
    return (field: string): RecordLink | null => (may ? caseLink(measure, field, carried) : null);
  });
  /** For the share that is on time, the other side of it: who was not. */
  protected readonly told = computed(() => {
    const [due, met] = [numberIn(this.block(), 'due'), numberIn(this.block(), 'dueMet')];
    if (this.field().id !== 'dueMetShare' || due === null || met === null) return null;
    const [missed, of] = [due - met, due].map((count) => this.formats.now.number(count));
    return {
      text: this.t(met === due ? 'services.noneMissed' : 'services.missed', { missed, due: of }),
      link: met === due ? null : this.records()('dueMissed'),
    };
  });
  protected readonly target = computed(() => {
    const target = this.series()?.verdict.target ?? null;
    const value = target === null ? null : (target.atLeast ?? target.atMost);
    if (target === null || value === null) return null;
    return {
      label:
        target.legalBasis === null
          ? this.t('services.target')
          : this.t('services.targetBy', { basis: target.legalBasis }),
      value: this.formats.now.axisMark(this.field(), value, value),
    };
  });
  protected readonly yearBeforeText = computed(() =>
    this.formats.now.period(this.lastYear(), this.selection.today()),
  );
  protected readonly yearBeforeValue = computed(() => {
    const answer = this.earlier.value();
    if (answer === undefined) return '';
    const block = this.measure() === 'volume' ? answer.volume : answer.turnaround;
    return hasRecords(this.measure(), block)
      ? this.words.text(this.field(), block)
      : this.t('absence.noData');
  });
  /** Deadlines of the next two working days; told only while the selection runs until today. */
  protected readonly dueSoon = computed(() => {
    const count = this.ageing()?.dueSoon ?? null;
    if (count === null || !this.selection.unfinished()) return null;
    const link = this.session.can('cases:read')
      ? caseLink('turnaround', 'dueSoon', this.selection.carried())
      : null;
    return {
      text: this.t('services.files', { count: this.formats.now.number(count) }),
      link: count === 0 ? null : link,
    };
  });
  protected readonly definition = computed(() => MEASURES[this.measure()].definition);
  protected readonly basis = computed(() => MEASURES[this.measure()].legalBasis);

  protected readonly proof = computed(() =>
    this.proofs.lines({
      summary: this.summary(),
      measure: this.measure(),
      field: this.field(),
      block: this.block(),
    }),
  );
}
