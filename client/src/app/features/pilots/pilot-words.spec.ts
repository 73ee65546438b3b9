import { FormatsIn } from '#domain/formats/formats';
import { programmeMark, progressText } from './pilot-words.ts';

const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  [key, ...Object.values(values).map(String)].join(' ').replaceAll('\u00a0', ' ');
const formats = new FormatsIn('id-ID', t);

describe('programmeMark', () => {
  const mark = (milestones: number, milestonesLate: number, progressShare: number | null): string =>
    programmeMark({ milestones, milestonesLate, progressShare });

  it('asks for attention as soon as a milestone is past its planned finish', () => {
    expect(mark(5, 1, 0.9)).toBe('worse');
    expect(mark(5, 0, 0.1)).toBe('stable');
    expect(mark(5, 0, 1)).toBe('better');
  });

  it('judges nothing without milestones', () => {
    expect(mark(0, 0, null)).toBe('no-data');
  });
});

describe('progressText', () => {
  const shares = { progressShare: 0.62, signedShare: 0.45, plannedShare: 0.78, firstPlannedShare: 0.78 };

  it('names the first plan only where it is another one', () => {
    expect(progressText(shares, formats, t)).toBe(
      'pilots.progress.reported 62 %\u00a0· pilots.progress.signed 45 %\u00a0· pilots.progress.planned 78 %',
    );
    expect(progressText({ ...shares, firstPlannedShare: 0.9 }, formats, t)).toContain(
      'pilots.progress.firstPlanned 90 %',
    );
  });

  it('tells a programme without milestones as such, never as 0 %', () => {
    const none = { progressShare: null, signedShare: null, plannedShare: null, firstPlannedShare: null };
    expect(progressText(none, formats, t)).toBe('pilots.progress.none');
  });
});
