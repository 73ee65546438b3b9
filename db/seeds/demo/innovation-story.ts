/** What the demo tells of innovations: invented, about offices that are real. Days are counted back from today. */
import type { EntryContent } from '#contract/innovations/entry-content';
import type { Role } from '#domain/permissions';
import { STORY_UNITS } from './demo-story.ts';

/** By the ids of the entries that are shipped. */
export const CLAIMED = {
  pecut: '019ab000-0000-7000-8000-000000000001',
  msc: '019ab000-0000-7000-8000-000000000002',
} as const;

export interface ToldClaim {
  readonly kabupaten: string;
  readonly id: string;
  readonly unit: string;
  readonly claimed: number;
  readonly published: number;
  readonly confirmed: number;
  readonly values: Partial<EntryContent>;
}

export const CLAIMS: readonly ToldClaim[] = [
  {
    kabupaten: '64.02',
    id: CLAIMED.pecut,
    unit: STORY_UNITS.sebulu,
    claimed: 330,
    published: 300,
    confirmed: 25,
    values: {
      stage: 'penerapan',
      novelty:
        'Berkas diperiksa di desa sebelum warga berangkat, sehingga loket kecamatan hanya mencetak dan mengesahkan. Warga tahu jam berapa dokumennya jadi.',
      hours: 'Senin–Jumat, 08.00–16.00 WITA',
      people: 2,
      peopleNote:
        'Satu operator di kecamatan dan satu petugas loket; operator desa memakai jam kerjanya sendiri.',
      budget: 42_000_000,
      budgetNote: 'Pelatihan operator desa, pulsa data, dan satu pencetak.',
      weeksToStart: 6,
      connectivity: 'internet-sesekali',
      regionTypes: ['perdesaan'],
      legalBasis: [{ kind: 'Keputusan Camat', number: '21/SK-SBL/2025', on: null, title: 'Tim PECUT' }],
      steps: [
        { body: 'Pilih enam layanan yang paling sering membuat warga kembali', days: 3 },
        { body: 'Sepakati daftar periksa berkas dengan Disdukcapil', days: 5 },
        { body: 'Tunjuk satu operator di setiap desa', days: 7 },
        { body: 'Latih operator desa setengah hari, dengan berkas sungguhan', days: 7 },
        { body: 'Coba di dua desa selama dua pekan', days: 14 },
        { body: 'Pasang janji waktu di loket dan di kantor desa', days: 2 },
        { body: 'Buka untuk semua desa', days: 3 },
        { body: 'Bahas setiap Jumat berkas yang tetap kembali', days: null },
      ],
      challenges:
        'Jaringan di desa sering putus dan operator desa berganti. Dua desa mengirim berkas lewat pesan singkat sampai jaringannya stabil.',
      lessons:
        'Melatih operator desa adalah pekerjaan yang paling berat dan tidak pernah selesai. Mulailah dari dua desa, jangan dari semua.',
      beneficiaries: 'Pemohon enam layanan di 14 desa Kecamatan Sebulu',
      contact: {
        name: 'Seksi Pelayanan',
        post: 'Kepala Seksi Pelayanan Kecamatan Sebulu',
        phone: '',
        email: '',
      },
    },
  },
  {
    kabupaten: '32.16',
    id: CLAIMED.msc,
    unit: '32.16.09',
    claimed: 120,
    published: 110,
    confirmed: 40,
    values: {
      stage: 'penerapan',
      people: 4,
      peopleNote: 'Empat petugas bergilir, termasuk seorang operator KTP-el.',
      connectivity: 'internet-tetap',
      regionTypes: ['perkotaan'],
      weeksToStart: 3,
      steps: [
        { body: 'Tanya warga hari dan jam yang paling dibutuhkan', days: 7 },
        { body: 'Susun giliran petugas dengan libur pengganti', days: 5 },
        { body: 'Pastikan SIAK dan pencetak dapat dipakai pada hari libur', days: 5 },
        { body: 'Umumkan jadwal lewat RT dan media sosial', days: 7 },
      ],
      challenges: 'Petugas perlu libur pengganti, dan pencetakan berhenti bila SIAK tidak dapat dibuka.',
    },
  },
];

