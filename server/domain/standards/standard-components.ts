/**
 * The 14 components of a service standard (Standar Pelayanan), PermenPANRB 15/2014: six of service delivery, which must
 * be published, and eight of how the service is made.
 */
import { daysBetween, type IsoDate } from '../period/civil-date.ts';

const DELIVERY = ['requirements', 'procedure', 'duration', 'fee', 'product', 'complaints'] as const;
const MAKING = [
  'legal-basis',
  'facilities',
  'competence',
  'supervision',
  'staffing',
  'service-guarantee',
  'safety-guarantee',
  'evaluation',
] as const;

export const COMPONENT_CODES = [...DELIVERY, ...MAKING] as const;
export type ComponentCode = (typeof COMPONENT_CODES)[number];

export interface StandardComponent {
  readonly code: ComponentCode;
  /** True for the six of service delivery. */
  readonly published: boolean;
}

export const STANDARD_COMPONENTS: readonly StandardComponent[] = [
  ...DELIVERY.map((code) => ({ code, published: true })),
  ...MAKING.map((code) => ({ code, published: false })),
];

/** Days after which a standard has to be looked at again: once a year (PermenPANRB 15/2014). */
const DAYS_BETWEEN_REVIEWS = 365;

/** True when the last review lies more than a year behind `today`. */
export function needsReview(reviewedOn: IsoDate, today: IsoDate): boolean {
  return daysBetween(reviewedOn, today) > DAYS_BETWEEN_REVIEWS;
}
