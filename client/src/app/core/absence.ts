import { Injectable, inject } from '@angular/core';
import { MEASURES, type MeasureField, type MeasureId } from '#domain/measures';
import { Formats } from './formats.ts';
import { numberIn } from './kamus.ts';
import { Language } from './language.ts';

/** Why a number is shown, shown with a reservation, or not there. None of the kinds of absence is a zero. */
export type Presence = 'shown' | 'too-few' | 'no-data' | 'suppressed' | 'not-applicable';

/**
 * True for a block in which figures are withheld, because few people stand behind them: whoever asks has no right to
 * details. Which of the withheld figures are small is not told either, so none of them is called "fewer than 5".
 */
export function isSuppressed(block: object | null | undefined): boolean {
  return block !== undefined && block !== null && 'suppressed' in block && block.suppressed === true;
}

/** Tells the presence of a field in a block of an answer: too few records are shown, but nothing may be read from them. */
export function presenceOf(
  field: MeasureField,
  block: object | null | undefined,
  ignored: boolean,
): Presence {
  // Where no pilot programme runs there is no block: the measure does not apply, which is not "no data".
  if (ignored || block === null) return 'not-applicable';
  if (numberIn(block, field.id) === null) return isSuppressed(block) ? 'suppressed' : 'no-data';
  const n = numberIn(block, field.n);
  return n !== null && n < field.minimumN ? 'too-few' : 'shown';
}

/**
 * False for a block of nothing but zeros: nobody has reported there, which is not the same as none. A unit that has
 * received nothing for long reads "tidak ada data", never 0. Withheld figures are records all the same.
 */
export function hasRecords(measure: MeasureId, block: object | null | undefined): boolean {
  return (
    isSuppressed(block) || MEASURES[measure].fields.some((field) => (numberIn(block, field.id) ?? 0) > 0)
  );
}

/** The value of a field in words, also where there is none. */
@Injectable({ providedIn: 'root' })
export class ValueWords {
  private readonly formats = inject(Formats);
  private readonly t = inject(Language).t;

  text(field: MeasureField, block: object | null | undefined): string {
    const value = numberIn(block, field.id);
    return value === null ? this.absent(block) : this.formats.now.value(field, value);
  }

  /** The word in place of a value: withheld, or no data. */
  absent(block: object | null | undefined): string {
    return this.t(isSuppressed(block) ? 'absence.suppressed' : 'absence.noData');
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
