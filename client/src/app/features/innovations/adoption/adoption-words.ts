import { Injectable, inject } from '@angular/core';
import { Formats } from '../../../core/formats.ts';
import { Language } from '../../../core/language.ts';
import { fieldOf } from '../catalogue/figure-words.ts';
import type { AdoptionBaseline, AdoptionLine } from './adoption-api.ts';

/** Plans in sentences. */
@Injectable({ providedIn: 'root' })
export class AdoptionWords {
  private readonly formats = inject(Formats);
  private readonly t = inject(Language).t;

  /** Where it comes from: "Sebulu, Kutai Kartanegara". */
  source({ source }: Pick<AdoptionLine, 'source'>): string {
    return source.unit === null ? source.kabupaten : `${source.unit}, ${source.kabupaten}`;
  }

  /** "3 dari 8 langkah selesai, 1 lewat tanggal". */
  progress({ progress }: Pick<AdoptionLine, 'progress'>): string {
    const { done, total, late } = progress;
    if (total === 0) return this.t('adoption.noSteps');
    const number = (count: number): string => this.formats.now.number(count);
    const told = this.t('adoption.progress', { done: number(done), total: number(total) });
    return late === 0 ? told : `${told}, ${this.t('adoption.late', { late: number(late) })}`;
  }

  /** Since when it runs, or from when to when it ran; empty while it is only planned. */
  span({ startedOn, endedOn }: Pick<AdoptionLine, 'startedOn' | 'endedOn'>): string {
    if (startedOn === null) return endedOn === null ? '' : this.formats.now.date(endedOn);
    if (endedOn === null) return this.t('adoption.since', { day: this.formats.now.date(startedOn) });
    return this.formats.now.days({ from: startedOn, to: endedOn });
  }

  /** A figure with the records behind it. */
  figure(line: AdoptionBaseline, of: { readonly value: number | null; readonly n: number | null }): string {
    if (of.value === null) return this.t('absence.noData');
    const field = fieldOf(line);
    return field === null
      ? this.formats.now.number(of.value, line.decimals)
      : this.formats.now.value(field, of.value);
  }

  count(n: number | null): string {
    return n === null ? '' : this.t('measure.n', { n: this.formats.now.number(n) });
  }
}
