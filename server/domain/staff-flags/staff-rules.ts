import { IMPROVED } from './rewards/improved.ts';
import { ON_TIME_HIGH } from './rewards/on-time-high.ts';
import { PRAISED_AND_ON_TIME } from './rewards/praised-and-on-time.ts';
import { REMOTE_POST_QUALITY } from './rewards/remote-post-quality.ts';
import { SINGLE_VISIT_HIGH } from './rewards/single-visit-high.ts';
import { CONDUCT_UPHELD } from './sanctions/conduct-upheld.ts';
import { FEE_ABOVE_STANDARD } from './sanctions/fee-above-standard.ts';
import { LATE_ENTRY_HIGH } from './sanctions/late-entry-high.ts';
import { ON_TIME_LOW } from './sanctions/on-time-low.ts';
import { REPEAT_VISITS } from './sanctions/repeat-visits.ts';
import type { StaffRule } from './staff-rule.ts';

/** Every published rule, as many that praise as ask for clarification; in the order in which they are shown. */
export const STAFF_RULES: readonly StaffRule[] = [
  ON_TIME_HIGH,
  SINGLE_VISIT_HIGH,
  PRAISED_AND_ON_TIME,
  IMPROVED,
  REMOTE_POST_QUALITY,
  ON_TIME_LOW,
  REPEAT_VISITS,
  LATE_ENTRY_HIGH,
  CONDUCT_UPHELD,
  FEE_ABOVE_STANDARD,
];

/** So many quarters the rule that looks back furthest needs. */
export const MOST_PERIODS = Math.max(...STAFF_RULES.map(({ periods }) => periods));

/** A rule by its id; null when there is none of this name (any more). */
export function findStaffRule(id: string): StaffRule | null {
  return STAFF_RULES.find((rule) => rule.id === id) ?? null;
}
