/** Figures written by hand, for the specs of reports: a kabupaten of any number of units. */
import type { Breakdown, Matrix, Series, Summary } from '#contract/measures';
import type { SnapshotContent } from '#contract/reports/snapshot-content';
import type { Verdict } from '#contract/signals';
import type { ReportInput } from './report-input.ts';

const SELECTION = {
  unit: '64.02',
  unitName: 'Kutai Kartanegara',
  service: null,
  channel: null,
  from: '2026-10-01',
  to: '2026-10-31',
  dataVersion: 41,
  asOf: '2026-11-02T03:00:00.000Z',
  definitionsVersion: '2026-11',
};

export const VOLUME = {
  received: 1_208,
  completed: 1_150,
  rejected: 30,
  cancelled: 8,
  open: 64,
  lateEntries: 21,
};

export const TURNAROUND = {
  due: 1_190,
  dueMet: 884,
  dueMetShare: 884 / 1_190,
  completed: 1_150,
  medianMinutes: 2_900,
  p90Minutes: 9_000,
  medianWorkingMinutes: 1_200,
  p90WorkingMinutes: 3_840,
  promised: 1_150,
  withinStandard: 900,
  withinStandardShare: 900 / 1_150,
  visitsKnown: 1_000,
  singleVisit: 710,
  sameVisitShare: 0.71,
  medianOnSiteMinutes: 42,
  preparedKnown: 900,
  preparedShare: 0.2,
  overdue: 37,
  approximate: false,
};

export const COMPLAINTS = {
  received: 214,
  valid: 200,
  followedUp: 190,
  followedUpShare: 0.95,
  resolved: 161,
  resolvedShare: 0.805,
  judged: 180,
  withinDeadlineShare: 0.9,
  responded: 188,
  respondedShare: 0.94,
  medianResolutionMinutes: 4_000,
  p90ResolutionMinutes: 9_000,
  medianResolutionWorkingMinutes: 1_440,
  p90ResolutionWorkingMinutes: 4_800,
  medianResponseWorkingMinutes: 480,
  p90ResponseWorkingMinutes: 960,
  escalated: 12,
  invalidShare: 14 / 214,
  approximate: false,
  open: 39,
  overdue: 9,
  reopened: 3,
};

export const IKM = {
  score: 84.12,
  grade: 'B',
  gradeLabel: 'Baik',
  respondents: 361,
  requiredRespondents: 346,
  sufficient: true,
  participationShare: 0.314,
  instrument: 'permenpanrb-14-2017',
  scoreWithoutCost: 82.7,
  unsur: [
    { code: 'U1', name: 'Persyaratan', mean: 3.319 },
    { code: 'U4', name: 'Biaya/tarif', mean: 3.939 },
  ],
  others: [],
};

/** Adds up to the respondents of the score. */
export const RESPONDENTS: SnapshotContent['respondents'] = {
  sex: [
    { key: 'L', count: 160 },
    { key: 'P', count: 201 },
  ],
  education: [
    { key: 'SD', count: 40 },
    { key: 'SMP', count: 60 },
    { key: 'SMA', count: 168 },
    { key: 'D3', count: 30 },
    { key: 'S1', count: 54 },
    { key: 'S2', count: 7 },
    { key: 'unknown', count: 2 },
  ],
};

/** A block of nothing but zeros: nobody has reported. */
export const NO_VOLUME = { received: 0, completed: 0, rejected: 0, cancelled: 0, open: 0, lateEntries: 0 };

/** Every figure of complaints withheld from the reader. */
export const HIDDEN_COMPLAINTS = {
  ...(Object.fromEntries(Object.keys(COMPLAINTS).map((key) => [key, null])) as Record<
    keyof typeof COMPLAINTS,
    null
  >),
  approximate: false,
  suppressed: true as const,
};

export const NO_IKM = {
  ...IKM,
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
};

export const STABLE: Verdict = {
  variation: 'stable',
  assurance: 'unknown',
  rule: null,
  direction: null,
  since: null,
  persistence: 0,
  centre: 0.8,
  lastFrom: '2026-10-01',
  last: 0.74,
  n: 400,
  trial: false,
  target: null,
  sentence: 'Stabil di sekitar 80 %.',
};

type UnitItem = Matrix['items'][number];

