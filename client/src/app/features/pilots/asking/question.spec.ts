import { type QuestionField, faultIn, typedNumber } from './question.ts';

describe('typedNumber', () => {
  it('reads numbers as Indonesians type them', () => {
    expect(typedNumber('60')).toBe(60);
    expect(typedNumber('12,5')).toBe(12.5);
    expect(typedNumber('12.5')).toBe(12.5);
    expect(typedNumber('1.250')).toBe(1250);
    expect(typedNumber('40 %')).toBe(40);
  });

  it('takes nothing else for a number', () => {
    for (const text of ['', 'enam puluh', '-5', '1,2,3', '12.50.1', '1e3'])
      expect(typedNumber(text)).withContext(text).toBeNull();
  });
});

describe('faultIn', () => {
  const words = { day: 'tanggal', number: 'angka', percent: 'persen', short: 'pendek' };
  const field = (kind: QuestionField['kind'], more: Partial<QuestionField> = {}): QuestionField => ({
    id: 'a',
    kind,
    label: 'A',
    value: '',
    ...more,
  });
  const fault = (of: QuestionField, answer: string): string | null => faultIn([of], { a: answer }, words);

  it('says what is missing, and leaves alone what may be empty', () => {
    expect(fault(field('long', { missing: 'Tulis alasannya.' }), '')).toBe('Tulis alasannya.');
    expect(fault(field('long'), '')).toBeNull();
    expect(fault(field('day'), '')).toBeNull();
  });

  it('refuses days that do not exist, percents above 100 and weights of 0', () => {
    expect(fault(field('day'), '2026-02-31')).toBe('tanggal');
    expect(fault(field('day'), '2026-02-28')).toBeNull();
    expect(fault(field('percent'), '101')).toBe('persen');
    expect(fault(field('percent'), '0')).toBeNull();
    expect(fault(field('percent'), '100')).toBeNull();
    expect(fault(field('number'), '0')).toBe('angka');
    expect(fault(field('number'), '0,5')).toBeNull();
  });

  it('asks for three letters where words must be given, but not of a short number', () => {
    expect(fault(field('long', { missing: 'x', longest: 500 }), 'ab')).toBe('pendek');
    expect(fault(field('long', { missing: 'x', longest: 500 }), 'abc')).toBeNull();
    expect(fault(field('line', { missing: 'x', longest: 20 }), '1')).toBeNull();
  });

  it('names the first fault in the order of the fields', () => {
    const fields = [field('percent'), { ...field('day'), id: 'b' }];
    expect(faultIn(fields, { a: '200', b: 'kemarin' }, words)).toBe('persen');
    expect(faultIn(fields, { a: '20', b: 'kemarin' }, words)).toBe('tanggal');
  });
});
