import type { DemoHand, DemoPost } from '../../db/seeds/demo/demo-hand.ts';
import type { DemoInnovationDesk } from '../../db/seeds/demo/innovation-desk.ts';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import type { EntryDesk } from '../features/innovations/entry-desk.ts';
import { insertIdea, takeIdeaStep } from '../features/innovations/ideas/ideas.repository.ts';
import { lockProof } from '../features/innovations/proof/proofs.repository.ts';
import { claimEntry } from '../features/innovations/sharing/claim.repository.ts';
import { hearOwner } from '../features/innovations/sharing/heartbeat.repository.ts';
import { shareEntry } from '../features/innovations/sharing/sharing.repository.ts';
import { insertEntry, saveDraft, submitEntry } from '../features/innovations/writing/drafts.repository.ts';
import { publishSubmitted } from '../features/innovations/writing/review.repository.ts';
import { standingEntry } from '../features/innovations/writing/standing-entry.repository.ts';

/** Where a post of the demo writes, but for who can be told. */
type BareDesk = Omit<EntryDesk, 'told'>;

/** What the demo's posts do about innovations, by the code of the screens. */
export function innovationDemoDesk(deskOf: (hand: DemoHand) => BareDesk): DemoInnovationDesk {
  const at = (hand: DemoHand, posts: readonly DemoPost[]): EntryDesk => ({
    ...deskOf(hand),
    told: {
      reviewersOf: (own) =>
        posts.filter(({ role, id }) => role === 'organisasi' && id !== own).map(({ id }) => id),
      headsOf: (unit) =>
        posts
          .filter(({ role, unitCode }) => (role === 'camat' || role === 'kepala-skpd') && unitCode === unit)
          .map(({ id }) => id),
    },
  });
  const revisionOf = async ({ transaction, kabupatenCode }: DemoHand, id: string) =>
    (await standingEntry(transaction, kabupatenCode, id)).revision;
  return {
    claim: (hand, posts, id, unitCode) =>
      claimEntry(at(hand, posts), id, { unitCode, running: true, mayClaimFor: () => true }),
    begin: (hand, posts, { unit, ...entry }) =>
      insertEntry(at(hand, posts), { ...entry, unitCode: unit, demo: true }),
    change: async (hand, posts, id, values) => {
      await saveDraft(at(hand, posts), id, values, {});
    },
    submit: async (hand, posts, id) => submitEntry(at(hand, posts), id, await revisionOf(hand, id)),
    publish: async (hand, posts, id, note) =>
      publishSubmitted(at(hand, posts), id, { revision: await revisionOf(hand, id), note }),
    share: (hand, posts, id, audience) =>
      shareEntry(at(hand, posts), id, { audience, fields: TICKABLE_FIELDS, figures: true }),
    confirm: (hand, posts, id) => hearOwner(at(hand, posts), id, { runs: true }),
    stop: (hand, posts, id, { on, lesson }) => hearOwner(at(hand, posts), id, { runs: false, on, lesson }),
    prove: async (hand, posts, id, proof) => {
      await lockProof(at(hand, posts), id, { ...proof, service: null });
    },
    suggest: (hand, posts, { unit, ...idea }) =>
      insertIdea(at(hand, posts), { ...idea, unitCode: unit, demo: true }),
    decide: (hand, posts, id, step) => takeIdeaStep(at(hand, posts), id, step),
  };
}
