import type { Capacity } from '#domain/permissions';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { checkEnd, planAppointment, type AppointmentWish, type Tenure } from './posts-tenure.ts';

describe('tenures of a post', () => {
  const TODAY = '2026-03-17';

  function tenure(id: string, from: string, to: string | null = null, capacity: Capacity = 'tetap'): Tenure {
    return { id, userId: `orang-${id}`, capacity, from, to };
  }

  function wish(more: Partial<AppointmentWish> = {}): AppointmentWish {
    return { userId: 'orang-baru', username: 'baru', capacity: 'tetap', from: TODAY, to: null, ...more };
  }

  /** Ids of the tenures that end, or the code of the refusal. */
  function outcome(held: readonly Tenure[], more: Partial<AppointmentWish> = {}): readonly string[] | string {
    try {
      return planAppointment(held, wish(more), TODAY).map(({ id }) => id);
    } catch (error) {
      if (error instanceof ProblemException) return error.key;
      throw error;
    }
  }

  function ending(held: Tenure, to: string): string {
    try {
      checkEnd(held, to, TODAY);
      return 'ok';
    } catch (error) {
      if (error instanceof ProblemException) return error.key;
      throw error;
    }
  }

  it('of a new holder end that of the former one', () => {
    expect(outcome([tenure('lama', '2020-01-01')])).toEqual(['lama']);
    expect(outcome([tenure('lama', '2020-01-01', '2026-12-31')])).toEqual(['lama']);
    expect(outcome([tenure('lama', '2020-01-01', TODAY)])).toEqual([]);
    expect(outcome([])).toEqual([]);
  });

  it('of two holders never overlap', () => {
    expect(outcome([tenure('lain', TODAY)])).toBe('tenure-overlaps');
    expect(outcome([tenure('lain', '2026-04-01')])).toBe('tenure-overlaps');
    expect(outcome([tenure('lain', '2026-04-01')], { to: '2026-04-01' })).toEqual([]);
    expect(outcome([tenure('lain', '2026-04-01')], { to: '2026-04-02' })).toBe('tenure-overlaps');
    // Called off before it began: no day at all.
    expect(outcome([tenure('batal', '2026-04-01', '2026-04-01')])).toEqual([]);
  });

  it('of stand-ins stand beside the holder and each other', () => {
    const held = [tenure('lama', '2020-01-01'), tenure('plt', '2026-03-01', null, 'plt')];
    expect(outcome(held, { capacity: 'plh', to: '2026-03-20' })).toEqual([]);
    expect(outcome(held, { capacity: 'plt' })).toEqual([]);
  });

  it('are one at a time for one person, except reading for the holder', () => {
    const mine = { userId: 'orang-plt' };
    expect(outcome([tenure('plt', '2026-03-01', null, 'plt')], mine)).toBe('tenure-twice');
    expect(outcome([tenure('plt', '2026-03-01', TODAY, 'plt')], mine)).toEqual([]);
    expect(outcome([tenure('plt', '2026-03-01', null, 'ajudan')], mine)).toEqual([]);
  });

  it('begin at most 31 days back and before they end', () => {
    // 31 days before 17 March 2026 is 14 February.
    expect(outcome([], { from: '2026-02-14' })).toEqual([]);
    expect(outcome([], { from: '2026-02-13' })).toBe('date-too-early');
    expect(outcome([], { to: TODAY })).toBe('tenure-reversed');
    expect(outcome([], { to: '2026-03-18' })).toEqual([]);
  });

  it('end once, not before they began, and are not prolonged', () => {
    const open = tenure('lama', '2026-03-10');
    expect(ending(open, TODAY)).toBe('ok');
    expect(ending(open, '2026-03-10')).toBe('ok');
    expect(ending(open, '2026-03-09')).toBe('tenure-reversed');
    expect(ending(tenure('lama', '2020-01-01'), '2026-02-13')).toBe('date-too-early');
    expect(ending(tenure('lama', '2020-01-01', '2026-05-01'), '2026-04-01')).toBe('ok');
    expect(ending(tenure('lama', '2020-01-01', '2026-05-01'), '2026-05-02')).toBe('tenure-ended');
    expect(ending(tenure('lama', '2020-01-01', TODAY), '2026-03-10')).toBe('tenure-ended');
  });
});
