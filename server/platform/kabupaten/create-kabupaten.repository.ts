import type { Knex } from 'knex';
import { isTimeZone } from '#domain/civil-time/zone-clock';
import { CODE_PATTERN } from '#domain/scope';
import { ROLLUPS_VERSION } from '../database/rollups/rollups-version.ts';
import { setKabupatenSql } from '../database/scoped.ts';
import { rebuildUnitSpans } from '../database/unit-spans.repository.ts';
import { errorCode, OperatorError } from '../operator-error.ts';
import { insertCalendar, readNationalHolidays, STARTER_CALENDARS } from './calendar-days.repository.ts';
import type { StarterSet } from './starter-set.ts';

export interface NewKabupaten {
  /** Kemendagri code (`64.02`), or any other code for a kabupaten outside that list. */
  readonly code: string;
  readonly name: string;
  /** IANA zone, for instance `Asia/Makassar` (WITA). */
  readonly timeZone: string;
  /** Marks the kabupaten and all it starts with as demo data. */
  readonly demo: boolean;
}

export interface CreatedKabupaten {
  /** Number of kecamatan created; 0 for a code that is not one of Kemendagri's. */
  readonly kecamatanCount: number;
}

const UNIQUE_VIOLATION = '23505';

/**
 * Creates a kabupaten with everything it needs to receive data: calendars, units, channels, services with standards.
 * All or nothing; works as the application's role.
 *
 * @param database a pool of the application's or the owner's role
 * @param starter channels and services to begin with
 * @param inTransaction further work that belongs to it, such as its entry in the audit trail; done last
 * @throws OperatorError when code, name or zone cannot be used, or the kabupaten exists already
 */
export async function createKabupaten(
  database: Knex,
  kabupaten: NewKabupaten,
  starter: StarterSet,
  inTransaction?: (transaction: Knex.Transaction) => Promise<void>,
): Promise<CreatedKabupaten> {
  const { code, timeZone, demo } = kabupaten;
  const name = kabupaten.name.trim();
  if (!CODE_PATTERN.test(code)) {
    throw new OperatorError(
      `Kode kabupaten "${code}" tidak dapat dipakai: gunakan kode Kemendagri seperti 64.02, atau huruf, angka, titik, garis bawah, dan tanda hubung (paling panjang 64).`,
    );
  }
  if (name === '') throw new OperatorError('Nama kabupaten tidak boleh kosong.');
  if (!isTimeZone(timeZone)) {
    throw new OperatorError(
      `Zona waktu "${timeZone}" tidak dikenal: gunakan nama IANA, misalnya Asia/Jakarta (WIB), Asia/Makassar (WITA), atau Asia/Jayapura (WIT).`,
    );
  }
  try {
    return await database.transaction(async (transaction) => {
      await transaction.raw(setKabupatenSql(code));
      await transaction('kabupaten').insert({ code, name, time_zone: timeZone, demo });
      await insertVersion(transaction, code);
      const holidays = await readNationalHolidays(transaction);
      for (const calendar of STARTER_CALENDARS) await insertCalendar(transaction, code, calendar, holidays);
      const kecamatanCount = await insertUnits(transaction, { code, name, demo });
      await insertChannels(transaction, code, demo, starter);
      await insertServices(transaction, code, demo, starter);
      await insertComplaintDeadlines(transaction, code, starter);
      await rebuildUnitSpans(transaction, code);
      await refreshStatistics(transaction);
      await inTransaction?.(transaction);
      return { kecamatanCount };
    });
  } catch (error) {
    // Only the row of the kabupaten itself can be there already: nobody else writes under a code that is new.
    if (errorCode(error) === UNIQUE_VIOLATION) {
      throw new OperatorError(`Kabupaten dengan kode ${code} sudah ada.`, { cause: error });
    }
    throw error;
  }
}

/** The first file may come within seconds: the planner must know the calendar's thousands of rows by then. */
async function refreshStatistics(transaction: Knex.Transaction): Promise<void> {
  // Statistics are of whole tables, whatever the kabupaten_code of their rows.
  for (const table of ['calendar_days', 'units', 'unit_spans', 'services', 'service_standards']) {
    await transaction.raw('select refresh_statistics(?)', [table]);
  }
}

async function insertVersion(transaction: Knex.Transaction, code: string): Promise<void> {
  await transaction.raw(
    `insert into data_versions (kabupaten_code, version, structure_version, committed_at, rollups_version)
     values (?, 1, 1, now(), ?)`,
    [code, ROLLUPS_VERSION],
  );
}

async function insertUnits(
  transaction: Knex.Transaction,
  { code, name, demo }: Pick<NewKabupaten, 'code' | 'name' | 'demo'>,
): Promise<number> {
  await transaction('units').insert({ kabupaten_code: code, code, name, kind: 'kabupaten', demo });
  const inserted: { rowCount: number } = await transaction.raw(
    `insert into units (kabupaten_code, code, name, kind, parent_code, position, demo)
     select ?::text, code, name, 'kecamatan', parent_code, row_number() over (order by code), ?::boolean
       from areas where level = 'kecamatan' and parent_code = ?`,
    [code, demo, code],
  );
  return inserted.rowCount;
}

async function insertChannels(
  transaction: Knex.Transaction,
  code: string,
  demo: boolean,
  { channels }: StarterSet,
): Promise<void> {
  await transaction.raw(
    `insert into channels (kabupaten_code, code, name, demo)
     select ?::text, code, name, ?::boolean from unnest(?::text[], ?::text[]) as given (code, name)`,
    [code, demo, channels.map((channel) => channel.code), channels.map((channel) => channel.name)],
  );
}

async function insertServices(
  transaction: Knex.Transaction,
  code: string,
  demo: boolean,
  { services }: StarterSet,
): Promise<void> {
  await transaction.raw(
    `insert into services (kabupaten_code, code, name, demo)
     select ?::text, code, name, ?::boolean from unnest(?::text[], ?::text[]) as given (code, name)`,
    [code, demo, services.map((service) => service.code), services.map((service) => service.name)],
  );
  const standards = services.flatMap((service) =>
    service.promise === null
      ? []
      : [
          {
            service_code: service.code,
            valid_from: service.validFrom,
            promise_unit: service.promise.unit,
            promise_amount: service.promise.amount,
            fee: service.fee,
            legal_basis: service.legalBasis,
            confirmed: service.confirmed,
          },
        ],
  );
  await transaction.raw(
    `insert into service_standards (kabupaten_code, demo, service_code, valid_from, promise_unit, promise_amount, fee,
                                    legal_basis, confirmed)
     select ?::text, ?::boolean, *
       from json_to_recordset(?::json) as given (service_code text, valid_from date, promise_unit text,
            promise_amount numeric, fee numeric, legal_basis text, confirmed boolean)`,
    [code, demo, JSON.stringify(standards)],
  );
}

async function insertComplaintDeadlines(
  transaction: Knex.Transaction,
  code: string,
  { complaintDeadlines }: StarterSet,
): Promise<void> {
  if (complaintDeadlines.length === 0) return;
  await transaction('complaint_deadlines').insert(
    complaintDeadlines.map((deadline) => ({
      kabupaten_code: code,
      class: deadline.class,
      working_days: deadline.workingDays,
      legal_basis: deadline.legalBasis,
    })),
  );
}
