/** The rows of the demo on one day, made once for the specs about them. */
import { WorkingCalendar } from '#domain/calendar/working-calendar';
import { defaultOpeningHours } from '#domain/calendar/calendar-definition';
import { HOLIDAYS } from '../reference/data/holidays.ts';
import { DEMO_KABUPATEN, DEMO_SEED, demoRows, type DemoKabupaten } from './demo-kabupaten.ts';

export const TODAY = '2026-11-21';
export const [KUKAR, BEKASI] = DEMO_KABUPATEN as [DemoKabupaten, DemoKabupaten, DemoKabupaten];
export const settings = { seed: DEMO_SEED, today: TODAY };

export const cases = [...demoRows(KUKAR, 'service-cases', settings)];
export const complaints = [...demoRows(KUKAR, 'complaints', settings)];
export const responses = [...demoRows(KUKAR, 'survey-responses', settings)];
export const pauses = [...demoRows(KUKAR, 'pauses', settings)];
export const steps = [...demoRows(KUKAR, 'case-steps', settings)];

/** Mon–Fri 08.00–16.00, made here and not by the code under test. */
export const office = new WorkingCalendar({
  from: '2024-01-01',
  to: '2027-12-31',
  openingHours: defaultOpeningHours('2024-01-01'),
  closedDays: HOLIDAYS,
});

export const local = (instant: string) => ({
  day: instant.slice(0, 10),
  second:
    Number(instant.slice(11, 13)) * 3600 + Number(instant.slice(14, 16)) * 60 + Number(instant.slice(17, 19)),
});

/** By unit and number of the case: no case has more than one. */
export const pausesByCase = new Map(pauses.map((pause) => [`${pause.unit} ${pause.number}`, pause]));

export function shareOf<T>(rows: readonly T[], holds: (row: T) => boolean): number {
  return rows.filter(holds).length / rows.length;
}
