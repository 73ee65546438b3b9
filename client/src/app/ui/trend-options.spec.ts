import { type LabelledPoint, finishedValues, unfinishedValues } from './trend-options.ts';

function point(
  value: number | null,
  state: LabelledPoint['state'],
  instrument: string | null = null,
): LabelledPoint {
  return { value, state, instrument, label: '', text: '', detail: '' };
}

describe('the stretches of a trend', () => {
  it('leave out missing and unfinished points', () => {
    expect(
      finishedValues([point(1, 'defined'), point(null, 'missing'), point(3, 'defined'), point(4, 'partial')]),
    ).toEqual([[1, null, 3, null]]);
  });

  it('break where the instrument changes', () => {
    const points = [point(80, 'defined', 'kep-25-2004'), point(81, 'defined', 'permenpanrb-14-2017')];
    expect(finishedValues(points)).toEqual([
      [80, null],
      [null, 81],
    ]);
  });

  it('lead from the last finished to the unfinished point', () => {
    expect(unfinishedValues([point(1, 'defined'), point(2, 'defined'), point(4, 'partial')])).toEqual([
      null,
      2,
      4,
    ]);
  });

  it('do not lead over a gap or from another instrument', () => {
    expect(unfinishedValues([point(1, 'defined'), point(null, 'missing'), point(4, 'partial')])).toEqual([
      null,
      null,
      4,
    ]);
    expect(unfinishedValues([point(1, 'defined', 'a'), point(4, 'partial', 'b')])).toEqual([null, 4]);
  });

  it('are empty without an unfinished point', () => {
    expect(unfinishedValues([point(1, 'defined'), point(2, 'defined')])).toEqual([null, null]);
  });
});
