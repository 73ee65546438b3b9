import { Component, computed, inject, input } from '@angular/core';
import type { Series, Summary } from '#contract/measures';
import { findInstrument } from '#domain/ikm/instruments';
import type { MeasureField } from '#domain/measures';
import { isSuppressed } from '../../core/absence.ts';
import { Formats } from '../../core/formats.ts';
import { numberIn } from '../../core/kamus.ts';
import { Language } from '../../core/language.ts';
import { MeasureProof } from '../../core/measure-proof.ts';
import { HowCounted } from '../../ui/how-counted.ts';
import { Mark } from '../../ui/mark.ts';
import { MeasureNote } from '../../ui/measure-note.ts';
import type { RecordLink } from '../../ui/record-link.ts';
import { instrumentName } from './instrument-name.ts';

/** The number of the page with its grade, its instrument and its sample, and how it is counted. */
@Component({
  selector: 'pandu-satisfaction-margin',
  imports: [HowCounted, Mark, MeasureNote],
  templateUrl: './satisfaction-margin.html',
  styleUrl: './satisfaction-margin.css',
  host: { class: 'margin' },
})
export class SatisfactionMargin {
  readonly field = input.required<MeasureField>();
  readonly summary = input.required<Summary>();
  /** The series of the chart beside it; undefined while it is on its way. */
  readonly series = input.required<Series | undefined>();
  /** Where the counts lead, by field. */
  readonly records = input.required<(field: string) => RecordLink | null>();

  protected readonly t = inject(Language).t;
  private readonly formats = inject(Formats);
  private readonly proofs = inject(MeasureProof);
  protected readonly beside = ['respondents', 'participationShare', 'score', 'scoreWithoutCost'];
  protected readonly ikm = computed(() => this.summary().ikm);
  protected readonly withheld = computed(() => isSuppressed(this.ikm()));

  /** Said beside the score: grade and instrument. */
  protected readonly told = computed(() => {
    const { grade, gradeLabel, instrument, score } = this.ikm();
    const name = instrumentName(instrument);
    if (this.field().id !== 'score' || score === null || name === null) return null;
    return {
      text: `${this.t('satisfaction.grade', { grade, label: gradeLabel?.toLocaleLowerCase('id') ?? '' })}, ${name}`,
      link: null,
    };
  });
  /** What may be read from the sample, in words; three cases, none of them "valid". */
  protected readonly sample = computed(() => {
    const { sufficient, requiredRespondents, respondents } = this.ikm();
    if (this.withheld() && respondents === null) return null;
    if (sufficient === null || requiredRespondents === null)
      return { mark: 'no-data' as const, text: this.t('satisfaction.sampleUnknown') };
    const required = this.formats.now.number(requiredRespondents);
    return sufficient
      ? { mark: null, text: this.t('satisfaction.sampleEnough', { required }) }
      : { mark: 'small-sample' as const, text: this.t('satisfaction.sampleSmall', { required }) };
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
  /** The instrument with what its regulation says of weights and bands. */
  protected readonly instrument = computed(() => {
    const instrument = findInstrument(this.ikm().instrument ?? '');
    if (instrument === null) return null;
    const { numerator, denominator } = instrument.weight;
    return {
      basis: instrument.legalBasis,
      weight:
        numerator === 1n
          ? `1/${String(denominator)}`
          : this.formats.now.number(Number(numerator) / Number(denominator), 3),
      count: instrument.unsur.length,
      bands: instrument.bands.map(({ grade, label, printed }) => `${grade} ${label} ${printed}`),
      check: instrument.check?.replace(/^./, (letter) => letter.toLocaleLowerCase('id')) ?? null,
    };
  });

  protected readonly proof = computed(() => {
    const [field, ikm] = [this.field(), this.ikm()];
    const exact = numberIn(ikm, field.id);
    const grade =
      field.id === 'score' && ikm.grade !== null ? ` (${ikm.grade}, ${ikm.gradeLabel ?? ''})` : '';
    return this.proofs.lines({
      summary: this.summary(),
      measure: 'ikm',
      field,
      block: ikm,
      value: exact === null ? this.absent() : `${this.formats.now.value(field, exact)}${grade}`,
      beside: [{ label: this.t('satisfaction.instrument'), text: this.instrument()?.basis ?? '' }],
      sample: [{ label: this.t('satisfaction.sample'), text: this.sample()?.text ?? '' }],
    });
  });

  private absent(): string {
    return this.t(this.withheld() ? 'absence.suppressed' : 'absence.noData');
  }
}
