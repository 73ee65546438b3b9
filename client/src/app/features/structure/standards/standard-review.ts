import type { Standard } from '#contract/structure/services';
import type { IsoDate } from '../../../core/period.ts';

/** The version in force on a day; null before the first. `standards` has the newest first. */
export function standardInForce(standards: readonly Standard[], on: IsoDate): Standard | null {
  return standards.find(({ validFrom }) => validFrom <= on) ?? null;
}

/** When a version was last looked at: on the day it took effect, or at a later Forum Konsultasi Publik. */
export function reviewedOn({ validFrom, consultation }: Standard): IsoDate {
  return consultation !== null && consultation.heldOn > validFrom ? consultation.heldOn : validFrom;
}
