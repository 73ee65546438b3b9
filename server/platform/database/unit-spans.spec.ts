import type { UnitRecord } from '#domain/unit-tree';
import { spansOfUnits } from './unit-spans.repository.ts';

function unit(
  code: string,
  parentCode: string | null,
  validFrom = '1900-01-01',
  validTo: string | null = null,
): UnitRecord {
  return { code, name: code, kind: 'skpd', parentCode, validFrom, validTo };
}

/** Spans as lines that can be read beside the tree. */
function lines(units: readonly UnitRecord[]): string[] {
  return spansOfUnits(units)
    .map(({ baseKey, spanKey, validFrom, validTo }) => `${baseKey} in ${spanKey} ${validFrom} – ${validTo}`)
    .sort();
}

describe('unit spans', () => {
  it('give every unit one span per ancestor, and parents one for their own records', () => {
    expect(
      lines([unit('kab', null), unit('setda', 'kab'), unit('hukum', 'setda'), unit('camat', 'kab')]),
    ).toEqual([
      '=kab in kab 1900-01-01 – 9999-12-31',
      '=setda in kab 1900-01-01 – 9999-12-31',
      '=setda in setda 1900-01-01 – 9999-12-31',
      'camat in kab 1900-01-01 – 9999-12-31',
      'hukum in kab 1900-01-01 – 9999-12-31',
      'hukum in setda 1900-01-01 – 9999-12-31',
    ]);
  });

  it('hold only the days on which both were valid', () => {
    expect(lines([unit('kab', null, '2000-01-01'), unit('old', 'kab', '1990-01-01', '2010-07-01')])).toEqual([
      '=kab in kab 2000-01-01 – 9999-12-31',
      'old in kab 2000-01-01 – 2010-07-01',
    ]);
    // The predecessor ended on the day its parent began: no day in common, and no span.
    expect(lines([unit('kab', null, '2010-07-01'), unit('old', 'kab', '1990-01-01', '2010-07-01')])).toEqual([
      '=kab in kab 2010-07-01 – 9999-12-31',
    ]);
  });

  it('keep the own records of a unit apart when its only child is gone', () => {
    expect(lines([unit('kab', null), unit('gone', 'kab', '1990-01-01', '2001-01-01')])).toContain(
      '=kab in kab 1900-01-01 – 9999-12-31',
    );
  });
});
