import type { DoneReporter } from '#domain/pilots/second-person';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';

/**
 * Who ever reported milestones as done, by milestone: the posts, with everyone who reported in them and everyone who held
 * them on that day.
 */
export async function readDoneReporters(
  transaction: ReadTransaction,
  milestones: readonly string[],
): Promise<ReadonlyMap<string, readonly DoneReporter[]>> {
  const rows = await transaction.rows<{ milestone_id: string; post_id: string | null; people: string[] }>(
    'pilot-done-reporters',
    `select r.milestone_id, r.post_id,
            array_remove(array_agg(distinct h.user_id::text) || array_agg(distinct r.reported_by::text), null) as people
       from milestone_reports r
       join kabupaten k on k.code = $1
       left join post_holders h
         on h.post_id = r.post_id and h.capacity <> 'ajudan'
        and h.valid_from <= (r.created_at at time zone k.time_zone)::date
        and (h.valid_to is null or h.valid_to > (r.created_at at time zone k.time_zone)::date)
      where r.kabupaten_code = $1 and r.milestone_id = any($2::uuid[]) and r.done_share >= 1
      group by r.milestone_id, r.post_id`,
    [transaction.kabupatenCode, [...milestones]],
  );
  const reporters = new Map<string, DoneReporter[]>();
  for (const { milestone_id: id, post_id: post, people } of rows)
    reporters.set(id, [...(reporters.get(id) ?? []), { post, people }]);
  return reporters;
}
