import type { DatasetName } from '#contract/imports';

/** Datasets whose rows may hold names, telephone numbers and NIK. */
export const PERSONAL_DATASETS: readonly DatasetName[] = ['complaints', 'survey-responses', 'staff'];
/** Days for which their rejected rows are kept. */
export const REJECTIONS_KEPT_DAYS = 30;