export interface ToldEntry {
  readonly name: string;
  readonly acronym: string;
  readonly unit: string;
  readonly role: Role;
  readonly begun: number;
  readonly submitted: number | null;
  readonly published: number | null;
  readonly stopped: { readonly on: number; readonly lesson: string } | null;
  readonly content: Partial<EntryContent>;
}

/** Of Kutai Kartanegara: one of each state. */
export const ENTRIES: readonly ToldEntry[] = [
  {
    name: 'Loket Sore Tenggarong',
    acronym: '',
    unit: STORY_UNITS.tenggarong,
    role: 'camat',
    begun: 6,
    submitted: null,
    published: null,
    stopped: null,
    content: {
      form: 'pelayanan-publik',
      stage: 'inisiatif',
      topics: ['jam-layanan', 'antrean'],
      summary: 'Loket dibuka sampai pukul 18.00 WITA pada hari Selasa dan Kamis.',
      problem: 'Pegawai dan pedagang baru sempat datang setelah pukul empat sore.',
    },
  },
  {
    name: 'Lapor Sisa Blangko',
    acronym: 'LASIB',
    unit: STORY_UNITS.muaraKaman,
    role: 'camat',
    begun: 14,
    submitted: 3,
    published: null,
    stopped: null,
    content: {
      form: 'pelayanan-publik',
      digital: true,
      stage: 'uji-coba',
      topics: ['waktu-proses', 'koordinasi'],
      services: ['Kartu Keluarga (KK)', 'KTP-el'],
      summary:
        'Sisa blangko KK dilaporkan setiap Jumat dan ditempel di loket; kiriman diminta sebelum habis, bukan sesudahnya.',
      problem: 'KK tertunda berhari-hari karena blangko habis dan kiriman baru diminta setelah kosong.',
      goal: 'Tidak ada lagi permohonan KK yang menunggu blangko.',
      howItWorks:
        'Petugas menghitung sisa blangko setiap Jumat pagi. Bila tinggal cukup untuk dua pekan, permintaan dikirim ke Disdukcapil hari itu juga dan tanggal kiriman ditempel di loket.',
      people: 1,
      budget: 0,
      connectivity: 'internet-sesekali',
    },
  },
  {
    name: 'Jemput Rekam Lansia dan Orang Sakit',
    acronym: 'JERA',
    unit: 'disdukcapil',
    role: 'kepala-skpd',
    begun: 80,
    submitted: 66,
    published: 60,
    stopped: null,
    content: {
      form: 'pelayanan-publik',
      digital: false,
      stage: 'penerapan',
      topics: ['kelompok-rentan', 'jarak'],
      services: ['Perekaman KTP-el'],
      summary:
        'Petugas datang ke rumah lansia dan orang sakit dengan tas perekaman, menurut daftar dari posyandu.',
      problem: 'Lansia dan orang sakit tidak mungkin datang ke kantor untuk merekam KTP-el.',
      goal: 'Semua warga yang wajib KTP-el dapat merekam tanpa keluar rumah bila tidak mampu.',
      howItWorks:
        'Kader posyandu menyusun daftar setiap bulan. Dua petugas berkeliling menurut rute kecamatan dan membawa KTP-el yang sudah jadi pada kunjungan berikutnya.',
      people: 3,
      budget: 64_000_000,
      weeksToStart: 4,
      connectivity: 'internet-sesekali',
      regionTypes: ['perdesaan'],
      results: [
        {
          what: 'Warga yang direkam di rumah',
          before: '0',
          after: '186',
          unit: 'orang',
          method: 'Buku kunjungan',
          n: 186,
          period: 'enam bulan pertama',
        },
      ],
      steps: [
        { body: 'Minta daftar lansia dan orang sakit dari posyandu', days: 14 },
        { body: 'Siapkan tas perekaman dan surat tugas', days: 7 },
        { body: 'Susun rute per kecamatan', days: 3 },
      ],
    },
  },
  {
    name: 'Antrean Izin Lewat WhatsApp',
    acronym: 'ANIZA',
    unit: STORY_UNITS.dpmptsp,
    role: 'kepala-skpd',
    begun: 260,
    submitted: 250,
    published: 245,
    stopped: null,
    content: {
      form: 'pelayanan-publik',
      digital: true,
      stage: 'penerapan',
      topics: ['antrean', 'informasi'],
      services: ['Perizinan'],
      summary: 'Pemohon mengambil nomor dan menanyakan syarat lewat WhatsApp sebelum datang ke loket.',
      problem: 'Pemohon menunggu lebih dari satu jam hanya untuk menanyakan syarat.',
      goal: 'Pemohon datang hanya bila berkasnya lengkap dan gilirannya dekat.',
      howItWorks:
        'Nomor dan daftar syarat dikirim otomatis. Petugas menjawab pertanyaan pada jam kerja dan memberi tahu bila giliran tinggal tiga nomor.',
      people: 2,
      budget: 18_000_000,
      connectivity: 'internet-tetap',
      regionTypes: ['perkotaan'],
    },
  },
  {
    name: 'Kios Cetak Mandiri di Pasar',
    acronym: 'KICE',
    unit: STORY_UNITS.tenggarongSeberang,
    role: 'camat',
    begun: 430,
    submitted: 420,
    published: 410,
    stopped: {
      on: 95,
      lesson:
        'Mesin mencetak 40 lembar sehari, tetapi pencetaknya macet tiap pekan dan tidak ada teknisi di dekat pasar. Kios baru masuk akal bila ada petugas yang sudah bekerja di sana.',
    },
    content: {
      form: 'pelayanan-publik',
      digital: true,
      stage: 'uji-coba',
      topics: ['jarak', 'jam-layanan'],
      services: ['Kartu Keluarga (KK)', 'Akta kelahiran'],
      summary: 'Warga mencetak KK dan akta sendiri di kios yang diletakkan di pasar, juga pada hari Minggu.',
      problem: 'Warga menyeberang sungai hanya untuk mengambil dokumen yang sudah terbit.',
      goal: 'Dokumen yang sudah terbit dapat dicetak dekat rumah, kapan saja.',
      howItWorks:
        'Warga memasukkan nomor permohonan dan kode dari pesan singkat; kios mencetak dokumen bertanda tangan elektronik.',
      people: 1,
      budget: 165_000_000,
      connectivity: 'internet-tetap',
      regionTypes: ['perdesaan'],
    },
  },
];

