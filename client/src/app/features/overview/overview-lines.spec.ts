import { MEASURES } from '#domain/measures';
import { FormatsIn } from '../../core/formats.ts';
import type { Summary } from '../../core/measures-api.ts';
import { overviewLines } from './overview-lines.ts';

const words = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  [key, ...Object.values(values)].join('|').replaceAll('\u00a0', ' ');
const formats = new FormatsIn('id-ID', words);
/** The name of the period that the sentences compare with. */
const BEFORE = '12–31 Okt';

const volume = { received: 0, completed: 0, rejected: 0, cancelled: 0, open: 0 };
const turnaround = {
  due: 0,
  dueMet: 0,
  dueMetShare: null,
  completed: 0,
  medianMinutes: null,
  p90Minutes: null,
  medianWorkingMinutes: null,
  p90WorkingMinutes: null,
  promised: 0,
  withinStandard: 0,
  withinStandardShare: null,
  visitsKnown: 0,
  sameVisitShare: null,
  approximate: false,
};
const complaints = {
  received: 0,
  valid: 0,
  followedUp: 0,
  followedUpShare: null,
  resolved: 0,
  resolvedShare: null,
  judged: 0,
  withinDeadlineShare: null,
  medianResolutionMinutes: null,
  approximate: false,
  open: 0,
  overdue: 0,
  reopened: 0,
};
const ikm = {
  score: null,
  grade: null,
  gradeLabel: null,
  respondents: 0,
  requiredRespondents: null,
  sufficient: null,
  participationShare: null,
  instrument: null,
  scoreWithoutCost: null,
  unsur: [],
  others: [],
};

function summary(change: Partial<Pick<Summary, 'volume' | 'turnaround' | 'complaints' | 'ikm'>>): Summary {
  return {
    unit: '64.02',
    unitName: 'Kutai Kartanegara',
    service: null,
    channel: null,
    from: '2026-11-01',
    to: '2026-11-20',
    dataVersion: 1,
    asOf: null,
    definitionsVersion: 'x',
    previousPeriod: { from: '2026-10-12', to: '2026-10-31' },
    ignoredFilters: {},
    pilots: null,
    volume: { ...volume, previous: volume },
    turnaround: { ...turnaround, previous: turnaround },
    complaints: { ...complaints, previous: complaints },
    ikm: { ...ikm, previous: ikm },
    ...change,
  };
}

describe('overviewLines', () => {
  it('says of every measure that there are no data, and none of them is a zero', () => {
    const lines = overviewLines(summary({}), BEFORE, formats, words);
    expect(lines.map((line) => line.mark)).toEqual(['no-data', 'no-data', 'no-data', 'no-data']);
    expect(lines.map((line) => line.sentence).join(' ')).not.toMatch(/\b0\b/);
  });

  it('says that figures are withheld, which is neither no data nor a zero', () => {
    const hidden = { suppressed: true as const };
    const lines = overviewLines(
      summary({
        volume: { ...volume, received: null, completed: null, open: null, ...hidden, previous: volume },
        turnaround: { ...turnaround, due: null, dueMet: null, ...hidden, previous: turnaround },
        complaints: { ...complaints, received: null, valid: null, ...hidden, previous: complaints },
        ikm: { ...ikm, respondents: null, ...hidden, previous: ikm },
      }),
      BEFORE,
      formats,
      words,
    );
    expect(lines.map((line) => line.sentence)).toEqual(Array(4).fill('overview.suppressed'));
    expect(lines.map((line) => line.mark)).not.toContain('no-data');
    expect(lines.flatMap((line) => line.facts)).toEqual([]);
  });

  it('judges on time over what fell due, and counts what is late', () => {
    const [line] = overviewLines(
      summary({
        turnaround: {
          ...turnaround,
          due: 412,
          dueMet: 305,
          dueMetShare: 305 / 412,
          previous: { ...turnaround, dueMetShare: 0.91 },
        },
      }),
      BEFORE,
      formats,
      words,
    );
    // 305 / 412 = 74.03 %, with the one decimal of the kamus indikator; 412 − 305 = 107.
    expect(line?.sentence).toBe('overview.turnaround.sentence|74,0 %|412|overview.before|12–31 Okt|91,0 %');
    expect(line?.facts).toContain('overview.turnaround.late|107');
    expect(line?.mark).toBe('unjudged');
  });

  it('reserves judgement on fewer records than the kamus indikator asks for', () => {
    const field = MEASURES.turnaround.fields.find((candidate) => candidate.id === 'dueMetShare');
    const minimum = field?.minimumN ?? 0;
    const factsOf = (due: number): readonly string[] =>
      overviewLines(
        summary({ turnaround: { ...turnaround, due, dueMet: due, dueMetShare: 1, previous: turnaround } }),
        BEFORE,
        formats,
        words,
      )[0]?.facts ?? [];
    expect(minimum).toBeGreaterThan(1);
    expect(factsOf(minimum - 1)).toContain('absence.tooFewShort');
    expect(factsOf(minimum)).not.toContain('absence.tooFewShort');
  });

  it('shows a small sample by its sign and the number that would do', () => {
    const line = overviewLines(
      summary({
        ikm: {
          ...ikm,
          score: 84.12,
          grade: 'B',
          respondents: 61,
          requiredRespondents: 346,
          sufficient: false,
          unsur: [
            { code: 'U1', name: 'Persyaratan', mean: 3.3 },
            { code: 'U3', name: 'Waktu penyelesaian', mean: 2.9 },
          ],
          previous: ikm,
        },
      }),
      BEFORE,
      formats,
      words,
    )[2];
    expect(line?.mark).toBe('small-sample');
    expect(line?.sentence).toBe('overview.ikm.small|84,12|B|61|overview.before|12–31 Okt|absence.noData|346');
    expect(line?.facts).toContain('overview.ikm.lowest|waktu penyelesaian');
  });

  it('tells complaints that were all invalid from no complaints', () => {
    const line = overviewLines(
      summary({ complaints: { ...complaints, received: 3, previous: complaints } }),
      BEFORE,
      formats,
      words,
    )[1];
    expect(line?.sentence).toBe('overview.complaints.noneValid|3');
  });

  it('tells a period before without any record from one with none received', () => {
    const sentence = (previous: Summary['volume']['previous']): string | undefined =>
      overviewLines(
        summary({ volume: { ...volume, received: 8, completed: 5, previous } }),
        BEFORE,
        formats,
        words,
      )[3]?.sentence;
    expect(sentence(volume)).toBe('overview.volume.sentence|8|overview.before|12–31 Okt|absence.noData|5');
    expect(sentence({ ...volume, completed: 2 })).toBe(
      'overview.volume.sentence|8|overview.before|12–31 Okt|0|5',
    );
  });

  it('says which filter a measure does not know', () => {
    const lines = overviewLines(
      { ...summary({}), ignoredFilters: { ikm: ['channel'] } },
      BEFORE,
      formats,
      words,
    );
    expect(
      lines.filter((line) => line.facts.includes('overview.ignored.channel')).map((line) => line.measure),
    ).toEqual(['ikm']);
  });
});
