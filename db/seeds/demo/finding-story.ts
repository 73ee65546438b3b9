/** Invented findings of BPK, the Inspektorat and the Ombudsman in the demo, and what became of their recommendations. */
import type { Role } from '#domain/permissions';
import type { RecommendationStatus } from '#domain/oversight/recommendation-life';
import { STORY_UNITS } from './demo-story.ts';

/** A step of a recommendation, so many days before today; `as` writes it: the head of the unit, or the Inspektorat. */
export type ToldStep = { readonly ago: number } & (
  | { readonly kind: 'action'; readonly body: string }
  | { readonly kind: 'verification'; readonly status: RecommendationStatus; readonly body: string }
  | {
      readonly kind: 'proposal';
      readonly status: RecommendationStatus;
      readonly reason: string | null;
      readonly letter: string;
    }
  | {
      readonly kind: 'decision';
      readonly status: RecommendationStatus;
      readonly reason: string | null;
      readonly letter: string;
      /** Days from today to the new date, for BS. */
      readonly newDueIn: number | null;
    }
  | { readonly kind: 'blocked'; readonly unit: string; readonly reason: string }
);

export interface ToldFinding {
  readonly number: string;
  readonly source: 'bpk' | 'apip' | 'ombudsman';
  readonly title: string;
  readonly body: string;
  readonly unit: string;
  readonly reportNumber: string;
  /** Days before today. */
  readonly reported: number;
  readonly received: number;
  readonly amount: number | null;
  readonly recommendations: readonly {
    readonly number: string;
    readonly body: string;
    readonly unit: string;
    readonly role: Role;
    readonly steps: readonly ToldStep[];
  }[];
}

const DISDUKCAPIL = 'disdukcapil';

