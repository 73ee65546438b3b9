import { type AwardDrafts, readAwardDrafts } from '#contract/innovations/award-drafts';
import { type Live, liveResource } from '../../../core/live-resource.ts';

export type { AwardDrafts };
export type Indicator = AwardDrafts['iga']['sid'][number];
export type Section = AwardDrafts['kipp']['sections'][number];

/** Drafts for IGA and KIPP from an entry of the own kabupaten. */
export function liveAwardDrafts(key: () => string): Live<AwardDrafts> {
  return liveResource(
    () => ({ path: `/innovations/${encodeURIComponent(key())}/award-drafts` }),
    readAwardDrafts.answer,
  );
}
