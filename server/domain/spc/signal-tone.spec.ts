import { toneAt } from './signal-tone.ts';

const MONTHS = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];

function limits(from: string, to: string, centre: number): { from: string; to: string; centre: number } {
  return { from, to, centre };
}

describe('the tone of a signal', () => {
  const series = (values: readonly number[], signal: 'run' | 'trend') =>
    values.map((value, index) => ({ from: MONTHS[index] ?? '', value, signal: index === 1 ? signal : null }));
  const around90 = [limits('2026-01-01', '2026-04-01', 90)];

  it('follows the side of the mean and which way is good', () => {
    expect(toneAt(series([90, 85], 'run'), 1, around90, 'higher')).toBe('worse');
    expect(toneAt(series([90, 85], 'run'), 1, around90, 'lower')).toBe('better');
    expect(toneAt(series([90, 85], 'run'), 1, around90, 'neutral')).toBe('neutral');
  });

  it('follows the way of a trend, on whichever side of the mean it is', () => {
    expect(toneAt(series([80, 85], 'trend'), 1, around90, 'higher')).toBe('better');
  });

  it('is none without a signal', () => {
    expect(toneAt(series([90, 85], 'run'), 0, around90, 'higher')).toBeNull();
  });
});
