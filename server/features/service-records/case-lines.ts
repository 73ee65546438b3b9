import type { ServiceCaseLine } from '#contract/service-cases';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { CaseRecord } from './case-list.queries.ts';

/** A case as a line of a list, judged at `now` (ISO instant). */
export function caseLine(record: CaseRecord, structure: Structure, now: string): ServiceCaseLine {
  const { service_code: service, channel, unit_code: unit } = record;
  return {
    id: record.id,
    number: record.number,
    unit: { code: unit, name: structure.units.find(unit)?.name ?? unit },
    service: { code: service, name: structure.services.get(service)?.name ?? service },
    channel: { code: channel, name: structure.channels.get(channel)?.name ?? channel },
    servicePoint: record.service_point,
    status: record.status,
    receivedAt: record.received_at.toISOString(),
    completedAt: record.completed_at?.toISOString() ?? null,
    dueAt: record.due_at?.toISOString() ?? null,
    dueAtEndOfDay: record.due_at_end_of_day ?? false,
    verdict: verdictOf(record, now),
    citizenMinutes: inMinutes(record.citizen_seconds),
    workingMinutes: inMinutes(record.official_seconds),
    visits: record.visits,
    lateEntry: record.late_entry,
  };
}

/** Met by completion at the last instant of the deadline; missed from that instant on, completed or not. */
export function verdictOf(
  { status, due_at: due, completed_at: completed }: Pick<CaseRecord, 'status' | 'due_at' | 'completed_at'>,
  now: string,
): ServiceCaseLine['verdict'] {
  if (due === null || status === 'dibatalkan') return 'none';
  if (completed !== null) return completed <= due ? 'met' : 'missed';
  return due.getTime() <= Date.parse(now) ? 'missed' : 'running';
}

/** Whole minutes and a tenth; null stays null. */
export function inMinutes(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds / 6) / 10;
}
