import { MEASURES } from '#domain/measures';
import type { Limits } from '#contract/signals';
import { FormatsIn } from '#domain/formats/formats';
import type { SeriesPoint } from '../../core/measures-api.ts';
import { type TrendTable, trendColumns } from './trend-columns.ts';

const [FIELD] = MEASURES.turnaround.fields.filter((field) => field.id === 'dueMetShare');
const LIMITS: Limits = {
  from: '2026-01-01',
  to: '2026-01-31',
  centre: 0.9,
  lower: 0.86,
  upper: 0.94,
  trial: false,
  frozen: true,
  points: 24,
};
const POINT: SeriesPoint = {
  from: '2026-01-01',
  to: '2026-01-31',
  value: 0.8,
  n: 40,
  state: 'defined',
  signal: 'outside',
};
const LATER: SeriesPoint = {
  ...POINT,
  from: '2026-02-01',
  to: '2026-02-28',
  value: null,
  state: 'missing',
  signal: null,
};

function columns(limits: readonly Limits[]): ReturnType<typeof trendColumns> {
  if (FIELD === undefined) throw new Error('The field is in the kamus.');
  const table: TrendTable = {
    field: FIELD,
    name: 'Tepat waktu',
    grain: 'month',
    limits,
    formats: new FormatsIn('id-ID', (key) => key),
    words: {
      absent: () => 'tidak ada data',
      inFile: () => ({ unit: '%', value: (share) => (share === null ? null : share * 100) }),
    },
    t: (key) => key,
  };
  return trendColumns(table);
}

const row = (point: SeriesPoint, limits: readonly Limits[]): Record<string, string> =>
  Object.fromEntries(columns(limits).map(({ id, text }) => [id, text(point).replaceAll('\u00a0', ' ')]));

describe('the table of a trend', () => {
  it('tells limits and signal beside each value', () => {
    expect(row(POINT, [LIMITS])).toEqual({
      from: 'Jan 2026',
      value: '80,0 %',
      n: '40',
      lower: '86,0 %',
      upper: '94,0 %',
      signal: 'signalRule.outside',
      state: 'pointState.defined',
    });
  });

  it('says where no limits hold and where there are no data', () => {
    const told = row(LATER, [LIMITS]);
    expect([told['value'], told['lower'], told['signal']]).toEqual(['tidak ada data', 'trend.noLimit', '']);
  });

  it('has no such columns where nothing is judged', () => {
    expect(columns([]).map(({ id }) => id)).toEqual(['from', 'value', 'n', 'state']);
  });

  it('writes limits into a file in the unit of the value', () => {
    const upper = columns([LIMITS]).find(({ id }) => id === 'upper');
    expect(upper?.file?.unit).toBe('%');
    expect(upper?.file?.value(POINT)).toBeCloseTo(94, 9);
  });
});
