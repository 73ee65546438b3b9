/** What an innovation is, by the words of PP 38/2017: governance, public service, or another of the region's tasks. */
export const FORMS = ['tata-kelola', 'pelayanan-publik', 'lainnya'] as const;
export type InnovationForm = (typeof FORMS)[number];

/** How far it is (PP 38/2017: initiative, trial, application). */
export const STAGES = ['inisiatif', 'uji-coba', 'penerapan'] as const;
export type InnovationStage = (typeof STAGES)[number];

/** What it needs of the network. */
export const CONNECTIVITY = ['tanpa-internet', 'internet-sesekali', 'internet-tetap'] as const;
export type Connectivity = (typeof CONNECTIVITY)[number];

/** Where it was shown to work. */
export const REGION_TYPES = [
  'perkotaan',
  'perdesaan',
  'pesisir',
  'kepulauan',
  'pegunungan',
  'terpencil',
] as const;
export type RegionType = (typeof REGION_TYPES)[number];

/** The problems people look for a solution to. */
export const TOPICS = [
  'antrean',
  'bolak-balik',
  'jarak',
  'jam-layanan',
  'waktu-proses',
  'biaya-tidak-resmi',
  'aduan',
  'informasi',
  'data-berkas',
  'kelompok-rentan',
  'kesehatan',
  'jaringan',
  'pegawai',
  'partisipasi',
  'koordinasi',
] as const;
export type Topic = (typeof TOPICS)[number];

/** What is known about whether it worked. */
export const PROOFS = ['terukur', 'dilaporkan-sendiri', 'belum-ada-data'] as const;
export type Proof = (typeof PROOFS)[number];

/** Bands of yearly cost in rupiah: upper limits, exclusive; the last has none. */
export const COST_BANDS = [
  'tanpa-biaya',
  'di-bawah-50-juta',
  '50-200-juta',
  '200-juta-1-miliar',
  'di-atas-1-miliar',
] as const;
export type CostBand = (typeof COST_BANDS)[number];

/** Bands of people needed. */
export const PEOPLE_BANDS = ['1-2', '3-5', '6-10', 'lebih-dari-10'] as const;
export type PeopleBand = (typeof PEOPLE_BANDS)[number];

/** The band of a yearly cost in rupiah; null where it is not known. */
export function costBand(budget: number | null | undefined): CostBand | null {
  if (budget === null || budget === undefined) return null;
  if (budget === 0) return 'tanpa-biaya';
  if (budget < 50_000_000) return 'di-bawah-50-juta';
  if (budget < 200_000_000) return '50-200-juta';
  return budget < 1_000_000_000 ? '200-juta-1-miliar' : 'di-atas-1-miliar';
}

/** The band of the number of people; null where it is not known. */
export function peopleBand(people: number | null | undefined): PeopleBand | null {
  if (people === null || people === undefined) return null;
  if (people <= 2) return '1-2';
  if (people <= 5) return '3-5';
  return people <= 10 ? '6-10' : 'lebih-dari-10';
}
