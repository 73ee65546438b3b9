import type { Knex } from 'knex';
import type {
  DatasetLoader,
  LoadContext,
  LoadCounts,
  NameLookups,
  RowFault,
  RowReader,
} from '../../../platform/database/dataset-loader.ts';
import {
  changeCalendar,
  readNationalHolidays,
  type CalendarSettings,
} from '../../../platform/kabupaten/calendar-days.repository.ts';
import { normaliseName } from '../recognition/names.ts';
import { applyDay, type CalendarDay } from './calendar-day.ts';
import { giveOwnCalendar } from './own-calendar.repository.ts';

/** Moves the deadlines of open cases and complaints to the present version of these calendars. */
export type MoveOpenDeadlines = (
  transaction: Knex.Transaction,
  context: LoadContext,
  calendarCodes: readonly string[],
) => Promise<unknown>;

/**
 * Local closures and special working days: each file makes one new version of every calendar it changes, and moves what is
 * open. Nothing is taken away by a file that does not name it; a closure is lifted by the same day as a working day.
 */
export function calendarLoader(moveDeadlines: MoveOpenDeadlines): DatasetLoader {
  return {
    dataset: 'calendar',
    columns: [
      { name: 'day', type: 'date' },
      { name: 'kind', type: 'text' },
      { name: 'note', type: 'text' },
      { name: 'unit_code', type: 'text' },
      { name: 'calendar', type: 'text' },
      { name: 'opens', type: 'integer' },
      { name: 'closes', type: 'integer' },
    ],
    key: ['day', 'unit_code', 'calendar'],
    keyColumn: 'tanggal',
    stage: stageDay,
    refuse: async (transaction, context) => (await decide(transaction, context)).faults,
    load: (transaction, context) => loadDays(transaction, context, moveDeadlines),
  };
}

function stageDay(row: RowReader, names: NameLookups) {
  const faults: RowFault[] = [];
  const [unit, calendar] = [row.text('unit'), row.text('calendar')];
  let unitCode = '';
  if (unit !== null) {
    const found = names.unit(unit);
    if (typeof found === 'string') unitCode = found;
    else faults.push(found);
  }
  if (unit !== null && calendar !== null)
    faults.push({
      column: 'kalender',
      code: 'unit-and-calendar',
      message: 'unit dan kalender sama-sama terisi; isi salah satu saja.',
    });
  const [opens, closes] = [row.number('from'), row.number('to')];
  if ((opens === null) !== (closes === null) || (opens !== null && closes !== null && closes <= opens))
    faults.push({
      column: 'sampai',
      code: 'hours-invalid',
      message: 'mulai dan sampai diisi keduanya, dan sampai sesudah mulai.',
    });
  if (faults.length > 0) return faults;
  return [
    row.text('date'),
    row.text('kind'),
    row.text('note'),
    unitCode,
    normaliseName(calendar ?? ''),
    opens,
    closes,
  ];
}

interface StagedDay extends CalendarDay {
  readonly row_number: number;
  readonly unit_code: string;
  readonly calendar: string;
}

/** What a file makes of the calendars. */
interface Decision {
  /** By calendar, or by `unit:` and the unit that needs a calendar of its own. */
  readonly settings: ReadonlyMap<
    string,
    { readonly settings: CalendarSettings; readonly reasons: readonly string[] }
  >;
  /** Rows that were staged, and of these the ones that change something or are new. */
  readonly rows: number;
  readonly inserted: number;
  readonly updated: number;
  readonly faults: ReadonlyMap<number, RowFault>;
}

