import { zoneClock } from '../civil-time/zone-clock.ts';
import { CALENDAR_2026 } from './calendar-2026.testing.ts';
import { caseClock, sessionsOf, type CaseFacts } from './case-clock.ts';
import { WorkingCalendar } from './working-calendar.ts';

const calendar = new WorkingCalendar(CALENDAR_2026);
const makassar = zoneClock('Asia/Makassar');
const HOUR = 3600;

/** A day and time of November 2026 in WITA: "13 08.10". */
function at(local: string): number {
  const [day = '', time = ''] = local.split(' ');
  return Date.parse(`2026-11-${day}T${time.replace('.', ':')}:00+08:00`);
}

type Span = readonly [from: string, to: string];

function facts(
  received: string,
  completed: string | null,
  pauses: readonly Span[] = [],
  sessions: readonly Span[] = [],
): CaseFacts {
  return {
    receivedAt: at(received),
    completedAt: completed === null ? null : at(completed),
    pauses: pauses.map(([from, to]) => ({ startedAt: at(from), endedAt: at(to), name: 'Blangko habis' })),
    sessions: sessions.map(([from, to]) => ({ startsAt: at(from), endsAt: at(to) })),
  };
}

const clockOf = (given: CaseFacts, now = '30 00.00') => caseClock(calendar, makassar, given, at(now));

describe('clocks of a case', () => {
  it('run and stand still as counted by hand', () => {
    // Thursday 12 Nov 10.20 to Friday 20 Nov 16.00. Open: 5 h 40 + six days of 8 h = 53 h 40.
    // Paused Friday 13 08.10 to Tuesday 17 09.30: 7 h 50 + 8 h + 1 h 30 = 17 h 20. Left 36 h 20.
    expect(clockOf(facts('12 10.20', '20 16.00', [['13 08.10', '17 09.30']]))).toEqual({
      citizenSeconds: 8 * 24 * HOUR + 5 * HOUR + 40 * 60,
      officialSeconds: 36 * HOUR + 20 * 60,
      pausedSeconds: 17 * HOUR + 20 * 60,
    });
  });

  it('run to this moment while the case is open', () => {
    const open = facts('12 10.20', null, [['13 08.10', '17 09.30']]);
    // Friday 13 Nov 09.10: 5 h 40 and ten minutes ran, an hour was paused.
    expect(clockOf(open, '13 09.10')).toEqual({
      citizenSeconds: 22 * HOUR + 50 * 60,
      officialSeconds: 5 * HOUR + 50 * 60,
      pausedSeconds: HOUR,
    });
  });

  it('take the same hour away once, and none of the weekend', () => {
    const overlapping = facts('12 08.00', '16 16.00', [
      ['12 09.00', '12 11.00'],
      ['12 10.00', '12 12.00'],
      ['14 09.00', '15 09.00'],
    ]);
    // Thursday, Friday, Monday: 24 h, less 09.00–12.00.
    expect(clockOf(overlapping)).toEqual(
      jasmine.objectContaining({ officialSeconds: 21 * HOUR, pausedSeconds: 3 * HOUR }),
    );
  });

  it('end a pause that still runs with the completion', () => {
    const given = {
      ...facts('12 08.00', '12 12.00'),
      pauses: [{ startedAt: at('12 11.00'), endedAt: null, name: 'Blangko habis' }],
    };
    expect(clockOf(given)).toEqual(
      jasmine.objectContaining({ officialSeconds: 3 * HOUR, pausedSeconds: HOUR }),
    );
  });
});

describe('an extra session', () => {
  const SUNDAY: readonly Span[] = [['15 09.00', '15 11.00']];
  const official = (given: CaseFacts) => clockOf(given).officialSeconds;

  it('counts for what was received or completed in it', () => {
    expect(official(facts('15 09.20', '15 10.05', [], SUNDAY))).toBe(45 * 60);
    // Received in it and done on Monday 10.00: 1 h 30 on Sunday, 2 h on Monday.
    expect(official(facts('15 09.30', '16 10.00', [], SUNDAY))).toBe(3.5 * HOUR);
    // Received on Friday 15.00 and done in it: 1 h on Friday, 1 h on Sunday.
    expect(official(facts('13 15.00', '15 10.00', [], SUNDAY))).toBe(2 * HOUR);
  });

  it('does not count for what only passed through it, or came outside it', () => {
    expect(official(facts('13 15.00', '16 09.00', [], SUNDAY))).toBe(2 * HOUR);
    expect(official(facts('15 08.00', '15 08.30', [], SUNDAY))).toBe(0);
    expect(sessionsOf(facts('13 15.00', '16 09.00', [], SUNDAY))).toEqual([]);
  });

  it('lasts up to and including its end', () => {
    expect(official(facts('14 10.00', '15 11.00', [], SUNDAY))).toBe(2 * HOUR);
    expect(official(facts('14 10.00', '15 11.01', [], SUNDAY))).toBe(0);
  });

  it('adds only what lies outside opening hours, each minute once', () => {
    // Friday 14.00–18.00 for a case of 15.00–17.00: open till 16.00, session till 17.00.
    expect(official(facts('13 15.00', '13 17.00', [], [['13 14.00', '13 18.00']]))).toBe(2 * HOUR);
    // One of all services and one of this service: 09.30–11.30 on Sunday.
    const two: readonly Span[] = [...SUNDAY, ['15 10.00', '15 12.00']];
    expect(official(facts('15 09.30', '15 11.30', [], two))).toBe(2 * HOUR);
  });

  it('stands still in a pause, which took no opening hours away', () => {
    expect(clockOf(facts('15 09.00', '15 11.00', [['15 09.30', '15 10.00']], SUNDAY))).toEqual({
      citizenSeconds: 2 * HOUR,
      officialSeconds: 1.5 * HOUR,
      pausedSeconds: 0,
    });
  });
});
