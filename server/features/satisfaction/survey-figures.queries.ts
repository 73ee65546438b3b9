import type { SurveyTally } from '#domain/ikm/ikm-figures';
import { getInstrument, type InstrumentId } from '#domain/ikm/instruments';
import { ALL } from '../../platform/database/rollups/rollup-family.ts';
import { planRuns } from '../../platform/database/rollups/rollup-plan.ts';
import { readRollups } from '../../platform/database/rollups/rollup-reader.queries.ts';
import {
  periodIndex,
  type FigureRequest,
  type FiguresByKey,
} from '../../platform/database/rollups/selection.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { SURVEY_ROLLUPS } from './survey-rollups.ts';

/** Survey totals per key and period, one entry per instrument used. Surveys know no channel: it is not looked at. */
export async function readSurveyTallies(
  transaction: ReadTransaction,
  request: FigureRequest,
): Promise<FiguresByKey<SurveyTally[]>> {
  const { periods, clock } = request;
  const rows = await readRollups(transaction, SURVEY_ROLLUPS, {
    unitCodes: request.unitKeys,
    dimensions: [
      request.service !== null ? [request.service] : request.by === 'service' ? null : [ALL],
      null,
    ],
    runs: planRuns(periods, clock.today),
    histograms: [],
    histogramsFrom: periods[0]?.from ?? clock.today,
  });
  const sums = new Map<string, Map<string, Sum>[]>();
  for (const row of rows) {
    const key =
      request.by === 'unit' ? row.unit_code : request.by === 'service' ? String(row['service_code']) : '';
    let list = sums.get(key);
    if (!list) sums.set(key, (list = periods.map(() => new Map<string, Sum>())));
    const perInstrument = list[periodIndex(periods, row.bucket)];
    if (!perInstrument) continue;
    const instrument = String(row['instrument']);
    const sum = perInstrument.get(instrument) ?? {
      respondents: 0,
      totals: getInstrument(instrument).unsur.map(() => 0),
    };
    sum.respondents += Number(row['respondents']);
    sum.totals = sum.totals.map((total, index) => total + Number(row[`u${index + 1}`]));
    perInstrument.set(instrument, sum);
  }
  return new Map(
    [...sums].map(([key, list]) => [
      key,
      list.map((each) => [...each].map(([code, sum]) => tallyOf(code, sum))),
    ]),
  );
}

interface Sum {
  respondents: number;
  totals: number[];
}

function tallyOf(code: string, sum: Sum): SurveyTally {
  return { instrument: code as InstrumentId, ...sum };
}
