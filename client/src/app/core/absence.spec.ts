import { findField } from '#domain/measures';
import { hasRecords, presenceOf } from './absence.ts';

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

  it('tells what is withheld from what is not there', () => {
    if (field === null) throw new Error('no such field');
    const withheld = { due: null, dueMetShare: null, suppressed: true };
    expect(presenceOf(field, withheld, false)).toBe('suppressed');
    expect(presenceOf(field, { ...withheld, due: 9, dueMetShare: 0.5 }, false)).toBe('shown');
    expect(presenceOf(field, { due: null, dueMetShare: null }, false)).toBe('no-data');
  });
});

describe('hasRecords', () => {
  it('tells nothing but zeros from a single record of any kind', () => {
    const silent = { received: 0, completed: 0, rejected: 0, cancelled: 0, open: 0 };
    expect(hasRecords('volume', silent)).toBeFalse();
    expect(hasRecords('volume', { ...silent, rejected: 1 })).toBeTrue();
    expect(hasRecords('volume', { ...silent, received: null })).toBeFalse();
    expect(hasRecords('ikm', undefined)).toBeFalse();
    expect(hasRecords('volume', { ...silent, received: null, suppressed: true })).toBeTrue();
  });
});
