/** Three pilot programmes of the demo: one on plan, one late with help asked for, one that waits to be signed off. All invented. */
import type { Role } from '#domain/permissions';
import type { DemoObstacle } from './pilot-desk.ts';

/** Days are told as days before today; a negative number lies ahead. */
export interface ToldMilestone {
  readonly title: string;
  readonly weight: number;
  readonly start: number;
  readonly finish: number;
  /** Day and percent done. */
  readonly reports: readonly (readonly [day: number, percent: number, note?: string])[];
  readonly signed?: number;
  readonly replanned?: {
    readonly made: number;
    readonly start: number;
    readonly finish: number;
    readonly reason: string;
  };
}

interface ToldObstacle extends Pick<DemoObstacle, 'kind' | 'body'> {
  /** Place of its milestone, from 0. */
  readonly milestone: number;
  readonly since: number;
  readonly help: { readonly role: Role; readonly asked: string } | null;
  readonly resolved: readonly [day: number, how: string] | null;
}

export interface ToldPilot {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly service: string;
  readonly goal: string;
  readonly legalBasis: string | null;
  readonly starts: number;
  readonly ends: number;
  readonly milestones: readonly ToldMilestone[];
  readonly obstacles: readonly ToldObstacle[];
  readonly documents: readonly {
    readonly kind: 'spm' | 'sp' | 'sop' | 'ikm';
    readonly title: string;
    readonly from: number;
    readonly to: number | null;
  }[];
  readonly visits: readonly { readonly day: number; readonly advice: string; readonly next: number | null }[];
  readonly points: readonly {
    readonly name: string;
    readonly network: 'baik' | 'lambat' | 'sering-putus' | 'tidak-ada';
    readonly note: string | null;
    readonly facilities: Readonly<Record<string, boolean>>;
    readonly trainings: readonly (readonly [day: number, topic: string, participants: number])[];
  }[];
}

const ON_PLAN: ToldPilot = {
  code: 'kk-setengah-jam',
  name: 'KK setengah jam jadi',
  unit: 'disdukcapil',
  service: 'kk',
  goal: 'Kartu keluarga selesai ditunggu, paling lama setengah jam, di loket dinas maupun gerai.',
  legalBasis: 'UU 25/2009; PermenPANRB 15/2014',
  starts: 210,
  ends: -120,
  milestones: [
    {
      title: 'Alur baru disepakati dan SOP ditetapkan',
      weight: 15,
      start: 210,
      finish: 170,
      reports: [
        [195, 50],
        [172, 100, 'SOP ditandatangani kepala dinas'],
      ],
      signed: 168,
    },
    {
      title: 'Petugas loket dilatih',
      weight: 15,
      start: 175,
      finish: 130,
      reports: [
        [150, 60],
        [131, 100],
      ],
      signed: 127,
    },
    {
      title: 'Cetak KK dipindah ke loket depan',
      weight: 25,
      start: 140,
      finish: 60,
      reports: [
        [110, 40],
        [62, 100, 'Tiga pencetak terpasang'],
      ],
      signed: 58,
    },
    {
      title: 'Berkas kecamatan diterima secara daring',
      weight: 30,
      start: 70,
      finish: -40,
      reports: [
        [40, 30],
        [8, 65, '13 dari 20 kecamatan sudah mengirim daring'],
      ],
    },
    {
      title: 'Uji coba penuh satu bulan dan laporan hasil',
      weight: 15,
      start: -40,
      finish: -120,
      reports: [],
    },
  ],
  obstacles: [
    {
      kind: 'sarana',
      body: 'Satu pencetak KK rusak; antrean cetak menumpuk pada sore hari.',
      milestone: 2,
      since: 105,
      help: null,
      resolved: [92, 'Pencetak diganti dari cadangan dinas.'],
    },
  ],
  documents: [
    { kind: 'sp', title: 'Standar Pelayanan KK', from: 205, to: -520 },
    { kind: 'sop', title: 'SOP KK setengah jam', from: 172, to: -550 },
    { kind: 'spm', title: 'Maklumat pelayanan dan SPM adminduk', from: 340, to: -25 },
    { kind: 'ikm', title: 'Laporan IKM semester I', from: 130, to: null },
  ],
  visits: [
    {
      day: 150,
      advice: 'Pisahkan loket ambil dari loket daftar supaya antreannya tidak bercampur.',
      next: 90,
    },
    {
      day: 45,
      advice: 'Tempel daftar kecamatan yang sudah mengirim daring dan tanggal mulai sisanya.',
      next: -20,
    },
  ],
  points: [
    {
      name: 'Loket utama Tenggarong',
      network: 'baik',
      note: null,
      facilities: {
        ram: true,
        'jalur-pemandu': true,
        'kursi-roda': true,
        'loket-prioritas': true,
        'ruang-laktasi': true,
        'toilet-difabel': false,
        'juru-bahasa-isyarat': false,
      },
      trainings: [
        [155, 'Alur KK setengah jam', 9],
        [60, 'Melayani penyandang disabilitas', 8],
      ],
    },
    {
      name: 'Gerai Mal Pelayanan Publik',
      network: 'lambat',
      note: 'SIAK melambat antara pukul 10.00 dan 11.30.',
      facilities: { ram: true, 'kursi-roda': true, 'loket-prioritas': true, 'parkir-difabel': true },
      trainings: [[130, 'Alur KK setengah jam', 4]],
    },
  ],
};

