import fc from 'fast-check';
import { bandOfScore, lowestUnsur, scoreIkm, scoreWithoutFees, unsurMeans } from './ikm-score.ts';
import { IKM_INSTRUMENTS, findInstrument, getInstrument } from './instruments.ts';

const of2004 = getInstrument('kep-25-2004');
const of2014 = getInstrument('permenpanrb-16-2014');
const of2017 = getInstrument('permenpanrb-14-2017');

// 20 respondents of a published thesis (Kediri, May–June 2024), which reports 77.50, B.
const KEDIRI = [61, 61, 63, 59, 58, 59, 64, 66, 67];

// Means of 14 unsur published for a puskesmas in June 2012 (n = 50), as totals: 3.06 × 50 …
// The report gives the index 3.059, B, Baik.
const PUSKESMAS_2012 = [153, 149, 153, 145, 153, 157, 152, 153, 159, 154, 160, 159, 155, 152];

describe('IKM score', () => {
  it('gives the published 77.50 (B) of 2017', () => {
    expect(scoreIkm(of2017, KEDIRI, 20)).toEqual({ score: 77.5, grade: 'B', label: 'Baik' });
    expect(scoreIkm(of2017, KEDIRI.map(BigInt), 20n)).toEqual({ score: 77.5, grade: 'B', label: 'Baik' });
  });

  it('gives the published index of 2004 with weight 0,071, not 1/14', () => {
    // Σ means = 43.08; × 0.071 = 3.05868 (published 3.059); × 25 = 76.467. With 1/14: 76.93.
    expect(scoreIkm(of2004, PUSKESMAS_2012, 50)).toEqual({ score: 76.47, grade: 'B', label: 'Baik' });
  });

  it('gives the 99.40 and 24.85 that weight 0,071 allows at most and at least', () => {
    // 14 × 4 × 0.071 × 25 = 99.4; 14 × 1 × 0.071 × 25 = 24.85, below every printed band.
    expect(scoreIkm(of2004, new Array<number>(14).fill(12), 3)).toEqual({
      score: 99.4,
      grade: 'A',
      label: 'Sangat baik',
    });
    expect(scoreIkm(of2004, new Array<number>(14).fill(3), 3)).toEqual({
      score: 24.85,
      grade: 'D',
      label: 'Tidak baik',
    });
  });

  it('rounds 88.305 up once and then calls it A', () => {
    // 25 Σ / (9 n) = 88.305 with n = 1000: Σ = 88.305 × 360 = 31789.8, no whole number;
    // with n = 5000: Σ = 158 949 = 9 × 17 661. One less is 88.304444… → 88.30.
    const totals = new Array<number>(9).fill(17_661);
    expect(scoreIkm(of2017, totals, 5000)).toEqual({ score: 88.31, grade: 'A', label: 'Sangat baik' });
    expect(scoreIkm(of2017, [17_660, ...totals.slice(1)], 5000)).toEqual({
      score: 88.3,
      grade: 'B',
      label: 'Baik',
    });
  });

  it('rounds 76.605 up once and then calls it B', () => {
    // Σ = 76.605 × 9 × 5000 / 25 = 137 889 = 9 × 15 321.
    const totals = new Array<number>(9).fill(15_321);
    expect(scoreIkm(of2017, totals, 5000)).toEqual({ score: 76.61, grade: 'B', label: 'Baik' });
    expect(scoreIkm(of2017, [15_320, ...totals.slice(1)], 5000)).toEqual({
      score: 76.6,
      grade: 'C',
      label: 'Kurang baik',
    });
  });

  it('keeps the bands of each regulation', () => {
    const grades = (id: string, ...scores: number[]): string =>
      scores.map((score) => bandOfScore(getInstrument(id), score).grade).join('');
    expect(grades('permenpanrb-14-2017', 25, 64.99, 65, 76.6, 76.61, 88.3, 88.31, 100)).toBe('DDCCBBAA');
    expect(grades('kep-25-2004', 25, 43.75, 43.76, 62.5, 62.51, 81.25, 81.26, 100)).toBe('DDCCBBAA');
    expect(grades('permenpanrb-16-2014', 43.75, 43.76, 62.5, 62.51, 81.25, 81.26)).toBe('DCCBBA');
    expect(bandOfScore(of2017, 70).label).toBe('Kurang baik');
    expect(() => bandOfScore(of2017, 100.01)).toThrowError(RangeError);
    expect(() => bandOfScore(of2017, NaN)).toThrowError(RangeError);
  });

  it('pools responses and does not average scores', () => {
    // 1 response of all 4 and 3 responses of all 2: Σ = 9 × 10, n = 4 → 2.5 × 25 = 62.50; the mean of 100 and 50 is 75.
    expect(scoreIkm(of2017, new Array<number>(9).fill(10), 4)?.score).toBe(62.5);
  });

  it('has no score without responses', () => {
    expect(scoreIkm(of2017, new Array<number>(9).fill(0), 0)).toBeNull();
    expect(scoreWithoutFees(of2017, new Array<number>(9).fill(0), 0)).toBeNull();
    expect(unsurMeans(of2017, new Array<number>(9).fill(0), 0)).toEqual([]);
    expect(lowestUnsur(of2017, new Array<number>(9).fill(0), 0)).toEqual([]);
  });

  it('refuses totals that cannot be', () => {
    const refused: [readonly number[], number][] = [
      [KEDIRI.slice(1), 20],
      [[...KEDIRI, 60], 20],
      [[81, ...KEDIRI.slice(1)], 20],
      [[19, ...KEDIRI.slice(1)], 20],
      [[60.5, ...KEDIRI.slice(1)], 20],
      [KEDIRI, -1],
      [KEDIRI, 0],
    ];
    for (const [totals, n] of refused) {
      expect(() => scoreIkm(of2017, totals, n))
        .withContext(`${totals.join(' ')} / ${n}`)
        .toThrowError(RangeError);
    }
  });

  it('lies between the worst and the best answer and rises with every better one', () => {
    const responses = fc.array(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 }), {
      minLength: 1,
      maxLength: 40,
    });
    fc.assert(
      fc.property(responses, (answers) => {
        const totals = of2017.unsur.map((_, unsur) =>
          answers.reduce((sum, row) => sum + (row[unsur] ?? 0), 0),
        );
        const score = scoreIkm(of2017, totals, answers.length)?.score ?? NaN;
        expect(score >= 25 && score <= 100).toBeTrue();
        if ((totals[0] ?? 0) < 4 * answers.length) {
          const better =
            scoreIkm(of2017, [(totals[0] ?? 0) + 1, ...totals.slice(1)], answers.length)?.score ?? NaN;
          expect(better).toBeGreaterThan(score);
        }
      }),
    );
  });
});

