import { complaintLoader } from '../features/complaints/complaint-loader.repository.ts';
import { earlierComplaints } from '../features/complaints/earlier-complaints.repository.ts';
import { COMPLAINT_ROLLUPS } from '../features/complaints/complaint-rollups.ts';
import { calendarLoader } from '../features/imports/structure/calendar-loader.repository.ts';
import { standardLoader } from '../features/imports/structure/standard-loader.repository.ts';
import { staffLoader } from '../features/imports/structure/staff-loader.repository.ts';
import { targetLoader } from '../features/imports/structure/target-loader.repository.ts';
import { serviceLoader, unitLoader } from '../features/imports/structure/unit-loaders.repository.ts';
import { milestoneLoader } from '../features/pilots/milestones/milestone-loader.repository.ts';
import { boundaryLoader } from '../features/places/boundary-loader.repository.ts';
import { surveyLoader } from '../features/satisfaction/survey-loader.repository.ts';
import { SURVEY_ROLLUPS } from '../features/satisfaction/survey-rollups.ts';
import { serviceCaseLoader } from '../features/services/service-case-loader.repository.ts';
import { earlierCases } from '../features/services/earlier-cases.repository.ts';
import { moveOpenDeadlines } from '../features/services/derive-cases.repository.ts';
import { pauseLoader } from '../features/services/pause-loader.repository.ts';
import { PAUSE_ROLLUPS } from '../features/services/pause-rollups.ts';
import { SERVICE_ROLLUPS } from '../features/services/service-rollups.ts';
import { sessionLoader } from '../features/services/session-loader.repository.ts';
import { stepLoader } from '../features/services/step-loader.repository.ts';
import { STEP_ROLLUPS } from '../features/services/step-rollups.ts';
import { moveAllOpenDeadlines } from './open-deadlines.ts';
import type { DatasetLoader } from '../platform/database/dataset-loader.ts';
import type { Renewal } from '../platform/database/rollups/renew-rollups.repository.ts';
import type { RollupFamily } from '../platform/database/rollups/rollup-family.ts';

/** Every dataset that can be loaded, and every family of roll-ups: what imports are handed, wherever they run. */
export const LOADERS: readonly DatasetLoader[] = [
  serviceCaseLoader,
  stepLoader,
  pauseLoader,
  sessionLoader,
  complaintLoader,
  surveyLoader,
  unitLoader,
  serviceLoader,
  standardLoader((transaction, context, serviceCodes) =>
    moveOpenDeadlines(transaction, context, null, serviceCodes),
  ),
  calendarLoader(moveAllOpenDeadlines),
  targetLoader,
  boundaryLoader,
  milestoneLoader,
  staffLoader,
];
export const ROLLUP_FAMILIES: readonly RollupFamily[] = [
  SERVICE_ROLLUPS,
  STEP_ROLLUPS,
  PAUSE_ROLLUPS,
  COMPLAINT_ROLLUPS,
  SURVEY_ROLLUPS,
];

/** What a database of an earlier version gets at the next start. */
export const RENEWAL: Renewal = {
  families: ROLLUP_FAMILIES,
  earlierFacts: [earlierCases, earlierComplaints],
};
