import { type FindingPoint, firstSentence, trendFinding } from './trend-finding.ts';

const tell = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  [
    key,
    ...['period', 'value', 'low', 'high']
      .map((name) => values[name])
      .filter((value) => typeof value === 'string'),
  ].join(' ');

function points(values: readonly (number | null)[], lastPartial = false): FindingPoint[] {
  return values.map((value, index) => ({
    value,
    state: value === null ? 'missing' : lastPartial && index === values.length - 1 ? 'partial' : 'defined',
    name: `b${String(index)}`,
    text: String(value),
  }));
}

describe('firstSentence', () => {
  it('parts a title from what is said besides, and not at a decimal, a thousand or a small letter', () => {
    expect(firstSentence('Stabil di sekitar 92,1 %. Batas masih percobaan: baru 12 bulan.')).toEqual({
      first: 'Stabil di sekitar 92,1 %.',
      others: 'Batas masih percobaan: baru 12 bulan.',
    });
    const alone = 'Turun sejak 3 Nov, s.d. kemarin, dari 1.204 ke 988.';
    expect(firstSentence(alone)).toEqual({ first: alone, others: '' });
  });
});

describe('trendFinding', () => {
  const finding = (values: readonly (number | null)[], lastPartial = false): string =>
    trendFinding('x', points(values, lastPartial), '', tell);

  it('tells the newest finished point, never the unfinished one', () => {
    expect(finding([5, 9, 4, 6, 7, 8, 1], true)).toBe('finding.between b5 8 4 9');
  });

  it('says lowest, highest and constant', () => {
    expect(finding([5, 9, 4, 6, 7, 3])).toBe('finding.lowest b5 3');
    expect(finding([5, 9, 4, 6, 7, 10])).toBe('finding.highest b5 10');
    expect(finding([7, 7, 7, 7, 7, 7])).toBe('finding.constant b5 7');
  });

  it('claims neither on few points', () => {
    expect(finding([5, 3])).toBe('finding.alone b1 3');
  });

  it('tells a sole unfinished point as such, and nothing from nothing', () => {
    expect(finding([null, 4], true)).toBe('finding.open b1 4');
    expect(finding([null, null])).toBe('finding.none');
  });
});
