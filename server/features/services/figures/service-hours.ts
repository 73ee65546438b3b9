import type { Language } from '#contract/messages';
import type { ServiceHours } from '#contract/service-figures';
import { readOpenWeekdays, readSessionWeekdays } from './service-hours.queries.ts';
import { frameOf, type SelectedServices } from './selected-services.ts';

const HOUR = 3_600;
const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  id: ['', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

/** When the counter of a unit is open in a period, and when the units in it held extra sessions. */
export async function serviceHoursOf(selected: SelectedServices, language: Language): Promise<ServiceHours> {
  const { transaction, structure, selection } = selected;
  const { unit, service, period } = selection;
  const open = await readOpenWeekdays(transaction, unit.code, period);
  const units = structure.units.subtreeCodes(unit.code);
  const sessions = await readSessionWeekdays(transaction, units, service, period);
  return {
    ...frameOf(selected),
    opens: ascending(
      open.flatMap(({ weekday, opens }) =>
        opens.flatMap((from, index) =>
          index % 2 === 0 ? slotsOf(weekday, from, opens[index + 1] ?? from) : [],
        ),
      ),
    ),
    sessions: ascending(sessions.flatMap(({ weekday, opens, closes }) => slotsOf(weekday, opens, closes))),
    sessionNames: sessions.map(
      ({ weekday, opens, closes }) =>
        `${WEEKDAYS[language][weekday] ?? ''} ${timeOf(opens, language)}–${timeOf(closes, language)}`,
    ),
  };
}

/** The hours of a weekday that from … to (exclusive, seconds of the day) reaches into. */
function slotsOf(weekday: number, from: number, to: number): number[] {
  const first = Math.floor(from / HOUR);
  const end = Math.ceil(to / HOUR);
  return Array.from({ length: Math.max(end - first, 0) }, (_, index) => weekday * 24 + first + index);
}

function ascending(slots: readonly number[]): number[] {
  return [...new Set(slots)].toSorted((a, b) => a - b);
}

function timeOf(second: number, language: Language): string {
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${two(second / HOUR)}${language === 'en' ? ':' : '.'}${two((second % HOUR) / 60)}`;
}
