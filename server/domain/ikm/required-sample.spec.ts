import { isSampleSufficient, requiredSample } from './required-sample.ts';

// Krejcie, R. V. & Morgan, D. W. (1970), Determining Sample Size for Research Activities,
// Educational and Psychological Measurement 30, 607–610, Table 1: N and S in turn.
const TABLE_1 = `
  10 10 15 14 20 19 25 24 30 28 35 32 40 36 45 40 50 44 55 48 60 52 65 56 70 59 75 63 80 66 85 70 90 73 95 76
  100 80 110 86 120 92 130 97 140 103 150 108 160 113 170 118 180 123 190 127 200 132 210 136 220 140 230 144
  240 148 250 152 260 155 270 159 280 162 290 165 300 169 320 175 340 181 360 186 380 191 400 196 420 201
  440 205 460 210 480 214 500 217 550 226 600 234 650 242 700 248 750 254 800 260 850 265 900 269 950 274
  1000 278 1100 285 1200 291 1300 297 1400 302 1500 306 1600 310 1700 313 1800 317 1900 320 2000 322 2200 327
  2400 331 2600 335 2800 338 3000 341 3500 346 4000 351 4500 354 5000 357 6000 361 7000 364 8000 367 9000 368
  10000 370 15000 375 20000 377 30000 379 40000 380 50000 381 75000 382`
  .trim()
  .split(/\s+/)
  .map(Number);

describe('required sample', () => {
  it('is that of the published table in its first 89 rows', () => {
    expect(TABLE_1.length).toBe(2 * 89);
    for (let row = 0; row < TABLE_1.length; row += 2) {
      const served = TABLE_1[row] ?? NaN;
      expect(requiredSample(served))
        .withContext(`N = ${served}`)
        .toBe(TABLE_1[row + 1] ?? NaN);
    }
  });

  it('follows the formula where the table does not: its last row prints 384 for 382.63', () => {
    expect(requiredSample(100_000)).toBe(383);
    // The limit for ever larger N is 3841 / 10 = 384.1.
    expect(requiredSample(1_000_000_000)).toBe(384);
  });

  it('asks everybody when few were served, and nobody when none were', () => {
    expect([1, 2, 3, 4, 5].map(requiredSample)).toEqual([1, 2, 3, 4, 5]);
    expect(requiredSample(0)).toBeNull();
  });

  it('refuses what is no number of people', () => {
    expect(() => requiredSample(-1)).toThrowError(RangeError);
    expect(() => requiredSample(2.5)).toThrowError(RangeError);
  });

  it('is reached or not', () => {
    expect(isSampleSufficient(80, 100)).toBeTrue();
    expect(isSampleSufficient(79, 100)).toBeFalse();
    expect(isSampleSufficient(61, 346)).toBeFalse();
    expect(isSampleSufficient(5, 0)).toBeNull();
  });
});
