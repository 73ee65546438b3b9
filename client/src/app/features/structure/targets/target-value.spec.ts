import { readTarget, typedTarget } from './target-value.ts';

describe('the value of a target as it is typed', () => {
  it('takes shares in percent and everything else as it is', () => {
    expect(readTarget('90', { unit: 'share' })).toBe(0.9);
    expect(readTarget('92,5 %', { unit: 'share' })).toBe(0.925);
    expect(readTarget('29', { unit: 'share' })).toBe(0.29);
    expect(readTarget('82,51', { unit: 'score' })).toBe(82.51);
    expect(readTarget('1.440', { unit: 'minutes' })).toBe(1440);
    for (const text of ['', 'sembilan puluh', '-1', '9,'])
      expect(readTarget(text, { unit: 'share' })).toBeNull();
  });

  it('is shown as it was typed', () => {
    expect(typedTarget(0.925, { unit: 'share' })).toBe('92,5');
    expect(typedTarget(0.29, { unit: 'share' })).toBe('29');
    expect(typedTarget(1440, { unit: 'minutes' })).toBe('1440');
    expect(typedTarget(null, { unit: 'share' })).toBe('');
  });
});
