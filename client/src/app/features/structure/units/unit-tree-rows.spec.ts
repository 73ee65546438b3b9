import type { KeptUnit } from '#contract/structure/units';
import { unitRows } from './unit-tree-rows.ts';

function unit(code: string, parentCode: string | null): KeptUnit {
  return {
    code,
    name: code,
    kind: 'skpd',
    parentCode,
    calendarCode: 'default',
    validFrom: null,
    validTo: null,
    predecessorCode: null,
    version: '',
  };
}

describe('the tree of units as rows', () => {
  it('puts every unit under its parent, and those without one at the top', () => {
    const rows = unitRows([
      unit('b', 'k'),
      unit('k', null),
      unit('b1', 'b'),
      unit('lone', 'gone'),
      unit('c', 'k'),
    ]);
    expect(rows.map(({ unit: { code }, depth }) => `${depth} ${code}`)).toEqual([
      '0 k',
      '1 b',
      '2 b1',
      '1 c',
      '0 lone',
    ]);
  });
});
