import { planState } from './follow-up-plan.ts';

describe('follow-up plan', () => {
  const dueOn = '2026-11-20';

  it('is open to the end of its day and late from the next one on', () => {
    expect(planState({ dueOn, done: false }, '2026-11-19')).toBe('open');
    expect(planState({ dueOn, done: false }, '2026-11-20')).toBe('open');
    expect(planState({ dueOn, done: false }, '2026-11-21')).toBe('late');
  });

  it('is done, however late', () => {
    expect(planState({ dueOn, done: true }, '2027-03-01')).toBe('done');
  });
});
