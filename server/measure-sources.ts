import { OVERSIGHT_CLASS } from '#domain/complaints/visibility';
import { readComplaintTallies } from './features/complaints/complaint-figures.queries.ts';
import { COMPLAINT_ROLLUPS } from './features/complaints/complaint-rollups.ts';
import type { MeasureProof } from './features/innovations/proof/proof-source.ts';
import type { MeasureSources } from './features/overview/measure-sources.ts';
import { proofFigure } from './features/overview/proof-figure.ts';
import { readPilotTallies } from './features/pilots/pilot-tallies.ts';
import { readSurveyTallies } from './features/satisfaction/survey-figures.queries.ts';
import { SURVEY_ROLLUPS } from './features/satisfaction/survey-rollups.ts';
import { readServiceSlots, readServiceTallies } from './features/services/service-figures.queries.ts';
import { SERVICE_ROLLUPS } from './features/services/service-rollups.ts';
import { readFirstMonth, readLastDays } from './platform/database/rollups/record-days.queries.ts';
import type { ReadTransaction } from './platform/database/scoped.ts';

/**
 * What tells that a unit reports: cases and complaints received, surveys answered. Complaints of suspected abuse do not:
 * they go past the unit, and the day of one would tell of it.
 */
export const ARRIVALS = [
  { family: SERVICE_ROLLUPS, column: 'received' },
  { family: COMPLAINT_ROLLUPS, column: 'received', except: { dimension: 'class', value: OVERSIGHT_CLASS } },
  { family: SURVEY_ROLLUPS, column: 'respondents' },
];

/** Where the measures are read: what overview needs of the other features. */
export const MEASURE_SOURCES: MeasureSources = {
  services: readServiceTallies,
  serviceSlots: readServiceSlots,
  complaints: readComplaintTallies,
  surveys: readSurveyTallies,
  pilots: readPilotTallies,
  firstMonth: (transaction: ReadTransaction, unitKey: string) =>
    readFirstMonth(transaction, ARRIVALS, unitKey),
  lastDays: (transaction: ReadTransaction, unitKeys: readonly string[], since: string) =>
    readLastDays(transaction, ARRIVALS, unitKeys, since),
};

/** What proves an innovation is measured where all figures are. */
export const measureProof: MeasureProof = (transaction, at, ask) =>
  proofFigure(transaction, { sources: MEASURE_SOURCES }, at, ask);
