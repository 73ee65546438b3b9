import { CALENDAR_2026 } from './calendar-2026.testing.ts';
import type { LocalTime } from './calendar-definition.ts';
import { deadlineOf, type ServicePromise } from './deadline.ts';
import type { LocalPause } from './pauses.ts';
import { WorkingCalendar } from './working-calendar.ts';

const calendar = new WorkingCalendar(CALENDAR_2026);
const TWO_DAYS: ServicePromise = { unit: 'working-days', amount: 2 };
const TWO_HOURS: ServicePromise = { unit: 'working-hours', amount: 2 };

/** A day and time of November 2026: "13 08.10". */
function at(local: string): LocalTime {
  const [day = '', hour = 0, minute = 0] = local.split(/[ .]/);
  return { day: `2026-11-${day}`, second: Number(hour) * 3600 + Number(minute) * 60 };
}

function pause(from: string, to: string | null): LocalPause {
  return { from: at(from), to: to === null ? null : at(to), name: 'Blangko habis' };
}

/** "18 24.00", or "paused since 13 08.10". */
function dueOf(received: string, promise: ServicePromise, ...pauses: readonly LocalPause[]): string {
  const deadline = deadlineOf(calendar, at(received), promise, pauses);
  const { day, second } = deadline.day === null ? deadline.since : deadline;
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  const text = `${day.slice(8)} ${two(second / 3600)}.${two((second % 3600) / 60)}`;
  return deadline.day === null ? `paused since ${text}` : text;
}

// 12 November 2026 is a Thursday; no holiday falls in that month.
describe('a deadline in working days with pauses', () => {
  it('does not count the days from the one a pause begins on to the one before it ends', () => {
    const { day, steps } = deadlineOf(calendar, at('12 10.20'), TWO_DAYS, [pause('13 08.10', '17 09.30')]);
    expect(day).toBe('2026-11-18');
    expect(steps).toEqual([
      { day: '2026-11-12', kind: 'received', label: 'Diterima' },
      { day: '2026-11-13', kind: 'paused', label: 'Jeda: blangko habis' },
      { day: '2026-11-14', kind: 'weekend', label: 'Sabtu' },
      { day: '2026-11-15', kind: 'weekend', label: 'Minggu' },
      { day: '2026-11-16', kind: 'paused', label: 'Jeda: blangko habis' },
      { day: '2026-11-17', kind: 'counted', label: 'Hari kerja ke-1', number: 1 },
      { day: '2026-11-18', kind: 'counted', label: 'Hari kerja ke-2', number: 2 },
    ]);
  });

  it('takes a day away once, whichever pauses touch it', () => {
    // 13, and 16 and 17: day 1 is the 18th, day 2 the 19th.
    expect(dueOf('12 10.20', TWO_DAYS, pause('13 08.10', '16 10.00'), pause('16 14.00', '18 09.00'))).toBe(
      '19 24.00',
    );
  });

  it('is not moved by a pause within a day, over a weekend, or before receipt', () => {
    for (const given of [
      pause('13 09.00', '13 11.00'),
      pause('14 09.00', '16 09.00'),
      pause('12 11.00', '13 09.00'),
      pause('10 11.00', '12 09.00'),
    ]) {
      expect(dueOf('12 10.20', TWO_DAYS, given)).toBe('16 24.00');
    }
  });

  it('is moved by a second pause that begins only because of the first', () => {
    // Due on the 16th, on the 17th after a pause of one day; then 17 is taken away as well.
    expect(dueOf('12 10.20', TWO_DAYS, pause('13 08.10', '16 09.00'), pause('17 08.10', '18 09.00'))).toBe(
      '18 24.00',
    );
  });

  it('stands still while a pause runs that began before it, and not afterwards', () => {
    expect(dueOf('12 10.20', TWO_DAYS, pause('16 15.00', null))).toBe('paused since 16 15.00');
    expect(dueOf('12 10.20', TWO_DAYS, pause('17 08.00', null))).toBe('16 24.00');
    const standing = deadlineOf(calendar, at('12 10.20'), TWO_DAYS, [pause('13 15.00', null)]);
    expect(standing.steps.map(({ day, kind }) => `${day.slice(8)} ${kind}`)).toEqual([
      '12 received',
      '13 paused',
    ]);
  });
});

describe('a deadline in working hours with pauses', () => {
  it('is due when the promised time has passed outside them', () => {
    // Friday 15.30–15.45 ran; paused to Monday 08.30; 1 h 45 left: Monday 10.15.
    const deadline = deadlineOf(calendar, at('13 15.30'), TWO_HOURS, [pause('13 15.45', '16 08.30')]);
    expect(deadline).toEqual({
      day: '2026-11-16',
      second: 10.25 * 3600,
      endOfDay: false,
      steps: [
        { day: '2026-11-13', kind: 'received', label: 'Diterima', workingSeconds: 900 },
        { day: '2026-11-14', kind: 'weekend', label: 'Sabtu', workingSeconds: 0 },
        { day: '2026-11-15', kind: 'weekend', label: 'Minggu', workingSeconds: 0 },
        { day: '2026-11-16', kind: 'counted', label: 'Jam kerja dihitung', workingSeconds: 6300 },
      ],
    });
  });

  it('names days that were wholly paused', () => {
    const { steps } = deadlineOf(calendar, at('12 15.30'), TWO_HOURS, [pause('12 15.45', '16 08.30')]);
    expect(steps.map(({ day, kind, workingSeconds }) => [day.slice(8), kind, workingSeconds])).toEqual([
      ['12', 'received', 900],
      ['13', 'paused', 0],
      ['14', 'weekend', 0],
      ['15', 'weekend', 0],
      ['16', 'counted', 6300],
    ]);
  });

  it('is not moved by a pause that begins when it is due, or lies outside opening hours', () => {
    expect(dueOf('12 09.00', TWO_HOURS, pause('12 11.00', '12 12.00'))).toBe('12 11.00');
    expect(dueOf('12 09.00', TWO_HOURS, pause('12 10.59', '12 12.00'))).toBe('12 12.01');
    expect(dueOf('13 15.30', TWO_HOURS, pause('13 16.00', '16 08.00'))).toBe('16 09.30');
  });

  it('stands still while a pause runs that began before it, and not afterwards', () => {
    expect(dueOf('12 09.00', TWO_HOURS, pause('12 10.00', null))).toBe('paused since 12 10.00');
    expect(dueOf('12 09.00', TWO_HOURS, pause('12 11.00', null))).toBe('12 11.00');
  });
});
