import type { RollupFamily } from '../../platform/database/rollups/rollup-family.ts';

const CELL = 't.base_key, t.day, s.service_code, s.instrument';

/** Totals of up to fourteen unsur: integers, so that pooling responses stays exact. */
const UNSUR = Array.from({ length: 14 }, (_, index) => index + 1);

const COUNTS = ['respondents', ...UNSUR.map((number) => `u${number}`)];

/** Roll-ups of survey responses: n and the total of each unsur. */
export const SURVEY_ROLLUPS: RollupFamily = {
  table: 'survey_rollups',
  dimensions: [
    { column: 'service_code', all: true },
    // Responses to different questionnaires are never added up.
    { column: 'instrument', all: false },
  ],
  counts: COUNTS,
  histograms: [],
  cellsSql: `select distinct unit_code, service_code, instrument, responded_on as day from survey_responses where kabupaten_code = :kabupaten`,
  events: [
    {
      counts: COUNTS,
      histograms: [],
      sql: `
        select ${CELL}, count(*), ${UNSUR.map((number) => `coalesce(sum(s.answers[${number}]), 0)`).join(', ')}
          from touched t join survey_responses s
            on s.kabupaten_code = :kabupaten and s.unit_code = t.unit_code and s.responded_on = t.day
         group by ${CELL}`,
    },
  ],
};
