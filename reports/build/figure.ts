/** Numbers of a report: each is taken from the figures by its address and written once, for every format. */
import type { Figure } from '#contract/reports/report-document';
import type { Language } from '#domain/language';
import { formatsIn } from '#domain/formats/formats';
import { findField, MEASURES, type MeasureField, type MeasureId } from '#domain/measures';

/** Why a number is not there; none of the kinds is a zero. */
export type Absence = 'no-data' | 'suppressed' | 'too-few' | 'not-applicable';

const ABSENCE_WORDS: Readonly<Record<Language, Readonly<Record<Absence, string>>>> = {
  id: {
    'no-data': 'tidak ada data',
    suppressed: 'disamarkan',
    'too-few': 'belum cukup data',
    'not-applicable': 'tidak berlaku',
  },
  en: {
    'no-data': 'no data',
    suppressed: 'withheld',
    'too-few': 'not enough data',
    'not-applicable': 'not applicable',
  },
};

/** The word in place of a number. */
export function absenceText(absence: Absence, language: Language): string {
  return ABSENCE_WORDS[language][absence];
}

/** A block of an answer (of the summary, of a unit, of a row); null where the measure does not apply. */
export type FigureBlock = object | null | undefined;

/** A number out of a block by the name of its field; null when there is none, which is not zero. */
export function numberIn(block: FigureBlock, field: string): number | null {
  const value: unknown =
    block === null || block === undefined ? null : (block as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'number' ? value : null;
}

/** True where figures of a block are withheld from the reader. */
export function isSuppressed(block: FigureBlock): boolean {
  return block !== null && block !== undefined && 'suppressed' in block && block.suppressed === true;
}

/** False for a block of nothing but zeros: nobody has reported there, which is not the same as none. */
export function hasRecords(measure: MeasureId, block: FigureBlock): boolean {
  return (
    isSuppressed(block) || MEASURES[measure].fields.some((field) => (numberIn(block, field.id) ?? 0) > 0)
  );
}

/** The field of the kamus indikator. @throws Error for a measure that has no such field. */
export function fieldOf(measure: MeasureId, field: string): MeasureField {
  const found = findField(measure, field);
  if (found === null) throw new Error(`The measure ${measure} has no field ${field}.`);
  return found;
}

/** The header or name of a field in a language. */
export function labelOf(field: MeasureField, language: Language): string {
  return language === 'en' ? field.labelEn : field.label;
}

export interface FigureAt {
  /** Address of the block in the figures: `summary.turnaround`, `matrix.64.02.05.turnaround`. */
  readonly at: string;
  readonly measure: MeasureId;
  readonly field: string;
  readonly block: FigureBlock;
  readonly language: Language;
  readonly variation?: Figure['variation'];
}

/**
 * The number of a field in a block. Null where the block holds none; its text then says which of the kinds of absence
 * it is: withheld, not applicable (no block), too few records behind it, or no data.
 */
export function figureOf({ at, measure, field: id, block, language, variation }: FigureAt): Figure {
  const field = fieldOf(measure, id);
  const value = hasRecords(measure, block) ? numberIn(block, id) : null;
  return {
    id: `${at}.${id}`,
    value,
    unit: field.unit,
    decimals: field.decimals,
    text:
      value === null
        ? absenceText(absenceOf(field, block), language)
        : formatsIn(language).value(field, value),
    ...(variation === undefined || value === null ? {} : { variation }),
  };
}

/** Which kind of absence it is that a block holds no value of a field. */
export function absenceOf(field: MeasureField, block: FigureBlock): Absence {
  if (block === null || block === undefined) return 'not-applicable';
  if (isSuppressed(block)) return 'suppressed';
  const n = field.n === field.id ? null : numberIn(block, field.n);
  return n !== null && n > 0 && n < field.minimumN ? 'too-few' : 'no-data';
}

/** A count that is no field of the kamus: units that reported, series that were looked at. Written as a whole number. */
export function countFigure(id: string, value: number, language: Language): Figure {
  return { id, value, unit: 'count', decimals: 0, text: formatsIn(language).number(value) };
}

/** The mean of an unsur, 1 to 4, with three decimals as in the tables of the regulation. */
export function unsurFigure(id: string, value: number | null, withheld: boolean, language: Language): Figure {
  const text =
    value === null
      ? absenceText(withheld ? 'suppressed' : 'no-data', language)
      : formatsIn(language).number(value, 3);
  return { id, value, unit: 'score', decimals: 3, text };
}
