import type { Knex } from 'knex';
import {
  foundCode,
  type DatasetLoader,
  type LoadContext,
  type LoadCounts,
  type NameLookups,
  type RowFault,
  type RowReader,
} from '../../platform/database/dataset-loader.ts';
import { countStaged } from '../../platform/database/staged-count.repository.ts';
import { rederiveCases } from './derive-cases.repository.ts';

/** Stands for every service of the unit. */
const EVERY_SERVICE = '*';

/** Sessions outside opening hours: cases received or completed in them are derived again. */
export const sessionLoader: DatasetLoader = {
  dataset: 'extra-sessions',
  columns: [
    { name: 'unit_code', type: 'text' },
    { name: 'service_code', type: 'text' },
    { name: 'day', type: 'date' },
    { name: 'opens', type: 'integer' },
    { name: 'closes', type: 'integer' },
    { name: 'note', type: 'text' },
  ],
  key: ['unit_code', 'service_code', 'day', 'opens'],
  keyColumn: 'tanggal',
  stage: stageSession,
  load: loadSessions,
};

function stageSession(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const unit = foundCode(names.unit(row.text('unit') ?? ''), faults);
  const service = row.text('service');
  const serviceCode = service === null ? EVERY_SERVICE : foundCode(names.service(service), faults);
  const [opens, closes] = [row.number('from') ?? 0, row.number('to') ?? 0];
  if (closes <= opens)
    faults.push({
      column: 'sampai',
      code: 'session-without-length',
      message: 'sampai harus sesudah mulai; sesi lewat tengah malam ditulis sebagai dua sesi.',
    });
  if (faults.length > 0) return faults;
  return [unit, serviceCode, row.text('date'), opens, closes, row.text('note')];
}

async function loadSessions(transaction: Knex.Transaction, context: LoadContext): Promise<LoadCounts> {
  const note = context.presentFields.has('note') ? 'excluded.note' : 'x.note';
  const written: { rows: { inserted: boolean; unit_code: string; service_code: string; day: string }[] } =
    await transaction.raw(
      `insert into extra_sessions as x (kabupaten_code, id, unit_code, service_code, day, opens, closes, note, demo)
       select :kabupaten, s.id, s.unit_code, s.service_code, s.day, s.opens, s.closes, s.note, k.demo
         from stage_rows s join kabupaten k on k.code = :kabupaten
       on conflict (kabupaten_code, unit_code, service_code, day, opens) do update
          set closes = excluded.closes, note = ${note}
        where (x.closes, x.note) is distinct from (excluded.closes, ${note})
       returning (xmax = 0) as inserted, unit_code, service_code, day`,
      { kabupaten: context.kabupatenCode },
    );
  const counts = await countStaged(transaction, written.rows);
  if (written.rows.length > 0) {
    await rederiveCases(
      transaction,
      context,
      transaction.raw(CASES_IN_SESSIONS, {
        kabupaten: context.kabupatenCode,
        sessions: JSON.stringify(
          written.rows.map(({ unit_code, service_code, day }) => ({ unit_code, service_code, day })),
        ),
      }),
    );
  }
  return { ...counts, structureChanged: false };
}

/** A session that lasts to midnight ends on the next day. */
const CASES_IN_SESSIONS = `
  with held as (
    select distinct s.unit_code, s.service_code, s.day + later.days as day
      from jsonb_to_recordset(:sessions::jsonb) as s (unit_code text, service_code text, day date)
     cross join (values (0), (1)) as later (days)
  )
  select f.unit_code, f.number from held h
    join service_cases f on f.kabupaten_code = :kabupaten and f.unit_code = h.unit_code and f.received_on = h.day
     and h.service_code in ('*', f.service_code)
   union
  select f.unit_code, f.number from held h
    join service_cases f on f.kabupaten_code = :kabupaten and f.unit_code = h.unit_code and f.completed_on = h.day
     and h.service_code in ('*', f.service_code)`;
