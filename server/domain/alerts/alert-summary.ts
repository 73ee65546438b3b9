/** One notice about several alerts: whoever is told of many at once reads one sentence, and finds the rest on the page. */
import { inBoth, numberText, type Told } from '../attention/attention-words.ts';
import type { Language } from '../language.ts';
import { fieldName } from './alert-words.ts';

export type ToldKind = 'opened' | 'escalated' | 'reminded' | 'recovered';

/** A word about a figure of a unit; the most pressing first. */
export interface SummedAlert {
  readonly kind: ToldKind;
  readonly unit: string;
  readonly unitName: string;
  /** `measure.field`; null for silence. */
  readonly field: string | null;
}

/** Units that are named, and figures of the only one. */
const MOST_NAMED = 3;

export const TOLD_KINDS: Readonly<Record<ToldKind, Told>> = {
  opened: { id: 'baru', en: 'new' },
  escalated: { id: 'bertambah berat', en: 'more serious now' },
  reminded: { id: 'masih berlangsung', en: 'still going on' },
  recovered: { id: 'pulih', en: 'recovered' },
};
const KINDS = ['opened', 'escalated', 'reminded', 'recovered'] as const;
const SILENCE: Told = { id: 'pelaporan', en: 'reporting' };

/** `2 baru, 1 pulih`. */
export function countsText(alerts: readonly Pick<SummedAlert, 'kind'>[], language: Language): string {
  return KINDS.flatMap((kind) => {
    const count = alerts.filter((alert) => alert.kind === kind).length;
    return count === 0 ? [] : [`${numberText(count, language)} ${TOLD_KINDS[kind][language]}`];
  }).join(', ');
}

/** `2 baru, 1 pulih di 3 unit: Muara Kaman, Tabang dan Sebulu.`; of one unit the figures are named instead. */
export function summarySentence(alerts: readonly SummedAlert[]): Told {
  return inBoth((language) => {
    const units = unitsOf(alerts);
    const [only] = units;
    if (units.length === 1 && only !== undefined)
      return `${only}: ${countsText(alerts, language)} (${figures(alerts, language)}).`;
    const named = listed(units, language);
    return language === 'id'
      ? `${countsText(alerts, 'id')} di ${numberText(units.length, 'id')} unit: ${named}.`
      : `${countsText(alerts, 'en')} at ${numberText(units.length, 'en')} units: ${named}.`;
  });
}

/**
 * The first look at a kabupaten finds what has been so for long: one sentence, the most pressing units first.
 * `22 hal di 15 unit perlu perhatian, terutama Muara Kaman, Tabang dan Sebulu.`
 */
export function openingSentence(alerts: readonly SummedAlert[]): Told {
  return inBoth((language) => {
    const units = unitsOf(alerts);
    const [only] = units;
    const count = numberText(alerts.length, language);
    if (units.length === 1 && only !== undefined)
      return language === 'id'
        ? `${count} hal di ${only} perlu perhatian (${figures(alerts, language)}).`
        : `${count} ${alerts.length === 1 ? 'matter' : 'matters'} at ${only} ${alerts.length === 1 ? 'needs' : 'need'} attention (${figures(alerts, language)}).`;
    return language === 'id'
      ? `${count} hal di ${numberText(units.length, 'id')} unit perlu perhatian, terutama ${foremost(units, 'id')}.`
      : `${count} matters at ${numberText(units.length, 'en')} units need attention, above all ${foremost(units, 'en')}.`;
  });
}

function unitsOf(alerts: readonly SummedAlert[]): readonly string[] {
  return [...new Map(alerts.map(({ unit, unitName }) => [unit, unitName])).values()];
}

function figures(alerts: readonly SummedAlert[], language: Language): string {
  const names = alerts.map(({ field }) => (field === null ? SILENCE[language] : fieldName(field, language)));
  return listed([...new Set(names)], language);
}

/** `a, b dan 4 lainnya`. */
function listed(names: readonly string[], language: Language): string {
  const more = names.length - MOST_NAMED;
  if (more <= 1) return joined(names, language);
  const rest = `${numberText(more, language)} ${language === 'id' ? 'lainnya' : 'others'}`;
  return joined([...names.slice(0, MOST_NAMED), rest], language);
}

function foremost(units: readonly string[], language: Language): string {
  return joined(units.slice(0, MOST_NAMED), language);
}

function joined(names: readonly string[], language: Language): string {
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  return `${names.slice(0, -1).join(', ')} ${language === 'id' ? 'dan' : 'and'} ${last}`;
}
