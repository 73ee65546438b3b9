import type { ListPlace } from '../../../platform/http/list-cursor.ts';
import type { CatalogueReader } from '../catalogue/catalogue-reader.ts';
import type { PostRecord } from './forum.queries.ts';

/** Whose entries a moderator looks after: those at home in the own kabupaten, or where no kabupaten is here. */
export type ModeratedHome = { readonly code: string } | 'not-here';

export interface ModeratedRecord extends PostRecord {
  readonly entry_name: string | null;
  readonly home_name: string | null;
  readonly reports: { readonly reason: string; readonly at: string }[];
}

type Reader = Pick<CatalogueReader, 'transaction' | 'own' | 'userId'>;

const WAITING = 'exists (select from catalogue_reports r where r.post_id = p.id and r.decided_at is null)';
const SHOWN = { waiting: WAITING, hidden: 'p.hidden_at is not null' } as const;

/** `$1` is the code of the home, or null for homes that are not here. */
const LOOKED_AFTER = `(p.home_code = $1::text
    or ($1::text is null and p.home_code not in (select code from kabupaten)))`;

/**
 * A page of the posts that wait for a moderator, or that are hidden, the newest first, with the open reports. Of an entry
 * that was taken back the own kabupaten still knows the name.
 */
export async function listModerated(
  { transaction, own, userId }: Reader,
  home: ModeratedHome,
  show: keyof typeof SHOWN,
  limit: number,
  after: ListPlace | null,
): Promise<ModeratedRecord[]> {
  return transaction.rows<ModeratedRecord>(
    `forum-moderated-${show}`,
    `select p.id, p.entry_id, p.home_code, p.answers, p.body, p.user_id, p.author_name, p.author_title, p.author_home,
            p.author_code, p.created_at, p.hidden_at, p.hidden_reason, p.hidden_by, p.created_at::text as place,
            coalesce(c.name, i.name) as entry_name, coalesce(c.home_name, k.name) as home_name,
            exists (select from catalogue_reports r
                     where r.post_id = p.id and r.user_id = $6::uuid and r.decided_at is null) as reported,
            (select coalesce(jsonb_agg(jsonb_build_object('reason', r.reason, 'at', r.created_at) order by r.created_at),
                             '[]')
               from catalogue_reports r where r.post_id = p.id and r.decided_at is null) as reports
       from catalogue_posts p
       left join catalogue_entries c on c.id = p.entry_id
       left join innovations i on i.kabupaten_code = $5::text and i.id = p.entry_id
       left join kabupaten k on k.code = p.home_code
      where ${LOOKED_AFTER} and ${SHOWN[show]}
        and ($2::timestamptz is null or (p.created_at, p.id) < ($2::timestamptz, $3::uuid))
      order by p.created_at desc, p.id desc limit $4`,
    [codeOf(home), after?.at ?? null, after?.id ?? null, limit, own, userId],
  );
}

export async function countModerated(
  { transaction }: Reader,
  home: ModeratedHome,
): Promise<{ readonly waiting: number; readonly hidden: number }> {
  const rows = await transaction.rows<{ waiting: number; hidden: number }>(
    'forum-moderated-count',
    `select count(*) filter (where ${SHOWN.waiting})::int as waiting,
            count(*) filter (where ${SHOWN.hidden})::int as hidden
       from catalogue_posts p where ${LOOKED_AFTER}`,
    [codeOf(home)],
  );
  return rows[0] ?? { waiting: 0, hidden: 0 };
}

/** The name of an entry, shared or of the own kabupaten; null where neither is known. */
export async function findEntryName({ transaction, own }: Reader, entryId: string): Promise<string | null> {
  const rows = await transaction.rows<{ name: string | null }>(
    'forum-entry-name',
    `select coalesce((select c.name from catalogue_entries c where c.id = $1::uuid),
                     (select i.name from innovations i where i.kabupaten_code = $2::text and i.id = $1::uuid)) as name`,
    [entryId, own],
  );
  return rows[0]?.name ?? null;
}

function codeOf(home: ModeratedHome): string | null {
  return home === 'not-here' ? null : home.code;
}
