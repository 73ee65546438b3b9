import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import type { ListPlace } from '../../../platform/http/list-cursor.ts';

/** A question or an answer as it is stored, with what the person who asks has to do with it. */
export interface PostRecord extends Record<string, unknown> {
  readonly id: string;
  readonly entry_id: string;
  readonly home_code: string;
  readonly answers: string | null;
  readonly body: string;
  readonly user_id: string;
  readonly author_name: string;
  readonly author_title: string;
  readonly author_home: string | null;
  readonly author_code: string | null;
  readonly created_at: Date;
  readonly hidden_at: Date | null;
  readonly hidden_reason: string | null;
  readonly hidden_by: string | null;
  /** The person who asks reported it, and nobody has decided. */
  readonly reported: boolean;
  /** Place in the list, to the microsecond. */
  readonly place: string;
}

export interface EndorsementRecord extends Record<string, unknown> {
  readonly user_id: string;
  readonly reason: string;
  readonly author_name: string;
  readonly author_title: string;
  readonly author_home: string | null;
  readonly created_at: Date;
  readonly total: number;
}

/** The columns of a post; `$1` is who asks. */
const POST = `p.id, p.entry_id, p.home_code, p.answers, p.body, p.user_id, p.author_name, p.author_title, p.author_home,
    p.author_code, p.created_at, p.hidden_at, p.hidden_reason, p.hidden_by, p.created_at::text as place,
    exists (select from catalogue_reports r
             where r.post_id = p.id and r.user_id = $1::uuid and r.decided_at is null) as reported`;

type Reader = Pick<CatalogueReader, 'transaction' | 'userId'>;

/** A page of an entry's questions, the newest first. */
export async function listQuestions(
  { transaction, userId }: Reader,
  entryId: string,
  limit: number,
  after: ListPlace | null,
): Promise<PostRecord[]> {
  return transaction.rows<PostRecord>(
    'forum-questions',
    `select ${POST} from catalogue_posts p
      where p.entry_id = $2::uuid and p.answers is null
        and ($3::timestamptz is null or (p.created_at, p.id) < ($3::timestamptz, $4::uuid))
      order by p.created_at desc, p.id desc limit $5`,
    [userId, entryId, after?.at ?? null, after?.id ?? null, limit],
  );
}

/** The answers to questions, the oldest first. */
export async function listAnswers(
  { transaction, userId }: Reader,
  questions: readonly string[],
): Promise<PostRecord[]> {
  if (questions.length === 0) return [];
  return transaction.rows<PostRecord>(
    'forum-answers',
    `select ${POST} from catalogue_posts p where p.answers = any($2::uuid[]) order by p.created_at, p.id`,
    [userId, [...questions]],
  );
}

export async function countQuestions({ transaction }: Reader, entryId: string): Promise<number> {
  const rows = await transaction.rows<{ count: number }>(
    'forum-questions-count',
    'select count(*)::int as count from catalogue_posts where entry_id = $1::uuid and answers is null',
    [entryId],
  );
  return rows[0]?.count ?? 0;
}

/** One post; null where there is none. */
export async function findPost({ transaction, userId }: Reader, id: string): Promise<PostRecord | null> {
  const rows = await transaction.rows<PostRecord>(
    'forum-post',
    `select ${POST} from catalogue_posts p where p.id = $2::uuid`,
    [userId, id],
  );
  return rows[0] ?? null;
}

/** The newest endorsements of an entry, each with the number of all. */
export async function listEndorsements(
  { transaction }: Reader,
  entryId: string,
  limit: number,
): Promise<EndorsementRecord[]> {
  return transaction.rows<EndorsementRecord>(
    'forum-endorsements',
    `select e.user_id, e.reason, e.author_name, e.author_title, e.author_home, e.created_at,
            count(*) over ()::int as total
       from catalogue_endorsements e where e.entry_id = $1::uuid
      order by e.created_at desc, e.user_id limit $2`,
    [entryId, limit],
  );
}

/** True where a kabupaten works with this installation. */
export async function isHere({ transaction }: Reader, code: string): Promise<boolean> {
  const rows = await transaction.rows<{ here: boolean }>(
    'kabupaten-is-here',
    'select exists (select from kabupaten where code = $1) as here',
    [code],
  );
  return rows[0]?.here === true;
}
