import type { Complaint, ComplaintLine } from '#contract/complaints';
import type { DeadlineStep } from '#domain/calendar/deadline';
import { complaintClassName } from '#domain/complaints/complaint-classes';
import { rungsReached, type LadderState } from '#domain/complaints/ladder';
import { maskContact, maskName, maskNik, maskText } from '#domain/complaints/masking';
import { readsConfidentialReporters } from '#domain/complaints/visibility';
import type { Role } from '#domain/permissions';
import type { UnitTree } from '#domain/unit-tree';
import type { ComplaintRecord, WholeComplaint } from './complaint-records.queries.ts';
import type { ReporterRecord } from './reporters.queries.ts';

/** Statuses with which a complaint is none of the unit's: it has no deadline to keep and goes up no ladder. */
const INVALID: readonly string[] = ['tidak-valid', 'bukan-kewenangan'];

/** A line of the register as of `now`: personal data in its text masked, whoever asks. */
export function complaintLine(record: ComplaintRecord, units: UnitTree, now: Date): ComplaintLine {
  return lineOf(record, units, now, maskText);
}

/** Everything an answer about one complaint is made from. */
export interface ComplaintSight {
  readonly record: WholeComplaint;
  readonly units: UnitTree;
  readonly reporter: ReporterRecord | null;
  /** End of the open reveal; null without one. */
  readonly openUntil: Date | null;
  readonly role: Role;
  readonly now: Date;
  readonly deadline: Complaint['deadline'];
}

/** One complaint as the person may see it now: whole while a reveal of this person is open, masked otherwise. */
export function complaintAnswer(sight: ComplaintSight): Complaint {
  const { record, units, reporter, openUntil, role, now, deadline } = sight;
  const hidden = reporter?.confidential === true && !readsConfidentialReporters(role);
  const until = hidden ? null : openUntil;
  return {
    ...lineOf(record, units, now, until === null ? maskText : (text) => text),
    reporter: reporter && { ...identityOf(reporter, hidden, until), confidential: reporter.confidential },
    ladder: ladderOf(record, now),
    responseWorkingMinutes: inMinutes(record.response_seconds),
    resolutionWorkingMinutes: inMinutes(record.resolution_seconds),
    deadline,
  };
}

/** What can be said of a deadline: how it came about, and by which calendar. */
export function deadlineAnswer(
  record: WholeComplaint,
  classDays: { readonly working_days: number; readonly legal_basis: string | null } | null,
  steps: readonly DeadlineStep[],
): Complaint['deadline'] {
  const { due_source: source, calendar_version: version } = record;
  if (source !== 'class')
    return {
      source: source === 'own' ? 'own' : 'none',
      workingDays: null,
      legalBasis: null,
      calendar: null,
      steps: [],
      reproduced: true,
    };
  const counted = steps.filter(({ kind }) => kind === 'counted').length;
  return {
    source,
    workingDays: counted === 0 ? (classDays?.working_days ?? null) : counted,
    legalBasis: classDays?.legal_basis ?? null,
    calendar: version === null ? null : { name: record.calendar_name, version },
    steps: [...steps],
    reproduced: steps.length > 0 && counted === classDays?.working_days,
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

function lineOf(
  record: ComplaintRecord,
  units: UnitTree,
  now: Date,
  shown: (text: string) => string,
): ComplaintLine {
  const { category, body, area } = record;
  return {
    id: record.id,
    number: record.number,
    unit: { code: record.unit_code, name: units.find(record.unit_code)?.name ?? record.unit_code },
    area: area === null ? null : (units.find(area)?.name ?? shown(area)),
    service: record.service_code,
    channel: record.channel,
    class: record.class,
    className: complaintClassName(record.class),
    category: category === null ? null : shown(category),
    text: body === null ? null : shown(body),
    receivedAt: record.received_at.toISOString(),
    firstResponseAt: record.first_response_at?.toISOString() ?? null,
    resolvedAt: record.resolved_at?.toISOString() ?? null,
    closedAt: record.closed_at?.toISOString() ?? null,
    dueAt: record.due_at?.toISOString() ?? null,
    dueAtEndOfDay: record.due_at_end_of_day ?? false,
    status: record.status,
    verdict: verdictOf(record, now),
    workingDays: INVALID.includes(record.status) ? null : record.working_days,
    rung: INVALID.includes(record.status)
      ? 'unit'
      : (rungsReached(ladderState(record), now).at(-1)?.rung ?? 'unit'),
  };
}

/** Met by a resolution at or before the deadline; missed from the deadline on, resolved or not. */
function verdictOf(
  { status, due_at: due, resolved_at: resolved }: ComplaintRecord,
  now: Date,
): ComplaintLine['verdict'] {
  if (due === null || INVALID.includes(status)) return 'none';
  if (resolved !== null && status !== 'dibuka-kembali') return resolved <= due ? 'met' : 'missed';
  return due <= now ? 'missed' : 'running';
}

/** The rungs reached, and for an unanswered complaint the next one, with when it will be. */
function ladderOf(record: ComplaintRecord, now: Date): Complaint['ladder'] {
  if (INVALID.includes(record.status) || record.escalates_at === null) return [];
  const state = ladderState(record);
  const reached = rungsReached(state, now);
  const next = { unit: state.escalatesAt, diskominfo: state.escalatesTopAt, bupati: null }[
    reached.at(-1)?.rung ?? 'unit'
  ];
  const ahead = state.answeredAt === null && next !== null ? next : null;
  return [
    ...reached.map(({ rung, at }) => ({ rung, at: at.toISOString(), reached: true })),
    ...(ahead === null
      ? []
      : [
          {
            rung: reached.length === 1 ? ('diskominfo' as const) : ('bupati' as const),
            at: ahead.toISOString(),
            reached: false,
          },
        ]),
  ];
}

function ladderState(record: ComplaintRecord): LadderState {
  const { first_response_at: response, resolved_at: resolved } = record;
  const answered = [response, resolved]
    .filter((at) => at !== null)
    .toSorted((a, b) => a.getTime() - b.getTime());
  return {
    receivedAt: record.received_at,
    escalatesAt: record.escalates_at,
    escalatesTopAt: record.escalates_top_at,
    answeredAt: answered[0] ?? null,
  };
}

/** Whole minutes and a tenth; null stays null. */
function inMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 6) / 10;
}
