/** The units that report in the demo, their size, and how they do when nothing special happens. */
import { KECAMATAN_SERVICES } from '../reference/data/kecamatan-services.ts';
import { STARTER_SERVICES } from '../reference/data/starter-services.ts';

export interface DemoUnit {
  readonly code: string;
  readonly kind: 'kecamatan' | 'skpd' | 'bagian';
  /** True for units on the calendar that never closes. */
  readonly roundTheClock: boolean;
  /** Requests received in a month of 21 working days. */
  readonly casesPerMonth: number;
  /** Services with their share of the requests. */
  readonly services: readonly (readonly [service: string, weight: number])[];
  /** Share of requests that are completed by their deadline, 0–1. */
  readonly onTime: number;
  /** Share of applicants who came once, 0–1. */
  readonly singleVisit: number;
  /** IKM, 25–100. */
  readonly ikm: number;
  readonly responsesPerMonth: number;
  readonly complaintsPerMonth: number;
  /** Share of complaints that are resolved by their deadline, 0–1. */
  readonly complaintsInTime: number;
  /** Number of officers at the counter. */
  readonly officers: number;
  /** Serves from 09.00 to 11.00 on every Sunday and holiday, or on the first Sunday of a month; null: never. */
  readonly sundaySession: 'every' | 'monthly' | null;
}

/** The counter of a kecamatan: what people come for. */
const COUNTER: readonly (readonly [string, number])[] = [
  ['kk', 27],
  ['rekam-ktp', 13],
  ['sktm', 13],
  ['cetak-ktp-hilang', 12],
  ['legalisasi-surat', 10],
  ['surat-pindah', 7],
  ['ak-1', 7],
  ['surat-datang', 6],
  ['keterangan-ahli-waris', 2],
  ['rekomendasi-keramaian', 2],
  ['dispensasi-nikah', 1],
];

/** The counter of Muara Kaman, where more people come for their KK. */
const KK_COUNTER = COUNTER.map(([service, weight]) => [service, service === 'kk' ? 60 : weight] as const);

/** The counter of Sebulu, where no service outweighs the others. */
const MIXED_COUNTER = COUNTER.map(([service, weight]) => [service, service === 'kk' ? 14 : weight] as const);

type Row = readonly [
  code: string,
  casesPerMonth: number,
  onTime: number,
  singleVisit: number,
  ikm: number,
  responsesPerMonth: number,
  complaintsPerMonth: number,
  complaintsInTime: number,
];

/** Tenggarong and Muara Badak serve on a Sunday of every month. */
const MONTHLY_SESSIONS: readonly string[] = ['64.02.06', '64.02.13'];

function kecamatan([
  code,
  casesPerMonth,
  onTime,
  singleVisit,
  ikm,
  responsesPerMonth,
  complaintsPerMonth,
  complaintsInTime,
]: Row): DemoUnit {
  return {
    code,
    kind: 'kecamatan',
    roundTheClock: false,
    casesPerMonth,
    services: COUNTER,
    onTime,
    singleVisit,
    ikm,
    responsesPerMonth,
    complaintsPerMonth,
    complaintsInTime,
    officers: Math.max(2, Math.round(casesPerMonth / 45)),
    sundaySession: MONTHLY_SESSIONS.includes(code) ? 'monthly' : null,
  };
}