export interface ToldAdoption {
  readonly unit: string;
  readonly unitName: string;
  readonly state: 'running' | 'stopped';
  readonly started: number;
  readonly ended: number | null;
  readonly adapted: string;
  readonly outcome: 'membaik' | 'belum-tahu';
  readonly result: string;
  readonly hardest: string;
  readonly steps: readonly { readonly body: string; readonly due: number; readonly done: number | null }[];
}

/** What PECUT is to be proved by, in the order in which it is locked; a time brings both clocks. */
export const PECUT_PROOFS = [
  ['turnaround', 'sameVisitShare'],
  ['turnaround', 'medianMinutes'],
  ['ikm', 'score'],
] as const;

/** Who took PECUT home within the kabupaten. */
export const PECUT_ADOPTIONS: readonly ToldAdoption[] = [
  {
    unit: STORY_UNITS.tenggarongSeberang,
    unitName: 'Tenggarong Seberang',
    state: 'running',
    started: 150,
    ended: null,
    adapted: 'Dimulai dari tiga layanan dan enam desa yang jaringannya baik.',
    outcome: 'membaik',
    result: 'Lebih banyak warga selesai dalam sekali datang; berkas kembali tinggal pada surat pindah.',
    hardest: 'melatih operator desa',
    steps: [
      { body: 'Sepakati daftar periksa berkas dengan Disdukcapil', due: 140, done: 141 },
      { body: 'Latih operator di enam desa', due: 120, done: 112 },
      { body: 'Coba di dua desa selama dua pekan', due: 100, done: 95 },
      { body: 'Buka untuk desa yang tersisa', due: -30, done: null },
    ],
  },
  {
    unit: STORY_UNITS.tabang,
    unitName: 'Tabang',
    state: 'stopped',
    started: 210,
    ended: 130,
    adapted: 'Semua desa sekaligus, berkas dikirim lewat aplikasi.',
    outcome: 'belum-tahu',
    result: 'Dihentikan: sebagian besar desa tidak dapat mengirim berkas karena jaringan putus berhari-hari.',
    hardest: 'jaringan di desa',
    steps: [
      { body: 'Tunjuk satu operator di setiap desa', due: 200, done: 198 },
      { body: 'Latih operator desa', due: 180, done: 176 },
      { body: 'Buka untuk semua desa', due: 160, done: null },
    ],
  },
];

