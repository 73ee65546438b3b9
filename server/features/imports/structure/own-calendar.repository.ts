import type { Knex } from 'knex';

/**
 * Gives a unit that shares its calendar one of its own, the same until it is changed. It has all earlier versions too,
 * under their numbers: verdicts name the version they were given by.
 *
 * @returns code of the unit's calendar
 */
export async function giveOwnCalendar(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  unitCode: string,
): Promise<string> {
  const bindings = {
    kabupaten: kabupatenCode,
    unit: unitCode,
    code: await freeCode(transaction, kabupatenCode, unitCode),
  };
  for (const sql of [
    `insert into calendars (kabupaten_code, code, name, version, definition)
     select :kabupaten, :code, c.name || ' – ' || u.name, c.version, c.definition
       from units u join calendars c on c.kabupaten_code = :kabupaten and c.code = u.calendar_code
      where u.kabupaten_code = :kabupaten and u.code = :unit`,
    `insert into calendar_versions (kabupaten_code, calendar_code, version, made_at, reason)
     select :kabupaten, :code, v.version, v.made_at, v.reason
       from units u join calendar_versions v on v.kabupaten_code = :kabupaten and v.calendar_code = u.calendar_code
      where u.kabupaten_code = :kabupaten and u.code = :unit`,
    `insert into calendar_days (kabupaten_code, calendar_code, version, day, is_working, working_day_number,
                                working_seconds_before, working_seconds, opens, reason)
     select :kabupaten, :code, d.version, d.day, d.is_working, d.working_day_number,
            d.working_seconds_before, d.working_seconds, d.opens, d.reason
       from units u join calendar_days d on d.kabupaten_code = :kabupaten and d.calendar_code = u.calendar_code
      where u.kabupaten_code = :kabupaten and u.code = :unit`,
    'update units set calendar_code = :code where kabupaten_code = :kabupaten and code = :unit',
  ])
    await transaction.raw(sql, bindings);
  return bindings.code;
}

async function freeCode(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  unitCode: string,
): Promise<string> {
  const taken = new Set<string>(
    await transaction('calendars').where({ kabupaten_code: kabupatenCode }).pluck('code'),
  );
  let code = unitCode;
  for (let number = 2; taken.has(code); number += 1) code = `${unitCode}-${number}`;
  return code;
}