const KUTAI_KARTANEGARA_KECAMATAN: readonly Row[] = [
  ['64.02.01', 52, 0.88, 0.74, 82.4, 25, 4, 0.86],
  ['64.02.02', 96, 0.89, 0.77, 83.2, 30, 6, 0.87],
  ['64.02.03', 140, 0.9, 0.76, 83.6, 31, 7, 0.87],
  ['64.02.04', 88, 0.89, 0.75, 83.0, 28, 5, 0.88],
  ['64.02.05', 86, 0.91, 0.78, 84.1, 28, 5, 0.88],
  ['64.02.06', 190, 0.92, 0.81, 85.7, 33, 12, 0.9],
  ['64.02.07', 104, 0.88, 0.71, 83.0, 30, 5, 0.88],
  ['64.02.08', 84, 0.88, 0.75, 82.8, 28, 5, 0.86],
  ['64.02.09', 40, 0.87, 0.73, 81.6, 23, 3, 0.85],
  ['64.02.10', 55, 0.88, 0.74, 82.0, 25, 4, 0.86],
  ['64.02.11', 150, 0.91, 0.74, 81.4, 30, 6, 0.87],
  ['64.02.12', 40, 0.87, 0.72, 79.9, 23, 3, 0.85],
  ['64.02.13', 150, 0.91, 0.79, 84.9, 31, 9, 0.88],
  ['64.02.14', 86, 0.91, 0.78, 84.4, 28, 5, 0.88],
  ['64.02.15', 56, 0.92, 0.8, 85.2, 25, 4, 0.89],
  // A high score beside the most complaints of all: one of the indications.
  ['64.02.16', 118, 0.9, 0.77, 89.6, 30, 22, 0.76],
  ['64.02.17', 66, 0.89, 0.76, 83.1, 26, 4, 0.87],
  ['64.02.18', 26, 0.86, 0.72, 81.1, 19, 2, 0.85],
  ['64.02.19', 42, 0.88, 0.75, 82.5, 23, 3, 0.86],
  ['64.02.20', 54, 0.89, 0.76, 83.4, 25, 4, 0.87],
];

type SkpdRow = readonly [row: Row, officers: number, services: readonly (readonly [string, number])[]];

const KUTAI_KARTANEGARA_SKPD: readonly SkpdRow[] = [
  [
    ['disdukcapil', 380, 0.92, 0.82, 86.2, 34, 16, 0.9],
    9,
    [
      ['ktp-el-baru', 16],
      ['kk', 16],
      ['akta-kelahiran', 16],
      ['cetak-ktp-hilang', 12],
      ['aktivasi-ikd', 11],
      ['kia', 9],
      ['akta-kematian', 6],
      ['perbaikan-biodata', 6],
      ['surat-pindah', 4],
      ['akta-perkawinan', 3],
      ['akta-perceraian', 1],
    ],
  ],
  [
    ['dpmptsp', 150, 0.9, 0.78, 85.1, 30, 6, 0.88],
    6,
    [
      ['nib', 38],
      ['sip-tenaga-kesehatan', 22],
      ['izin-penelitian', 14],
      ['izin-reklame', 9],
      ['pbg', 7],
      ['sertifikat-standar', 5],
      ['kkpr', 4],
      ['izin-operasional-paud', 1],
    ],
  ],
  [
    ['bpkad', 110, 0.93, 0.88, 84.6, 28, 2, 0.9],
    5,
    [
      ['sp2d', 62],
      ['spd', 10],
      ['rekonsiliasi', 12],
      ['skpp-gaji', 11],
      ['pinjam-pakai-aset', 3],
      ['sewa-aset', 2],
    ],
  ],
  [
    ['disdikbud', 120, 0.92, 0.84, 84.9, 30, 7, 0.88],
    5,
    [
      ['legalisir-ijazah', 46],
      ['mutasi-siswa', 22],
      ['nuptk', 12],
      ['rekomendasi-pip', 12],
      ['pengganti-ijazah', 7],
      ['rekomendasi-cagar-budaya', 1],
    ],
  ],
  [
    // Five answers a month for a hospital: far too few for a score that counts.
    ['rsud', 620, 0.93, 0.9, 84.1, 4.8, 14, 0.88],
    12,
    [
      ['rawat-jalan', 30],
      ['resep-obat-jadi', 22],
      ['laboratorium', 13],
      ['igd', 10],
      ['rekam-medis-rawat-jalan', 9],
      ['resep-obat-racikan', 6],
      ['rawat-inap', 5],
      ['radiologi', 4],
      ['visum', 1],
    ],
  ],
];

