import type { DemoPost } from '../../db/seeds/demo/demo-hand.ts';
import type { DemoStaffDesk, DemoStaffHand } from '../../db/seeds/demo/staff-desk.ts';
import { decideFlag, explainFlag, reviewFlag } from '../features/staff-flags/flags/flag-steps.repository.ts';
import { raiseFlags } from '../features/staff-flags/raising/raise-flags.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';

/** Nobody of the demo need hear today of what was settled long ago. */
const NOBODY = { receivers: [], rule: '' };

/** What became of the demo's proposals about staff, by the code of the daily round and of the screens. */
export function staffDemoDesk(audit: AuditLog, actorIn: (post: DemoPost) => AuditActor): DemoStaffDesk {
  const deskOf = ({ application, kabupatenCode, post, at }: DemoStaffHand) => ({
    database: application,
    audit,
    actor: actorIn(post),
    postTitle: post.title,
    kabupatenCode,
    now: at,
    today: at.slice(0, 10),
  });
  return {
    look: async (application, kabupaten, today, now) => {
      const { code, name, timeZone } = kabupaten;
      const call = { kabupaten: { code, name, timeZone, demo: true }, today, now };
      await raiseFlags({ database: application, ...call }, audit);
    },
    explain: (hand, id, text) => explainFlag(deskOf(hand), { id }, text, NOBODY),
    review: (hand, id, text) => reviewFlag(deskOf(hand), { id }, ['proposed', 'explained'], text, NOBODY),
    decide: (hand, id, decision) => decideFlag(deskOf(hand), { id }, ['reviewed'], decision, NOBODY),
  };
}
