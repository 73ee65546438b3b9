import { deadlineWords } from './deadline-words.ts';

describe('deadlineWords', () => {
  const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
    [key, ...Object.values(values)].join(' ');
  const words = (dueOn: string, workingDaysLeft: number | null, today: string) =>
    deadlineWords({ dueOn, workingDaysLeft }, today, t);

  it('says how many working days are left, or went by', () => {
    expect(words('2026-11-20', 2, '2026-11-18')).toEqual({ text: 'notices.due.ahead 2', late: false });
    expect(words('2026-11-20', 1, '2026-11-19')).toEqual({ text: 'notices.due.aheadOne 1', late: false });
    expect(words('2026-11-20', 0, '2026-11-20')).toEqual({ text: 'notices.due.today', late: false });
    expect(words('2026-11-20', -1, '2026-11-23')).toEqual({ text: 'notices.due.pastOne 1', late: true });
    expect(words('2026-11-20', -4, '2026-11-26')).toEqual({ text: 'notices.due.past 4', late: true });
  });

  it('is late from the day after, working day or not', () => {
    expect(words('2026-11-20', 0, '2026-11-21')).toEqual({ text: 'notices.due.justPast', late: true });
    expect(words('2026-11-22', 0, '2026-11-20')).toEqual({ text: 'notices.due.soon', late: false });
  });

  it('says nothing where the calendar does not reach', () => {
    expect(words('2041-01-02', null, '2026-11-20')).toBeNull();
  });
});
