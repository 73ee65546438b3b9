import { civilMillis } from './civil-date.ts';
import { compileDateFormat, isDateFormatFault, type DateFormat } from './date-format.ts';

function format(pattern: string): DateFormat {
  const compiled = compileDateFormat(pattern);
  if (isDateFormatFault(compiled)) throw new Error(`${pattern}: ${compiled.fault} ${compiled.part}`);
  return compiled;
}

function civil(pattern: string, text: string): number | string {
  const reading = format(pattern).read(text);
  return reading.ok ? reading.civil : reading.fault;
}

describe('compileDateFormat', () => {
  it('reads the twelve-hour clock of American files', () => {
    const pattern = 'MM/dd/yyyy hh:mm:ss a';
    expect(civil(pattern, '01/05/2015 12:40:41 PM')).toBe(civilMillis(2015, 1, 5, 12, 40, 41));
    expect(civil(pattern, '01/05/2015 12:40:41 AM')).toBe(civilMillis(2015, 1, 5, 0, 40, 41));
    expect(civil(pattern, '12/31/2026 03:01:42 pm')).toBe(civilMillis(2026, 12, 31, 15, 1, 42));
    expect(civil(pattern, '12/31/2026 13:01:42 PM')).toBe('no-such-time');
  });

  it('reads every token', () => {
    expect(civil('d.M.yy H:mm', '7.3.26 8:05')).toBe(civilMillis(2026, 3, 7, 8, 5));
    expect(civil('dd/MM/yy', '07/03/95')).toBe(civilMillis(1995, 3, 7));
    expect(civil('d MMMM yyyy', '20 agustus 2021')).toBe(civilMillis(2021, 8, 20));
    expect(civil('MMM d, yyyy h:mm a', 'Aug 20, 2021 7:15 a.m.')).toBe(civilMillis(2021, 8, 20, 7, 15));
    expect(civil('yyyyMMdd', '20210820')).toBe(civilMillis(2021, 8, 20));
    expect(civil("yyyy-MM-dd'T'HH:mm:ss", '2021-08-20T07:15:09')).toBe(civilMillis(2021, 8, 20, 7, 15, 9));
  });

  it('reads a bare date where the format has a time, and says so', () => {
    expect(format('MM/dd/yyyy hh:mm:ss a').read('12/31/2026')).toEqual({
      ok: true,
      civil: civilMillis(2026, 12, 31),
      hasTime: false,
      offsetMinutes: null,
    });
    expect(format("yyyy-MM-dd'T'HH:mm").read('2026-12-31')).toEqual(
      jasmine.objectContaining({ ok: true, hasTime: false }),
    );
  });

  it('refuses what does not fit and what does not exist', () => {
    expect(civil('MM/dd/yyyy', '2026-12-31')).toBe('unreadable');
    expect(civil('MM/dd/yyyy', '31/12/2026')).toBe('no-such-date');
    expect(civil('MM/dd/yyyy', '02/30/2026')).toBe('no-such-date');
    expect(civil('d MMM yyyy', '20 Xyz 2021')).toBe('unreadable');
  });

  it('names what is wrong with a format', () => {
    expect(compileDateFormat('DD/MM/YYYY')).toEqual({ fault: 'unknown-token', part: 'DD' });
    expect(compileDateFormat('dd/mm/yyyy')).toEqual({ fault: 'missing-part', part: 'month' });
    expect(compileDateFormat('MM/yyyy')).toEqual({ fault: 'missing-part', part: 'day' });
    expect(compileDateFormat('dd/MM/yyyy hh:mm')).toEqual({ fault: 'hour-without-meridiem', part: 'a' });
    expect(compileDateFormat('dd/MM/yyyy yy')).toEqual({ fault: 'repeated-part', part: 'yy' });
  });
});
