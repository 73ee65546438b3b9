/** The calendar of the worked examples: Monday to Friday 08.00–16.00, holidays of 2026. */
import { defaultOpeningHours } from './calendar-definition.ts';
import type { CalendarDefinition, ClosedDay, ClosureKind } from './calendar-definition.ts';

// SKB Menteri Agama, Menteri Ketenagakerjaan, Menteri PANRB 1497/2025, 2/2025, 5/2025.
const NATIONAL_2026 =
  '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25';
const JOINT_LEAVE_2026 = '02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24';

export const CALENDAR_2026: CalendarDefinition = {
  from: '2026-01-01',
  to: '2026-12-31',
  openingHours: defaultOpeningHours('2026-01-01'),
  closedDays: [...closed(NATIONAL_2026, 'national'), ...closed(JOINT_LEAVE_2026, 'joint-leave')],
};

function closed(days: string, kind: ClosureKind): ClosedDay[] {
  return days.split(' ').map((day) => ({ day: `2026-${day}`, kind, name: `${kind} ${day}` }));
}
