import { readEndDate } from './readers-end-date.ts';

const TODAY = '2026-11-20';

describe('the last day of an ajudan', () => {
  it('is sent as the first day without', () => {
    expect(readEndDate('31/12/2026', TODAY)).toEqual({ kind: 'day', firstDayWithout: '2027-01-01' });
    expect(readEndDate(' 1-3-2028 ', TODAY)).toEqual({ kind: 'day', firstDayWithout: '2028-03-02' });
    expect(readEndDate('20/11/2026', TODAY)).toEqual({ kind: 'day', firstDayWithout: '2026-11-21' });
  });

  it('may be left open', () => {
    expect(readEndDate('  ', TODAY)).toEqual({ kind: 'none' });
  });

  it('is refused when there is no such day, or when it is over', () => {
    expect(readEndDate('31/02/2027', TODAY)).toEqual({ kind: 'invalid' });
    expect(readEndDate('besok', TODAY)).toEqual({ kind: 'invalid' });
    expect(readEndDate('19/11/2026', TODAY)).toEqual({ kind: 'past' });
  });
});
