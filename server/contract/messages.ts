import type { Language } from '#domain/language';
import { ACCOUNT_MESSAGES } from './messages/account-messages.ts';
import { EVIDENCE_MESSAGES } from './messages/evidence-messages.ts';
import { FIGURE_MESSAGES } from './messages/figure-messages.ts';
import { FINDING_MESSAGES } from './messages/finding-messages.ts';
import { IMPORT_MESSAGES } from './messages/import-messages.ts';
import { INSPECTION_MESSAGES } from './messages/inspection-messages.ts';
import { LEADERSHIP_MESSAGES } from './messages/leadership-messages.ts';
import { PEOPLE_MESSAGES } from './messages/people-messages.ts';
import { PILOT_MESSAGES } from './messages/pilot-messages.ts';
import { RECORD_MESSAGES } from './messages/record-messages.ts';
import { REQUEST_MESSAGES } from './messages/request-messages.ts';
import { STAFF_MESSAGES } from './messages/staff-messages.ts';
import { STRUCTURE_MESSAGES } from './messages/structure-messages.ts';

/**
 * The sentences of the API for people, Indonesian first. `{name}` is filled in. English follows
 * `Accept-Language: en`. Each area has a file of its own in `messages/`.
 */
export const MESSAGES = {
  ...REQUEST_MESSAGES,
  ...ACCOUNT_MESSAGES,
  ...FIGURE_MESSAGES,
  ...RECORD_MESSAGES,
  ...IMPORT_MESSAGES,
  ...PEOPLE_MESSAGES,
  ...LEADERSHIP_MESSAGES,
  ...PILOT_MESSAGES,
  ...FINDING_MESSAGES,
  ...STAFF_MESSAGES,
  ...STRUCTURE_MESSAGES,
  ...INSPECTION_MESSAGES,
  ...EVIDENCE_MESSAGES,
} as const satisfies Record<string, { id: string; en: string }>;

export type MessageKey = keyof typeof MESSAGES;
export type { Language };

/** The sentence for `key` with its `{names}` filled in; an unfilled name stays visible. */
export function say(
  key: MessageKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
