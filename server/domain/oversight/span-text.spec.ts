import { spanText } from './span-text.ts';

describe('days in words', () => {
  it('name the year once where both are of the same', () => {
    expect(spanText('2026-09-01', '2026-10-31', 'id')).toBe('1 Sep – 31 Okt 2026');
    expect(spanText('2025-12-05', '2026-01-04', 'id')).toBe('5 Des 2025 – 4 Jan 2026');
    expect(spanText('2026-09-01', '2026-09-01', 'en')).toBe('1 Sept 2026');
  });

  it('say where an end is open', () => {
    expect(spanText('2026-09-01', null, 'id')).toBe('sejak 1 Sep 2026');
    expect(spanText(null, '2026-09-01', 'id')).toBe('sampai 1 Sep 2026');
    expect(spanText(null, null, 'id')).toBe('');
  });
});
