import { isIsoDate, weekdayOf } from '#domain/period/civil-date';
import { PAUSE_REASONS } from '#domain/turnaround/pause-reasons';
import { findKabupaten, kecamatanOf } from './areas.ts';
import { CHANNELS } from './channels.ts';
import { COMPLAINT_CLASSES } from './complaint-classes.ts';
import { HOLIDAYS } from './holidays.ts';
import { IKM_INSTRUMENT_SEEDS } from './ikm-instruments.ts';
import { PILOT_SKPD } from './pilot-skpd.ts';
import { SETDA_BAGIAN } from './setda-bagian.ts';
import { PECUT_SERVICE_CODES, STARTER_SERVICES } from './starter-services.ts';

const CODE = /^[a-z0-9][a-z0-9-]{0,63}$/;

function daysOf(year: number, kind: string): string {
  return HOLIDAYS.filter((holiday) => holiday.kind === kind && holiday.day.startsWith(`${year}-`))
    .map(({ day }) => day.slice(5))
    .join(' ');
}

describe('holidays', () => {
  it('has the days of the decrees, 2025 to 2027', () => {
    expect(daysOf(2025, 'national')).toBe(
      '01-01 01-27 01-29 03-29 03-31 04-01 04-18 04-20 05-01 05-12 05-29 06-01 06-06 06-27 08-17 09-05 12-25',
    );
    expect(daysOf(2025, 'joint-leave')).toBe(
      '01-28 03-28 04-02 04-03 04-04 04-07 05-13 05-30 06-09 08-18 12-26',
    );
    expect(daysOf(2026, 'national')).toBe(
      '01-01 01-16 02-17 03-19 03-21 03-22 04-03 04-05 05-01 05-14 05-27 05-31 06-01 06-16 08-17 08-25 12-25',
    );
    expect(daysOf(2026, 'joint-leave')).toBe('02-16 03-18 03-20 03-23 03-24 05-15 05-28 12-24');
    expect(daysOf(2027, 'national')).toBe(
      '01-01 01-05 02-06 03-08 03-10 03-11 03-26 03-28 05-01 05-06 05-17 05-20 06-01 06-06 08-15 08-17 12-25 12-26',
    );
    expect(daysOf(2027, 'joint-leave')).toBe('02-05 03-09 03-12 03-15 03-25 05-18 05-19 12-24');
  });

  it('names a day once, with its decree; cuti bersama falls on weekdays', () => {
    expect(new Set(HOLIDAYS.map(({ day }) => day)).size).toBe(HOLIDAYS.length);
    for (const { day, kind, name, legalBasis } of HOLIDAYS) {
      expect(isIsoDate(day) && name !== '' && legalBasis !== '')
        .withContext(day)
        .toBeTrue();
      if (kind === 'joint-leave') expect(weekdayOf(day)).withContext(day).toBeLessThan(6);
    }
  });

  it('marks what still has to be compared with the decree', () => {
    expect(new Set(HOLIDAYS.filter(({ check }) => check).map(({ day }) => day.slice(0, 4)))).toEqual(
      new Set(['2025', '2027']),
    );
  });
});

describe('areas', () => {
  it('counts the kecamatan of Kutai Kartanegara, Bekasi and Indramayu', async () => {
    const counts = await Promise.all(
      ['64.02', '32.16', '32.12'].map(async (code) => (await kecamatanOf(code)).length),
    );
    expect(counts).toEqual([20, 23, 31]);
  });

  it('names kabupaten and kecamatan by Kemendagri code', async () => {
    expect(await findKabupaten('64.02')).toEqual({
      code: '64.02',
      name: 'Kutai Kartanegara',
      kind: 'kabupaten',
      provinceCode: '64',
    });
    expect(await findKabupaten('64.72')).toEqual({
      code: '64.72',
      name: 'Samarinda',
      kind: 'kota',
      provinceCode: '64',
    });
    expect((await kecamatanOf('64.02'))[6]).toEqual({
      code: '64.02.07',
      name: 'Sebulu',
      kabupatenCode: '64.02',
    });
    expect((await kecamatanOf('32.16'))[8]?.name).toBe('Cikarang Utara');
  });

  it('does not know bare numbers', async () => {
    expect(await findKabupaten('6402')).toBeNull();
    expect(await kecamatanOf('6403')).toEqual([]);
  });
});

