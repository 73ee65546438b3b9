import type { IsoDate } from '#domain/period/civil-date';
import { ANY } from '#domain/targets/target-in-force';
import { newRecordId } from '../../../platform/database/record-id.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { StructureChange, StructureDesk } from '../structure-desk.repository.ts';
import { readKeptServices } from '../services/services.queries.ts';
import { readKeptUnits } from '../units/units.queries.ts';
import { sessionDays } from './session-days.ts';

export interface SessionValues {
  readonly unit: string;
  readonly service: string | null;
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  readonly opens: number;
  readonly closes: number;
  readonly note: string | null;
}

/** More days than these are a mistake: three years of weeks. */
const MOST_DAYS = 160;

/** Adds the days of a session. Deadlines stay; the official time of cases served in it is counted anew. */
export async function insertSessions(desk: StructureDesk, wanted: SessionValues): Promise<StructureChange> {
  const { transaction, kabupatenCode } = desk;
  const { unit, opens, closes, note } = wanted;
  if (closes <= opens) throw new ProblemException(400, 'session-reversed');
  if (wanted.to !== null && wanted.to < wanted.from)
    throw new ProblemException(400, 'validity-reversed', { from: wanted.from, to: wanted.to });
  const days = sessionDays(wanted.from, wanted.to);
  if (days.length > MOST_DAYS) throw new ProblemException(400, 'session-too-many', { most: MOST_DAYS });
  if (!(await readKeptUnits(desk.read)).some(({ code }) => code === unit))
    throw new ProblemException(400, 'unit-unknown', { unit });
  const { service } = wanted;
  if (service !== null && !(await readKeptServices(desk.read)).some(({ code }) => code === service))
    throw new ProblemException(400, 'service-not-found', { service });
  await refuseOverlap(desk, wanted, days);
  await transaction('extra_sessions').insert(
    days.map((day) => ({
      kabupaten_code: kabupatenCode,
      id: newRecordId(),
      unit_code: unit,
      service_code: service ?? ANY,
      day,
      opens,
      closes,
      note,
    })),
  );
  await rederiveServed(desk, [unit], days);
  return {
    key: unit,
    days: days.length,
    event: {
      action: 'sessions-added',
      subject: `units/${unit}`,
      details: {
        unit,
        service,
        days: days.length,
        from: days[0],
        to: days.at(-1),
        hours: hours(opens, closes),
      },
    },
  };
}

/** Takes sessions away; those that are gone already are passed over. */
export async function deleteSessions(desk: StructureDesk, ids: readonly string[]): Promise<StructureChange> {
  const taken: { unit_code: string; day: IsoDate }[] = await desk
    .transaction('extra_sessions')
    .where({ kabupaten_code: desk.kabupatenCode })
    .whereIn('id', [...ids])
    .delete(['unit_code', 'day']);
  const units = [...new Set(taken.map((row) => row.unit_code))];
  const days = [...new Set(taken.map((row) => row.day))].toSorted();
  if (taken.length > 0) await rederiveServed(desk, units, days);
  return {
    key: '',
    days: taken.length,
    event: {
      action: 'sessions-removed',
      subject: 'sessions',
      details: { unit: units, days: taken.length, from: days[0] ?? null, to: days.at(-1) ?? null },
    },
  };
}

/** Two sessions of one service at the same time would count the time twice. */
async function refuseOverlap(
  { transaction, kabupatenCode }: StructureDesk,
  { unit, service, opens, closes }: SessionValues,
  days: readonly IsoDate[],
): Promise<void> {
  const found: { day: IsoDate; opens: number; closes: number }[] = await transaction('extra_sessions')
    .where({ kabupaten_code: kabupatenCode, unit_code: unit })
    .whereIn('day', [...days])
    .whereIn('service_code', service === null ? [ANY] : [service, ANY])
    .where('opens', '<', closes)
    .where('closes', '>', opens)
    .orderBy('day')
    .select('day', 'opens', 'closes');
  const [first] = found;
  if (first !== undefined)
    throw new ProblemException(409, 'session-overlaps', {
      day: first.day,
      hours: hours(first.opens, first.closes),
    });
}

/** Cases received or completed on these days: their official time depends on the sessions. */
async function rederiveServed(
  { transaction, sources, moves, kabupatenCode }: StructureDesk,
  units: readonly string[],
  days: readonly IsoDate[],
): Promise<void> {
  await sources.rederiveCases(
    transaction,
    moves,
    transaction.raw(
      `select unit_code, number from service_cases
        where kabupaten_code = :kabupaten and unit_code = any (:units::text[])
          and (received_on = any (:days::date[]) or completed_on = any (:days::date[]))`,
      { kabupaten: kabupatenCode, units: [...units], days: [...days] },
    ),
  );
}

function hours(opens: number, closes: number): string {
  return `${clock(opens)}–${clock(closes)}`;
}

function clock(second: number): string {
  const part = (value: number) => String(value).padStart(2, '0');
  return `${part(Math.floor(second / 3600))}.${part(Math.floor((second % 3600) / 60))}`;
}
