import { lineageOf, lineageTally, type LineageAdoption } from './lineage.ts';

describe('The lineage of an innovation', () => {
  const adoption = (
    id: string,
    entryId: string,
    grownEntryId: string | null = null,
    change: Partial<LineageAdoption> = {},
  ): LineageAdoption => ({ id, entryId, grownEntryId, state: 'running', outcome: null, ...change });
  const drawn = (root: string, adoptions: readonly LineageAdoption[]): string[] =>
    lineageOf(root, adoptions).map((place) =>
      place.kind === 'entry' ? place.entryId : `${'  '.repeat(place.depth)}${place.adoption.id}`,
    );

  it('reads from top to bottom, each with those who took what grew from it', () => {
    expect(
      drawn('pecut', [
        adoption('anggana', 'pecut', 'pecut-anggana'),
        adoption('tabang', 'pecut'),
        adoption('cikarang', 'pecut-anggana', 'pecut-cikarang'),
        adoption('setu', 'pecut-cikarang'),
        adoption('loa-janan', 'pecut-anggana'),
        adoption('lain', 'botram'),
      ]),
    ).toEqual(['pecut', '  anggana', '    cikarang', '      setu', '    loa-janan', '  tabang']);
  });

  it('ends, even where it was told in a circle', () => {
    const circle = [adoption('a', 'satu', 'dua'), adoption('b', 'dua', 'satu'), adoption('c', 'dua', 'dua')];
    expect(drawn('satu', circle)).toEqual(['satu', '  a', '    b', '    c']);
  });

  it('counts how it went; what stopped is stopped, whatever else was said', () => {
    const told = (state: LineageAdoption['state'], outcome: LineageAdoption['outcome']) =>
      adoption(`${state}-${outcome}`, 'pecut', null, { state, outcome });
    expect(
      lineageTally([
        told('running', 'membaik'),
        told('done', 'membaik'),
        told('done', 'sama'),
        told('done', 'memburuk'),
        told('stopped', 'memburuk'),
        told('stopped', 'belum-tahu'),
        told('planned', null),
      ]),
    ).toEqual({ total: 7, better: 2, same: 1, worse: 1, stopped: 2 });
  });
});
