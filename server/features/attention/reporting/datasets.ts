/** Kinds of records that units report. */
export const DATASETS = ['service-cases', 'complaints', 'survey-responses'] as const;
export type Dataset = (typeof DATASETS)[number];
