import type { ReportChart } from '#contract/reports/report-document';
import { buildReport } from '../../../../reports/build/build-report.ts';
import { contentOf, inputOf } from '../../../../reports/build/report-content.testing.ts';
import { LAPORAN_KINERJA } from '../../../../reports/definitions/laporan-kinerja/laporan-kinerja.ts';
import { chartSvg } from './chart-svg.ts';

function chart(): ReportChart {
  const { sections } = buildReport(LAPORAN_KINERJA, inputOf(contentOf()));
  const found = sections.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'chart');
  if (found?.kind !== 'chart') throw new Error('The report has no chart.');
  return found;
}

/** The words of a drawing. */
function wordsIn(svg: string): string[] {
  return [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, words = '']) =>
    words.replaceAll('\u00a0', ' '),
  );
}

describe('charts on paper', () => {
  it('name the newest value, the target and the months, and reach the target', () => {
    const words = wordsIn(chartSvg(chart(), 499, 'id'));
    expect(words).toContain('74,0 %');
    expect(words).toContain('Okt 2026');
    // The values lie between 80 and 84 %, the limits between 76 and 88 %: the axis reaches the target of 90 %.
    expect(words.filter((each) => each === '90 %').length).toBe(2);
    expect(words.filter((each) => /^\d+ %$/.test(each)).sort()).toEqual(
      jasmine.arrayContaining(['80 %', '85 %', '90 %']),
    );
  });

  it('draw limits, their mean and the target at the height that the points have', () => {
    const svg = chartSvg(chart(), 499, 'id');
    const heights = (pattern: RegExp): number[] =>
      [...(pattern.exec(svg)?.[1] ?? '').matchAll(/[\d.]+[ ,]([\d.]+)/g)].map(([, y]) => Number(y));
    const [first = 0, , , , fifth = 0] = heights(/<path d="(M[^"]+)" fill="none"[^>]*stroke-width="1.2"/);
    // The first month is at 80 %, the fifth at 84 %: a hundredth is a quarter of what lies between them.
    const at = (share: number): number => first + ((share - 0.8) / 0.04) * (fifth - first);
    const band = heights(/<polygon points="([^"]+)"/);
    const centre = heights(/<path d="([^"]+)"[^>]*stroke-width="0.6" ecmeta_series_index/);
    const target = heights(/<path d="([^"]+)"[^>]*stroke-dasharray="4,3"/);
    expect(Math.max(...band)).toBeCloseTo(at(0.76), 1);
    expect(Math.min(...band)).toBeCloseTo(at(0.88), 1);
    // Straight lines are set to half points.
    expect([centre, target].map((line) => line.length)).toEqual([2, 2]);
    for (const y of centre) expect(Math.abs(y - at(0.82))).toBeLessThan(1);
    for (const y of target) expect(Math.abs(y - at(0.9))).toBeLessThan(1);
  });

  it('are drawn the same each time, in vectors without outlines around words', () => {
    const svg = chartSvg(chart(), 499, 'id');
    expect(svg).toMatch(/^<svg width="499" height="150"/);
    expect(svg).not.toMatch(/<image|<text[^>]*stroke="(?!none)/);
    const ids = /zr\d+[-\w]*|-cls-\d+/g;
    expect(chartSvg(chart(), 499, 'id').replace(ids, '')).toBe(svg.replace(ids, ''));
  });

  it('break where there are no data, and begin counts at zero', () => {
    const whole = chart();
    const gap = {
      ...whole,
      points: whole.points.map((point, index) =>
        index === 12 && point.figure ? { ...point, figure: { ...point.figure, value: null } } : point,
      ),
    };
    const line = (svg: string): string[] =>
      [...svg.matchAll(/d="([^"]+)" fill="none"[^>]*stroke="#16211f" stroke-width="1.2"/g)].map(
        ([, path = '']) => path,
      );
    const beginnings = (svg: string): number => line(svg).join('').split('M').length - 1;
    expect(beginnings(chartSvg(whole, 499, 'id'))).toBe(1);
    expect(beginnings(chartSvg(gap, 499, 'id'))).toBe(2);
    const counts: ReportChart = {
      ...whole,
      id: 'trends.volume.received',
      limits: [],
      target: null,
      points: whole.points.map(({ label }, index) => ({
        label,
        figure: { id: `n.${index}`, value: 3_000 + index, unit: 'count', decimals: 0, text: `${index}` },
      })),
    };
    expect(wordsIn(chartSvg(counts, 499, 'id'))).toEqual(jasmine.arrayContaining(['0', '1.000', '4.000']));
  });

  it('tell target, mean and judgements apart without colour', () => {
    const marked = chart();
    const svg = chartSvg(marked, 499, 'id').replaceAll(/#[0-9a-f]{6}/g, '#777777');
    const dashes = (part: string): number => part.split('stroke-dasharray').length - 1;
    // The target is the one dashed line; the run of better months is hollow, the fall at the end is filled.
    expect(dashes(svg)).toBe(1);
    const signs = [...svg.matchAll(/<path d="([^"]+)"[^>]*transform="([^"]+)"[^>]*fill="([^"]+)"/g)];
    const shapes = new Set(signs.map(([, path, , fill]) => `${path?.replaceAll(/[\d.\s-]+/g, ' ')} ${fill}`));
    expect(shapes.size).toBeGreaterThan(1);
    const alike = { ...marked, points: marked.points.map(({ signal: _signal, ...point }) => point) };
    expect(dashes(chartSvg({ ...alike, target: null }, 499, 'id'))).toBe(0);
  });
});
