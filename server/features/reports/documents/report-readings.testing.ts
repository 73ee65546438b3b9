/** Figures of every kind that a report can be made of: month and quarter, before and after they were frozen and corrected. */
import type { FileFormat, REPORT_IDS } from '#contract/reports/documents';
import type { Breakdown, Matrix, Peers, Summary, Trends } from '#contract/measures';
import type { Language } from '#contract/messages';
import { reportDocumentSchema, type ReportDocument } from '#contract/reports/report-document';
import type { FigureState, SnapshotContent } from '#contract/reports/snapshot-content';
import type { Snapshot } from '#contract/reports/snapshots';
import { caseOf, freeze } from '../snapshots/snapshots.testing.ts';
import {
  KABUPATEN,
  NORTH,
  SOUTH,
  startReportProduct,
  type ReportProduct,
  whoAnswered,
} from './report-product.testing.ts';

/** Whose figures, of which unit and period, in which language, and how far they have come. */
export interface Reading {
  readonly username: string;
  readonly unit: string;
  readonly language: Language;
  readonly grain: 'month' | 'quarter';
  readonly from: string;
  readonly to: string;
  readonly state: FigureState;
}

const FEBRUARY = { grain: 'month', from: '2026-02-01', to: '2026-02-28', state: 'tetap' } as const;
const MARCH = { grain: 'month', from: '2026-03-01', to: '2026-03-31', state: 'perbaikan' } as const;
const QUARTER = { grain: 'quarter', from: '2026-01-01', to: '2026-03-31', state: 'tetap' } as const;
const LAST_QUARTER = { grain: 'quarter', from: '2025-10-01', to: '2025-12-31', state: 'sementara' } as const;

export const READINGS: readonly Reading[] = [
  { username: 'bupati', unit: KABUPATEN, language: 'id', ...FEBRUARY },
  { username: 'camat', unit: NORTH, language: 'en', ...FEBRUARY },
  { username: 'bupati', unit: KABUPATEN, language: 'en', ...MARCH },
  { username: 'organisasi', unit: KABUPATEN, language: 'id', ...MARCH },
  { username: 'camat', unit: NORTH, language: 'id', ...MARCH },
  { username: 'bupati', unit: SOUTH, language: 'id', ...QUARTER },
  { username: 'organisasi', unit: KABUPATEN, language: 'en', ...QUARTER },
  { username: 'bupati', unit: KABUPATEN, language: 'id', ...LAST_QUARTER },
];

/** The reading in words, for what a failure says. */
export function nameOf({ username, unit, language, grain, from, state }: Reading): string {
  return [username, unit, grain, from, state, language].join(' ');
}

const MONTHS = ['2026-01', '2026-02', '2026-03'] as const;

/** A product of which all readings can be made. */
export async function startReadProduct(): Promise<ReportProduct> {
  const reports = await startReportProduct();
  const { product, as } = reports;
  // Few by one channel in each month: withheld from who has no right to details.
  await product.load(
    KABUPATEN,
    'service-cases',
    MONTHS.flatMap((month) =>
      [0, 1, 2].map((each) => {
        const received = Date.parse(`${month}-10T02:00:00Z`) + each * 3_600_000;
        const record = caseOf(`few-${month}-${each}`, NORTH, 'kk', received, 1);
        return { ...record, channel: 'email', visits: each === 0 ? 2 : 1 };
      }),
    ),
  );
  await product.load(KABUPATEN, 'complaints', MONTHS.flatMap(judgedComplaints));
  await product.load(KABUPATEN, 'survey-responses', formsOfFebruary());
  const frozen = async (body: unknown): Promise<void> => {
    const run = await freeze(as('sekda'), body);
    if (run.state !== 'done') throw new Error(run.problem ?? run.state);
  };
  await frozen({ grain: 'month', from: '2026-02-01' });
  await frozen({ grain: 'month', from: '2026-03-01' });
  await product.load(
    KABUPATEN,
    'service-cases',
    Array.from({ length: 7 }, (_, index) => {
      const received = Date.parse('2026-03-17T01:00:00Z') + index * 3_600_000;
      return caseOf(`late-entry-${index}`, NORTH, 'kk', received, 4);
    }),
  );
  await frozen({ grain: 'month', from: '2026-03-01', reason: 'Tujuh berkas terlambat dientri.' });
  await frozen({ grain: 'quarter', from: '2026-01-01' });
  return reports;
}

