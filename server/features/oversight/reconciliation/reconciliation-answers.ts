import type { ReconciliationLine, reconciliationRowSchema } from '#contract/oversight/reconciliations';
import { numberText } from '#domain/attention/attention-words';
import { complaintClassName } from '#domain/complaints/complaint-classes';
import { maskText } from '#domain/complaints/masking';
import type { Language } from '#domain/language';
import type { DifferenceCounts } from '#domain/oversight/difference';
import { shortDay } from '#domain/oversight/span-text';
import type * as z from 'zod';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import type { DifferenceRow, ReconciliationRow } from './reconciliation-rows.queries.ts';
import type { ReconciledDataset } from './our-records.queries.ts';

type Words = Readonly<Record<Language, string>>;
export type DifferenceLine = z.infer<typeof reconciliationRowSchema>;

const FIELDS: Readonly<Record<string, Words>> = {
  reason: { id: 'Sebab tidak terbaca', en: 'Why it cannot be read' },
  unit: { id: 'Unit', en: 'Unit' },
  service: { id: 'Layanan', en: 'Service' },
  channel: { id: 'Kanal', en: 'Channel' },
  class: { id: 'Klasifikasi', en: 'Class' },
  receivedAt: { id: 'Diterima', en: 'Received' },
  firstResponseAt: { id: 'Ditanggapi', en: 'Answered' },
  completedAt: { id: 'Selesai', en: 'Completed' },
  resolvedAt: { id: 'Selesai', en: 'Resolved' },
  closedAt: { id: 'Ditutup', en: 'Closed' },
  dueAt: { id: 'Tenggat', en: 'Deadline' },
  status: { id: 'Status', en: 'Status' },
  visits: { id: 'Kunjungan', en: 'Visits' },
  fee: { id: 'Biaya (Rp)', en: 'Fee (Rp)' },
};

/** Fields are told in the order of the list above. */
const ORDER = Object.keys(FIELDS);

const PATHS: Readonly<Record<ReconciledDataset, string>> = {
  'service-cases': '/permohonan',
  complaints: '/aduan',
};

export interface AnswerStyle {
  readonly structure: Structure;
  readonly language: Language;
}

/** A comparison as a line of the list. */
export function reconciliationLine(
  row: ReconciliationRow,
  { structure, language }: AnswerStyle,
): ReconciliationLine {
  const { theirs, ours, same, onlyTheirs, onlyOurs, differs, unreadable } = row.counts;
  const counts = { theirs, ours, same, onlyTheirs, onlyOurs, differs, unreadable };
  return {
    id: row.id,
    dataset: row.dataset,
    unit: { code: row.unit_code, name: structure.units.find(row.unit_code)?.name ?? row.unit_code },
    from: row.period_from,
    to: row.period_to,
    source: row.source,
    fileName: maskText(row.file_name),
    counts,
    sentence: differenceSentence(counts, language),
    at: row.created_at.toISOString(),
    by: row.post_title,
  };
}

/** `Laporan mereka 412, PANDU 405: 9 hanya ada di sana, 2 hanya di sini, 14 berbeda isinya.` */
export function differenceSentence(counts: DifferenceCounts, language: Language): string {
  const told = (count: number): string => numberText(count, language);
  const { theirs, ours, onlyTheirs, onlyOurs, differs, unreadable } = counts;
  const english = language === 'en';
  const head = english
    ? `Their report ${told(theirs)}, PANDU ${told(ours)}`
    : `Laporan mereka ${told(theirs)}, PANDU ${told(ours)}`;
  if (onlyTheirs + onlyOurs + differs + unreadable === 0)
    return english ? `${head}: no difference.` : `${head}: tidak ada selisih.`;
  const parts = [
    english ? `${told(onlyTheirs)} only there` : `${told(onlyTheirs)} hanya ada di sana`,
    english ? `${told(onlyOurs)} only here` : `${told(onlyOurs)} hanya di sini`,
    english ? `${told(differs)} with other contents` : `${told(differs)} berbeda isinya`,
  ];
  if (unreadable > 0)
    parts.push(
      english
        ? `${told(unreadable)} of their rows cannot be read`
        : `${told(unreadable)} barisnya tidak terbaca`,
    );
  return `${head}: ${parts.join(', ')}.`;
}

/** One record that differs, with names instead of codes. */
export function differenceLine(
  row: DifferenceRow,
  dataset: ReconciledDataset,
  { structure, language }: AnswerStyle,
): DifferenceLine {
  const { units } = structure;
  return {
    kind: row.kind,
    number: row.number,
    unit:
      row.unit_code === null
        ? null
        : { code: row.unit_code, name: units.find(row.unit_code)?.name ?? row.unit_code },
    row: row.row_number,
    link: row.record_id === null ? null : `${PATHS[dataset]}/${row.record_id}`,
    differences: Object.entries(row.differences)
      .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b))
      .map(([field, [theirs, ours]]) => ({
        field,
        label: FIELDS[field]?.[language] ?? field,
        theirs: valueName(field, theirs, { structure, language }),
        ours: valueName(field, ours, { structure, language }),
      })),
  };
}

/** A code by its name, a time in words; what a file says is masked like all free text. */
function valueName(field: string, value: string | null, { structure, language }: AnswerStyle): string | null {
  if (value === null) return null;
  switch (field) {
    case 'unit':
      return structure.units.find(value)?.name ?? maskText(value);
    case 'service':
      return structure.services.get(value)?.name ?? maskText(value);
    case 'channel':
      return structure.channels.get(value)?.name ?? maskText(value);
    case 'class':
      return complaintClassName(value);
    case 'status':
      return maskText(value).replaceAll('-', ' ');
    case 'reason':
      return maskText(value);
    default:
      return TIMES.has(field) ? timeText(value, language) : value;
  }
}

const TIMES: ReadonlySet<string> = new Set([
  'receivedAt',
  'firstResponseAt',
  'completedAt',
  'resolvedAt',
  'closedAt',
  'dueAt',
]);

/** `2026-03-17 08:05` as `17 Mar 2026 08.05`, in English `17 Mar 2026, 08:05`; a day alone as a day. */
function timeText(value: string, language: Language): string {
  const [day = '', time] = value.split(' ');
  const told = shortDay(day, language);
  if (time === undefined) return told;
  return language === 'en' ? `${told}, ${time}` : `${told} ${time.replaceAll(':', '.')}`;
}
