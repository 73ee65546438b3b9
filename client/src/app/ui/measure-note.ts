import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { MEASURES, type MeasureField, type MeasureId } from '#domain/measures';
import { ValueWords, hasRecords, presenceOf } from '../core/absence.ts';
import { Formats } from '../core/formats.ts';
import { Kamus, numberIn } from '../core/kamus.ts';
import { Language } from '../core/language.ts';
import type { Period } from '../core/period.ts';
import { Selection } from '../core/selection.ts';
import { BigNumber } from './big-number.ts';
import type { RecordLink } from './record-link.ts';

/** The margin of a measure page: the one number of the selected period, what it is compared with, and what it means. */
@Component({
  selector: 'pandu-measure-note',
  imports: [BigNumber, RouterLink],
  template: `
    <h2>{{ heading() }}</h2>
    @if (presence() === 'no-data' || presence() === 'suppressed') {
      <p class="none">{{ presence() === 'no-data' ? t('absence.noData') : value() }}</p>
    } @else {
      <pandu-big-number [value]="value()">
        @if (behindLink(); as link) {
          <a [routerLink]="link.screen" [queryParams]="link.query">{{ behind() }}</a>
        } @else {
          {{ behind() }}
        }
      </pandu-big-number>
    }
    @if (presence() === 'suppressed') {
      <p class="muted">{{ t('absence.suppressedLong') }}</p>
    }
    @if (presence() === 'too-few') {
      <p class="muted">{{ t('absence.tooFew', { minimum: field().minimumN }) }}</p>
    }
    <dl class="pairs">
      <ng-content select="[row]" />
      <div>
        <dt>{{ t('measure.before', { period: beforeText() }) }}</dt>
        <dd>{{ previousText() }}</dd>
      </div>
      @for (line of others(); track line.label) {
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
    <p class="muted definition" lang="id">{{ field().definition }}</p>
    <ng-content select="[verbs]" />
    @if (withBasis()) {
      <p class="muted" lang="id">{{ t('measure.basis') }}: {{ basis() }}.</p>
    }
    @if (selection.unfinished()) {
      <p class="muted">{{ t('measure.provisional') }}</p>
    }
    @if (approximate()) {
      <p class="muted">{{ t('measure.approximate') }}</p>
    }
  `,
  styles: `
    dd a {
      text-decoration-color: var(--control);
      text-underline-offset: 4px;
    }
    :host {
      display: block;
    }
    .none {
      font: var(--lead);
      color: var(--muted);
    }
    .definition {
      margin-top: 14px;
    }
  `,
  host: { class: 'margin' },
})
export class MeasureNote {
  readonly measure = input.required<MeasureId>();
  readonly field = input.required<MeasureField>();
  readonly block = input.required<object>();
  readonly previous = input.required<object>();
  readonly previousPeriod = input.required<Period>();
  /** Further numbers of the same block to list. */
  readonly beside = input<readonly string[]>([]);
  /** Said beside the number instead of its name and n; with the records behind it. */
  readonly told = input<{ readonly text: string; readonly link: RecordLink | null } | null>(null);
  /** Where the counts lead, by field. */
  readonly records = input<(field: string) => RecordLink | null>(() => null);
  /** False where the legal basis is told elsewhere. */
  readonly withBasis = input(true);

  protected readonly t = inject(Language).t;
  protected readonly selection = inject(Selection);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);

  private readonly reported = computed(() => hasRecords(this.measure(), this.block()));
  protected readonly presence = computed(() =>
    this.reported() ? presenceOf(this.field(), this.block(), false) : 'no-data',
  );
  protected readonly value = computed(() => this.words.text(this.field(), this.block()));
  protected readonly previousText = computed(() =>
    hasRecords(this.measure(), this.previous())
      ? this.words.text(this.field(), this.previous())
      : this.t('absence.noData'),
  );
  protected readonly heading = computed(() =>
    this.formats.now.periodSoFar(this.selection.period(), this.selection.today()),
  );
  protected readonly beforeText = computed(() =>
    this.formats.now.period(this.previousPeriod(), this.selection.today()),
  );
  protected readonly behindLink = computed(() => this.told()?.link ?? null);
  protected readonly behind = computed(() => {
    const told = this.told();
    if (told !== null) return told.text;
    const field = this.field();
    const n = numberIn(this.block(), field.n);
    const label = this.kamus.label(field);
    return field.n === field.id || n === null
      ? label
      : `${label}, ${this.t('measure.n', { n: this.formats.now.number(n) })}`;
  });
  /** The numbers beside it; where nobody has reported, a list of zeros would say the opposite. */
  protected readonly others = computed(() =>
    (this.reported() ? this.beside() : [])
      .filter((id) => id !== this.field().id)
      .map((id) => this.kamus.field(this.measure(), id))
      .map((field) => ({
        label: this.kamus.label(field),
        text: this.words.text(field, this.block()),
        link: (numberIn(this.block(), field.id) ?? 0) > 0 ? this.records()(field.id) : null,
      })),
  );
  protected readonly basis = computed(() => MEASURES[this.measure()].legalBasis);
  protected readonly approximate = computed(
    () =>
      this.field().unit === 'minutes' &&
      'approximate' in this.block() &&
      (this.block() as { approximate: unknown }).approximate === true,
  );
}
