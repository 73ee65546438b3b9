import type { EntryCard } from '#contract/innovations/catalogue';
import type { Language } from '#contract/messages';
import type {
  Connectivity,
  CostBand,
  InnovationForm,
  InnovationStage,
  Proof,
  RegionType,
  Topic,
} from '#domain/innovations/entry-facets';
import type { Alive } from '#domain/innovations/heartbeat';
import type { TableCell } from '../../../platform/files/table-sheet.ts';

/** Heads of the columns of the catalogue as a file. */
export const CATALOGUE_HEADER: Readonly<Record<Language, readonly string[]>> = {
  id: [
    'Inovasi',
    'Singkatan',
    'Kabupaten',
    'Unit',
    'Ringkasan',
    'Masalah',
    'Layanan',
    'Bentuk',
    'Digital',
    'Tahap',
    'Biaya setahun',
    'Petugas',
    'Kebutuhan internet',
    'Minggu sampai mulai',
    'Jenis wilayah',
    'Bukti',
    'Keadaan',
    'Dikonfirmasi',
    'Berhenti',
    'Diadopsi',
    'Adopsi membaik',
    'Adopsi berhenti',
    'Rekomendasi',
    'Sumber',
    'Tanggal sumber',
    'Terbit',
    'Catatan',
  ],
  en: [
    'Innovation',
    'Short name',
    'Regency',
    'Unit',
    'Summary',
    'Problems',
    'Services',
    'Form',
    'Digital',
    'Stage',
    'Cost a year',
    'People',
    'Internet needed',
    'Weeks to start',
    'Kinds of region',
    'Proof',
    'State',
    'Confirmed',
    'Stopped',
    'Adopted',
    'Adoptions that got better',
    'Adoptions that stopped',
    'Endorsements',
    'Source',
    'Date of the source',
    'Published',
    'Note',
  ],
};

/** Widths of the columns in characters. */
export const CATALOGUE_WIDTHS: readonly number[] = [
  40, 14, 20, 26, 60, 30, 36, 18, 8, 14, 20, 9, 20, 10, 24, 20, 22, 12, 12, 9, 9, 9, 12, 30, 14, 12, 40,
];

type Words<T extends string> = Readonly<Record<T, readonly [id: string, en: string]>>;

const FORM: Words<InnovationForm> = {
  'tata-kelola': ['tata kelola', 'governance'],
  'pelayanan-publik': ['pelayanan publik', 'public service'],
  lainnya: ['lainnya', 'other'],
};
const STAGE: Words<InnovationStage> = {
  inisiatif: ['inisiatif', 'initiative'],
  'uji-coba': ['uji coba', 'trial'],
  penerapan: ['penerapan', 'applied'],
};
const CONNECTIVITY: Words<Connectivity> = {
  'tanpa-internet': ['tanpa internet', 'no internet'],
  'internet-sesekali': ['internet sesekali', 'internet now and then'],
  'internet-tetap': ['internet tetap', 'steady internet'],
};
const REGION: Words<RegionType> = {
  perkotaan: ['perkotaan', 'urban'],
  perdesaan: ['perdesaan', 'rural'],
  pesisir: ['pesisir', 'coastal'],
  kepulauan: ['kepulauan', 'islands'],
  pegunungan: ['pegunungan', 'mountains'],
  terpencil: ['terpencil', 'remote'],
};
const TOPIC: Words<Topic> = {
  antrean: ['antrean', 'queues'],
  'bolak-balik': ['bolak-balik', 'repeated visits'],
  jarak: ['jarak', 'distance'],
  'jam-layanan': ['jam layanan', 'opening hours'],
  'waktu-proses': ['waktu proses', 'processing time'],
  'biaya-tidak-resmi': ['biaya tidak resmi', 'unofficial fees'],
  aduan: ['aduan', 'complaints'],
  informasi: ['informasi', 'information'],
  'data-berkas': ['data dan berkas', 'data and files'],
  'kelompok-rentan': ['kelompok rentan', 'vulnerable groups'],
  kesehatan: ['kesehatan', 'health'],
  jaringan: ['jaringan', 'network'],
  pegawai: ['pegawai', 'staff'],
  partisipasi: ['partisipasi warga', 'participation'],
  koordinasi: ['koordinasi', 'coordination'],
};
const COST: Words<CostBand> = {
  'tanpa-biaya': ['tanpa biaya', 'no cost'],
  'di-bawah-50-juta': ['di bawah Rp50 juta', 'below Rp50 million'],
  '50-200-juta': ['Rp50–200 juta', 'Rp50–200 million'],
  '200-juta-1-miliar': ['Rp200 juta–1 miliar', 'Rp200 million–1 billion'],
  'di-atas-1-miliar': ['Rp1 miliar ke atas', 'Rp1 billion and more'],
};
const PROOF: Words<Proof> = {
  terukur: ['terukur', 'measured'],
  'dilaporkan-sendiri': ['dilaporkan sendiri', 'self-reported'],
  'belum-ada-data': ['belum ada data', 'no data yet'],
};
const ALIVE: Words<Alive> = {
  berjalan: ['berjalan', 'running'],
  'perlu-konfirmasi': ['perlu konfirmasi', 'to be confirmed'],
  vakum: ['vakum', 'dormant'],
  berhenti: ['berhenti', 'stopped'],
  'belum-dikonfirmasi': ['belum dikonfirmasi pemilik', 'not confirmed by its owner'],
};
const NOTE = {
  invented: ['DATA CONTOH – bukan inovasi sebenarnya', 'SAMPLE DATA – not an actual innovation'],
  source: [
    'Dilaporkan sumber publik, belum dikonfirmasi pemilik',
    'Reported by a public source, not confirmed by its owner',
  ],
  archived: ['Diarsipkan', 'Archived'],
} as const;

/** A line of the catalogue as cells. What is not known, or was not shared, is empty. */
export function catalogueCells(card: EntryCard, language: Language): readonly TableCell[] {
  const at = language === 'en' ? 1 : 0;
  const word = <T extends string>(words: Words<T>, value: T | null): string | null =>
    value === null ? null : words[value][at];
  const yesNo = (value: boolean | null): string | null =>
    value === null ? null : ((value ? ['ya', 'yes'] : ['tidak', 'no'])[at] ?? null);
  const notes = [
    ...(card.invented ? [NOTE.invented[at]] : []),
    ...(card.ownerConfirmed ? [] : [NOTE.source[at]]),
    ...(card.archived ? [NOTE.archived[at]] : []),
  ];
  const some = (text: string): string | null => (text === '' ? null : text);
  return [
    card.name,
    some(card.acronym),
    card.home.kabupaten.name,
    card.home.unit.name,
    some(card.summary),
    some(card.topics.map((topic) => TOPIC[topic][at]).join(', ')),
    some(card.services.join(', ')),
    word(FORM, card.form),
    yesNo(card.digital),
    word(STAGE, card.stage),
    word(COST, card.costBand),
    card.people,
    word(CONNECTIVITY, card.connectivity),
    card.weeksToStart,
    some(card.regionTypes.map((region) => REGION[region][at]).join(', ')),
    PROOF[card.proof][at],
    ALIVE[card.alive][at],
    card.confirmedOn,
    card.stoppedOn,
    card.adoptions.total,
    card.adoptions.better,
    card.adoptions.stopped,
    card.endorsements,
    card.source?.name ?? null,
    card.source?.on ?? null,
    card.publishedOn,
    some(notes.join('; ')),
  ];
}
