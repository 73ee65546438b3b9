/** Complaints of suspected abuse are kept apart: to all but their readers they do not exist. */
export const RECORD_KINDS = [
  'service-cases',
  'complaints',
  'oversight-complaints',
  'survey-responses',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Ids of the records behind the figures of a period, by kind; in the order of their keys. */
export type RecordsBehind = Readonly<Record<RecordKind, readonly string[]>>;

/** The dataset that records of a kind are imported and changed as, and the table they stand in. */
export const STORED_AS: Readonly<Record<RecordKind, { readonly dataset: string; readonly table: string }>> = {
  'service-cases': { dataset: 'service-cases', table: 'service_cases' },
  complaints: { dataset: 'complaints', table: 'complaints' },
  'oversight-complaints': { dataset: 'complaints', table: 'complaints' },
  'survey-responses': { dataset: 'survey-responses', table: 'survey_responses' },
};
