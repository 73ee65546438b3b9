import type { Language } from '#contract/messages';
import type { ServiceCaseLine } from '#contract/service-cases';
import { localTimeOf } from '#domain/calendar/pauses';
import type { ZoneClock } from '#domain/civil-time/zone-clock';
import type { TableCell } from '../../platform/files/table-sheet.ts';

type Words = Readonly<Record<Language, string>>;

const HEADER: readonly (Words & { readonly width: number })[] = [
  { id: 'Nomor', en: 'Number', width: 20 },
  { id: 'Unit', en: 'Unit', width: 28 },
  { id: 'Layanan', en: 'Service', width: 28 },
  { id: 'Kanal', en: 'Channel', width: 16 },
  { id: 'Titik layanan', en: 'Service point', width: 20 },
  { id: 'Status', en: 'Status', width: 12 },
  { id: 'Diterima', en: 'Received', width: 18 },
  { id: 'Selesai', en: 'Completed', width: 18 },
  { id: 'Tenggat', en: 'Deadline', width: 18 },
  { id: 'Penilaian', en: 'Verdict', width: 16 },
  { id: 'Jam warga (menit)', en: 'Citizen clock (minutes)', width: 18 },
  { id: 'Jam dinas (menit)', en: 'Official clock (minutes)', width: 18 },
  { id: 'Kunjungan', en: 'Visits', width: 11 },
  { id: 'Entri susulan', en: 'Late entry', width: 13 },
];

const STATUSES: Readonly<Record<ServiceCaseLine['status'], Words>> = {
  diterima: { id: 'diterima', en: 'received' },
  diproses: { id: 'diproses', en: 'in process' },
  ditunda: { id: 'ditunda', en: 'on hold' },
  selesai: { id: 'selesai', en: 'completed' },
  ditolak: { id: 'ditolak', en: 'refused' },
  dibatalkan: { id: 'dibatalkan', en: 'cancelled' },
};

const VERDICTS: Readonly<Record<ServiceCaseLine['verdict'], Words>> = {
  met: { id: 'tepat waktu', en: 'on time' },
  missed: { id: 'lewat tenggat', en: 'overdue' },
  running: { id: 'berjalan', en: 'running' },
  none: { id: 'tanpa tenggat', en: 'no deadline' },
};

/** Header and widths of the file. */
export function exportHeader(language: Language): { header: string[]; widths: number[] } {
  return { header: HEADER.map((words) => words[language]), widths: HEADER.map(({ width }) => width) };
}

/** A case as a row of the file; times are local to the zone, as a spreadsheet sorts them. */
export function exportRow(line: ServiceCaseLine, zone: ZoneClock, language: Language): TableCell[] {
  const local = (at: string | null): string | null => (at === null ? null : localText(at, zone));
  return [
    line.number,
    line.unit.name,
    line.service.name,
    line.channel.name,
    line.servicePoint,
    STATUSES[line.status][language],
    local(line.receivedAt),
    local(line.completedAt),
    line.dueAt !== null && line.dueAtEndOfDay
      ? localTimeOf(Date.parse(line.dueAt), zone).day
      : local(line.dueAt),
    VERDICTS[line.verdict][language],
    line.citizenMinutes,
    line.workingMinutes,
    line.visits,
    line.lateEntry,
  ];
}

/** `2026-11-18 14:05`. */
function localText(at: string, zone: ZoneClock): string {
  const { day, second } = localTimeOf(Date.parse(at), zone);
  const minutes = Math.floor(second / 60);
  const time = `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return `${day} ${time}`;
}
