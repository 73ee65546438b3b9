/** What people complain about, in their own plain words: no names, no numbers, nobody to be recognised. */
import type { ComplaintClass } from './demo-rows.ts';

export interface ComplaintTopic {
  readonly category: string;
  readonly class: ComplaintClass;
  /** Service it is about; null when it is about none. */
  readonly service: string | null;
  readonly weight: number;
  readonly texts: readonly string[];
}

/** The topic of the story of Anggana. */
export const WATER: ComplaintTopic = {
  category: 'Air bersih',
  class: 'normatif',
  service: null,
  weight: 8,
  texts: [
    'Air ledeng di RT kami tidak mengalir sejak tiga hari lalu, mohon segera diperbaiki.',
    'Air yang keluar keruh dan berbau, tidak bisa dipakai memasak.',
    'Pipa di depan gang bocor sudah seminggu, air terbuang dan jalan jadi becek.',
    'Sudah dua minggu air hanya mengalir tengah malam, kami harus begadang menampung air.',
    'Kami terpaksa beli air tandon terus, kapan air bersih kembali normal?',
    'Tekanan air kecil sekali, rumah yang di ujung tidak kebagian sama sekali.',
  ],
};

/** Complaints to a kecamatan. */
export const KECAMATAN_TOPICS: readonly ComplaintTopic[] = [
  WATER,
  {
    category: 'Jalan rusak',
    class: 'tidak-berkadar-pengawasan',
    service: null,
    weight: 16,
    texts: [
      'Jalan menuju sekolah berlubang dan tergenang kalau hujan, anak-anak sering jatuh.',
      'Jalan poros desa rusak parah karena dilewati truk, mohon ditimbun dulu.',
      'Jembatan kayu di ujung dusun papannya sudah lapuk, berbahaya untuk motor.',
      'Sudah setahun jalan gang kami belum diperbaiki padahal sudah diusulkan di musrenbang.',
    ],
  },
  {
    category: 'Sampah',
    class: 'normatif',
    service: null,
    weight: 10,
    texts: [
      'Sampah di dekat pasar menumpuk sampai ke badan jalan dan baunya menyengat.',
      'Truk sampah sudah seminggu tidak lewat di tempat kami.',
      'Ada yang membuang sampah ke sungai setiap malam, mohon dipasang larangan dan diawasi.',
    ],
  },
  {
    category: 'Lampu jalan',
    class: 'normatif',
    service: null,
    weight: 9,
    texts: [
      'Lampu jalan di depan masjid padam sejak bulan lalu, malam jadi rawan.',
      'Lampu di tikungan dekat jembatan mati, sudah dua kali ada yang kecelakaan.',
      'Tiang lampu miring setelah angin kencang, takut roboh menimpa rumah.',
    ],
  },
  {
    category: 'Pelayanan KK dan KTP',
    class: 'normatif',
    service: 'kk',
    weight: 15,
    texts: [
      'Sudah dua kali datang mengurus KK, katanya jaringan gangguan dan disuruh kembali besok.',
      'KK saya belum jadi padahal dijanjikan selesai hari itu juga.',
      'Antrean mengurus KK lama sekali, yang melayani hanya satu orang.',
      'Persyaratan KK yang diminta di loket berbeda dengan yang ditempel di papan.',
    ],
  },
  {
    category: 'Pelayanan KK dan KTP',
    class: 'normatif',
    service: 'cetak-ktp-hilang',
    weight: 8,
    texts: [
      'Mau cetak ulang KTP yang hilang tetapi blangko selalu kosong.',
      'KTP saya rusak, sudah lapor dari bulan lalu belum ada kabar.',
      'Petugas cetak KTP tidak ada di tempat saat jam kerja.',
    ],
  },
  {
    category: 'Bantuan sosial',
    class: 'tidak-berkadar-pengawasan',
    service: 'sktm',
    weight: 9,
    texts: [
      'Orang tua saya tidak terdaftar penerima bantuan padahal tidak mampu, bagaimana cara mengusulkan?',
      'Mengurus surat keterangan tidak mampu harus bolak-balik ke desa dan kecamatan.',
      'Data penerima bantuan di desa kami banyak yang sudah pindah, mohon didata ulang.',
    ],
  },
  {
    category: 'Banjir dan drainase',
    class: 'tidak-berkadar-pengawasan',
    service: null,
    weight: 8,
    texts: [
      'Parit di depan rumah tersumbat, setiap hujan air masuk ke dalam rumah.',
      'Gorong-gorong ambles dan jalan tergenang, mohon ditinjau.',
      'Air sungai naik terus, kami minta posko dan informasi kalau harus mengungsi.',
    ],
  },
  {
    category: 'Informasi',
    class: 'permintaan-informasi',
    service: null,
    weight: 8,
    texts: [
      'Mohon informasi jadwal perekaman KTP keliling di desa kami.',
      'Berapa biaya dan apa saja syarat mengurus surat pindah antarprovinsi?',
      'Kami minta rincian rencana perbaikan jalan di kecamatan tahun ini.',
    ],
  },
  {
    category: 'Usulan',
    class: 'aspirasi',
    service: null,
    weight: 8,
    texts: [
      'Usul agar pelayanan dibuka juga pada Sabtu pagi untuk warga yang bekerja di kebun.',
      'Mohon ada tempat bermain anak di dekat kantor kecamatan.',
      'Sebaiknya ada nomor antrean yang bisa diambil dari rumah.',
    ],
  },
  {
    category: 'Pungutan',
    class: 'berkadar-pengawasan',
    service: 'keterangan-ahli-waris',
    weight: 2,
    texts: [
      'Saya diminta uang administrasi padahal di papan tertulis gratis.',
      'Ada yang menawarkan jasa mempercepat surat dengan bayaran di halaman kantor.',
    ],
  },
];

