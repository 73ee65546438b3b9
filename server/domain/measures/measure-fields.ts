import type { MeasureField } from './measure.ts';

type FieldTail = Partial<Omit<MeasureField, 'id' | 'label' | 'labelEn' | 'definition'>>;

/** A number of records; its own n. */
export function count(
  id: string,
  label: string,
  labelEn: string,
  definition: string,
  tail: FieldTail = {},
): MeasureField {
  return {
    id,
    label,
    labelEn,
    definition,
    unit: 'count',
    polarity: 'neutral',
    decimals: 0,
    change: 'percent',
    n: id,
    minimumN: 0,
    dependsOnNow: false,
    watched: false,
    ...tail,
  };
}

/** A share 0–1 of the records counted by `n`, shown as a percentage. */
export function share(
  id: string,
  label: string,
  labelEn: string,
  definition: string,
  n: string,
  tail: FieldTail = {},
): MeasureField {
  return {
    id,
    label,
    labelEn,
    definition,
    unit: 'share',
    polarity: 'higher',
    decimals: 1,
    change: 'points',
    n,
    minimumN: 5,
    dependsOnNow: false,
    watched: false,
    ...tail,
  };
}

/** A duration in minutes of the records counted by `n`; less is better. */
export function minutes(
  id: string,
  label: string,
  labelEn: string,
  definition: string,
  n: string,
  tail: FieldTail = {},
): MeasureField {
  return {
    id,
    label,
    labelEn,
    definition,
    unit: 'minutes',
    polarity: 'lower',
    decimals: 0,
    change: 'percent',
    n,
    minimumN: 5,
    dependsOnNow: false,
    watched: false,
    ...tail,
  };
}
