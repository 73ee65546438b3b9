import { findField, type MeasureField, type MeasureId } from '../measures.ts';
import { addMonthsToStart, monthEnd } from '../period/civil-date.ts';
import type { TargetInForce } from '../targets/target-in-force.ts';
import { judgeSeries, type MonthPoint } from './series-judgement.ts';
import { otherGrainSentence, signalSentence } from './signal-sentence.ts';
import type { Language } from '../language.ts';

/** Sunday; the last whole month is October. */
const TODAY = '2026-11-22';

interface Told {
  readonly measure?: MeasureId;
  readonly field?: string;
  readonly language?: Language;
  readonly rebasedOn?: readonly string[];
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly lastDay?: string;
  readonly more?: (index: number) => Partial<MonthPoint>;
  /** Last month of the values; October 2026. */
  readonly until?: string;
}

/** The sentence of months that end with October 2026, with its spaces made plain. */
function tell(values: readonly (number | null)[], told: Told = {}): string {
  const { measure = 'turnaround', field = 'dueMetShare', language = 'id', until = '2026-10-01' } = told;
  const found: MeasureField | null = findField(measure, field);
  if (!found) throw new Error(`no field ${field}`);
  const points = values.map((value, index): MonthPoint => {
    const from = addMonthsToStart(until, index - values.length + 1);
    const state = value === null ? 'missing' : 'defined';
    return { from, to: monthEnd(from), value, n: value === null ? 0 : 100, state, ...told.more?.(index) };
  });
  const target: TargetInForce | null =
    told.atLeast === undefined && told.atMost === undefined
      ? null
      : {
          atLeast: told.atLeast ?? null,
          atMost: told.atMost ?? null,
          legalBasis: null,
          validFrom: '2024-01-01',
        };
  const judgement = judgeSeries(points, found, {
    rebasedOn: told.rebasedOn ?? [],
    targetOn: () => target,
    lastDay: told.lastDay ?? TODAY,
  });
  return signalSentence(judgement, points, { measure, field: found, language, today: TODAY }).replaceAll(
    '\u00a0',
    ' ',
  );
}

/** Alternates around a mean: 24 months give frozen limits of the mean ± 2.66 × 2 × distance. */
const around = (mean: number, distance: number, length = 24) =>
  Array.from({ length }, (_, index) => mean + (index % 2 === 0 ? -distance : distance));
const COMPLAINTS: Told = { measure: 'complaints', field: 'received' };
const WORKING_TIME: Told = { field: 'medianWorkingMinutes' };

/** Within one sigma of 91 % (sigma 1.77 points), and below it. */
const SEVEN_BELOW = [0.9, 0.905, 0.9, 0.905, 0.9, 0.905, 0.9];

