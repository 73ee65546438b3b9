import type { ReportDocument } from '#contract/reports/report-document';
import { briefText, MOST_CHARACTERS } from '../../../../reports/definitions/ringkasan-wa/brief-text.ts';

/**
 * A brief as text to be pasted or mailed, at most 900 characters.
 *
 * @throws RangeError for a longer one: a message must never be cut on its way
 */
export function briefOf(document: ReportDocument): string {
  const text = briefText(document);
  if (text.length > MOST_CHARACTERS)
    throw new RangeError(`The brief has ${text.length} characters, more than ${MOST_CHARACTERS}.`);
  return text;
}