describe('starter set', () => {
  it('has unique codes that imports accept', () => {
    for (const list of [
      CHANNELS,
      COMPLAINT_CLASSES,
      PAUSE_REASONS,
      STARTER_SERVICES,
      [...PILOT_SKPD, ...SETDA_BAGIAN],
    ]) {
      const codes = list.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      for (const code of codes) expect(code).toMatch(CODE);
    }
  });

  it('gives every service a promise, a legal basis and someone who offers it', () => {
    for (const { code, promise, feeRupiah, legalBasis, offeredBy } of STARTER_SERVICES) {
      expect(Number.isInteger(promise.amount) && promise.amount > 0)
        .withContext(code)
        .toBeTrue();
      expect(feeRupiah === null || feeRupiah >= 0)
        .withContext(code)
        .toBeTrue();
      expect(legalBasis.length > 10 && offeredBy.length > 0)
        .withContext(code)
        .toBeTrue();
    }
  });

  it('has the six services of PECUT at the kecamatan, free of charge', () => {
    const pecut = STARTER_SERVICES.filter(({ code }) => PECUT_SERVICE_CODES.includes(code));
    expect(pecut.length).toBe(6);
    expect(
      pecut.every(({ offeredBy, feeRupiah }) => offeredBy.includes('kecamatan') && feeRupiah === 0),
    ).toBeTrue();
  });

  it('leaves no pilot SKPD and none of the 12 bagian without a service', () => {
    expect([PILOT_SKPD.length, SETDA_BAGIAN.length]).toEqual([5, 12]);
    for (const { code } of [...PILOT_SKPD, ...SETDA_BAGIAN]) {
      expect(STARTER_SERVICES.some(({ offeredBy }) => (offeredBy as readonly string[]).includes(code)))
        .withContext(code)
        .toBeTrue();
    }
  });

  it('has the deadlines of complaints: 5, 14, 60, 10 + 7 and none', () => {
    expect(
      COMPLAINT_CLASSES.map(({ deadlineWorkingDays, extensionWorkingDays }) => [
        deadlineWorkingDays,
        extensionWorkingDays,
      ]),
    ).toEqual([
      [5, 0],
      [14, 0],
      [60, 0],
      [10, 7],
      [null, 0],
    ]);
    expect(
      COMPLAINT_CLASSES.filter(({ inspectorateOnly }) => inspectorateOnly).map(({ code }) => code),
    ).toEqual(['berkadar-pengawasan']);
  });

  it('offers the channels of complaints', () => {
    const codes = CHANNELS.filter(({ usedFor }) => usedFor.includes('complaints')).map(({ code }) => code);
    expect(codes.sort()).toEqual([
      'aplikasi',
      'call-center',
      'email',
      'facebook',
      'instagram',
      'kotak-saran',
      'sp4n-lapor',
      'tatap-muka',
      'web',
      'whatsapp',
      'x',
    ]);
  });

  it('carries instruments that survive JSON', () => {
    const copy = JSON.parse(JSON.stringify(IKM_INSTRUMENT_SEEDS)) as {
      id: string;
      weightNumerator: number;
      weightDenominator: number;
    }[];
    expect(
      copy.map(({ id, weightNumerator, weightDenominator }) => [id, weightNumerator, weightDenominator]),
    ).toEqual([
      ['kep-25-2004', 71, 1000],
      ['permenpanrb-16-2014', 1, 9],
      ['permenpanrb-14-2017', 1, 9],
    ]);
  });
});