export function unitItem(index: number, over: Partial<UnitItem> = {}): UnitItem {
  return {
    key: `64.02.${String(index).padStart(2, '0')}`,
    label: `Kecamatan Nomor ${index}`,
    kind: 'kecamatan',
    volume: { ...VOLUME, received: 100 + index },
    turnaround: TURNAROUND,
    complaints: COMPLAINTS,
    ikm: IKM,
    pilots: null,
    signals: { 'turnaround.dueMetShare': STABLE },
    lastReportedOn: '2026-10-31',
    silent: false,
    ...over,
  };
}

export function summaryOf(over: Partial<Summary> = {}): Summary {
  return {
    ...SELECTION,
    previousPeriod: { from: '2026-09-01', to: '2026-09-30' },
    ignoredFilters: {},
    volume: { ...VOLUME, previous: { ...VOLUME, received: 1_000 } },
    turnaround: { ...TURNAROUND, previous: { ...TURNAROUND, dueMetShare: 0.722 } },
    complaints: { ...COMPLAINTS, previous: { ...COMPLAINTS, resolvedShare: 0.805, reopened: 6 } },
    ikm: { ...IKM, previous: { ...IKM, score: 83.5 } },
    pilots: null,
    ...over,
  };
}

/** 24 months to October 2026 with a target of 90 % and one signal at the end. */
export function seriesOf(over: Partial<Series> = {}): Series {
  const months = Array.from({ length: 24 }, (_, index) => new Date(Date.UTC(2024, 10 + index, 1)));
  return {
    ...SELECTION,
    measure: 'turnaround',
    field: 'dueMetShare',
    grain: 'month',
    ignoredFilters: [],
    points: months.map((month, index) => ({
      from: month.toISOString().slice(0, 10),
      to: new Date(Date.UTC(month.getUTCFullYear(), month.getUTCMonth() + 1, 0)).toISOString().slice(0, 10),
      value: index === 23 ? 0.74 : (80 + (index % 5)) / 100,
      n: 400,
      state: 'defined',
      // A better run two years back, and the fall that the sentence tells.
      signal: index === 23 ? 'outside' : index === 14 ? 'run' : null,
    })),
    limits: [
      {
        from: '2024-11-01',
        to: '2026-10-01',
        centre: 0.82,
        lower: 0.76,
        upper: 0.88,
        trial: false,
        frozen: false,
        points: 24,
      },
    ],
    variation: 'worsening',
    assurance: 'misses',
    sentence: 'Turun di luar batas pada Oktober (memburuk).',
    verdict: {
      ...STABLE,
      target: { atLeast: 0.9, atMost: null, legalBasis: null, validFrom: '2025-01-01' },
    },
    baselines: [],
    annotations: [],
    ...over,
  };
}

/** On-time figures along a dimension. */
export function breakdownOf(by: Breakdown['by'], rows: number, over: Partial<Breakdown> = {}): Breakdown {
  return {
    ...SELECTION,
    measure: 'turnaround',
    by,
    ignoredFilters: [],
    items: Array.from({ length: rows }, (_, index) => ({
      ...TURNAROUND,
      due: 10,
      key: `baris-${index + 1}`,
      label: `Baris ${index + 1}`,
    })),
    total: { ...TURNAROUND, due: 10 * rows },
    ...over,
  };
}

export function contentOf(over: Partial<SnapshotContent> = {}, units = 3): SnapshotContent {
  return {
    summary: summaryOf(),
    matrix: { ...SELECTION, items: Array.from({ length: units }, (_, index) => unitItem(index + 1)) },
    trends: { items: [seriesOf()] },
    breakdowns: [breakdownOf('service', 4)],
    respondents: RESPONDENTS,
    attention: null,
    peers: [],
    ...over,
  };
}

export function inputOf(content: SnapshotContent, over: Partial<ReportInput> = {}): ReportInput {
  return {
    content,
    grain: 'month',
    state: 'tetap',
    sentence: 'Angka tetap, ditetapkan Kepala Bagian Organisasi pada 5 Nov 2026, kode KKR-2026-10-4F7K.',
    code: 'KKR-2026-10-4F7K',
    link: 'https://pandu.example.go.id/laporan/laporan-kinerja?unit=64.02&grain=month&from=2026-10-01',
    letterhead: {
      lines: ['PEMERINTAH KABUPATEN KUTAI KARTANEGARA', 'SEKRETARIAT DAERAH'],
      address: 'Jalan Wolter Monginsidi 1, Tenggarong',
      crest: null,
    },
    language: 'id',
    demo: true,
    madeAt: '2026-11-05T01:30:00.000Z',
    timeZone: 'Asia/Makassar',
    ...over,
  };
}