const LATE: ToldPilot = {
  code: 'sip-nakes-daring',
  name: 'Izin tenaga kesehatan daring penuh',
  unit: 'dpmptsp',
  service: 'sip-tenaga-kesehatan',
  goal: 'Izin praktik tenaga kesehatan diajukan, diperiksa, dan ditandatangani tanpa berkas kertas.',
  legalBasis: 'UU 25/2009; PP 28/2024',
  starts: 250,
  ends: -45,
  milestones: [
    {
      title: 'Persyaratan diringkas dari tujuh menjadi empat',
      weight: 20,
      start: 250,
      finish: 205,
      reports: [
        [220, 50],
        [198, 100],
      ],
      signed: 190,
    },
    {
      title: 'Formulir daring dan tanda tangan elektronik siap',
      weight: 35,
      start: 210,
      finish: 100,
      reports: [
        [150, 40],
        [95, 60, 'Tanda tangan elektronik menunggu sertifikat pejabat baru'],
        [20, 70],
      ],
      replanned: {
        made: 98,
        start: 210,
        finish: -25,
        reason: 'Pejabat penanda tangan berganti; sertifikat elektroniknya diajukan ulang.',
      },
    },
    {
      title: 'Terhubung dengan data registrasi tenaga kesehatan',
      weight: 25,
      start: 110,
      finish: 30,
      reports: [[60, 20, 'Sambungan uji sering terputus']],
    },
    { title: 'Loket kertas ditutup', weight: 20, start: 30, finish: -45, reports: [] },
  ],
  obstacles: [
    {
      kind: 'jaringan',
      body: 'Sambungan ke data registrasi terputus beberapa kali sehari, uji coba tidak pernah tuntas.',
      milestone: 2,
      since: 52,
      help: {
        role: 'diskominfo',
        asked: 'Sediakan jalur internet cadangan untuk ruang perizinan sebelum uji berikutnya.',
      },
      resolved: null,
    },
    {
      kind: 'sdm-ti',
      body: 'Tidak ada pegawai yang dapat mengubah formulir daring.',
      milestone: 1,
      since: 160,
      help: null,
      resolved: [121, 'Dua pegawai dilatih dan formulir diubah sendiri.'],
    },
  ],
  documents: [
    { kind: 'sp', title: 'Standar Pelayanan SIP tenaga kesehatan', from: 198, to: -500 },
    { kind: 'sop', title: 'SOP pemeriksaan berkas daring', from: 400, to: 34 },
  ],
  visits: [
    { day: 120, advice: 'Ajukan sertifikat elektronik segera setelah serah terima jabatan.', next: 75 },
    {
      day: 50,
      advice: 'Minta jalur cadangan kepada Diskominfo; catat jam putusnya sebagai bukti.',
      next: 12,
    },
  ],
  points: [
    {
      name: 'Ruang perizinan',
      network: 'sering-putus',
      note: 'Putus rata-rata tiga kali sehari menurut catatan petugas.',
      facilities: { ram: true, 'kursi-roda': false, 'loket-prioritas': true, 'toilet-difabel': false },
      trainings: [[125, 'Mengubah formulir daring', 2]],
    },
  ],
};

const NEARLY_DONE: ToldPilot = {
  code: 'rawat-jalan-tanpa-antre',
  name: 'Rawat jalan tanpa antre pagi',
  unit: 'rsud',
  service: 'rawat-jalan',
  goal: 'Pasien rawat jalan datang pada jamnya sendiri, bukan sejak subuh.',
  legalBasis: 'UU 25/2009; PermenPANRB 15/2014',
  starts: 330,
  ends: 0,
  milestones: [
    {
      title: 'Jam praktik dokter ditetapkan dan diumumkan',
      weight: 20,
      start: 330,
      finish: 290,
      reports: [[292, 100]],
      signed: 286,
    },
    {
      title: 'Pendaftaran daring dan lewat telepon berjalan',
      weight: 40,
      start: 290,
      finish: 150,
      reports: [
        [220, 50],
        [148, 100],
      ],
      signed: 140,
    },
    {
      title: 'Panggilan antrean tampil di ruang tunggu',
      weight: 20,
      start: 160,
      finish: 80,
      reports: [
        [120, 50],
        [78, 100],
      ],
      signed: 74,
    },
    {
      title: 'Pendaftaran langsung hanya untuk pasien gawat dan lansia',
      weight: 20,
      start: 80,
      finish: 6,
      reports: [
        [30, 60],
        [4, 100, 'Berlaku penuh sejak pekan ini; loket lansia dibuka'],
      ],
    },
  ],
  obstacles: [],
  documents: [
    { kind: 'spm', title: 'SPM rumah sakit', from: 320, to: -410 },
    { kind: 'sp', title: 'Standar Pelayanan rawat jalan', from: 292, to: -430 },
    { kind: 'sop', title: 'SOP pendaftaran rawat jalan', from: 300, to: -440 },
  ],
  visits: [
    { day: 200, advice: 'Sediakan petugas yang membantu pasien lansia mendaftar lewat telepon.', next: 70 },
    { day: 70, advice: 'Kumpulkan survei di loket farmasi; respondennya masih terlalu sedikit.', next: -35 },
  ],
  points: [
    {
      name: 'Poliklinik',
      network: 'baik',
      note: null,
      facilities: {
        ram: true,
        'jalur-pemandu': true,
        'toilet-difabel': true,
        'kursi-roda': true,
        'loket-prioritas': true,
        'ruang-laktasi': true,
        'parkir-difabel': true,
        'informasi-braille': false,
      },
      trainings: [
        [160, 'Pendaftaran daring dan telepon', 14],
        [20, 'Mendahulukan pasien gawat dan lansia', 11],
      ],
    },
  ],
};

export const PILOTS_TOLD: readonly ToldPilot[] = [ON_PLAN, LATE, NEARLY_DONE];
