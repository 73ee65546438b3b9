import type { Breakdown } from '#contract/measures';
import { alignmentRows } from './alignment-rows.ts';

type Items = Breakdown['items'];

describe('services whose survey, deadlines and complaints are put side by side', () => {
  const items = (...rows: object[]) => ({ items: rows as Items });
  const survey = (key: string, grade: string | null, more: object = {}) => ({
    key,
    label: `Layanan ${key}`,
    score: grade === null ? null : 84.12,
    grade,
    instrument: 'permenpanrb-14-2017',
    respondents: grade === null ? 0 : 320,
    sufficient: grade !== null,
    ...more,
  });
  const time = (key: string, dueMetShare: number) => ({ key, label: key, due: 400, dueMetShare });
  const volume = (key: string, received: number) => ({ key, label: `Layanan ${key}`, received });
  const complaints = (key: string, valid: number) => ({ key, label: key, valid });

  it('puts what asks for a look first and what cannot be judged last', () => {
    const rows = alignmentRows({
      ikm: items(survey('kk', 'B'), survey('ktp', 'A'), survey('sktm', null)),
      turnaround: items(time('kk', 0.98), time('ktp', 0.6), time('sktm', 0.9)),
      volume: items(volume('kk', 900), volume('ktp', 500), volume('sktm', 1000)),
      // 8 of 500: 16 per 1,000.
      complaints: items(complaints('ktp', 8)),
    });
    expect(rows.map(({ service, verdict }) => [service, verdict])).toEqual([
      ['ktp', 'ikm-high'],
      ['kk', 'good'],
      ['sktm', 'insufficient'],
    ]);
    expect(rows.map(({ perThousand }) => perThousand)).toEqual([16, 0, 0]);
    expect(rows[2]?.gaps).toEqual(['survey']);
  });

  it('does not read a row of complaints that was left out as none', () => {
    const of = (suppressed: boolean) =>
      alignmentRows({
        ikm: items(survey('kk', 'B')),
        turnaround: items(time('kk', 0.98)),
        volume: items(volume('kk', 900)),
        complaints: suppressed ? { items: [], suppressed: true } : { items: [] },
      })[0];
    expect([of(false)?.perThousand, of(false)?.verdict]).toEqual([0, 'good']);
    expect([of(true)?.perThousand, of(true)?.verdict, of(true)?.suppressed]).toEqual([
      null,
      'insufficient',
      true,
    ]);
  });

  it('leaves out services that nobody asked for and nobody was asked about', () => {
    const rows = alignmentRows({
      ikm: items(survey('sepi', null)),
      turnaround: items(),
      volume: items(volume('sepi', 0)),
      complaints: items(),
    });
    expect(rows).toEqual([]);
  });
});