export interface ToldIdea {
  readonly unit: string;
  readonly role: Role;
  readonly title: string;
  readonly problem: string;
  readonly proposal: string;
  readonly had: number;
  readonly trial: { readonly begun: number; readonly question: string; readonly until: number } | null;
  readonly stopped: { readonly on: number; readonly outcome: string } | null;
}

/** Ideas of Kutai Kartanegara on their road. */
export const IDEAS: readonly ToldIdea[] = [
  {
    unit: STORY_UNITS.sebulu,
    role: 'petugas',
    title: 'Dokumen yang sudah jadi dititipkan di kantor desa',
    problem: 'Warga yang berkasnya baru selesai sore hari harus kembali besok hanya untuk mengambilnya.',
    proposal:
      'Kurir desa membawa dokumen yang sudah jadi setiap Jumat; warga menandatangani tanda terima di desa.',
    had: 5,
    trial: null,
    stopped: null,
  },
  {
    unit: STORY_UNITS.tenggarong,
    role: 'camat',
    title: 'Nomor antrean diambil dari rumah',
    problem: 'Warga datang pukul tujuh pagi supaya mendapat nomor antrean kecil.',
    proposal: 'Nomor diambil lewat WhatsApp sejak pukul enam pagi, dengan perkiraan jam dipanggil.',
    had: 70,
    trial: {
      begun: 50,
      question: 'Apakah warga yang datang sebelum pukul delapan berkurang setengahnya dalam enam pekan?',
      until: -20,
    },
    stopped: null,
  },
  {
    unit: STORY_UNITS.muaraKaman,
    role: 'camat',
    title: 'Perahu layanan ke desa tepi sungai',
    problem: 'Warga tiga desa membayar sewa perahu untuk datang ke kantor kecamatan.',
    proposal: 'Petugas berkeliling dengan perahu dinas dua kali sebulan membawa alat perekaman.',
    had: 120,
    trial: {
      begun: 100,
      question: 'Berapa warga yang terlayani per kunjungan, dan berapa biaya bahan bakarnya?',
      until: 8,
    },
    stopped: null,
  },
  {
    unit: 'disdukcapil',
    role: 'kepala-skpd',
    title: 'Kotak masukan di setiap warung',
    problem: 'Warga jarang mengisi survei di kantor.',
    proposal: 'Lembar survei dan kotaknya diletakkan di warung dekat kantor desa.',
    had: 160,
    trial: {
      begun: 140,
      question: 'Apakah lembar yang terisi lebih banyak daripada di loket?',
      until: 100,
    },
    stopped: {
      on: 96,
      outcome:
        'Dalam enam pekan hanya 11 lembar terisi, kalah jauh dari loket. Warga mengisi bila diminta langsung, bukan bila disediakan.',
    },
  },
];
