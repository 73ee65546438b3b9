import { MOVED } from '../milestones/milestone.testing.ts';
import { nextNumber, replannedMilestone, reportedMilestone, signedMilestone } from './milestone-questions.ts';

const t = (key: string): string => key;

describe('the questions about a milestone', () => {
  it('send a share of what was typed as a percentage, and an empty note as none', () => {
    const question = reportedMilestone(t, 'p', MOVED, '2026-07-20');
    expect(question.fields.map(({ value }) => value)).toEqual(['60', '2026-07-20', '']);
    expect(question.request({ done: '87,5', on: '2026-07-20', note: '' })).toEqual({
      method: 'POST',
      path: `/p/milestones/${MOVED.id}/reports`,
      body: { on: '2026-07-20', doneShare: 0.875, note: null },
    });
  });

  it('offer the plan in force when it is changed, and send the reason', () => {
    const question = replannedMilestone(t, 'p', MOVED);
    expect(question.fields.map(({ value }) => value)).toEqual(['2026-04-01', '2026-08-15', '20', '']);
    expect(
      question.request({ start: '2026-04-01', finish: '2026-09-30', weight: '20', reason: 'lelang ulang' })
        .body,
    ).toEqual({
      plannedStartOn: '2026-04-01',
      plannedFinishOn: '2026-09-30',
      weight: 20,
      reason: 'lelang ulang',
    });
  });

  it('ask nothing when a milestone is signed', () => {
    const question = signedMilestone(t, 'p', MOVED);
    expect(question.fields).toEqual([]);
    expect(question.request({})).toEqual({
      method: 'POST',
      path: `/p/milestones/${MOVED.id}/sign`,
      body: {},
    });
  });
});

describe('nextNumber', () => {
  it('goes on from the highest whole number, whatever else is in use', () => {
    expect(nextNumber([])).toBe('1');
    expect(nextNumber([{ number: '2' }, { number: '10' }, { number: '3a' }])).toBe('11');
  });
});
