import type { ReportChart } from '#contract/reports/report-document';
import { drawChart } from './chart-shape.ts';

describe('chart of a report', () => {
  it('places points by their values and tells them in the words of the figures', () => {
    const drawn = drawChart(chart([0.5, 1, 0.75]), 400, 220);
    const [low, high, newest] = drawn.points;
    // 26 pixels are kept free above and 42 below: 1 stands at 26, 0.5 at 178, 0.75 halfway.
    expect([low?.y, high?.y, newest?.y]).toEqual([178, 26, 102]);
    expect(drawn.points.map(({ text }) => text)).toEqual(['50 %', '100 %', '75 %']);
    expect(drawn.values.map(({ text }) => text)).toContain('75 %');
    expect(drawn.labels.at(-1)?.text).toBe('Bulan 3');
    expect(drawn.lines).toEqual([`M${low?.x} 178L${high?.x} 26L${newest?.x} 102`]);
  });

  it('keeps the value of the lowest point clear of the words of the axis', () => {
    const { values, height } = drawChart(chart([0.9, 0.5, 0.9, 0.9]), 400, 220);
    const lowest = values.find(({ text }) => text === '50 %');
    // The words of the axis stand on a line 6 above the foot, and letters are 12 high.
    expect(lowest?.y).toBeLessThan(height - 6 - 12);
  });

  it('breaks the line where there are no data, and leads to a month that is not over apart', () => {
    const { lines, unfinished, points } = drawChart(
      chart([0.5, 0.6, null, 0.7, 0.8, 0.9], { open: 5 }),
      400,
      220,
    );
    expect(lines.length).toBe(2);
    expect(points.length).toBe(5);
    expect(points.at(-1)?.partial).toBeTrue();
    expect(unfinished).toBe(`M${points[3]?.x} ${points[3]?.y}L${points[4]?.x} ${points[4]?.y}`);
  });

  it('keeps limits and target within the picture', () => {
    const { bands, target } = drawChart(
      {
        ...chart([0.6, 0.7]),
        limits: [{ from: 0, to: 1, lower: 0.4, centre: 0.6, upper: 0.8 }],
        target: { id: 't', value: 0.9, unit: 'share', decimals: 0, text: '90 %' },
      },
      400,
      220,
    );
    // From 0.4 at the bottom (178) to 0.9 at the top (26): 0.8 is a fifth of 152 below the top.
    expect(bands.map(({ y, height }) => [y, Math.round((y + height) * 10) / 10])).toEqual([[56.4, 178]]);
    expect(target).toEqual({ y: 26, text: '90 %' });
  });

  it('draws bars from zero', () => {
    const { bars, lines } = drawChart({ ...chart([10, 20]), shape: 'bars' }, 400, 220);
    expect(lines).toEqual([]);
    expect(bars.map(({ y, height }) => [y, height])).toEqual([
      [102, 76],
      [26, 152],
    ]);
  });

  it('has nothing to draw without values', () => {
    expect(drawChart(chart([null, null]), 400, 220).points).toEqual([]);
  });

  function chart(values: readonly (number | null)[], { open = -1 } = {}): ReportChart {
    return {
      kind: 'chart',
      id: 'c',
      title: 'Tepat waktu naik',
      axis: 'Tepat waktu',
      shape: 'line',
      points: values.map((value, index) => ({
        label: `Bulan ${index + 1}`,
        figure:
          value === null
            ? null
            : { id: `p${index}`, value, unit: 'share', decimals: 0, text: `${Math.round(value * 100)} %` },
        ...(index === open ? { partial: true } : {}),
      })),
      limits: [],
      target: null,
      notes: [],
    };
  }
});
