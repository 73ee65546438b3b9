import { type AcceleratedField, acceleratedShape } from './acceleration-shape.ts';

const BOX = { width: 108, height: 58 };

function field(more: Partial<AcceleratedField> = {}): AcceleratedField {
  const nothing = { value: null, n: null };
  return {
    measure: 'turnaround',
    field: 'dueMetShare',
    label: 'Tepat waktu',
    before: nothing,
    after: nothing,
    withheld: false,
    peersBefore: null,
    peersAfter: null,
    verdict: 'better',
    changedFrom: '2026-03-01',
    sentence: '',
    points: [
      { from: '2026-01-01', value: 0.5, peer: 0.5, partial: false },
      { from: '2026-02-01', value: null, peer: 0.5, partial: false },
      { from: '2026-03-01', value: 0.7, peer: 0.5, partial: false },
      { from: '2026-04-01', value: 1, peer: 0.5, partial: false },
      { from: '2026-05-01', value: 0.9, peer: null, partial: true },
    ],
    ...more,
  };
}

describe('acceleratedShape', () => {
  // 108 px less twice 4 px, over four steps: 25 px from month to month; 50 px from 0,5 (y 54) up to 1 (y 4).
  it('draws what is whole, breaks where a month is missing, and leads to the running month', () => {
    const { shape } = acceleratedShape(field(), '2026-02-03', BOX);
    expect(shape.line).toBe('M4 54h.1M54 34L79 4');
    expect(shape.median).toBe('M4 54L29 54L54 54L79 54');
    expect(shape.open).toEqual({ x: 104, y: 14, path: 'M79 4L104 14' });
  });

  it('marks the month in which the pilot began and every whole month since the change', () => {
    const { shape, happened } = acceleratedShape(field(), '2026-02-03', BOX);
    expect(happened).toEqual([29]);
    expect(shape.signals).toEqual([
      { x: 54, y: 34, tone: 'better' },
      { x: 79, y: 4, tone: 'better' },
    ]);
  });

  it('colours nothing where nothing has changed', () => {
    const still = field({ verdict: 'no-change', changedFrom: null });
    expect(acceleratedShape(still, '2026-02-03', BOX).shape.signals).toEqual([]);
  });

  it('tells the range that is drawn, and none for two months or fewer', () => {
    expect(acceleratedShape(field(), '2026-02-03', BOX).range).toEqual({ low: 0.5, high: 1 });
    expect(acceleratedShape(field({ points: [] }), '2026-02-03', BOX).range).toBeNull();
    const two = field({ points: field().points.slice(0, 3) });
    expect(acceleratedShape(two, '2026-02-03', BOX).range).toBeNull();
  });
});
