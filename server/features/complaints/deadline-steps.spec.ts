import { CALENDAR_2026 } from '#domain/calendar/calendar-2026.testing';
import { calendarRows } from '#domain/calendar/calendar-rows';
import { deadlineOf } from '#domain/calendar/deadline';
import { WorkingCalendar } from '#domain/calendar/working-calendar';
import { addDays } from '#domain/period/civil-date';
import { deadlineSteps, type CalendarDay } from './deadline-steps.ts';

const calendar = new WorkingCalendar(CALENDAR_2026);
/** The year as it is stored. */
const STORED: readonly CalendarDay[] = calendarRows(calendar).map((row) => ({
  day: row.day,
  is_working: row.isWorking,
  reason: row.label,
  kind: nationalKind(row.day),
}));

function nationalKind(day: string): CalendarDay['kind'] {
  const closure = CALENDAR_2026.closedDays.find((each) => each.day === day);
  if (closure === undefined || closure.kind === 'local') return null;
  return closure.kind === 'national' ? 'holiday' : closure.kind;
}

describe('the days that lead to the deadline of a complaint', () => {
  it('are those of the worked example', () => {
    // Received on Tuesday 17 March 2026, 3 working days (counted on a wall calendar with SKB 1497/2025).
    const days = STORED.filter(({ day }) => day >= '2026-03-17' && day <= '2026-03-27');
    expect(deadlineSteps(days).map(({ kind, number }) => `${kind}${number ?? ''}`)).toEqual([
      'received',
      'joint-leave',
      'holiday',
      'joint-leave',
      'weekend',
      'weekend',
      'joint-leave',
      'joint-leave',
      'counted1',
      'counted2',
      'counted3',
    ]);
  });

  it('are told as the calendar itself tells them, whatever the day of receipt', () => {
    for (let day = '2026-01-01'; day < '2026-09-30'; day = addDays(day, 1)) {
      const deadline = deadlineOf(calendar, { day, second: 36_000 }, { unit: 'working-days', amount: 14 });
      const days = STORED.filter((each) => each.day >= day && each.day <= deadline.day);
      expect(deadlineSteps(days))
        .withContext(day)
        .toEqual([...deadline.steps]);
    }
  });
});
