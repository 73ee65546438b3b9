import { Injectable, inject } from '@angular/core';
import { MEASURES, type MeasureField, type MeasureId } from '#domain/measures';
import { Formats } from './formats.ts';
import { numberIn } from './kamus.ts';
import { Language } from './language.ts';

/** Why a number is shown, shown with a reservation, or not there. None of the three kinds of absence is a zero. */
export type Presence = 'shown' | 'too-few' | 'no-data' | 'not-applicable';

/** Tells the presence of a field in a block of an answer: too few records are shown, but nothing may be read from them. */
export function presenceOf(field: MeasureField, block: object | undefined, ignored: boolean): Presence {
  if (ignored) return 'not-applicable';
  if (numberIn(block, field.id) === null) return 'no-data';
  const n = numberIn(block, field.n);
  return n !== null && n < field.minimumN ? 'too-few' : 'shown';
}

/**
 * False for a block of nothing but zeros: nobody has reported there, which is not the same as none. A unit that has
 * received nothing for long reads "tidak ada data", never 0.
 */
export function hasRecords(measure: MeasureId, block: object | undefined): boolean {
  return MEASURES[measure].fields.some((field) => (numberIn(block, field.id) ?? 0) > 0);
}

/** The value of a field in words, also where there is none. */
@Injectable({ providedIn: 'root' })
export class ValueWords {
  private readonly formats = inject(Formats);
  private readonly t = inject(Language).t;

  text(field: MeasureField, block: object | undefined): string {
    const value = numberIn(block, field.id);
    return value === null ? this.t('absence.noData') : this.formats.now.value(field, value);
  }

  /** The same in a file: shares in percent, times in minutes, each with the unit to write into its header; null for counts and scores. */
  inFile(
    field: MeasureField,
  ): { readonly unit: string; readonly value: (value: number | null) => number | null } | null {
    if (field.unit === 'share')
      return { unit: '%', value: (share) => (share === null ? null : Math.round(share * 10_000) / 100) };
    if (field.unit === 'minutes')
      return {
        unit: this.t('duration.inMinutes'),
        value: (minutes) => (minutes === null ? null : Math.round(minutes * 10) / 10),
      };
    return null;
  }
}
