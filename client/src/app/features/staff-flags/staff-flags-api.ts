import { HttpClient } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type * as z from 'zod';
import { countStaffFlags, type FlagCounts } from '#contract/staff/counts';
import { listFairness } from '#contract/staff/fairness';
import {
  FLAG_KINDS,
  FLAG_STATES,
  listStaffFlags,
  readStaffFlag,
  type StaffFlag,
  type StaffFlagLine,
} from '#contract/staff/flags';
import { listStaff } from '#contract/staff/register';
import { listStaffRules, tryStaffRule } from '#contract/staff/rules';
import { API } from '../../core/api.ts';
import { type Live, liveResource } from '../../core/live-resource.ts';
import { type PagedList, pagedList } from '../../core/paged-list.ts';

export { FLAG_KINDS, FLAG_STATES };
export type { FlagCounts, StaffFlag, StaffFlagLine };
export type FlagKind = StaffFlagLine['kind'];
export type FlagBox = 'waiting' | 'mine' | 'all';
export type FlagList = z.infer<typeof listStaffFlags.answer>;
export type StaffRules = z.infer<typeof listStaffRules.answer>;
export type StaffRule = StaffRules['items'][number];
export type RuleTrial = z.infer<typeof tryStaffRule.answer>;
export type StaffList = z.infer<typeof listStaff.answer>;
export type StaffMember = StaffList['items'][number];
export type Fairness = z.infer<typeof listFairness.answer>;

/** Proposals that the person may see, page by page. */
export function listedFlags(
  wanted: () => { readonly kind: FlagKind | null; readonly box: FlagBox },
): PagedList<StaffFlagLine, FlagList> {
  return pagedList(() => {
    const { kind, box } = wanted();
    return { path: '/staff-flags', query: { box, ...(kind === null ? {} : { kind }) } };
  }, listStaffFlags.answer);
}

export function liveFlag(id: () => string): Live<StaffFlag> {
  return liveResource(() => ({ path: `/staff-flags/${encodeURIComponent(id())}` }), readStaffFlag.answer);
}

/** How many there are; asked for by those alone who may know. */
export function liveFlagCounts(asked: () => boolean): Live<FlagCounts> {
  return liveResource(() => (asked() ? { path: '/staff-flags/counts' } : null), countStaffFlags.answer);
}

export function liveStaffRules(): Live<StaffRules> {
  return liveResource(() => ({ path: '/staff-rules' }), listStaffRules.answer);
}

export function liveFairness(): Live<Fairness> {
  return liveResource(() => ({ path: '/staff-fairness' }), listFairness.answer);
}

/** The list of staff, by unit and words. */
export function listedStaff(
  wanted: () => Readonly<Record<string, string>>,
): PagedList<StaffMember, StaffList> {
  return pagedList(() => ({ path: '/staff', query: wanted() }), listStaff.answer);
}

/** Everything that changes something about staff. Everything throws the refusal. */
@Injectable({ providedIn: 'root' })
export class StaffFlagsApi {
  private readonly http = inject(HttpClient);

  /** One step of the life of a proposal. */
  async step(id: string, step: 'explanation' | 'review' | 'decision', body: object): Promise<void> {
    await this.send('POST', `/staff-flags/${encodeURIComponent(id)}/${step}`, body);
  }

  /** What a rule with these settings would have proposed in the past. */
  async tryRule(rule: string, body: object): Promise<RuleTrial> {
    return tryStaffRule.answer.parse(
      await this.send('POST', `/staff-rules/${encodeURIComponent(rule)}/trial`, body),
    );
  }

  async send(method: 'POST' | 'PUT' | 'PATCH', path: string, body: object): Promise<unknown> {
    return firstValueFrom(this.http.request(method, `${API}${path}`, { body }));
  }
}