function office(service: string, category: string, texts: readonly string[], weight = 10): ComplaintTopic {
  return { category, class: 'normatif', service, weight, texts };
}

const INFORMATION: ComplaintTopic = {
  category: 'Informasi',
  class: 'permintaan-informasi',
  service: null,
  weight: 6,
  texts: [
    'Mohon informasi jam pelayanan selama bulan Ramadan.',
    'Apakah pengurusan bisa diwakilkan oleh keluarga, dan apa syaratnya?',
    'Mohon dikirimi standar pelayanan dan biaya yang berlaku.',
  ],
};

const SUGGESTION: ComplaintTopic = {
  category: 'Usulan',
  class: 'aspirasi',
  service: null,
  weight: 5,
  texts: [
    'Usul agar ruang tunggu ditambah kursi dan kipas angin.',
    'Mohon status permohonan bisa dicek lewat telepon genggam.',
    'Sebaiknya ada loket khusus lansia dan ibu hamil.',
  ],
};

const MEETING: ComplaintTopic = {
  category: 'Administrasi',
  class: 'tidak-berkadar-pengawasan',
  service: null,
  weight: 10,
  texts: [
    'Surat permohonan kami sudah sebulan belum ada jawaban.',
    'Telepon kantor tidak pernah diangkat pada jam kerja.',
    'Berkas kami dikembalikan tanpa penjelasan apa yang kurang.',
  ],
};

/** Complaints to an office of the kabupaten, beside those that every office gets. */
const OFFICE_TOPICS: Readonly<Record<string, readonly ComplaintTopic[]>> = {
  disdukcapil: [
    office(
      'ktp-el-baru',
      'KTP-el',
      [
        'Anak saya sudah rekam tiga bulan lalu, KTP belum tercetak.',
        'Blangko KTP kosong terus, kapan tersedia?',
        'Data di KTP salah ketik dan diminta mengurus dari awal.',
      ],
      18,
    ),
    office(
      'akta-kelahiran',
      'Akta',
      [
        'Akta kelahiran diajukan lewat aplikasi tetapi tidak ada kabar sampai sekarang.',
        'Berkas akta ditolak sistem tanpa keterangan.',
      ],
      14,
    ),
    office(
      'aktivasi-ikd',
      'Aplikasi',
      [
        'Aplikasi identitas digital gagal terus saat verifikasi wajah.',
        'Kode aktivasi tidak pernah masuk ke surel saya.',
      ],
      8,
    ),
  ],
  dpmptsp: [
    office(
      'nib',
      'Perizinan',
      [
        'Akun usaha saya terkunci dan tidak ada yang bisa membantu.',
        'Sudah mengunggah berkas, tetapi statusnya tidak berubah dua minggu.',
      ],
      14,
    ),
    office(
      'pbg',
      'Perizinan',
      [
        'Pengurusan PBG lama sekali, perbaikan gambar diminta berkali-kali.',
        'Jadwal peninjauan lokasi terus mundur.',
      ],
      10,
    ),
  ],
  bpkad: [
    office(
      'sp2d',
      'Pembayaran',
      [
        'Pembayaran pekerjaan kami belum cair padahal berkas sudah lengkap.',
        'SP2D dijanjikan dua hari, sudah seminggu belum terbit.',
      ],
      10,
    ),
  ],
  disdikbud: [
    office(
      'mutasi-siswa',
      'Sekolah',
      [
        'Rekomendasi pindah sekolah anak saya belum keluar, padahal tahun ajaran sudah mulai.',
        'Sekolah belum menerima surat mutasi dari dinas.',
      ],
      14,
    ),
    office(
      'rekomendasi-pip',
      'Sekolah',
      [
        'Dana PIP anak saya belum cair, sekolah menyuruh tanya ke dinas.',
        'Anak saya tidak terdaftar PIP padahal tahun lalu dapat.',
      ],
      10,
    ),
  ],
  rsud: [
    office(
      'rawat-jalan',
      'Antrean',
      [
        'Antre poli dari pagi, dokter baru datang menjelang siang.',
        'Sudah daftar lewat aplikasi tetapi tetap harus antre lagi di loket.',
        'Ruang tunggu poli penuh, banyak pasien lansia berdiri.',
      ],
      22,
    ),
    office(
      'resep-obat-jadi',
      'Obat',
      ['Menunggu obat hampir dua jam setelah periksa.', 'Obat tidak tersedia dan disuruh beli di luar.'],
      16,
    ),
    office(
      'rawat-inap',
      'Rawat inap',
      ['Menunggu kamar di IGD sampai malam.', 'Kamar mandi ruang rawat kurang bersih.'],
      10,
    ),
  ],
};

/** The topics of a unit. */
export function topicsOf(unit: string, kind: 'kecamatan' | 'skpd' | 'bagian'): readonly ComplaintTopic[] {
  if (kind === 'kecamatan') return KECAMATAN_TOPICS;
  return [...(OFFICE_TOPICS[unit] ?? []), MEETING, INFORMATION, SUGGESTION];
}
