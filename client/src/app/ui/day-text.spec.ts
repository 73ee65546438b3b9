import { readDay, typedDay } from './day-text.ts';

describe('readDay', () => {
  it('reads day, month and year in this order, whatever stands between them', () => {
    expect(readDay('17/03/2026')).toBe('2026-03-17');
    expect(readDay(' 7.3.2026 ')).toBe('2026-03-07');
    expect(readDay('29-02-2024')).toBe('2024-02-29');
  });

  it('refuses a day that does not exist, never moves it', () => {
    for (const text of ['31/02/2026', '29/02/2026', '03/17/2026', '17/03/26', '2026-03-17', 'besok', '']) {
      expect(readDay(text)).withContext(text).toBeNull();
    }
  });
});

describe('typedDay', () => {
  it('is what is read back, and leaves alone what is no day', () => {
    expect(typedDay('2026-03-07')).toBe('07/03/2026');
    expect(typedDay('31/02/2026')).toBe('31/02/2026');
    expect(typedDay('')).toBe('');
  });
});
