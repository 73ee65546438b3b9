/**
 * Innovative Government Award 2026: indicators of the Indeks Inovasi Daerah by Lampiran I and II of the letter of the head
 * of BSKDN, Kementerian Dalam Negeri. Found second-hand and marked so; another year gets a table of its own.
 */
import type { IndexTable, IndicatorRow } from './award-table.ts';

type Row = readonly [
  key: string,
  name: string,
  weight: number,
  mandatory: boolean,
  levels: readonly [string, string, string],
];

function rows(variable: string, list: readonly Row[]): IndicatorRow[] {
  return list.map(([key, name, weight, mandatory, levels]) => ({
    number: Number.parseInt(key, 10),
    sub: key.replace(/^\d+/, ''),
    variable,
    name,
    weight,
    mandatory,
    levels,
  }));
}

const SPD = [
  ...rows('Institusi', [
    [
      '1',
      'Visi dan misi',
      1,
      true,
      ['Kepala daerah memiliki misi inovasi', 'Memiliki visi inovasi', 'Memiliki misi dan visi inovasi'],
    ],
    [
      '2a',
      'Penetapan APBD tepat waktu dalam 3 tahun terakhir',
      1,
      false,
      ['Tepat waktu 1 tahun', 'Tepat waktu 2 tahun', 'Tepat waktu 3 tahun'],
    ],
    [
      '2b',
      'Pengalokasian mandatory spending',
      1,
      false,
      ['Memenuhi 2 komponen', 'Memenuhi 3 komponen', 'Memenuhi lebih dari 3 komponen'],
    ],
    [
      '3',
      'Kualitas peningkatan perizinan',
      1,
      true,
      ['Paling tinggi −50,32 %', '−50,33 % s.d. 8,16 %', 'Paling rendah 8,17 %'],
    ],
    [
      '4',
      'Jumlah pendapatan per kapita',
      1,
      true,
      ['Paling tinggi 2,04 %', '2,05 % s.d. 5,23 %', 'Paling rendah 5,23 %'],
    ],
    [
      '5a',
      'Progres penurunan tingkat pengangguran terbuka',
      0.75,
      true,
      ['Paling tinggi 0,00', '0,01 s.d. 0,36', 'Paling rendah 0,36'],
    ],
    [
      '5b',
      'Persentase tingkat pengangguran terbuka tahun lalu',
      0.75,
      true,
      ['Paling rendah 5,91', '2,34 s.d. 5,92', 'Paling tinggi 2,35'],
    ],
    [
      '6',
      'Jumlah peningkatan investasi',
      1.5,
      true,
      ['Paling tinggi −47,42 %', '−47,43 % s.d. 94,75 %', 'Paling rendah 94,76 %'],
    ],
    [
      '7',
      'Jumlah peningkatan PAD',
      1.5,
      true,
      ['Paling tinggi −5,14 %', '−5,15 % s.d. 33,84 %', 'Paling rendah 33,85 %'],
    ],
    ['8', 'Opini BPK', 1.5, true, ['TMP atau TW', 'WDP', 'WTP']],
    ['9', 'Nilai capaian LAKIP', 1, true, ['Nilai D atau C', 'Nilai B', 'Nilai A']],
    [
      '10a',
      'Progres penurunan angka kemiskinan',
      0.75,
      true,
      ['Paling tinggi 0,07', '0,08 s.d. 1,15', 'Paling rendah 1,16'],
    ],
    [
      '10b',
      'Persentase penduduk miskin tahun lalu',
      0.75,
      true,
      ['Paling rendah 13,10', '4,81 s.d. 13,11', 'Paling tinggi 4,82'],
    ],
  ]),
  ...rows('Sumber daya manusia', [
    [
      '11a',
      'Peningkatan IPM dua tahun terakhir',
      0.75,
      true,
      ['Paling tinggi 0,55', '0,56 s.d. 0,90', 'Paling rendah 0,90'],
    ],
    [
      '11b',
      'Capaian IPM tahun terakhir',
      0.75,
      true,
      ['Paling tinggi 69,99', '70,00 s.d. 79,99', 'Paling rendah 80,00'],
    ],
    [
      '12',
      'Penghargaan bagi inovator',
      2,
      false,
      ['Piagam', 'Piagam dan insentif', 'Piagam, insentif, dan mekanisme kontrol pembudayaan inovasi'],
    ],
  ]),
  ...rows('Ekosistem inovasi dan kajian', [
    [
      '13a',
      'Rekomendasi kebijakan yang mendukung inovasi',
      1,
      false,
      ['1–3 rekomendasi', '4–7 rekomendasi', 'Lebih dari 7 rekomendasi'],
    ],
    [
      '13b',
      'Nilai Indeks Kualitas Kebijakan',
      1,
      false,
      ['Cukup atau kurang', 'Baik', 'Unggul atau sangat baik'],
    ],
    [
      '14',
      'Rencana induk dan peta jalan pemajuan iptek daerah',
      1,
      false,
      ['Masih rancangan', 'Selesai dan disepakati', 'Ditetapkan dalam perkada'],
    ],
    [
      '15',
      'Fasilitasi pengakuan hak kekayaan intelektual',
      1,
      false,
      ['Sosialisasi', 'Sosialisasi dan fasilitasi administrasi', 'Ditambah insentif pembiayaan'],
    ],
  ]),
];

