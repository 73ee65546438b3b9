/** A figure against the period before. */
import type { Figure } from '#contract/reports/report-document';
import { formatsIn } from '#domain/formats/formats';
import { type Language, NO_BREAK } from '#domain/language';
import type { MeasureField } from '#domain/measures';
import {
  type Absence,
  type FigureAt,
  type FigureBlock,
  absenceOf,
  absenceText,
  fieldOf,
  hasRecords,
  numberIn,
} from './figure.ts';

/** A change of a smaller count is told as a number: from 3 to 6 is three more, not 100 % more. */
const FEW = 20;

type Telling = 'percent' | 'points' | 'number';

const MOVED: Readonly<Record<Language, { up: string; down: string; same: string; points: string }>> = {
  id: { up: 'naik', down: 'turun', same: 'tetap', points: 'poin' },
  en: { up: 'up', down: 'down', same: 'unchanged', points: 'points' },
};

/**
 * A field against the period before: `naik 2,1 poin`, `turun 12,5 %`, `naik 3`. Points are the difference of the two
 * numbers as they are written, so that a reader who subtracts them finds the same. Where one of the two has too few
 * records behind it or is not there, nothing is compared, and the text says which.
 */
export function changeOf(now: FigureAt, before: FigureBlock): Figure {
  const { at, measure, field: id, block, language } = now;
  const field = fieldOf(measure, id);
  const valueIn = (each: FigureBlock): number | null =>
    hasRecords(measure, each) ? numberIn(each, id) : null;
  const [current, earlier] = [valueIn(block), valueIn(before)];
  const telling = tellingOf(field, current, earlier);
  const kind = kindOf(field, telling);
  const absent = (absence: Absence): Figure => ({
    id: `${at}.${id}.change`,
    ...kind,
    value: null,
    text: absenceText(absence, language),
  });
  if (current === null) return absent(absenceOf(field, block));
  if (earlier === null) return absent(absenceOf(field, before));
  if (isThin(field, block) || isThin(field, before) || (telling === 'percent' && earlier === 0))
    return absent('too-few');
  const value = differenceOf(field, telling, earlier, current);
  return { id: `${at}.${id}.change`, ...kind, value, text: changeText(field, telling, value, language) };
}

function tellingOf(field: MeasureField, current: number | null, earlier: number | null): Telling {
  if (field.change === 'points') return 'points';
  return field.unit === 'count' && Math.min(current ?? 0, earlier ?? 0) < FEW ? 'number' : 'percent';
}

function kindOf(field: MeasureField, telling: Telling): Pick<Figure, 'unit' | 'decimals'> {
  if (telling === 'percent') return { unit: 'share', decimals: 1 };
  return { unit: field.unit, decimals: field.decimals };
}

/** Fewer records than the kamus asks for before anything is read from the value. */
function isThin(field: MeasureField, block: FigureBlock): boolean {
  const n = numberIn(block, field.n);
  return n !== null && n < field.minimumN;
}

function differenceOf(field: MeasureField, telling: Telling, earlier: number, current: number): number {
  if (telling === 'percent') return rounded(current / earlier - 1, 3);
  const decimals = field.unit === 'share' ? field.decimals + 2 : field.decimals;
  return rounded(asWritten(field, current, decimals) - asWritten(field, earlier, decimals), decimals);
}

/** The value with the decimals it is written with; a share that is not whole is never written as 0 % or 100 %. */
function asWritten(field: MeasureField, value: number, decimals: number): number {
  const written = rounded(value, decimals);
  const least = 10 ** -decimals;
  if (field.unit === 'share' && written === 1 && value < 1) return 1 - least;
  return field.unit === 'share' && written === 0 && value > 0 ? least : written;
}

function changeText(field: MeasureField, telling: Telling, change: number, language: Language): string {
  const words = MOVED[language];
  if (change === 0) return words.same;
  const formats = formatsIn(language);
  const size = Math.abs(change);
  const moved = change > 0 ? words.up : words.down;
  const told = {
    percent: () => formats.share(size, 1),
    points: () =>
      `${formats.number(field.unit === 'share' ? size * 100 : size, field.decimals)} ${words.points}`,
    number: () => formats.value(field, size),
  };
  return `${moved} ${told[telling]()}`.replaceAll(' ', NO_BREAK);
}

function rounded(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round(value * factor) / factor;
}