describe('the sentence of a signal', () => {
  it('outside, where nobody can say that it is good or bad', () => {
    // 6 ± 3.0: 2.6 and 9.4 hold the counts 3 to 9.
    const values = [...around(6, 0.64), 14];
    expect(tell(values, COMPLAINTS)).toBe('Naik di luar batas pada Oktober: 14 aduan, biasanya 3–9.');
    expect(tell(values, { ...COMPLAINTS, language: 'en' })).toBe(
      'Up beyond the limits in October: 14 complaints, usually 3–9.',
    );
  });

  it('outside, judged by polarity', () => {
    const values = [...around(0.91, 0.01), 0.74];
    expect(tell(values)).toBe('Turun di luar batas pada Oktober (memburuk): 74 %, biasanya 85,7–96,3 %.');
    expect(tell(values, { language: 'en' })).toBe(
      'Down beyond the limits in October (worsening): 74%, usually 85.7–96.3%.',
    );
    expect(tell([...around(0.8, 0.01), 0.95])).toBe(
      'Naik di luar batas pada Oktober (membaik): 95 %, biasanya 74,7–85,3 %.',
    );
  });

  it('outside for months', () => {
    expect(tell([...around(0.91, 0.01), 0.74, 0.73, 0.74])).toBe(
      'Turun sejak Agustus (memburuk): Oktober 74 %, biasanya 85,7–96,3 %.',
    );
    expect(tell([...around(0.91, 0.01), 0.74, 0.73, 0.74], { language: 'en' })).toBe(
      'Down since August (worsening): 74% in October, usually 85.7–96.3%.',
    );
  });

  it('on one side of the mean', () => {
    const values = [...around(0.91, 0.01), ...SEVEN_BELOW];
    expect(tell(values)).toBe(
      'Turun sejak April (memburuk): tujuh bulan berturut-turut di bawah rata-rata 91 %; Oktober 90 %.',
    );
    expect(tell(values, { language: 'en' })).toBe(
      'Down since April (worsening): seven months in a row below the mean of 91%; 90% in October.',
    );
    expect(tell([...around(60, 10, 24), 61, 62, 61, 62, 61, 62, 61], WORKING_TIME)).toBe(
      'Naik sejak Maret (memburuk): delapan bulan berturut-turut di atas rata-rata 60 menit; Oktober 61 menit.',
    );
  });

  it('thirteen months on one side are written in digits', () => {
    const values = [...around(0.91, 0.01), ...SEVEN_BELOW.slice(0, 6), ...SEVEN_BELOW];
    expect(tell(values)).toContain('sejak Oktober 2025 (memburuk): 13 bulan berturut-turut di bawah');
  });

  it('rising month by month', () => {
    const rising = [0.895, 0.9, 0.905, 0.91, 0.915, 0.92, 0.925];
    expect(tell([...around(0.91, 0.01), ...rising])).toBe(
      'Naik terus sejak April (membaik): tujuh bulan berturut-turut, dari 89,5 % menjadi 92,5 %.',
    );
    expect(tell([...around(0.91, 0.01), ...rising], { language: 'en' })).toBe(
      'Up every month since April (improving): seven months in a row, from 89.5% to 92.5%.',
    );
  });

  it('two of three far from the mean', () => {
    expect(tell([...around(0.91, 0.01), 0.87, 0.91, 0.87])).toBe(
      'Turun sejak Agustus (memburuk): dua dari tiga bulan terakhir jauh di bawah rata-rata 91 %; Oktober 87 %.',
    );
    expect(tell([...around(0.91, 0.01), 0.87, 0.91, 0.87], { language: 'en' })).toBe(
      'Down since August (worsening): two of the last three months far below the mean of 91%; 87% in October.',
    );
  });

  it('a pattern that follows others of another kind', () => {
    // Sigma is 1.77 points: February and April lie more than two above 80 %, March below; from April on all lie above.
    const values = [...around(0.8, 0.01), 0.84, 0.795, 0.84, 0.84, 0.84, 0.84, 0.84, 0.84, 0.81];
    expect(tell(values)).toBe('Naik sejak Februari (membaik): Oktober 81 % dibanding rata-rata 80 %.');
    expect(tell(values, { language: 'en' })).toBe(
      'Up since February (improving): 81% in October against a mean of 80%.',
    );
  });

  it('a month of another year has its year', () => {
    expect(tell([...around(6, 0.64), 14, 14, 14, 14, 14, 14, 14, 14, 14, 14, 14], COMPLAINTS)).toBe(
      'Naik sejak Desember 2025: Oktober 14 aduan, biasanya 3–9.',
    );
  });

  it('stable', () => {
    expect(tell(around(0.91, 0.01))).toBe('Stabil di sekitar 91 %.');
    expect(tell(around(0.91, 0.01), { language: 'en' })).toBe('Stable around 91%.');
    expect(tell(around(84.12, 0.5), { measure: 'ikm', field: 'score' })).toBe('Stabil di sekitar 84,12.');
    expect(tell(around(1200, 10), { measure: 'volume', field: 'received' })).toBe(
      'Stabil di sekitar 1.200 permohonan.',
    );
    expect(tell(around(960, 60), WORKING_TIME)).toBe('Stabil di sekitar 2 hari kerja.');
    expect(tell(around(960, 60), { ...WORKING_TIME, language: 'en' })).toBe('Stable around 2 working days.');
    expect(tell(around(180, 10), WORKING_TIME)).toBe('Stabil di sekitar 3 jam.');
  });

  it('and the target: 91 % ± 5.3', () => {
    const values = around(0.91, 0.01);
    expect(tell(values, { atLeast: 0.95 })).toBe('Stabil di sekitar 91 %; belum menjamin target 95 %.');
    expect(tell(values, { atLeast: 0.8 })).toBe('Stabil di sekitar 91 %; target 80 % terus tercapai.');
    expect(tell(values, { atLeast: 0.98 })).toBe(
      'Stabil di sekitar 91 %; target 98 % tidak akan tercapai tanpa perubahan.',
    );
    expect(tell(values, { atLeast: 0.95, language: 'en' })).toBe(
      'Stable around 91%; does not assure the target 95%.',
    );
    expect(tell(around(60, 2), { ...WORKING_TIME, atMost: 60 })).toBe(
      'Stabil di sekitar 60 menit; belum menjamin target paling lama 60 menit.',
    );
    expect(tell(around(6, 0.64), { ...COMPLAINTS, atMost: 20 })).toBe(
      'Stabil di sekitar 6 aduan; target paling tinggi 20 aduan terus tercapai.',
    );
    expect(tell(around(6, 0.64), { ...COMPLAINTS, atLeast: 3, atMost: 8 })).toBe(
      'Stabil di sekitar 6 aduan; belum menjamin target 3–8.',
    );
  });

  it('a change says nothing of the target: the limits are those of before', () => {
    expect(tell([...around(0.91, 0.01), 0.74], { atLeast: 0.8 })).not.toContain('target');
  });

  it('a constant series', () => {
    const always = Array.from({ length: 12 }, () => 1);
    expect(tell(always)).toBe('Tetap 100 % selama dua belas bulan. Batas masih percobaan: baru 12 bulan.');
    expect(tell([...always, 1], { atLeast: 0.95 })).toBe(
      'Tetap 100 % selama 13 bulan; target 95 % tercapai.',
    );
    expect(tell([...always, 1], { atLeast: 0.95, language: 'en' })).toBe(
      '100% in each of 13 months; target 95% is met.',
    );
    expect(tell([...always, 1, 0.9])).toContain('biasanya');
    expect(tell([...Array.from({ length: 24 }, () => 0.9)], { atLeast: 0.95 })).toBe(
      'Tetap 90 % selama 24 bulan; target 95 % tidak tercapai.',
    );
    expect(tell([...Array.from({ length: 24 }, () => 3), 5], COMPLAINTS)).toBe(
      'Naik di luar batas pada Oktober: 5 aduan, biasanya selalu 3.',
    );
  });

  it('on trial', () => {
    expect(tell(around(0.91, 0.01, 8))).toBe('Stabil di sekitar 91 %. Batas masih percobaan: baru 8 bulan.');
    expect(tell(around(0.91, 0.01, 8), { language: 'en' })).toBe(
      'Stable around 91%. The limits are on trial: only 8 months.',
    );
  });

  it('not enough data, and what is missing', () => {
    expect(tell([])).toBe('Belum ada data.');
    expect(tell([], { language: 'en' })).toBe('No data yet.');
    expect(tell(around(0.91, 0.01, 5))).toBe('Belum cukup data: baru 5 bulan.');
    expect(tell(around(0.91, 0.01, 1), { language: 'en' })).toBe('Not enough data: only 1 month.');
    expect(tell([0.9, 0.8], { more: () => ({ n: 4 }) })).toBe(
      'Belum cukup data: belum ada bulan penuh dengan sedikitnya 5 permohonan.',
    );
    expect(tell([0.9, 0.8, 0.9], { more: (index) => ({ n: index === 0 ? 5 : 4 }) })).toBe(
      'Belum cukup data: baru 1 bulan dengan sedikitnya 5 permohonan.',
    );
    expect(tell(around(0.91, 0.01, 27), { rebasedOn: ['2026-08-01'] })).toBe(
      'Belum cukup data sejak dasar baru Agustus: baru 3 bulan.',
    );
  });

  it('the running month is named where it is waited for, and is not judged', () => {
    const running = (last: number): Told => ({
      until: '2026-11-01',
      more: (index) => (index === last ? { state: 'partial', to: TODAY } : {}),
    });
    expect(tell(around(0.91, 0.01, 6), running(5))).toBe(
      'Belum cukup data: baru 5 bulan; November belum selesai.',
    );
    expect(tell([...around(0.91, 0.01), 0.1], running(24))).toBe('Stabil di sekitar 91 %.');
  });

  it('withheld figures are not told by a verdict', () => {
    const hidden: Told = { more: () => ({ state: 'missing', value: null, suppressed: true }) };
    expect(tell([0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9], hidden)).toBe(
      'Tidak dinilai: sebagian angka bulanan disamarkan.',
    );
    expect(tell([0.9], { ...hidden, language: 'en' })).toBe(
      'Not judged: some of the monthly figures are withheld.',
    );
  });

  it('when the last months are missing, of when it is told', () => {
    expect(tell([...around(0.91, 0.01), null, null])).toBe(
      'Stabil di sekitar 91 %. Terakhir dinilai: Agustus.',
    );
    expect(tell([...around(0.91, 0.01), null], { language: 'en' })).toBe(
      'Stable around 91%. Last judged: September.',
    );
    // Looking at a window that ends in August, August is the last month.
    expect(tell([...around(0.91, 0.01), 0.74, 0.91], { lastDay: '2026-08-31' })).toBe(
      'Stabil di sekitar 91 %.',
    );
  });

  it('other grains are not judged', () => {
    expect(otherGrainSentence('id')).toContain('per bulan');
    expect(otherGrainSentence('en')).toContain('by month');
  });
});
