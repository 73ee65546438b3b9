import { wrap } from './chart-picture.ts';

describe('wrap', () => {
  it('breaks a sentence between words', () => {
    expect(wrap('Turun sejak Juni: enam bulan', 12, (words) => words.length)).toEqual([
      'Turun sejak',
      'Juni: enam',
      'bulan',
    ]);
  });

  it('lets a word that is too long stand alone', () => {
    expect(wrap('a pertanggungjawaban b', 5, (words) => words.length)).toEqual([
      'a',
      'pertanggungjawaban',
      'b',
    ]);
  });
});
