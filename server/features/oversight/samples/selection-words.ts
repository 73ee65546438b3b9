/** What a sample was drawn from, in words: the number on the screen, its filters, its unit, its days. */
import type { ComplaintCount } from '#contract/complaints';
import type { CaseCount } from '#contract/service-cases';
import { complaintClassName } from '#domain/complaints/complaint-classes';
import type { Language } from '#domain/language';
import { spanText } from '#domain/oversight/span-text';
import { serviceText } from '#domain/attention/attention-words';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import type { SampledDataset } from './sample-rows.queries.ts';

type Words = Readonly<Record<Language, string>>;

const DATASETS: Readonly<Record<SampledDataset, Words>> = {
  'service-cases': { id: 'permohonan', en: 'applications' },
  complaints: { id: 'aduan', en: 'complaints' },
  'survey-responses': { id: 'formulir survei', en: 'survey forms' },
};

const CASE_COUNTS: Readonly<Record<CaseCount, Words>> = {
  'volume.received': { id: 'permohonan diterima', en: 'applications received' },
  'volume.completed': { id: 'permohonan selesai', en: 'applications completed' },
  'volume.rejected': { id: 'permohonan ditolak', en: 'applications refused' },
  'volume.cancelled': { id: 'permohonan dibatalkan', en: 'applications cancelled' },
  'volume.open': { id: 'permohonan belum selesai', en: 'applications open' },
  'volume.lateEntries': { id: 'entri susulan', en: 'late entries' },
  'turnaround.due': { id: 'permohonan jatuh tempo', en: 'applications due' },
  'turnaround.dueMet': { id: 'tepat waktu', en: 'on time' },
  'turnaround.dueMissed': { id: 'lewat tenggat', en: 'past the deadline' },
  'turnaround.completed': { id: 'permohonan selesai', en: 'applications completed' },
  'turnaround.promised': { id: 'selesai dengan janji waktu', en: 'completed with a promised time' },
  'turnaround.withinStandard': { id: 'selesai sesuai standar', en: 'completed within the standard' },
  'turnaround.visitsKnown': { id: 'selesai, kunjungan tercatat', en: 'completed, visits recorded' },
  'turnaround.singleVisit': { id: 'selesai satu kali datang', en: 'completed in one visit' },
  'turnaround.preparedKnown': { id: 'selesai, pra-daring tercatat', en: 'completed, preparation recorded' },
  'turnaround.overdue': { id: 'belum selesai lewat tenggat', en: 'open past the deadline' },
  'turnaround.dueSoon': { id: 'segera jatuh tempo', en: 'due soon' },
};

const COMPLAINT_COUNTS: Readonly<Record<ComplaintCount, Words>> = {
  'complaints.received': { id: 'aduan diterima', en: 'complaints received' },
  'complaints.valid': { id: 'aduan sah', en: 'valid complaints' },
  'complaints.followedUp': { id: 'aduan ditindaklanjuti', en: 'complaints followed up' },
  'complaints.responded': { id: 'aduan ditanggapi', en: 'complaints answered' },
  'complaints.resolved': { id: 'aduan selesai', en: 'complaints resolved' },
  'complaints.judged': { id: 'aduan yang dinilai tenggatnya', en: 'complaints judged by deadline' },
  'complaints.inTime': { id: 'aduan selesai tepat waktu', en: 'complaints resolved in time' },
  'complaints.open': { id: 'aduan belum selesai', en: 'complaints open' },
  'complaints.overdue': { id: 'aduan lewat tenggat', en: 'complaints overdue' },
  'complaints.reopened': { id: 'aduan dibuka kembali', en: 'complaints reopened' },
  'complaints.escalated': { id: 'aduan naik jenjang', en: 'complaints escalated' },
  'complaints.invalid': {
    id: 'aduan tidak valid atau bukan kewenangan',
    en: 'complaints invalid or not ours',
  },
  'complaints.unanswered': { id: 'aduan belum ditanggapi', en: 'complaints unanswered' },
  'complaints.backlog': { id: 'tunggakan aduan', en: 'backlog of complaints' },
  'complaints.backlogOverdue': { id: 'tunggakan aduan lewat tenggat', en: 'overdue backlog of complaints' },
};

const ALL_COUNTS: Readonly<Record<string, Words>> = { ...CASE_COUNTS, ...COMPLAINT_COUNTS };

/** `lewat tenggat, KK, Kecamatan Muara Kaman, 1 Jan–22 Nov 2026`. */
export function selectionWords(
  dataset: SampledDataset,
  query: Readonly<Record<string, string>>,
  unitCode: string,
  { units, services, channels }: Structure,
  language: Language,
): string {
  const { count, service, channel, class: kind, status, category, age, search, self, from, to } = query;
  const english = language === 'en';
  const unit = units.find(unitCode)?.name ?? unitCode;
  return [
    (count === undefined ? undefined : ALL_COUNTS[count]?.[language]) ?? DATASETS[dataset][language],
    service === undefined ? null : serviceText(services.get(service)?.name ?? service),
    channel === undefined ? null : (channels.get(channel)?.name ?? channel),
    kind === undefined ? null : complaintClassName(kind),
    status === undefined ? null : `status ${status}`,
    category === undefined ? null : `${english ? 'category' : 'kategori'} “${category}”`,
    age === undefined
      ? null
      : `${english ? 'age' : 'umur'} ${age} ${english ? 'working days' : 'hari kerja'}`,
    search === undefined ? null : `${english ? 'searched' : 'dicari'} “${search}”`,
    self === 'true' ? (english ? `${unit} alone` : `hanya ${unit}`) : unit,
    from === undefined && to === undefined ? null : spanText(from ?? null, to ?? null, language),
  ]
    .filter((part) => part !== null)
    .join(', ');
}
