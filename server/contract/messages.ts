import { type Language, LOCALES } from '#domain/language';
import { shortDay } from '#domain/oversight/span-text';
import { isIsoDate } from '#domain/period/civil-date';
import { ACCOUNT_MESSAGES } from './messages/account-messages.ts';
import { ADOPTION_MESSAGES } from './messages/adoption-messages.ts';
import { DELIVERY_MESSAGES } from './messages/delivery-messages.ts';
import { EVIDENCE_MESSAGES } from './messages/evidence-messages.ts';
import { FIGURE_MESSAGES } from './messages/figure-messages.ts';
import { FINDING_MESSAGES } from './messages/finding-messages.ts';
import { FORUM_MESSAGES } from './messages/forum-messages.ts';
import { IMPORT_MESSAGES } from './messages/import-messages.ts';
import { IDEA_MESSAGES } from './messages/idea-messages.ts';
import { INNOVATION_MESSAGES } from './messages/innovation-messages.ts';
import { INSPECTION_MESSAGES } from './messages/inspection-messages.ts';
import { LEADERSHIP_MESSAGES } from './messages/leadership-messages.ts';
import { MEETING_MESSAGES } from './messages/meeting-messages.ts';
import { PEOPLE_MESSAGES } from './messages/people-messages.ts';
import { PILOT_MESSAGES } from './messages/pilot-messages.ts';
import { RECORD_MESSAGES } from './messages/record-messages.ts';
import { REPORT_MESSAGES } from './messages/report-messages.ts';
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
  ...INNOVATION_MESSAGES,
  ...ADOPTION_MESSAGES,
  ...IDEA_MESSAGES,
  ...FORUM_MESSAGES,
  ...REPORT_MESSAGES,
  ...MEETING_MESSAGES,
  ...DELIVERY_MESSAGES,
} as const satisfies Record<string, { id: string; en: string }>;

export type MessageKey = keyof typeof MESSAGES;
export type { Language };

/**
 * The sentence for `key` with its `{names}` filled in; an unfilled name stays visible. Days (`2026-11-22`) and numbers
 * are written as people of that language write them: `22 Nov 2026`, `1.234,5`.
 */
export function say(
  key: MessageKey,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return MESSAGES[key][language].replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    return value === undefined ? whole : written(value, language);
  });
}

function written(value: string | number, language: Language): string {
  if (typeof value === 'number') return value.toLocaleString(LOCALES[language]);
  return isIsoDate(value) ? shortDay(value, language) : value;
}
