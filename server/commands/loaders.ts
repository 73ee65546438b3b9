import { complaintLoader } from '../features/complaints/complaint-loader.repository.ts';
import { COMPLAINT_ROLLUPS } from '../features/complaints/complaint-rollups.ts';
import { serviceLoader, unitLoader } from '../features/imports/structure-loaders.repository.ts';
import { surveyLoader } from '../features/satisfaction/survey-loader.repository.ts';
import { SURVEY_ROLLUPS } from '../features/satisfaction/survey-rollups.ts';
import { serviceCaseLoader } from '../features/services/service-case-loader.repository.ts';
import { SERVICE_ROLLUPS } from '../features/services/service-rollups.ts';
import type { DatasetLoader } from '../platform/database/dataset-loader.ts';
import type { RollupFamily } from '../platform/database/rollups/rollup-family.ts';

/** Every dataset that can be loaded, and every family of roll-ups: what imports are handed, wherever they run. */
export const LOADERS: readonly DatasetLoader[] = [
  serviceCaseLoader,
  complaintLoader,
  surveyLoader,
  unitLoader,
  serviceLoader,
];
export const ROLLUP_FAMILIES: readonly RollupFamily[] = [SERVICE_ROLLUPS, COMPLAINT_ROLLUPS, SURVEY_ROLLUPS];