/** One of each source: settled, sent back, late, blocked by another unit, waiting to be verified, waiting for a decision. */
export const FINDINGS: readonly ToldFinding[] = [
  {
    number: 'CONTOH-04',
    source: 'bpk',
    title: 'Retribusi pelayanan terlambat disetor ke kas daerah',
    body: 'Penerimaan retribusi pada tiga unit disetor dua sampai sembilan hari kerja setelah diterima, dan catatan bendahara tidak dicocokkan tiap hari.',
    unit: STORY_UNITS.bpkad,
    reportNumber: 'CONTOH 12/LHP/BPK',
    reported: 74,
    received: 70,
    amount: 184_500_000,
    recommendations: [
      {
        number: '1',
        body: 'Menetapkan prosedur pencocokan penerimaan retribusi setiap hari kerja.',
        unit: STORY_UNITS.bpkad,
        role: 'kepala-skpd',
        steps: [
          {
            ago: 44,
            kind: 'action',
            body: 'SOP pencocokan harian ditetapkan dan berlaku di semua bendahara penerimaan.',
          },
          { ago: 43, kind: 'proposal', status: 'SS', reason: null, letter: 'CONTOH 900/311/BPKAD' },
          {
            ago: 35,
            kind: 'verification',
            status: 'SS',
            body: 'SOP dan catatan 20 hari kerja sudah diperiksa, sesuai.',
          },
          {
            ago: 22,
            kind: 'decision',
            status: 'SS',
            reason: null,
            letter: 'CONTOH 88/S/BPK',
            newDueIn: null,
          },
        ],
      },
      {
        number: '2',
        body: 'Menyetor retribusi paling lambat satu hari kerja setelah diterima.',
        unit: STORY_UNITS.tenggarong,
        role: 'camat',
        steps: [
          { ago: 40, kind: 'action', body: 'Setoran dilakukan setiap sore melalui bank persepsi.' },
          { ago: 31, kind: 'verification', status: 'SS', body: 'Bukti setor 15 hari kerja lengkap.' },
          {
            ago: 22,
            kind: 'decision',
            status: 'BS',
            reason: 'Setoran hari Jumat masih masuk pada hari Senin.',
            letter: 'CONTOH 88/S/BPK',
            newDueIn: 18,
          },
        ],
      },
      {
        number: '3',
        body: 'Menyetor retribusi paling lambat satu hari kerja dan menyampaikan buktinya setiap pekan.',
        unit: STORY_UNITS.tabang,
        role: 'camat',
        steps: [],
      },
    ],
  },
  {
    number: 'CONTOH-09',
    source: 'apip',
    title: 'Pelayanan adminduk berhenti saat jaringan putus',
    body: 'Selama 14 hari layanan dalam setengah tahun, loket tidak dapat mencetak dokumen karena tidak ada jaringan cadangan dan tidak ada prosedur saat gangguan.',
    unit: DISDUKCAPIL,
    reportNumber: 'CONTOH 700/61/Inspektorat',
    reported: 43,
    received: 40,
    amount: null,
    recommendations: [
      {
        number: '1',
        body: 'Menyediakan jaringan cadangan di loket utama.',
        unit: DISDUKCAPIL,
        role: 'kepala-skpd',
        steps: [
          {
            ago: 24,
            kind: 'action',
            body: 'Kebutuhan jaringan cadangan dihitung dan diajukan bersama pergeseran anggarannya.',
          },
          {
            ago: 17,
            kind: 'verification',
            status: 'BS',
            body: 'Pengajuan ada, jaringan cadangan belum terpasang.',
          },
          {
            ago: 15,
            kind: 'blocked',
            unit: STORY_UNITS.bpkad,
            reason: 'Menunggu persetujuan pergeseran anggaran untuk jaringan cadangan.',
          },
        ],
      },
      {
        number: '2',
        body: 'Menetapkan prosedur pelayanan saat gangguan dan melatih petugas loket.',
        unit: DISDUKCAPIL,
        role: 'kepala-skpd',
        steps: [
          {
            ago: 5,
            kind: 'action',
            body: 'Prosedur ditetapkan; 22 petugas loket dilatih dalam dua gelombang.',
          },
          { ago: 3, kind: 'proposal', status: 'SS', reason: null, letter: 'CONTOH 470/502/Disdukcapil' },
        ],
      },
      {
        number: '3',
        body: 'Mencetak KIA di kecamatan pada hari jaringan kabupaten putus.',
        unit: STORY_UNITS.sebulu,
        role: 'camat',
        steps: [
          {
            ago: 26,
            kind: 'proposal',
            status: 'TD',
            reason: 'Pencetakan KIA hanya dapat dilakukan dengan perangkat dan hak akses Disdukcapil.',
            letter: 'CONTOH 470/118/Kec.Sebulu',
          },
          {
            ago: 20,
            kind: 'verification',
            status: 'TD',
            body: 'Alasan sah: hak akses memang hanya pada Disdukcapil.',
          },
          {
            ago: 16,
            kind: 'decision',
            status: 'TD',
            reason: 'Kewenangan pencetakan KIA ada pada Disdukcapil.',
            letter: 'CONTOH 700/77/Inspektorat',
            newDueIn: null,
          },
        ],
      },
    ],
  },
  {
    number: 'CONTOH-02',
    source: 'ombudsman',
    title: 'Tarif dan jam layanan tidak terpasang di ruang tunggu',
    body: 'Pada dua kali kunjungan, maklumat pelayanan dan tarif tidak terlihat dari ruang tunggu poliklinik.',
    unit: STORY_UNITS.rsud,
    reportNumber: 'CONTOH 0031/LM/ORI',
    reported: 58,
    received: 55,
    amount: null,
    recommendations: [
      {
        number: '1',
        body: 'Memasang maklumat pelayanan, tarif, dan jam layanan di setiap ruang tunggu.',
        unit: STORY_UNITS.rsud,
        role: 'kepala-skpd',
        steps: [
          { ago: 21, kind: 'action', body: 'Papan maklumat dan tarif terpasang di delapan ruang tunggu.' },
          {
            ago: 10,
            kind: 'verification',
            status: 'SS',
            body: 'Terpasang di delapan ruang tunggu, isinya sesuai standar.',
          },
        ],
      },
      {
        number: '2',
        body: 'Menyediakan petugas informasi pada jam sibuk poliklinik.',
        unit: STORY_UNITS.rsud,
        role: 'kepala-skpd',
        steps: [],
      },
    ],
  },
];
