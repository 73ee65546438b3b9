import type { ComplaintLine } from '#contract/complaints';
import type { Language } from '#contract/messages';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { TableCell } from '../../platform/files/table-sheet.ts';

/** Heads of the columns of the register as a file. */
export const REGISTER_HEADER: Readonly<Record<Language, readonly string[]>> = {
  id: [
    'Nomor',
    'Unit',
    'Kecamatan',
    'Layanan',
    'Kanal',
    'Klasifikasi',
    'Kategori',
    'Isi',
    'Diterima',
    'Ditanggapi',
    'Selesai',
    'Ditutup',
    'Tenggat',
    'Putusan tenggat',
    'Hari kerja',
    'Sampai di',
    'Status',
  ],
  en: [
    'Number',
    'Unit',
    'District',
    'Service',
    'Channel',
    'Class',
    'Category',
    'Text',
    'Received',
    'Answered',
    'Resolved',
    'Closed',
    'Deadline',
    'Verdict',
    'Working days',
    'Stands with',
    'Status',
  ],
};

/** Widths of the columns in characters. */
export const REGISTER_WIDTHS: readonly number[] = [
  20, 24, 18, 20, 14, 26, 24, 60, 17, 17, 17, 17, 17, 14, 10, 12, 16,
];

const VERDICTS: Readonly<Record<Language, Readonly<Record<ComplaintLine['verdict'], string>>>> = {
  id: { met: 'tepat waktu', missed: 'lewat tenggat', running: 'berjalan', none: '' },
  en: { met: 'on time', missed: 'overdue', running: 'running', none: '' },
};

const RUNGS: Readonly<Record<ComplaintLine['rung'], string>> = {
  unit: 'Unit',
  diskominfo: 'Diskominfo',
  bupati: 'Bupati',
};

/** One line of the register as cells; times are those of the kabupaten's clocks, to the minute. */
export function registerCells(
  line: ComplaintLine,
  structure: Structure,
  { language, zone }: { readonly language: Language; readonly zone: string },
): readonly TableCell[] {
  const at = (instant: string | null): string | null =>
    instant === null ? null : localMinute(instant, zone);
  return [
    line.number,
    line.unit.name,
    line.area,
    structure.services.get(line.service)?.name ?? line.service,
    structure.channels.get(line.channel)?.name ?? line.channel,
    line.className,
    line.category,
    line.text,
    at(line.receivedAt),
    at(line.firstResponseAt),
    at(line.resolvedAt),
    at(line.closedAt),
    at(line.dueAt),
    VERDICTS[language][line.verdict],
    line.workingDays,
    RUNGS[line.rung],
    line.status,
  ];
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** `2026-03-17 09:05`, as a spreadsheet sorts it and an import reads it. */
function localMinute(instant: string, zone: string): string {
  let format = FORMATS.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    FORMATS.set(zone, format);
  }
  return format.format(new Date(instant));
}