/** A report of a reading, as the screen gets it. */
export async function documentOf(
  { as }: ReportProduct,
  reading: Reading,
  report: (typeof REPORT_IDS)[number],
): Promise<ReportDocument> {
  const answer = await as(reading.username).get(
    `/reports/${report}?${queryOf(reading)}`,
    languageOf(reading),
  );
  return reportDocumentSchema.parse(answer.json);
}

/** The same report as a file. */
export async function fileOf(
  { download }: ReportProduct,
  reading: Reading,
  report: (typeof REPORT_IDS)[number],
  format: FileFormat,
): Promise<Buffer> {
  const path = `/reports/${report}/file?${queryOf(reading)}&format=${format}`;
  return (await download(reading.username, path, languageOf(reading))).content;
}

/** The figures themselves: those that were frozen, or else what the screens show. */
export async function contentOf(product: ReportProduct, reading: Reading): Promise<SnapshotContent> {
  const { figures } = await documentOf(product, reading, 'laporan-kinerja');
  const read = async <T>(path: string): Promise<T> =>
    (await product.as(reading.username).get(path, languageOf(reading))).json as T;
  if (figures.code !== null) return (await read<Snapshot>(`/snapshots/${figures.code}`)).content;
  const at = `unit=${reading.unit}&from=${reading.from}&to=${reading.to}`;
  const breakdowns: Breakdown[] = [];
  for (const [measure, by] of [
    ...['volume', 'turnaround', 'complaints', 'ikm'].flatMap((each) => [
      [each, 'unit'],
      [each, each === 'complaints' ? 'class' : 'service'],
      [each, each === 'ikm' ? 'unsur' : 'channel'],
    ]),
  ].filter(([measure, by]) => measure !== 'turnaround' || by !== 'channel'))
    breakdowns.push(await read<Breakdown>(`/measures/${measure ?? ''}/breakdown?by=${by ?? ''}&${at}`));
  return {
    summary: await read<Summary>(`/measures/summary?${at}`),
    matrix: await read<Matrix>(`/measures/matrix?${at}`),
    trends: await read<Trends>(
      `/measures/trends?grain=month&unit=${reading.unit}&from=2024-01-01&to=${reading.to}`,
    ),
    breakdowns,
    attention: null,
    peers: [] satisfies Peers[],
  };
}

/** Six complaints with a deadline, four of them resolved in time and one late. */
function judgedComplaints(month: string) {
  return Array.from({ length: 6 }, (_, index) => {
    const received = Date.parse(`${month}-04T02:00:00Z`) + index * 3_600_000;
    const after = (days: number): string => new Date(received + days * 86_400_000).toISOString();
    return {
      number: `judged-${month}-${index}`,
      unit: NORTH,
      channel: 'web',
      class: 'tidak-berkadar-pengawasan',
      receivedAt: after(0),
      dueAt: after(5),
      ...(index < 5 ? { firstResponseAt: after(1), resolvedAt: after(index === 4 ? 9 : 3) } : {}),
      status: index < 5 ? 'selesai' : 'diterima',
    };
  });
}

function formsOfFebruary() {
  return Array.from({ length: 24 }, (_, index) => ({
    number: `february-${index}`,
    unit: NORTH,
    service: 'kk',
    instrument: 'permenpanrb-14-2017',
    date: '2026-02-12',
    ...whoAnswered(index),
    ...Object.fromEntries(
      Array.from({ length: 9 }, (_each, unsur) => [`u${unsur + 1}`, 3 + ((index + unsur) % 2)]),
    ),
  }));
}

function queryOf({ unit, grain, from }: Reading): string {
  return `unit=${unit}&grain=${grain}&from=${from}`;
}

function languageOf({ language }: Reading): Readonly<Record<string, string>> {
  return { 'Accept-Language': language };
}
