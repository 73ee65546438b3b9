import { todayHeadline } from './today-words.ts';

const WORDS: Readonly<Record<string, string>> = {
  'today.headline.due': '{{count}} jatuh tempo',
  'today.headline.overdue': '{{count}} lewat tenggat',
  'today.headline.complaints': '{{count}} aduan menunggu jawaban',
  'today.headline.all': 'Hari ini: {{parts}}.',
  'today.headline.nothing': 'Hari ini tidak ada yang jatuh tempo.',
};
const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  (WORDS[key] ?? key)
    .replace('{{count}}', String(values['count']))
    .replace('{{parts}}', String(values['parts']));
const formats = { number: (value: number) => String(value) };

const day = (due: number, overdue: number, complaints: number) => ({
  dueToday: { total: due, items: [] },
  overdue: { total: overdue, oldestWorkingDays: null, items: [] },
  complaintsAwaiting: { total: complaints, items: [] },
});

describe('todayHeadline', () => {
  it('names what waits and leaves out what does not', () => {
    expect(todayHeadline(day(3, 2, 1), formats, t)).toBe(
      'Hari ini: 3 jatuh tempo, 2 lewat tenggat, 1 aduan menunggu jawaban.',
    );
    expect(todayHeadline(day(0, 2, 0), formats, t)).toBe('Hari ini: 2 lewat tenggat.');
  });

  it('says so when nothing waits', () => {
    expect(todayHeadline(day(0, 0, 0), formats, t)).toBe('Hari ini tidak ada yang jatuh tempo.');
  });
});
