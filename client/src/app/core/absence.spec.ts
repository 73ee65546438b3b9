import { findField } from '#domain/measures';
import { presenceOf } from './absence.ts';

describe('presenceOf', () => {
  const field = findField('turnaround', 'dueMetShare');

  it('tells missing, too few, not applicable and shown apart', () => {
    if (field === null) throw new Error('no such field');
    expect(presenceOf(field, { due: 0, dueMetShare: null }, false)).toBe('no-data');
    expect(presenceOf(field, { due: 4, dueMetShare: 0.5 }, false)).toBe('too-few');
    expect(presenceOf(field, { due: 5, dueMetShare: 0 }, false)).toBe('shown');
    expect(presenceOf(field, { due: 5, dueMetShare: 0.5 }, true)).toBe('not-applicable');
    expect(presenceOf(field, undefined, false)).toBe('no-data');
  });
});
