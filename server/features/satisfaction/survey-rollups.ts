import type { RollupFamily } from '../../platform/database/rollups/rollup-family.ts';

const KEY = 't.base_key, s.service_code, s.instrument, t.day';

const touched = `touched_days t join survey_responses s
      on s.kabupaten_code = :kabupaten and s.unit_code = t.unit_code and s.responded_on = t.day`;

/** Totals of up to fourteen unsur: integers, so that pooling responses stays exact. */
const UNSUR = Array.from({ length: 14 }, (_, index) => index + 1);

/** Roll-ups of survey responses: n and the total of each unsur. */
export const SURVEY_ROLLUPS: RollupFamily = {
  table: 'survey_rollups',
  dimensions: [
    { column: 'service_code', all: true },
    // Responses to different questionnaires are never added up.
    { column: 'instrument', all: false },
  ],
  counts: ['respondents', ...UNSUR.map((number) => `u${number}`)],
  histograms: [],
  cellsSql: `select distinct unit_code, service_code, instrument, responded_on as day from survey_responses where kabupaten_code = :kabupaten`,
  baseSql: `
    select ${KEY}, count(*) as respondents, ${UNSUR.map((number) => `coalesce(sum(s.answers[${number}]), 0) as u${number}`).join(', ')}
      from ${touched} group by ${KEY}`,
};
