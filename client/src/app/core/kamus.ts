import { Injectable, inject } from '@angular/core';
import { MEASURES, type MeasureField, type MeasureId, findField } from '#domain/measures';
import { Language } from './language.ts';

/** The words of the kamus indikator in the language of the screen. */
@Injectable({ providedIn: 'root' })
export class Kamus {
  private readonly language = inject(Language);

  /** The field, or the headline of the measure when it has no such field. */
  field(measure: MeasureId, field: string | null): MeasureField {
    const found =
      (field === null ? null : findField(measure, field)) ?? findField(measure, MEASURES[measure].headline);
    if (found === null) throw new Error(`The measure ${measure} has no headline.`);
    return found;
  }

  label(field: MeasureField): string {
    return this.language.active() === 'en' ? field.labelEn : field.label;
  }

  measureLabel(measure: MeasureId): string {
    return this.language.active() === 'en' ? MEASURES[measure].labelEn : MEASURES[measure].label;
  }
}

/** A number out of an answer's block by the name of its field; null when there is none, which is not zero. */
export function numberIn(block: object | null | undefined, field: string): number | null {
  const value: unknown =
    block === undefined || block === null ? null : (block as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : null;
}
