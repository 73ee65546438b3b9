import { isSilent } from './silence.ts';

describe('silence', () => {
  // Friday 6 November 2026 is followed by the working days 9 to 13, and by Monday the 16th.
  it('a working week without a record', () => {
    expect(isSilent('2026-11-06', '2026-11-13', 4)).toBeFalse();
    expect(isSilent('2026-11-06', '2026-11-16', 5)).toBeTrue();
    expect(isSilent('2026-11-06', '2026-11-20', 9)).toBeTrue();
  });

  it('closed days are no silence: Idul Fitri 2026 left four working days between 13 and 27 March', () => {
    // 18 to 24 March were holidays and cuti bersama; 16, 17, 25 and 26 March were worked.
    expect(isSilent('2026-03-13', '2026-03-27', 4)).toBeFalse();
  });

  it('who never reported, or stopped a year ago, is not silent', () => {
    expect(isSilent(null, '2026-11-20', 0)).toBeFalse();
    expect(isSilent('2025-11-20', '2026-11-20', 240)).toBeTrue();
    expect(isSilent('2025-11-19', '2026-11-20', 241)).toBeFalse();
  });
});
