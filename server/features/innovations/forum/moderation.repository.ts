import { ProblemException } from '../../../platform/http/problem-error.ts';
import { settleNotices } from '../../../platform/notices/notices.repository.ts';
import type { ForumDesk } from './forum-desk.ts';
import { writeToForum } from './forum-write.repository.ts';
import { QUESTION_NOTICE, REPORT_NOTICE } from './told-news.ts';

/** The post that is decided about. */
export interface DecidedPost {
  readonly id: string;
  readonly entryId: string;
  readonly innovation: string;
  readonly authorTitle: string;
}

/**
 * Hides a post with a reason that everyone reads, or lets it stand (again); its open reports are decided with it.
 * @throws ProblemException 409 where nothing waits: it is hidden already, or stands and nobody reports it
 */
export async function decidePost(
  desk: ForumDesk,
  post: DecidedPost,
  { decision, reason }: { readonly decision: 'hidden' | 'kept'; readonly reason: string },
): Promise<void> {
  const { now, speaker } = desk;
  await writeToForum(desk, async (transaction) => {
    const standing = await transaction<{ id: string; hidden_at: Date | null }>('catalogue_posts')
      .where({ id: post.id })
      .forUpdate()
      .first('hidden_at');
    const isHidden = standing !== undefined && standing.hidden_at !== null;
    const decided = await transaction('catalogue_reports')
      .where({ post_id: post.id })
      .whereNull('decided_at')
      .update({ decided_at: now, decision, decided_by: speaker.title });
    if (isHidden === (decision === 'hidden') && decided === 0)
      throw new ProblemException(409, 'forum-nothing-to-decide');
    if (decision === 'kept')
      await transaction('catalogue_posts')
        .where({ id: post.id })
        .update({ hidden_at: null, hidden_reason: null, hidden_by: null });
    else if (!isHidden)
      await transaction('catalogue_posts')
        .where({ id: post.id })
        .update({ hidden_at: now, hidden_reason: reason, hidden_by: speaker.title });
    if (desk.chain !== null) {
      await settleNotices(transaction, desk.chain, { kind: REPORT_NOTICE, id: post.id }, now);
      // What is hidden waits for no answer.
      if (decision === 'hidden')
        await settleNotices(transaction, desk.chain, { kind: QUESTION_NOTICE, id: post.id }, now);
    }
    await desk.audit.record(transaction, desk.chain, desk.actor, {
      action: decision === 'hidden' ? 'forum-post-hidden' : 'forum-post-kept',
      subject: `innovations/${post.entryId}`,
      details: { innovation: post.innovation, author: post.authorTitle, post: post.id },
      personal: { reason },
    });
  });
}
