import { findField } from '../measures.ts';
import { formatsIn } from './formats.ts';

describe('FormatsIn, Indonesian', () => {
  const formats = formatsIn('id');
  const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

  it('writes numbers with a point for thousands and a comma for decimals', () => {
    expect(formats.number(1234)).toBe('1.234');
    expect(formats.number(84.1, 2)).toBe('84,10');
    expect(formats.number(1234.5, 1)).toBe('1.234,5');
  });

  it('writes a percentage with a space that does not break', () => {
    expect(formats.share(0.74, 0)).toBe('74\u00a0%');
    expect(plain(formats.share(0.004, 1))).toBe('0,4 %');
    expect(plain(formats.share(0.75, 1))).toBe('75,0 %');
  });

  it('never rounds something to nothing, nor nearly all to all', () => {
    // 999 of 1,000 on time: 99.9 %, which is not 100 %.
    expect(plain(formats.share(0.999, 0))).toBe('99 %');
    expect(plain(formats.share(0.001, 0))).toBe('1 %');
    expect(plain(formats.share(1, 0))).toBe('100 %');
    expect(plain(formats.share(0, 0))).toBe('0 %');
    expect(plain(formats.share(0.9999, 1))).toBe('99,9 %');
  });

  it('writes a value with the decimals of the kamus indikator, and an axis with those of its step', () => {
    const [share, score] = [findField('turnaround', 'dueMetShare'), findField('ikm', 'score')];
    if (share === null || score === null) throw new Error('no such field');
    expect(plain(formats.value(share, 0.9))).toBe('90,0 %');
    expect(plain(formats.axisMark(share, 0.9, 0.05))).toBe('90 %');
    expect(plain(formats.axisMark(share, 0.905, 0.005))).toBe('90,5 %');
    expect(formats.value(score, 84)).toBe('84,00');
    expect(formats.axisMark(score, 84, 0.5)).toBe('84,0');
  });

  it('tells elapsed minutes in words', () => {
    expect(plain(formats.elapsed(0))).toBe('0 menit');
    expect(formats.elapsed(0.4)).toBe('kurang dari 1 menit');
    expect(plain(formats.elapsed(42))).toBe('42 menit');
    expect(plain(formats.elapsed(180))).toBe('3 jam');
    // 89.6 minutes read as 90, and 90 is told in hours: one time has one name.
    expect(plain(formats.elapsed(89.6))).toBe('1,5 jam');
    expect(plain(formats.elapsed(150))).toBe('2,5 jam');
    // 60 hours are two days and a half on the wall.
    expect(plain(formats.elapsed(3600))).toBe('2,5 hari');
    expect(plain(formats.elapsed(12 * 1440))).toBe('12 hari');
    // Up to a day and a half in hours; from ten of a kind on without a decimal.
    expect(plain(formats.elapsed(30 * 60))).toBe('30 jam');
    expect(plain(formats.elapsed(36 * 60))).toBe('1,5 hari');
    expect(plain(formats.elapsed(615))).toBe('10 jam');
    expect(plain(formats.elapsed(594))).toBe('9,9 jam');
  });

  it('tells official minutes in working days of eight hours', () => {
    expect(plain(formats.official(42))).toBe('42 menit');
    expect(plain(formats.official(180))).toBe('3 jam');
    expect(plain(formats.official(960))).toBe('2 hari kerja');
    expect(plain(formats.official(480))).toBe('1 hari kerja');
    expect(plain(formats.official(474))).toBe('7,9 jam');
  });

  it('writes dates, and instants in the zone of the kabupaten, which it names', () => {
    expect(formats.date('2026-03-17')).toBe('17 Mar 2026');
    expect(formats.typedDate('2026-03-07')).toBe('07/03/2026');
    // 08:00 UTC is 16.00 in Kutai Kartanegara and 15.00 in Bekasi; 20 November 2026 is a Friday.
    expect(plain(formats.instant('2026-11-20T08:00:00Z', 'Asia/Makassar'))).toBe(
      'Jumat 20 Nov 2026 16.00 WITA',
    );
    expect(plain(formats.instant('2026-11-20T08:00:00Z', 'Asia/Jakarta'))).toBe(
      'Jumat 20 Nov 2026 15.00 WIB',
    );
    expect(formats.hour(8)).toBe('08.00');
    const english = formatsIn('en');
    expect(plain(english.instant('2026-11-20T08:00:00Z', 'Asia/Makassar'))).toBe(
      'Friday 20 Nov 2026 16:00 WITA',
    );
    expect(english.hour(8)).toBe('08:00');
  });

  it('calls periods as people do', () => {
    const today = '2026-11-20';
    expect(formats.period({ from: '2026-11-01', to: '2026-11-20' }, today)).toBe('November 2026');
    expect(formats.period({ from: '2026-10-01', to: '2026-10-31' }, today)).toBe('Oktober 2026');
    expect(formats.period({ from: '2026-07-01', to: '2026-09-30' }, today)).toBe('Triwulan III 2026');
    expect(formats.period({ from: '2025-01-01', to: '2025-12-31' }, today)).toBe('2025');
    expect(formats.period({ from: '2026-01-01', to: '2026-10-31' }, today)).toBe('Jan–Okt 2026');
    expect(formats.period({ from: '2024-11-01', to: '2026-10-31' }, today)).toBe('Nov 2024 – Okt 2026');
    expect(formats.period({ from: '2026-03-03', to: '2026-04-17' }, today)).toBe('3 Mar – 17 Apr 2026');
    expect(formats.period({ from: '2026-10-12', to: '2026-10-31' }, today)).toBe('12–31 Okt 2026');
  });

  it('says of a month that runs until when it runs, and not of days that name their end', () => {
    const today = '2026-11-20';
    expect(formats.periodSoFar({ from: '2026-11-01', to: today }, today)).toBe(
      'November 2026 sampai tanggal 20',
    );
    expect(formats.periodSoFar({ from: '2026-11-16', to: today }, today)).toBe('16–20 Nov 2026');
    expect(formats.periodSoFar({ from: '2026-10-01', to: '2026-10-31' }, today)).toBe('Oktober 2026');
  });

  it('labels the buckets of a trend', () => {
    expect(formats.bucket('2026-11-01', 'month')).toBe('Nov 2026');
    expect(formats.bucket('2026-07-01', 'quarter')).toBe('Tw III 2026');
    expect(formats.bucket('2026-01-01', 'year')).toBe('2026');
    expect(formats.bucket('2026-03-17', 'week')).toBe('17 Mar');
  });

  it('names the buckets in a sentence, so that no year reads as a day', () => {
    expect(formats.bucketName('2026-10-01', 'month')).toBe('Oktober 2026');
    expect(formats.bucketName('2026-07-01', 'quarter')).toBe('Triwulan III 2026');
    expect(formats.bucketName('2026-01-01', 'year')).toBe('2026');
    expect(formats.bucketName('2026-03-17', 'day')).toBe('17 Mar 2026');
    expect(formats.bucketName('2026-11-16', 'week')).toBe('minggu 16–22 Nov 2026');
  });

  it('names the days of the week from Monday', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map((day) => formats.weekday(day))).toEqual([
      'Sen',
      'Sel',
      'Rab',
      'Kam',
      'Jum',
      'Sab',
      'Min',
    ]);
  });
});
