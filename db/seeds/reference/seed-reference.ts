/** Reference data that all kabupaten share: areas, instruments of the survey, national holidays. */
import { getDistricts, getProvinces, getRegencies } from 'idn-area-data';
import type { Knex } from 'knex';
import { lockDataVersion, setKabupatenSql } from '../../../server/platform/database/scoped.ts';
import {
  readNationalHolidays,
  rebuildCalendars,
} from '../../../server/platform/kabupaten/calendar-days.repository.ts';
import { HOLIDAYS } from './data/holidays.ts';
import { IKM_INSTRUMENT_SEEDS } from './data/ikm-instruments.ts';

/** How many rows were added, changed or removed; all 0 at every start but the first of a version. */
export interface ReferenceChanges {
  readonly areas: number;
  readonly instruments: number;
  readonly holidays: number;
}

/** Moves the deadlines of open cases and complaints of a kabupaten to the present version of these calendars. */
export type MoveDeadlines = (
  transaction: Knex.Transaction,
  kabupaten: { readonly kabupatenCode: string; readonly timeZone: string },
  calendarCodes: readonly string[],
) => Promise<unknown>;

/** Any number, the same for ever: two starts at once seed one after the other. */
const ADVISORY_LOCK = 7_250_317;

/**
 * Brings the reference data of this version into the database: what is new is added, what differs is updated, and
 * nothing is written when nothing changed. When holidays changed, the calendars of all kabupaten get a new version.
 *
 * @param owner a pool of the owner's role
 * @param moveDeadlines moves what is still open to the new versions; not needed where there are no records yet
 */
export async function seedReference(owner: Knex, moveDeadlines?: MoveDeadlines): Promise<ReferenceChanges> {
  return owner.transaction(async (transaction) => {
    await transaction.raw('select pg_advisory_xact_lock(?)', [ADVISORY_LOCK]);
    const areas = await seedAreas(transaction);
    const instruments = await seedInstruments(transaction);
    const holidays = await seedHolidays(transaction);
    if (holidays > 0) await rebuildAllCalendars(transaction, moveDeadlines);
    return { areas, instruments, holidays };
  });
}

interface AreaRow {
  readonly code: string;
  readonly name: string;
  readonly level: 'provinsi' | 'kabupaten' | 'kecamatan';
  readonly parent: string | null;
}

async function readAreas(): Promise<AreaRow[]> {
  const options = { transform: true } as const;
  const [provinces, regencies, districts] = await Promise.all([
    getProvinces(),
    getRegencies(options),
    getDistricts(options),
  ]);
  return [
    ...provinces.map(({ code, name }): AreaRow => ({ code, name, level: 'provinsi', parent: null })),
    ...regencies.map(({ code, name, provinceCode }): AreaRow => ({
      code,
      name,
      level: 'kabupaten',
      parent: provinceCode,
    })),
    ...districts.map(({ code, name, regencyCode }): AreaRow => ({
      code,
      name,
      level: 'kecamatan',
      parent: regencyCode,
    })),
  ];
}

async function seedAreas(transaction: Knex.Transaction): Promise<number> {
  const areas = await readAreas();
  const result: { rowCount: number } = await transaction.raw(
    `insert into areas as present (code, name, level, parent_code)
     select * from json_to_recordset(?::json) as given (code text, name text, level text, parent text)
     on conflict (code) do update set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code
      where (present.name, present.level, present.parent_code)
            is distinct from (excluded.name, excluded.level, excluded.parent_code)`,
    [JSON.stringify(areas)],
  );
  return result.rowCount;
}

async function seedInstruments(transaction: Knex.Transaction): Promise<number> {
  const result: { rowCount: number } = await transaction.raw(
    `insert into ikm_instruments as present (code, name, unsur_count, valid_from, legal_basis)
     select * from unnest(?::text[], ?::text[], ?::smallint[], ?::date[], ?::text[])
     on conflict (code) do update set name = excluded.name, unsur_count = excluded.unsur_count,
            valid_from = excluded.valid_from, legal_basis = excluded.legal_basis
      where (present.name, present.unsur_count, present.valid_from, present.legal_basis)
            is distinct from (excluded.name, excluded.unsur_count, excluded.valid_from, excluded.legal_basis)`,
    [
      IKM_INSTRUMENT_SEEDS.map((instrument) => instrument.id),
      IKM_INSTRUMENT_SEEDS.map((instrument) => instrument.name),
      IKM_INSTRUMENT_SEEDS.map((instrument) => instrument.unsur.length),
      IKM_INSTRUMENT_SEEDS.map((instrument) => instrument.validFrom),
      IKM_INSTRUMENT_SEEDS.map((instrument) => instrument.legalBasis),
    ],
  );
  return result.rowCount;
}

async function seedHolidays(transaction: Knex.Transaction): Promise<number> {
  const days = HOLIDAYS.map(({ day }) => day);
  const written: { rowCount: number } = await transaction.raw(
    `insert into national_holidays as present (day, kind, name, legal_basis, confirmed)
     select * from unnest(?::date[], ?::text[], ?::text[], ?::text[], ?::boolean[])
     on conflict (day) do update set kind = excluded.kind, name = excluded.name, legal_basis = excluded.legal_basis,
            confirmed = excluded.confirmed
      where (present.kind, present.name, present.legal_basis, present.confirmed)
            is distinct from (excluded.kind, excluded.name, excluded.legal_basis, excluded.confirmed)`,
    [
      days,
      HOLIDAYS.map(({ kind }) => (kind === 'national' ? 'holiday' : kind)),
      HOLIDAYS.map(({ name }) => name),
      HOLIDAYS.map(({ legalBasis }) => legalBasis),
      HOLIDAYS.map(({ check }) => !check),
    ],
  );
  // An unconfirmed day of a year this version knows was the forecast of an earlier version that did not come true.
  const removed: { rowCount: number } = await transaction.raw(
    `delete from national_holidays
      where not confirmed and day <> all (?::date[]) and extract(year from day)::integer = any (?::integer[])`,
    [days, [...new Set(days.map((day) => Number(day.slice(0, 4))))]],
  );
  return written.rowCount + removed.rowCount;
}

async function rebuildAllCalendars(
  transaction: Knex.Transaction,
  moveDeadlines: MoveDeadlines | undefined,
): Promise<void> {
  const holidays = await readNationalHolidays(transaction);
  const all = (await transaction('kabupaten').select('code', 'time_zone').orderBy('code')) as {
    code: string;
    time_zone: string;
  }[];
  for (const { code, time_zone: timeZone } of all) {
    await transaction.raw(setKabupatenSql(code));
    await lockDataVersion(transaction, code);
    const calendars = await rebuildCalendars(transaction, code, holidays, HOLIDAYS_CHANGED);
    await moveDeadlines?.(transaction, { kabupatenCode: code, timeZone }, calendars);
    await transaction.raw(
      `update data_versions
          set version = version + 1, structure_version = structure_version + 1, committed_at = greatest(now(), committed_at)
        where kabupaten_code = ?`,
      [code],
    );
  }
}

/** Why calendars have a new version, for those who look at their versions. */
const HOLIDAYS_CHANGED = 'Daftar hari libur nasional dan cuti bersama diperbarui';