/** Reads what is staged, and takes the rows that cannot be out of the stage. */
async function decide(transaction: Knex.Transaction, context: LoadContext): Promise<Decision> {
  const { kabupatenCode } = context;
  const staged: { rows: StagedDay[] } = await transaction.raw(
    'select row_number, day, kind, note, unit_code, calendar, opens, closes from stage_rows order by row_number',
  );
  const calendars = (await transaction('calendars')
    .select('code', 'name', 'definition')
    .where({ kabupaten_code: kabupatenCode })
    .orderBy('code')) as { code: string; name: string; definition: CalendarSettings }[];
  const units = (await transaction('units')
    .select('code', 'calendar_code')
    .where({ kabupaten_code: kabupatenCode })) as { code: string; calendar_code: string }[];
  const holidays = new Map((await readNationalHolidays(transaction)).map(({ day, name }) => [day, name]));

  /** Where a row's day goes: calendars by code, or one that a unit is going to be given. */
  const placesOf = ({ unit_code: unit, calendar }: StagedDay): { place: string; from: string }[] => {
    if (calendar !== '') {
      const found = calendars.find(({ code, name }) =>
        [code, name].some((each) => normaliseName(each) === calendar),
      );
      return found ? [{ place: found.code, from: found.code }] : [];
    }
    if (unit === '' || unit === kabupatenCode)
      return calendars
        .filter(({ definition }) => definition.nationalHolidays)
        .map(({ code }) => ({ place: code, from: code }));
    const from = units.find(({ code }) => code === unit)?.calendar_code ?? '';
    const shared = units.some(({ code, calendar_code }) => code !== unit && calendar_code === from);
    return [{ place: shared ? `${OF_UNIT}${unit}` : from, from }];
  };

  const settings = new Map<string, { settings: CalendarSettings; reasons: string[] }>();
  const faults = new Map<number, RowFault>();
  let [inserted, updated] = [0, 0];
  // What is for all comes first, so that a calendar a unit is given has it too.
  const ordered = staged.rows.toSorted((a, b) => Number(isForUnit(a)) - Number(isForUnit(b)));
  for (const row of ordered) {
    const places = placesOf(row);
    if (places.length === 0) {
      faults.set(row.row_number, {
        column: 'kalender',
        code: 'calendar-unknown',
        message: `kalender tidak dikenal; yang ada: ${calendars.map(({ code, name }) => `${code} (${name})`).join(', ')}.`,
      });
      continue;
    }
    const effects = places.map(({ place, from }) => {
      const present =
        settings.get(place)?.settings ??
        settings.get(from)?.settings ??
        calendars.find(({ code }) => code === from)?.definition;
      return { place, effect: present ? applyDay(present, row, holidays) : ('unknown' as const) };
    });
    const fault = effects.find(({ effect }) => typeof effect === 'object' && 'fault' in effect)?.effect;
    if (typeof fault === 'object' && 'fault' in fault) {
      faults.set(row.row_number, fault.fault);
      continue;
    }
    let change: 'inserted' | 'updated' | null = null;
    for (const { place, effect } of effects) {
      if (typeof effect !== 'object' || 'fault' in effect) continue;
      change = effect.isNew ? 'inserted' : (change ?? 'updated');
      const reasons = settings.get(place)?.reasons ?? [];
      settings.set(place, { settings: effect.settings, reasons: [...reasons, effect.reason] });
    }
    if (change === 'inserted') inserted += 1;
    if (change === 'updated') updated += 1;
  }
  if (faults.size > 0)
    await transaction.raw('delete from stage_rows where row_number = any(?)', [[...faults.keys()]]);
  return { settings, rows: staged.rows.length - faults.size, inserted, updated, faults };
}

/** Before the code of a unit that needs a calendar of its own. */
const OF_UNIT = 'unit:';

function isForUnit({ unit_code: unit }: StagedDay): boolean {
  return unit !== '';
}

async function loadDays(
  transaction: Knex.Transaction,
  context: LoadContext,
  moveDeadlines: MoveOpenDeadlines,
): Promise<LoadCounts> {
  const { kabupatenCode } = context;
  const { settings, rows, inserted, updated } = await decide(transaction, context);
  const changed: string[] = [];
  for (const [place, change] of settings) {
    const code = place.startsWith(OF_UNIT)
      ? await giveOwnCalendar(transaction, kabupatenCode, place.slice(OF_UNIT.length))
      : place;
    await changeCalendar(transaction, kabupatenCode, {
      code,
      settings: change.settings,
      reason: reasonOf(change.reasons),
    });
    changed.push(code);
  }
  if (changed.length > 0) {
    await transaction.raw('select refresh_statistics(?)', ['calendar_days']);
    await moveDeadlines(transaction, context, changed);
  }
  return {
    inserted,
    updated,
    unchanged: rows - inserted - updated,
    structureChanged: changed.length > 0,
  };
}

const TOLD_REASONS = 3;

function reasonOf(reasons: readonly string[]): string {
  const told = reasons.slice(0, TOLD_REASONS).join('; ');
  return reasons.length > TOLD_REASONS ? `${told}; dan ${reasons.length - TOLD_REASONS} hari lain` : told;
}
