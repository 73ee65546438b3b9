import { addDays } from '../period/civil-date.ts';
import { adoptionActions, adoptionProgress, dueDays } from './adoption-life.ts';

describe('The life of an adoption plan', () => {
  it('goes from planned by running to done or stopped, and can be taken up again', () => {
    const actions = (state: 'planned' | 'running' | 'done' | 'stopped', told = false, hasEntry = false) =>
      adoptionActions({ state, told, hasEntry });
    expect(actions('planned')).toEqual(['change', 'start', 'end', 'tell']);
    expect(actions('running', true)).toEqual(['change', 'end', 'keep', 'write-entry']);
    expect(actions('done')).toEqual(['change', 'reopen', 'tell', 'write-entry']);
    expect(actions('done', true, true)).toEqual(['change', 'reopen', 'keep']);
    // What stopped teaches, but nothing grew from it.
    expect(actions('stopped')).toEqual(['change', 'reopen', 'tell']);
  });

  it('counts what is done, and what is past its day and not done', () => {
    const step = (dueOn: string | null, doneOn: string | null = null) => ({ dueOn, doneOn });
    const steps = [
      step('2026-11-01', '2026-11-05'),
      step('2026-11-19'),
      step('2026-11-20'),
      step(null),
      step('2026-12-01'),
    ];
    expect(adoptionProgress(steps, '2026-11-20')).toEqual({ done: 1, total: 5, late: 1 });
    expect(adoptionProgress([], '2026-11-20')).toEqual({ done: 0, total: 0, late: 0 });
  });

  it('gives every step its day by the lengths that the source tells', () => {
    const days = [3, 5, null, 14].map((each) => ({ days: each }));
    // 1 December and 3 days; 5 more; none; 14 more.
    expect(dueDays(days, '2026-12-01', addDays)).toEqual(['2026-12-04', '2026-12-09', null, '2026-12-23']);
  });
});
