import type { RuleSetting, StaffRule } from './staff-rule.ts';

/** Days for the person's explanation, and months after which a proposal no longer counts: the same in every rule. */
export const COMMON_SETTINGS: readonly RuleSetting[] = [
  { key: 'explainDays', unit: 'working-days', least: 3, most: 20, preset: 5 },
  { key: 'validMonths', unit: 'months', least: 3, most: 24, preset: 12 },
];

/** A share, 0–1, that a rule asks for. */
export function shareSetting(key: string, least: number, most: number, preset: number): RuleSetting {
  return { key, unit: 'share', least, most, preset };
}

/** A number of records that a rule asks for. */
export function countSetting(key: string, least: number, most: number, preset: number): RuleSetting {
  return { key, unit: 'count', least, most, preset };
}

/** Fewer cases a quarter than this say nothing about a person. */
export const MINIMUM_CASES = countSetting('minimumN', 20, 200, 30);

/**
 * The value of every setting of a rule: as the kabupaten set it, else the preset. A value outside the bounds counts as
 * the nearest bound; a key that the rule does not know is left out.
 */
export function settingsOf(
  rule: Pick<StaffRule, 'settings'>,
  stored: Readonly<Record<string, unknown>>,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    rule.settings.map(({ key, least, most, preset }) => {
      const value = stored[key];
      const number = typeof value === 'number' && Number.isFinite(value) ? value : preset;
      return [key, Math.min(most, Math.max(least, number))];
    }),
  );
}

/** A setting by its key. @throws RangeError when the rule was not given it */
export function valueOf(settings: Readonly<Record<string, number>>, key: string): number {
  const value = settings[key];
  if (value === undefined) throw new RangeError(`setting ${key} is missing`);
  return value;
}
