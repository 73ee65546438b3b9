import type { DemoForumDesk } from '../../db/seeds/demo/forum-story.ts';
import type { DemoHand } from '../../db/seeds/demo/demo-hand.ts';
import type { AuditActor } from '../platform/audit/audit-entry.ts';
import type { AuditLog } from '../platform/audit/audit-log.repository.ts';
import type { ForumDesk } from '../features/innovations/forum/forum-desk.ts';
import {
  endorse,
  insertPost,
  type SpokenEntry,
} from '../features/innovations/forum/forum-posts.repository.ts';
import { homeNameOf, spokenEntryOf } from '../features/innovations/forum/spoken-entry.repository.ts';

/** What the demo's posts say in the forum, by the code of the screens. */
export function forumDemoDesk(
  deskOf: (hand: DemoHand) => { readonly audit: AuditLog; readonly actor: AuditActor },
): DemoForumDesk {
  const speak = async <T>(
    hand: DemoHand,
    entryId: string,
    work: (desk: ForumDesk, entry: SpokenEntry) => Promise<T>,
  ): Promise<T | null> => {
    const { transaction, kabupatenCode, post, at } = hand;
    const entry = await spokenEntryOf(transaction, entryId);
    if (post.holder === null || entry === null) return null;
    const { audit, actor } = deskOf(hand);
    const desk: ForumDesk = {
      database: transaction,
      audit,
      actor,
      chain: kabupatenCode,
      now: at,
      speaker: {
        userId: post.holder.userId,
        name: post.holder.name,
        title: post.title,
        home: await homeNameOf(transaction, kabupatenCode),
        code: kabupatenCode,
        unitCode: post.unitCode,
      },
    };
    return work(desk, entry);
  };
  return {
    say: (hand, entryId, body, answers) =>
      speak(hand, entryId, (desk, entry) => insertPost(desk, entry, { body, answers, demo: true })),
    endorse: async (hand, entryId, reason) => {
      await speak(hand, entryId, (desk, entry) => endorse(desk, entry, reason, true));
    },
  };
}
