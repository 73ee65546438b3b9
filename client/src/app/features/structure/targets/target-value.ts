import type { MeasureField } from '#domain/measures';

/** What was typed (`90` or `92,5` for a share in percent) in the unit of the field; null for no number. */
export function readTarget(text: string, { unit }: Pick<MeasureField, 'unit'>): number | null {
  const plain = text
    .trim()
    .replace(/\s*%$/, '')
    .replaceAll(/\.(?=\d{3}(\D|$))/g, '')
    .replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const value = Number(plain);
  return unit === 'share' ? Math.round(value * 1e6) / 1e8 : value;
}

/** The same as it is typed. */
export function typedTarget(value: number | null, { unit }: Pick<MeasureField, 'unit'>): string {
  if (value === null) return '';
  const shown = unit === 'share' ? Math.round(value * 1e8) / 1e6 : value;
  return String(shown).replace('.', ',');
}
