import { finishedValues, newestPlace, unfinishedValues } from './trend-options.ts';
import type { LabelledPoint } from './trend-style.ts';

function point(
  value: number | null,
  state: LabelledPoint['state'],
  instrument: string | null = null,
): LabelledPoint {
  return { value, state, instrument, label: '', name: '', text: '', detail: '', tone: null, more: [] };
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

describe('the newest value', () => {
  const long = (value: number): LabelledPoint => ({ ...point(value, 'partial'), text: '1,6 hari kerja' });
  const short = (value: number): LabelledPoint => ({ ...point(value, 'partial'), text: '91,7 %' });

  it('stands beside its point where there is room', () => {
    expect(newestPlace([point(3, 'defined'), long(1)], 1, false)).toEqual({ position: 'right' });
    expect(newestPlace([point(3, 'defined'), short(1)], 1, true)).toEqual({ position: 'right' });
  });

  it('stands on its own side of a target, whose label is beside the chart', () => {
    expect(newestPlace([point(3, 'defined'), short(1)], 1, false, 2)).toEqual({ position: 'bottom' });
    expect(newestPlace([point(1, 'defined'), short(3)], 1, false, 2)).toEqual({ position: 'top' });
  });

  it('keeps clear of the line where there is none: under a fall, over a rise, over a lone point', () => {
    expect(newestPlace([point(3, 'defined'), long(1)], 1, true).position).toBe('bottom');
    expect(newestPlace([point(1, 'defined'), long(3)], 1, true).position).toBe('top');
    expect(newestPlace([point(null, 'missing'), long(3)], 1, true).position).toBe('top');
  });
});
