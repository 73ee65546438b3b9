import { CODE_LETTERS, codePrefix, snapshotCode, typedCode } from './snapshot-code.ts';

describe('the code of a snapshot', () => {
  it('begins with three letters of the kabupaten', () => {
    expect(codePrefix('Kutai Kartanegara')).toBe('KKR');
    expect(codePrefix('Kabupaten Bekasi')).toBe('BKS');
    expect(codePrefix('Bandung Barat')).toBe('BBR');
    expect(codePrefix('Toba')).toBe('TBO');
    // Every name has a code, however short or foreign its letters.
    expect(codePrefix('Ée')).toBe('EEX');
    expect(codePrefix('')).toBe('X'.repeat(3));
  });

  it('tells the month or the quarter, and ends with drawn letters', () => {
    // Of 23 letters the first, the second, the last, and the twelfth.
    const draw = [0, 1 / 23, 0.999, 0.5];
    expect(snapshotCode('Kutai Kartanegara', 'month', '2026-10-01', draw)).toBe('KKR-2026-10-34YH');
    expect(snapshotCode('Kutai Kartanegara', 'quarter', '2026-10-01', draw)).toBe('KKR-2026-TW4-34YH');
    expect(snapshotCode('Kutai Kartanegara', 'quarter', '2026-01-01', draw)).toBe('KKR-2026-TW1-34YH');
  });

  it('has no letter that is taken for another', () => {
    expect(new Set(CODE_LETTERS).size).toBe(CODE_LETTERS.length);
    for (const letter of '0O1IL2Z5S8BUV') expect(CODE_LETTERS).withContext(letter).not.toContain(letter);
  });

  it('is found as people type it', () => {
    for (const typed of [' kkr-2026-10-34yh ', 'KKR 2026 10 34YH', 'kkr–2026–10–34yh', 'KKR_2026_10_34YH'])
      expect(typedCode(typed)).withContext(typed).toBe('KKR-2026-10-34YH');
  });
});
