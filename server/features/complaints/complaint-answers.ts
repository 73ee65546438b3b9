import type { Complaint, ComplaintLine } from '#contract/complaints';
import { maskContact, maskName, maskNik, maskText } from '#domain/complaints/masking';
import { readsConfidentialReporters } from '#domain/complaints/visibility';
import type { Role } from '#domain/permissions';
import type { UnitTree } from '#domain/unit-tree';
import type { ComplaintRecord } from './complaint-records.queries.ts';
import type { ReporterRecord } from './reporters.queries.ts';

/** A line of the register: personal data in its text masked, whoever asks. */
export function complaintLine(record: ComplaintRecord, units: UnitTree): ComplaintLine {
  return lineOf(record, units, maskText);
}

/**
 * One complaint as the person may see it now: whole while a reveal of this person is open, masked otherwise.
 * @param openUntil end of the open reveal; null without one
 */
export function complaintAnswer(
  record: ComplaintRecord,
  units: UnitTree,
  reporter: ReporterRecord | null,
  openUntil: Date | null,
  role: Role,
): Complaint {
  const hidden = reporter?.confidential === true && !readsConfidentialReporters(role);
  const until = hidden ? null : openUntil;
  return {
    ...lineOf(record, units, until === null ? maskText : (text) => text),
    reporter: reporter && { ...identityOf(reporter, hidden, until), confidential: reporter.confidential },
  };
}

/** Initials would tell a small office who it was: of a hidden reporter nothing is shown at all. */
function identityOf(reporter: ReporterRecord, hidden: boolean, until: Date | null) {
  if (hidden) return { name: null, contact: null, nik: null, revealed: false, revealedUntil: null };
  const { name, contact, nik } = reporter;
  if (until !== null) return { name, contact, nik, revealed: true, revealedUntil: until.toISOString() };
  return {
    name: name === null ? null : maskName(name),
    contact: contact === null ? null : maskContact(contact),
    nik: nik === null ? null : maskNik(nik),
    revealed: false,
    revealedUntil: null,
  };
}

function lineOf(record: ComplaintRecord, units: UnitTree, shown: (text: string) => string): ComplaintLine {
  const { category, body, area } = record;
  return {
    id: record.id,
    number: record.number,
    unit: { code: record.unit_code, name: units.find(record.unit_code)?.name ?? record.unit_code },
    area: area === null ? null : (units.find(area)?.name ?? shown(area)),
    service: record.service_code,
    channel: record.channel,
    class: record.class,
    category: category === null ? null : shown(category),
    text: body === null ? null : shown(body),
    receivedAt: record.received_at.toISOString(),
    firstResponseAt: record.first_response_at?.toISOString() ?? null,
    resolvedAt: record.resolved_at?.toISOString() ?? null,
    closedAt: record.closed_at?.toISOString() ?? null,
    dueAt: record.due_at?.toISOString() ?? null,
    status: record.status,
  };
}