const SETDA_BAGIAN_ROWS: readonly Row[] = [
  ['setda-pemerintahan', 10, 0.9, 0.85, 83.8, 12, 0.6, 0.88],
  ['setda-kesra', 16, 0.88, 0.8, 83.1, 14, 1.6, 0.87],
  ['setda-hukum', 12, 0.89, 0.84, 84.0, 12, 0.4, 0.88],
  ['setda-kerja-sama', 6, 0.9, 0.84, 84.3, 8, 0.2, 0.88],
  ['setda-perekonomian', 14, 0.91, 0.83, 83.9, 14, 0.8, 0.88],
  ['setda-sda', 7, 0.89, 0.84, 83.2, 8, 0.5, 0.87],
  ['setda-pembangunan', 11, 0.9, 0.86, 83.6, 12, 0.4, 0.88],
  ['setda-pbj', 17, 0.91, 0.86, 84.8, 14, 0.7, 0.89],
  ['setda-umum', 20, 0.92, 0.88, 84.4, 15, 0.6, 0.89],
  ['setda-organisasi', 9, 0.92, 0.87, 86.0, 11, 0.2, 0.9],
  ['setda-prokopim', 13, 0.91, 0.86, 85.0, 12, 0.5, 0.89],
  ['setda-renkeu', 12, 0.91, 0.88, 84.2, 12, 0.2, 0.89],
];

const COUNTERS: Readonly<Record<string, DemoUnit['services']>> = {
  '64.02.07': MIXED_COUNTER,
  '64.02.11': KK_COUNTER,
};

/** Kutai Kartanegara: 20 kecamatan, five pilot SKPD, 12 bagian of the Setda. */
export const KUTAI_KARTANEGARA_UNITS: readonly DemoUnit[] = [
  ...KUTAI_KARTANEGARA_KECAMATAN.map(kecamatan).map((unit) => ({
    ...unit,
    services: COUNTERS[unit.code] ?? unit.services,
  })),
  ...KUTAI_KARTANEGARA_SKPD.map(([row, officers, services]): DemoUnit => ({
    ...kecamatan(row),
    kind: 'skpd',
    roundTheClock: row[0] === 'rsud',
    officers,
    services,
  })),
  ...SETDA_BAGIAN_ROWS.map((row): DemoUnit => ({
    ...kecamatan(row),
    kind: 'bagian',
    services: servicesOf(row[0]),
  })),
];

/** Four kecamatan of Bekasi; Cikarang Utara also serves on Sundays. */
export const BEKASI_UNITS: readonly DemoUnit[] = [
  { ...kecamatan(['32.16.09', 110, 0.91, 0.79, 86.8, 20, 5, 0.88]), sundaySession: 'every' },
  kecamatan(['32.16.06', 130, 0.88, 0.74, 83.0, 16, 6, 0.86]),
  kecamatan(['32.16.07', 85, 0.89, 0.75, 83.5, 14, 4, 0.87]),
  kecamatan(['32.16.08', 75, 0.9, 0.77, 84.0, 14, 4, 0.87]),
];

/** Indramayu: complaints of eight kecamatan, and the counters of two. */
export const INDRAMAYU_UNITS: readonly DemoUnit[] = [
  kecamatan(['32.12.15', 45, 0.9, 0.78, 84.2, 8, 11, 0.9]),
  kecamatan(['32.12.13', 30, 0.89, 0.76, 83.4, 6, 8, 0.88]),
  kecamatan(['32.12.01', 0, 0.89, 0.75, 83, 0, 6, 0.86]),
  kecamatan(['32.12.10', 0, 0.89, 0.75, 83, 0, 5, 0.87]),
  kecamatan(['32.12.14', 0, 0.89, 0.75, 83, 0, 5, 0.86]),
  kecamatan(['32.12.18', 0, 0.89, 0.75, 83, 0, 6, 0.88]),
  kecamatan(['32.12.21', 0, 0.89, 0.75, 83, 0, 6, 0.85]),
  kecamatan(['32.12.31', 0, 0.89, 0.75, 83, 0, 5, 0.86]),
];

function servicesOf(code: string): (readonly [string, number])[] {
  return STARTER_SERVICES.filter(({ offeredBy }) => offeredBy.some((unit) => unit === code)).map(
    (service) => [service.code, 1] as const,
  );
}

/** Codes of the services at the counter of every kecamatan. */
export const COUNTER_SERVICES: readonly string[] = KECAMATAN_SERVICES.map(({ code }) => code);
