import { ProblemException } from '../../platform/http/problem-error.ts';
import { ImportPlaces, ImportTurns } from './import-places.ts';

describe('places in the queue of imports', () => {
  function refusalOf(work: () => void): [number, string] | null {
    try {
      work();
      return null;
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      return [error.status, error.key];
    }
  }

  it('are three a person until one is free again', () => {
    const places = new ImportPlaces();
    for (const id of ['a', 'b', 'c']) places.take(id, { startedBy: 'petugas', bytes: 1 });
    expect(refusalOf(() => places.take('d', { startedBy: 'petugas', bytes: 1 }))).toEqual([
      429,
      'too-many-imports',
    ]);
    expect(refusalOf(() => places.take('e', { startedBy: 'camat', bytes: 1 }))).toBeNull();
    places.free('b');
    expect(refusalOf(() => places.take('d', { startedBy: 'petugas', bytes: 1 }))).toBeNull();
  });

  it('are none when the files that wait fill the room, those of an earlier process too', () => {
    const places = new ImportPlaces(100);
    places.keep('a', { startedBy: 'petugas', bytes: 70 });
    expect(refusalOf(() => places.take('b', { startedBy: 'camat', bytes: 31 }))).toEqual([
      503,
      'imports-full',
    ]);
    expect(refusalOf(() => places.take('b', { startedBy: 'camat', bytes: 30 }))).toBeNull();
  });

  it('come to each kabupaten in turn', () => {
    const turns = new ImportTurns<{ kabupatenCode: string; id: string }>();
    for (const id of ['a1', 'a2', 'a3']) turns.push({ kabupatenCode: 'a', id });
    expect(turns.next()?.id).toBe('a1');
    turns.push({ kabupatenCode: 'b', id: 'b1' });
    turns.push({ kabupatenCode: 'b', id: 'b2' });
    expect([1, 2, 3, 4, 5].map(() => turns.next()?.id)).toEqual(['a2', 'b1', 'a3', 'b2', undefined]);
  });
});
