import type { NoticeParams } from '#domain/notices/notice-kinds';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import type { ListPlace } from '../../platform/http/list-cursor.ts';

/** Whose notices: those to the post in use, and those to the person. */
export interface NoticeReader {
  readonly post: string | null;
  readonly user: string | null;
}

export interface NoticeRecord {
  readonly id: string;
  readonly kind: string;
  readonly params: NoticeParams;
  readonly link: string;
  readonly waiting: boolean;
  readonly done: boolean;
  readonly read: boolean;
  readonly due_on: string | null;
  readonly working_days_left: number | null;
  readonly created_at: Date;
  /** Place in the list, to the microsecond. */
  readonly place: string;
}

export interface NoticeCounts {
  /** Of those asked for. */
  readonly total: number;
  readonly unread: number;
  readonly waiting: number;
}

export type NoticeShow = 'waiting' | 'unread' | 'all';

/** Something is to be done, and nobody has done it yet. */
const WAITING = 'n.needs_action and n.settled_at is null';
const DONE = 'n.needs_action and n.settled_at is not null';
/** What was done in the meantime is no news any more. */
const UNREAD = 'n.read_at is null and (not n.needs_action or n.settled_at is null)';
const SHOWN: Readonly<Record<NoticeShow, string>> = { waiting: WAITING, unread: UNREAD, all: 'true' };
/** The calendar that deadlines in working days are counted by where no unit's own applies. */
const DEFAULT_CALENDAR = 'default';

/** A page of somebody's notices, newest first. */
export async function listNoticeRecords(
  transaction: ReadTransaction,
  { post, user }: NoticeReader,
  asked: { readonly show: NoticeShow; readonly today: string; readonly limit: number },
  after: ListPlace | null,
): Promise<NoticeRecord[]> {
  return transaction.rows<NoticeRecord & Record<string, unknown>>(
    `notices-${asked.show}`,
    `select n.id, n.kind, n.params, n.link, n.due_on, n.created_at, n.created_at::text as place,
            ${WAITING} as waiting, ${DONE} as done, not (${UNREAD}) as read,
            due.working_day_number - today.working_day_number as working_days_left
       from notices n
       left join calendars c on c.kabupaten_code = $1 and c.code = '${DEFAULT_CALENDAR}'
       left join calendar_days due on due.kabupaten_code = $1 and due.calendar_code = c.code
        and due.version = c.version and due.day = n.due_on
       left join calendar_days today on today.kabupaten_code = $1 and today.calendar_code = c.code
        and today.version = c.version and today.day = $4::date
      where n.kabupaten_code = $1 and (n.to_post = $2::uuid or n.to_user = $3::uuid) and ${SHOWN[asked.show]}
        and ($5::timestamptz is null or (n.created_at, n.id) < ($5::timestamptz, $6::uuid))
      order by n.created_at desc, n.id desc
      limit $7`,
    [transaction.kabupatenCode, post, user, asked.today, after?.at ?? null, after?.id ?? null, asked.limit],
  );
}

/** How many notices somebody has of those asked for, and of all how many are not read and how many wait. */
export async function countNotices(
  transaction: ReadTransaction,
  { post, user }: NoticeReader,
  show: NoticeShow = 'all',
): Promise<NoticeCounts> {
  const rows = await transaction.rows<NoticeCounts & Record<string, unknown>>(
    `notice-counts-${show}`,
    `select count(*) filter (where ${SHOWN[show]})::int as total,
             count(*) filter (where ${UNREAD})::int as unread, count(*) filter (where ${WAITING})::int as waiting
       from notices n
      where n.kabupaten_code = $1 and (n.to_post = $2::uuid or n.to_user = $3::uuid)`,
    [transaction.kabupatenCode, post, user],
  );
  return rows[0] ?? { total: 0, unread: 0, waiting: 0 };
}
