import { inject, Injectable } from '@angular/core';
import { MEASURES, type MeasureField, type MeasureId } from '#domain/measures';
import { ValueWords } from './absence.ts';
import { Directory } from './directory.ts';
import { Formats } from './formats.ts';
import { Kamus, numberIn } from './kamus.ts';
import { Language } from './language.ts';
import type { Summary } from './measures-api.ts';
import type { ProofLine } from './proof-text.ts';
import { Selection } from './selection.ts';
import { Session } from './session.ts';

/** A number of a measure page that is to be proven. */
export interface ProvenNumber {
  readonly summary: Summary;
  readonly measure: MeasureId;
  readonly field: MeasureField;
  readonly block: object;
  /** How the value is written; left out: as everywhere. */
  readonly value?: string;
  /** What else belongs to the number itself, e.g. its instrument. */
  readonly beside?: readonly ProofLine[];
  /** What else is said of how many stand behind it, e.g. its sample. */
  readonly sample?: readonly ProofLine[];
}

/** The lines of "Salin sebagai bukti" for a number of a measure: the same facts in the same order on every page. */
@Injectable({ providedIn: 'root' })
export class MeasureProof {
  private readonly t = inject(Language).t;
  private readonly selection = inject(Selection);
  private readonly session = inject(Session);
  private readonly directory = inject(Directory);
  private readonly formats = inject(Formats);
  private readonly kamus = inject(Kamus);
  private readonly words = inject(ValueWords);

  /** The number with its exact value, definition, selection, n and versions. */
  lines(proven: ProvenNumber): readonly ProofLine[] {
    const { summary, measure, field, block } = proven;
    const exact = numberIn(block, field.id);
    const n = numberIn(block, field.n);
    const nLabel = this.kamus.label(this.kamus.field(measure, field.n)).toLocaleLowerCase();
    return [
      { label: this.kamus.label(field), text: proven.value ?? this.words.text(field, block) },
      { label: this.t('proof.exact'), text: exact === null ? '' : String(exact) },
      ...(proven.beside ?? []),
      { label: this.t('proof.field'), text: `${measure}.${field.id}` },
      { label: this.t('proof.definition'), text: field.definition },
      { label: this.t('proof.definitions'), text: summary.definitionsVersion },
      { label: this.t('proof.selection'), text: this.chosen(summary, measure) },
      {
        label: this.t('proof.n'),
        text: n === null || field.n === field.id ? '' : `${this.formats.now.number(n)} (${nLabel})`,
      },
      ...(proven.sample ?? []),
      ...this.versions(summary),
    ];
  }

  /** Which records a summary is of, in words. */
  chosen(summary: Summary, measure: MeasureId | null): string {
    const [service, channel] = [this.selection.service(), this.selection.channel()];
    const filters = measure === null ? [] : MEASURES[measure].filters;
    return [
      summary.unitName,
      filters.includes('service') &&
        (service === null ? this.t('filter.allServices') : this.directory.serviceName(service)),
      filters.includes('channel') &&
        (channel === null ? this.t('filter.allChannels') : this.directory.channelName(channel)),
      this.formats.now.days(summary),
    ]
      .filter((part) => part !== false)
      .join(', ');
  }

  /** Of which state of the records it is. */
  versions(summary: Summary): readonly ProofLine[] {
    return [
      { label: this.t('proof.dataVersion'), text: String(summary.dataVersion) },
      {
        label: this.t('proof.asOf'),
        text: summary.asOf === null ? '' : this.formats.now.instant(summary.asOf, this.session.timeZone()),
      },
    ];
  }
}
