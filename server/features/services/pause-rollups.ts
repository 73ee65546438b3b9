import { DURATION_BUCKET_COUNT } from '#domain/statistics/duration-buckets';
import type { RollupFamily } from '../../platform/database/rollups/rollup-family.ts';

/** Roll-ups of pauses of which the applicant was told, by the day they began. One that still runs has no duration. */
export const PAUSE_ROLLUPS: RollupFamily = {
  table: 'pause_rollups',
  dimensions: [
    { column: 'service_code', all: true },
    { column: 'reason', all: false },
  ],
  counts: ['pauses'],
  histograms: [{ name: 'duration', size: DURATION_BUCKET_COUNT }],
  cellsSql: `
    select distinct unit_code, service_code, reason, started_on as day
      from case_pauses where kabupaten_code = :kabupaten and told`,
  events: [
    {
      counts: ['pauses'],
      histograms: ['duration'],
      sql: `
        select t.base_key, t.day, p.service_code, p.reason, 1,
               case when p.ended_at is not null then width_bucket(p.working_seconds, :edges::bigint[]) end
          from touched t join case_pauses p
            on p.kabupaten_code = :kabupaten and p.unit_code = t.unit_code and p.started_on = t.day
         where p.told`,
    },
  ],
};
