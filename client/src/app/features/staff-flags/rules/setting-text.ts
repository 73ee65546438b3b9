import type { StaffRule } from '../staff-flags-api.ts';

type Setting = StaffRule['settings'][number];

/** A setting as it is typed: shares in percent, a comma before decimals. */
export function writeSetting(unit: Setting['unit'], value: number): string {
  const shown = unit === 'share' ? Math.round(value * 1000) / 10 : value;
  return String(shown).replace('.', ',');
}

/** What was typed as the value of a setting; null for what is no number, or lies outside its bounds. */
export function readSetting(
  { unit, least, most }: Pick<Setting, 'unit' | 'least' | 'most'>,
  text: string,
): number | null {
  const typed = text.trim().replace('%', '').trim();
  if (!/^\d{1,9}([.,]\d{1,3})?$/.test(typed)) return null;
  const number = Number(typed.replace(',', '.'));
  const value = unit === 'share' ? Math.round(number * 10) / 1000 : number;
  if (unit !== 'share' && !Number.isInteger(value)) return null;
  return value >= least && value <= most ? value : null;
}
