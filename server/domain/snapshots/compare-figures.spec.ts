import { compareFigures } from './compare-figures.ts';
import { figuresOf, type FigureContent } from './snapshot-figures.ts';

/** A unit with one below it, on a handful of numbers. */
function content(
  change: { due?: number; met?: number; score?: number | null; month?: number } = {},
): FigureContent {
  const { due = 20, met = 15, score = 84.12, month = 0.75 } = change;
  const turnaround = { due, dueMet: met, dueMetShare: met / due, approximate: false };
  return {
    summary: {
      turnaround: { ...turnaround, previous: { due: 10, dueMet: 9, dueMetShare: 0.9, approximate: false } },
      ikm: {
        score,
        grade: 'B',
        unsur: [{ code: 'U4', name: 'Biaya', mean: 3.9 }],
        previous: { score: 80, grade: 'B', unsur: [] },
      },
      pilots: null,
    },
    matrix: { items: [{ key: '64.02.07', label: 'Sebulu', turnaround, pilots: null }] },
    trends: {
      items: [
        {
          measure: 'turnaround',
          field: 'dueMetShare',
          points: [
            { from: '2026-09-01', value: null, n: 0 },
            { from: '2026-10-01', value: month, n: due },
          ],
        },
      ],
    },
    breakdowns: [
      {
        measure: 'turnaround',
        by: 'service',
        items: [{ key: 'kk', label: 'Kartu Keluarga', due, dueMet: met }],
        total: { due, dueMet: met },
      },
    ],
    peers: [
      {
        measure: 'turnaround',
        field: 'dueMetShare',
        own: 0.75,
        quartiles: { q1: 0.6, median: 0.7, q3: 0.8 },
      },
    ],
  };
}

describe('the figures of a snapshot', () => {
  it('are each told once, by an address', () => {
    const figures = figuresOf(content());
    expect(new Set(figures.map(({ address }) => address)).size).toBe(figures.length);
    expect(Object.fromEntries(figures.map(({ address, value }) => [address, value]))).toEqual({
      'summary.turnaround.due': 20,
      'summary.turnaround.dueMet': 15,
      'summary.turnaround.dueMetShare': 0.75,
      'summary.turnaround.previous.due': 10,
      'summary.turnaround.previous.dueMet': 9,
      'summary.turnaround.previous.dueMetShare': 0.9,
      'summary.ikm.score': 84.12,
      'summary.ikm.unsur.U4': 3.9,
      'summary.ikm.previous.score': 80,
      'matrix.64.02.07.turnaround.due': 20,
      'matrix.64.02.07.turnaround.dueMet': 15,
      'matrix.64.02.07.turnaround.dueMetShare': 0.75,
      'trends.turnaround.dueMetShare.2026-09-01': null,
      'trends.turnaround.dueMetShare.2026-09-01.n': 0,
      'trends.turnaround.dueMetShare.2026-10-01': 0.75,
      'trends.turnaround.dueMetShare.2026-10-01.n': 20,
      'breakdowns.turnaround.service.kk.due': 20,
      'breakdowns.turnaround.service.kk.dueMet': 15,
      'breakdowns.turnaround.service.*.due': 20,
      'breakdowns.turnaround.service.*.dueMet': 15,
      'peers.turnaround.dueMetShare.q1': 0.6,
      'peers.turnaround.dueMetShare.median': 0.7,
      'peers.turnaround.dueMetShare.q3': 0.8,
      'peers.turnaround.dueMetShare.own': 0.75,
    });
  });

  it('are told of every measure, of programmes too', () => {
    const { summary, ...rest } = content();
    const pilots = { programmes: 3, progressShare: 0.67, previous: null };
    const addresses = figuresOf({ ...rest, summary: { ...summary, pilots } }).map(({ address }) => address);
    expect(addresses).toEqual(
      jasmine.arrayContaining(['summary.pilots.programmes', 'summary.pilots.progressShare']),
    );
  });

  it('say where they stand', () => {
    const at = (address: string) => figuresOf(content()).find((each) => each.address === address);
    expect(at('matrix.64.02.07.turnaround.due')).toEqual(
      jasmine.objectContaining({ part: 'matrix', label: 'Sebulu', field: 'due' }),
    );
    expect(at('breakdowns.turnaround.service.kk.due')).toEqual(
      jasmine.objectContaining({ part: 'breakdowns', by: 'service', label: 'Kartu Keluarga' }),
    );
    expect(at('summary.turnaround.previous.due')?.part).toBe('previous');
    expect(at('trends.turnaround.dueMetShare.2026-10-01')?.month).toBe('2026-10-01');
  });
});

