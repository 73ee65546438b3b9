import { cases, complaints, local, responses } from './demo-rows.testing.ts';

/** Seen from 21 November 2026: October ended on Friday the 30th. */
describe('what the demo gives to look into', () => {
  it('Loa Kulu: 18 requests more than usual are closed on the last working day of October', () => {
    const closedOn = (day: string): number =>
      cases.filter(({ unit, completedAt }) => unit === '64.02.02' && completedAt?.startsWith(day)).length;
    expect(closedOn('2026-10-30')).toBeGreaterThanOrEqual(18);
    const others = Array.from({ length: 29 }, (_, index) =>
      closedOn(`2026-10-${String(index + 1).padStart(2, '0')}`),
    ).filter((count) => count > 0);
    expect(Math.max(...others)).toBeLessThan(closedOn('2026-10-30') / 1.5);
  });

  it('DPMPTSP: ten licences to practise are refused on the last of their five working days', () => {
    const late = cases.filter(
      ({ unit, status, staff }) => unit === 'dpmptsp' && status === 'ditolak' && staff === null,
    );
    expect(late.map(({ receivedAt }) => receivedAt.slice(0, 7)).toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => '2026-08'),
      ...Array.from({ length: 3 }, () => '2026-09'),
      ...Array.from({ length: 3 }, () => '2026-10'),
    ]);
    // Monday 5 October and five working days: Monday the 12th.
    const [october] = late.filter(({ receivedAt }) => receivedAt.startsWith('2026-10'));
    expect([october?.receivedAt.slice(0, 10), october?.completedAt?.slice(0, 10)]).toEqual([
      '2026-10-05',
      '2026-10-12',
    ]);
    expect(late.every(({ completedAt }) => local(completedAt!).second >= 15 * 3600)).toBeTrue();
  });

  it('Samboja Barat: four people paid for a stamp that is free of charge', () => {
    const paid = cases.filter(({ unit, fee }) => unit === '64.02.20' && (fee ?? 0) > 0);
    expect(paid.map(({ service, fee }) => [service, fee])).toEqual(
      Array.from({ length: 4 }, () => ['legalisasi-surat', 10_000]),
    );
  });

  it('Marang Kayu: five complaints of October were resolved and opened again', () => {
    const again = complaints.filter(
      ({ unit, status, receivedAt }) =>
        unit === '64.02.17' && status === 'dibuka-kembali' && receivedAt.startsWith('2026-10'),
    );
    expect(again.filter(({ resolvedAt }) => resolvedAt !== null).length).toBeGreaterThanOrEqual(5);
    expect(again.every(({ closedAt }) => closedAt === null)).toBeTrue();
  });

  it('Tenggarong Seberang: an IKM of mutu A (88,31 and above) beside the most complaints of all kecamatan', () => {
    const answers = responses.filter(({ unit }) => unit === '64.02.16').map((each) => each.answers);
    const mean = answers.flat().reduce((sum, answer) => sum + answer, 0) / (9 * answers.length);
    expect(mean * 25).toBeGreaterThan(88.31);
    const byUnit = Map.groupBy(
      complaints.filter(({ unit }) => unit.startsWith('64.02.')),
      ({ unit }) => unit,
    );
    const most = [...byUnit].toSorted(([, a], [, b]) => b.length - a.length)[0];
    expect(most?.[0]).toBe('64.02.16');
  });
});
