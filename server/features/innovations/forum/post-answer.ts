import type { Endorsement, ForumPost } from '#contract/innovations/forum';
import type { EndorsementRecord, PostRecord } from './forum.queries.ts';

/** With whose eyes the forum is read. */
export interface ForumReader {
  readonly userId: string | null;
  /** May write, and so report. */
  readonly speaks: boolean;
  /** May decide about what is written here. */
  readonly moderates: boolean;
}

/** A post as this reader may read it: what is hidden stands there as hidden, whole for its author and moderators alone. */
export function postAnswer(record: PostRecord, reader: ForumReader): ForumPost {
  const own = reader.userId !== null && record.user_id === reader.userId;
  const isHidden = record.hidden_at !== null;
  const isWhole = !isHidden || own || reader.moderates;
  return {
    id: record.id,
    at: record.created_at.toISOString(),
    author: isWhole ? authorOf(record) : null,
    body: isWhole ? record.body : null,
    own,
    fromHome: isWhole && record.author_code === record.home_code,
    hidden:
      record.hidden_at === null
        ? null
        : {
            reason: record.hidden_reason ?? '',
            by: record.hidden_by ?? '',
            at: record.hidden_at.toISOString(),
          },
    reported: record.reported,
    may: [
      ...(reader.speaks && !own && !isHidden && !record.reported ? (['report'] as const) : []),
      ...(reader.moderates ? (['moderate'] as const) : []),
    ],
  };
}

export function endorsementAnswer(record: EndorsementRecord, userId: string | null): Endorsement {
  return {
    author: authorOf(record),
    reason: record.reason,
    at: record.created_at.toISOString(),
    own: userId !== null && record.user_id === userId,
  };
}

/** Whoever wrote it, as it was then; the name is gone once the person was erased. */
export function authorOf(record: {
  readonly author_name: string;
  readonly author_title: string;
  readonly author_home: string | null;
}): NonNullable<ForumPost['author']> {
  return {
    name: record.author_name === '' ? null : record.author_name,
    title: record.author_title,
    kabupaten: record.author_home,
  };
}