const SID = [
  ...rows('Infrastruktur', [
    [
      '16',
      'Regulasi inovasi daerah',
      3,
      true,
      [
        'SK kepala daerah, atau SK kepala perangkat daerah a.n. kepala daerah',
        'Peraturan kepala daerah',
        'Peraturan daerah',
      ],
    ],
    ['17', 'Ketersediaan dan peran SDM', 2, true, ['1–10 orang', '11–30 orang', 'Lebih dari 30 orang']],
    [
      '18',
      'Dukungan anggaran',
      2,
      false,
      ['Satu tahun anggaran', 'Dua tahun berturut-turut', 'Tahun ini dan dua tahun sebelumnya'],
    ],
  ]),
  ...rows('Kecanggihan produk', [
    [
      '19',
      'Alat kerja',
      2,
      false,
      ['Manual', 'Didukung perangkat elektronik', 'Didukung sistem informasi daring atau AI'],
    ],
  ]),
  ...rows('Infrastruktur', [
    ['20', 'Bimtek inovasi', 1, false, ['1 kali dalam 3 tahun', '2 kali dalam 3 tahun', '3 kali atau lebih']],
    [
      '21',
      'Integrasi program dan kegiatan inovasi dalam RKPD',
      2,
      false,
      ['RKPD satu dari dua tahun sebelumnya', 'RKPD dua tahun sebelumnya', 'Ditambah RKPD tahun ini'],
    ],
  ]),
  ...rows('Output pengetahuan dan teknologi', [
    [
      '22',
      'Keterlibatan aktor inovasi',
      1,
      false,
      ['3 aktor, termasuk pelaksana', '4 aktor', '5 aktor atau lebih'],
    ],
    [
      '23',
      'Pelaksana inovasi daerah',
      1,
      false,
      [
        'Ada pelaksana tanpa surat penetapan',
        'Surat penugasan kepala perangkat daerah',
        'SK kepala daerah, atau SK kepala perangkat daerah a.n. kepala daerah',
      ],
    ],
    [
      '24',
      'Jejaring inovasi',
      1,
      false,
      ['2 perangkat daerah', '3–4 perangkat daerah', '5 perangkat daerah atau lebih'],
    ],
    [
      '25',
      'Sosialisasi inovasi daerah',
      1,
      false,
      [
        'Foto kegiatan berlatar spanduk',
        'Media sosial atau berita milik pemda',
        'Media berita bukan milik pemda',
      ],
    ],
  ]),
  ...rows('Kecepatan bisnis proses', [
    ['26', 'Pedoman teknis', 1, false, ['Buku cetak', 'Buku elektronik', 'Buku yang dapat diakses daring']],
    [
      '27',
      'Kemudahan informasi layanan',
      1,
      false,
      ['1 dari 4 metode', '2 dari 4 metode', '3 metode atau lebih'],
    ],
    [
      '28',
      'Kemudahan proses inovasi yang dihasilkan',
      2,
      false,
      [
        'Hasil diperoleh dalam 6 hari atau lebih',
        'Hasil diperoleh dalam 2–5 hari',
        'Hasil diperoleh dalam 1 hari',
      ],
    ],
    [
      '29',
      'Penyelesaian layanan pengaduan',
      1,
      false,
      ['Paling banyak 50 %, atau tidak ada pengaduan', '51 % s.d. 90 %', 'Paling sedikit 91 %'],
    ],
  ]),
  ...rows('Kecanggihan produk', [
    [
      '30',
      'Layanan terintegrasi',
      2,
      false,
      ['Berjalan sendiri', 'Terintegrasi dalam satu portal unit', 'Terintegrasi dengan unit organisasi lain'],
    ],
    [
      '31',
      'Replikasi',
      3,
      false,
      ['Pernah 1 kali direplikasi', '2 kali di daerah berbeda', '3 kali di daerah berbeda'],
    ],
  ]),
  ...rows('Kecepatan bisnis proses', [
    ['32', 'Kecepatan penciptaan inovasi', 2, true, ['9 bulan atau lebih', '5–8 bulan', '1–4 bulan']],
  ]),
  ...rows('Jumlah inovasi dan hasil kreatif', [
    [
      '33',
      'Kemanfaatan inovasi',
      3,
      true,
      ['Penerima manfaat 1–200 orang', '201–500 orang', '501 orang atau lebih'],
    ],
    [
      '34',
      'Monitoring dan evaluasi inovasi daerah',
      2,
      false,
      ['Laporan monev internal', 'Laporan survei kepuasan masyarakat', 'Monev eksternal berbasis penelitian'],
    ],
    [
      '35',
      'Video inovasi daerah',
      4,
      true,
      ['Memenuhi 1–2 unsur substansi', 'Memenuhi 3–4 unsur substansi', 'Memenuhi 5 unsur substansi'],
    ],
  ]),
];

export const IGA_2026: IndexTable = {
  year: 2026,
  source: {
    name: 'Surat Kepala BSKDN Kemendagri Nomor 400.10.11/1887/BSKDN, Lampiran I dan II',
    on: '2026-04-29',
    confirmed: false,
  },
  spd: SPD,
  sid: SID,
  most: 250,
  count: { points: 76, each: 0.38, most: 200, affairsNeeded: 5 },
  divisorAtLeast: 12,
  predicates: [
    { from: 65.01, name: 'Sangat inovatif' },
    { from: 40.01, name: 'Inovatif' },
    { from: 0.01, name: 'Kurang inovatif' },
  ],
};

/** Tables by year, the newest last. */
export const INDEX_TABLES: readonly IndexTable[] = [IGA_2026];
