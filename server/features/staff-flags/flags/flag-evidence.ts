import type { ClockSource } from '../../../platform/clock.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import type { EvidenceOwner } from '../../../platform/evidence/evidence-owner.ts';
import { findFlagRecord } from './flag-records.queries.ts';
import { sightOf } from './flag-sight.ts';

/**
 * Files as evidence of a proposal: seen by whoever may see it. The person and the superior may add to it until it was
 * decided. Its title names nobody.
 */
export function staffFlagEvidence(clock: ClockSource): EvidenceOwner {
  return async (transaction, person, id) => {
    const { today, zone } = clock(tenantScopeOf(person).timeZone);
    const flag = await findFlagRecord(transaction, await sightOf(transaction, person, today), zone, id);
    if (flag === null) return null;
    const isOpen = ['proposed', 'explained', 'reviewed'].includes(flag.state);
    return {
      title: flag.kind === 'reward' ? 'Usulan apresiasi' : 'Bahan klarifikasi',
      mayAdd: isOpen && (flag.relation === 'subject' || flag.relation === 'superior'),
    };
  };
}
