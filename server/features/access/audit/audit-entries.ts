import type { AuditEntry } from '#contract/audit';
import { maskText } from '#domain/complaints/masking';
import type { PersonalValues } from '../../../platform/audit/audit-log.repository.ts';
import type { AuditRow } from './audit-entries.queries.ts';
import { auditChanges, auditSentence } from './audit-sentences.ts';
import type { ValueStyle } from './audit-values.ts';

/**
 * What the reader may see of the personal values. The Inspektorat sees all. An administrator sees who acted and whose
 * account it was, because those accounts are the administrator's to manage; not from where, and not why a reporter's
 * identity was opened. Of a stranger at the door the address is all there is, and who keeps the door must see it.
 */
export interface PersonalSight {
  readonly addresses: boolean;
  readonly strangers: boolean;
  readonly reasons: boolean;
  /** Names of files as people gave them, often with a name or NIK in it. */
  readonly fileNames: boolean;
}

/** An entry in words, for this reader. */
export function toAuditEntry(
  row: AuditRow,
  personal: PersonalValues,
  sight: PersonalSight,
  style: ValueStyle,
): AuditEntry {
  const { actor, subject } = personal;
  const known = row.user_id !== null;
  // Entries from before the chain had the username in the place of the program.
  const earlier = row.sequence === null ? row.actor : null;
  const fileName = row.details['fileName'];
  const details = {
    ...row.details,
    ...(!sight.fileNames && typeof fileName === 'string' ? { fileName: maskText(fileName) } : {}),
    ...(sight.reasons && actor?.['reason'] !== undefined ? { reason: actor['reason'] } : {}),
  };
  return {
    id: row.id,
    sequence: row.sequence,
    at: row.at.toISOString(),
    username: actor?.['username'] ?? earlier,
    name: actor?.['name'] ?? null,
    post: row.post_title ?? (earlier === null ? row.actor : null),
    address: (known ? sight.addresses : sight.strangers) ? (actor?.['address'] ?? null) : null,
    action: row.action,
    sentence: auditSentence({ action: row.action, subject: row.subject, details }, style),
    subject: row.subject,
    changes: auditChanges(withPersonal(details, subject), style),
  };
}

/** Old and new names stand sealed beside the entry (`nameBefore`, `nameAfter`); gone with the person's key. */
function withPersonal(
  details: Readonly<Record<string, unknown>>,
  subject: PersonalValues['subject'],
): Readonly<Record<string, unknown>> {
  const { changes } = details;
  if (subject === null || !Array.isArray(changes)) return details;
  return {
    ...details,
    changes: (changes as { field?: unknown; before?: unknown; after?: unknown }[]).map((change) => {
      const field = String(change.field);
      return {
        ...change,
        before: subject[`${field}Before`] ?? change.before,
        after: subject[`${field}After`] ?? change.after,
      };
    }),
  };
}