describe('score without the unsur about money', () => {
  it('gives each of the other 8 unsur of 2017 a weight of 1/8', () => {
    // Σ without U4 = 558 − 59 = 499; 499 / (8 × 20) × 25 = 77.96875.
    expect(scoreWithoutFees(of2017, KEDIRI, 20)).toBe(77.97);
  });

  it('shows what a free service owes to U4', () => {
    // U4 all 4, everything else 3: 28/9 × 25 = 77.78 with it, 3 × 25 = 75 without.
    const totals = [3, 3, 3, 4, 3, 3, 3, 3, 3];
    expect(scoreIkm(of2017, totals, 1)?.score).toBe(77.78);
    expect(scoreWithoutFees(of2017, totals, 1)).toBe(75);
    expect(scoreWithoutFees(of2014, totals, 1)).toBe(75);
  });

  it('leaves out both money questions of 2004, the sum of weights unchanged', () => {
    // Σ without U10 and U11 = 2154 − 154 − 160 = 1840; 1840 / 50 × 0.071 × 14/12 × 25 = 76.2066…
    expect(scoreWithoutFees(of2004, PUSKESMAS_2012, 50)).toBe(76.21);
  });
});

describe('unsur', () => {
  it('has the means of the published totals', () => {
    expect(unsurMeans(of2017, KEDIRI, 20).map(({ mean }) => mean)).toEqual([
      3.05, 3.05, 3.15, 2.95, 2.9, 2.95, 3.2, 3.3, 3.35,
    ]);
    expect(unsurMeans(of2017, KEDIRI, 20)[4]).toEqual({
      code: 'U5',
      name: 'Produk spesifikasi jenis pelayanan',
      mean: 2.9,
    });
  });

  it('names the lowest, all of them when equal', () => {
    expect(lowestUnsur(of2017, KEDIRI, 20)).toEqual(['U5']);
    expect(lowestUnsur(of2017, [60, 59, 63, 59, 60, 61, 64, 66, 67], 20)).toEqual(['U2', 'U4']);
  });

  it('is numbered in the order of each regulation', () => {
    expect(IKM_INSTRUMENTS.map(({ unsur }) => unsur.length)).toEqual([14, 9, 9]);
    expect(of2017.unsur.slice(7).map(({ code, name }) => `${code} ${name}`)).toEqual([
      'U8 Penanganan pengaduan, saran, dan masukan',
      'U9 Sarana dan prasarana',
    ]);
    expect(of2014.unsur[7]?.name).toBe('Maklumat pelayanan');
    expect(of2004.unsur[13]).toEqual({ code: 'U14', name: 'Keamanan pelayanan' });
  });
});

describe('instruments', () => {
  it('are found by id', () => {
    expect(findInstrument('skm-2030')).toBeNull();
    expect(() => getInstrument('skm-2030')).toThrowError(RangeError);
    expect(getInstrument('permenpanrb-14-2017').legalBasis).toContain('14 Tahun 2017');
  });

  it('follow each other without a gap', () => {
    expect(IKM_INSTRUMENTS.map(({ validFrom, validTo }) => [validFrom, validTo])).toEqual([
      ['2004-02-24', '2014-05-01'],
      ['2014-05-02', '2017-05-08'],
      ['2017-05-09', null],
    ]);
  });
});