describe('two contents of the same period', () => {
  it('that are the same do not differ', () => {
    expect(compareFigures(content(), content())).toEqual([]);
  });

  it('do not differ by what sums in another order differ by', () => {
    // 0.1 + 0.2 is not 0.3 for a computer.
    expect(compareFigures(content({ month: 0.1 + 0.2 }), content({ month: 0.3 }))).toEqual([]);
    // One case more among a hundred thousand is a difference.
    expect(compareFigures(content({ month: 0.50001 }), content({ month: 0.5 })).length).toBe(1);
  });

  it('differ in every figure that changed, with both values and the difference', () => {
    const differences = compareFigures(content(), content({ due: 21, met: 15 }));
    expect(
      differences.map(({ address, before, after, difference }) => [address, before, after, difference]),
    ).toEqual([
      ['summary.turnaround.due', 20, 21, 1],
      ['summary.turnaround.dueMetShare', 0.75, 15 / 21, 15 / 21 - 0.75],
      ['matrix.64.02.07.turnaround.due', 20, 21, 1],
      ['matrix.64.02.07.turnaround.dueMetShare', 0.75, 15 / 21, 15 / 21 - 0.75],
      ['trends.turnaround.dueMetShare.2026-10-01.n', 20, 21, 1],
      ['breakdowns.turnaround.service.kk.due', 20, 21, 1],
      ['breakdowns.turnaround.service.*.due', 20, 21, 1],
    ]);
  });

  it('differ where a figure is gone or has come, which is no difference in numbers', () => {
    expect(compareFigures(content(), content({ score: null }))).toEqual([
      jasmine.objectContaining({
        address: 'summary.ikm.score',
        before: 84.12,
        after: null,
        difference: null,
      }),
    ]);
    const whole = content();
    const less = { ...whole, breakdowns: [] };
    expect(compareFigures(less, whole).map(({ address, before, after }) => [address, before, after])).toEqual(
      [
        ['breakdowns.turnaround.service.kk.due', null, 20],
        ['breakdowns.turnaround.service.kk.dueMet', null, 15],
        ['breakdowns.turnaround.service.*.due', null, 20],
        ['breakdowns.turnaround.service.*.dueMet', null, 15],
      ],
    );
    expect(compareFigures(whole, less).map(({ address, before, after }) => [address, before, after])).toEqual(
      [
        ['breakdowns.turnaround.service.kk.due', 20, null],
        ['breakdowns.turnaround.service.kk.dueMet', 15, null],
        ['breakdowns.turnaround.service.*.due', 20, null],
        ['breakdowns.turnaround.service.*.dueMet', 15, null],
      ],
    );
  });

  it('tell who answered a survey by group, and what was frozen before that was told differs in nothing', () => {
    const answered = (women: number): FigureContent => ({
      ...content(),
      respondents: {
        sex: [
          { key: 'L', count: 4 },
          { key: 'P', count: women },
        ],
        education: [{ key: 'SMA', count: 4 + women }],
      },
    });
    expect(compareFigures(answered(5), answered(7))).toEqual([
      jasmine.objectContaining({
        address: 'respondents.sex.P',
        part: 'respondents',
        by: 'sex',
        label: 'P',
        before: 5,
        after: 7,
        difference: 2,
      }),
      jasmine.objectContaining({ address: 'respondents.education.SMA', before: 9, after: 11, difference: 2 }),
    ]);
    expect(compareFigures(content(), answered(7))).toEqual([]);
    expect(compareFigures(answered(7), content())).toEqual([]);
  });
});
