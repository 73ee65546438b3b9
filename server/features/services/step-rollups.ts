import { DURATION_BUCKET_COUNT } from '#domain/statistics/duration-buckets';
import type { RollupFamily } from '../../platform/database/rollups/rollup-family.ts';

/** Roll-ups of stages, by the day they were completed: whose desk the official time of the cases was on. */
export const STEP_ROLLUPS: RollupFamily = {
  table: 'step_rollups',
  dimensions: [
    { column: 'service_code', all: true },
    { column: 'step', all: false },
    { column: 'step_unit', all: false },
  ],
  counts: ['completed'],
  histograms: [{ name: 'duration', size: DURATION_BUCKET_COUNT }],
  cellsSql: `
    select distinct unit_code, service_code, step, step_unit, completed_on as day
      from case_steps where kabupaten_code = :kabupaten and completed_on is not null`,
  events: [
    {
      counts: ['completed'],
      histograms: ['duration'],
      sql: `
        select t.base_key, t.day, s.service_code, s.step, s.step_unit, 1, width_bucket(s.official_seconds, :edges::bigint[])
          from touched t join case_steps s
            on s.kabupaten_code = :kabupaten and s.unit_code = t.unit_code and s.completed_on = t.day`,
    },
  ],
};
