/**
 * Innovations that public sources report: what is known of them, in plain words, and nothing beyond. What the source does
 * not say stays empty. No owner has confirmed them; the kabupaten they are at home in can claim them, and from then on
 * tells them itself.
 */
import { EMPTY_CONTENT, type EntryContent } from '#contract/innovations/entry-content';

/** Where something was read. */
export interface PublicSource {
  readonly name: string;
  readonly url: string;
  /** Day of publication; null where the source does not carry one. */
  readonly on: string | null;
}

export interface ShippedInnovation {
  /** For ever the same: an entry that its owner claims keeps it. */
  readonly id: string;
  readonly slug: string;
  readonly home: {
    readonly kabupatenCode: string;
    readonly kabupatenName: string;
    /** Null where the unit has no code that all installations share. */
    readonly unitCode: string | null;
    readonly unitName: string;
  };
  readonly source: PublicSource;
  readonly content: EntryContent;
}

/** When they were written down from their sources: a minute apart, so that the first of the list is the newest. */
export function shippedAt(place: number): string {
  return new Date(Date.UTC(2026, 10, 22, 1, -place)).toISOString();
}

const KUTAI_KARTANEGARA = { kabupatenCode: '64.02', kabupatenName: 'Kutai Kartanegara' };
const BEKASI = { kabupatenCode: '32.16', kabupatenName: 'Bekasi' };
const INDRAMAYU = { kabupatenCode: '32.12', kabupatenName: 'Indramayu' };

const FORCASI_PECUT: PublicSource = {
  name: 'FORCASI, “Pelayanan Cepat Tunggu di Tempat (PECUT) di Kecamatan Sebulu”',
  url: 'http://www.forcasi.org/artikel/pelayanan-cepat-tunggu-di-tempat-pecut-di-kecamatan-sebulu',
  on: null,
};
const FORCASI_MSC: PublicSource = {
  name: 'FORCASI, “Inovasi Pelayanan Kecamatan Cikarang Utara”',
  url: 'http://forcasi.org/artikel/inovasi-pelayanan-kecamatan-cikarang-utara-melayani-warga-bahkan-di-hari-libur',
  on: null,
};
const WARTA_MSC: PublicSource = {
  name: 'Warta Kota News, “Minggu Ceria 9.11” Kecamatan Cikarang Utara',
  url: 'https://wartakotanews.com/?p=4102',
  on: '2025-09-09',
};
const ANTARA_BOTRAM: PublicSource = {
  name: 'ANTARA Jawa Barat, “Pemkab Bekasi menambah intensitas program Botram”',
  url: 'https://jabar.antaranews.com/berita/525825/pemkab-bekasi-menambah-intensitas-program-botram-respon-antusias-warga',
  on: '2024-07-06',
};
const BEKASI_CYBER_BOTRAM: PublicSource = {
  name: 'Bekasicyber, “Botram, program inovatif Pemkab Bekasi” (2 Desember 2023)',
  url: 'https://bekasicyber.id/2023/12/botram-program-inovatif-pemkab-bekasi-untuk-layani-masyarakat.html',
  on: '2023-12-02',
};
const DETIK_ICETA: PublicSource = {
  name: 'detikJabar, “Pemkab Indramayu Yakin Program I-Ceta Bisa Tingkatkan Layanan ke Warga”',
  url: 'https://www.detik.com/jabar/berita/d-6086027/pemkab-indramayu-yakin-program-i-ceta-bisa-tingkatkan-layanan-ke-warga',
  on: '2022-05-19',
};
const RUBER_ICETA: PublicSource = {
  name: 'ruber.id, aduan I-Ceta Januari–Juni 2024 (30 Juli 2024)',
  url: 'https://ruber.id/?p=81941',
  on: '2024-07-30',
};
const SORANA_ICETA: PublicSource = {
  name: 'Sorana, sepuluh program unggulan diluncurkan 9 Maret 2021',
  url: 'https://sorana.co.id/?p=5660',
  on: null,
};
const INFOPUBLIK_DOKMARU: PublicSource = {
  name: 'InfoPublik, Dokter Masuk Rumah 2021–2022 (23 Agustus 2023)',
  url: 'https://infopublik.id/kategori/nusantara/772246',
  on: '2023-08-23',
};
const KOMPAS_LABINOV: PublicSource = {
  name: 'Kompas.com, “Labinov LAN Raih Penghargaan Top 45 Inovasi Pelayanan Publik”',
  url: 'https://nasional.kompas.com/read/2019/10/16/12203071/kalahkan-ribuan-pesaing-labinov-lan-raih-penghargaan-top-45-inovasi',
  on: '2019-10-16',
};
const LAN_LABINOV: PublicSource = {
  name: 'LAN, “Laboratorium Inovasi Terpilih Menjadi Top 99” (Juli 2019)',
  url: 'http://lan.go.id/id/2016-01-05-13-26-55/berita/laboratorium-inovasi-terpilih-menjadi-top-99-inovasi-pelayanan-publik',
  on: null,
};
const JOURNAL_LABINOV: PublicSource = {
  name: 'Srimarchea dan Aziza, jurnal Inovasi 18(2), 2021: lima tahap Laboratorium Inovasi',
  url: 'https://doi.org/10.33626/inovasi.v18i2.414',
  on: null,
};

const linksOf = (...sources: readonly PublicSource[]): EntryContent['links'] =>
  sources.map(({ name, url }) => ({ title: name, url }));

export const SHIPPED_INNOVATIONS: readonly ShippedInnovation[] = [
  {
    id: '019ab000-0000-7000-8000-000000000001',
    slug: 'pecut-kecamatan-sebulu',
    home: { ...KUTAI_KARTANEGARA, unitCode: '64.02.07', unitName: 'Kecamatan Sebulu' },
    source: FORCASI_PECUT,
    content: {
      ...EMPTY_CONTENT,
      name: 'Pelayanan Cepat Tunggu di Tempat',
      acronym: 'PECUT',
      initiator: 'Kecamatan Sebulu',
      form: 'pelayanan-publik',
      digital: true,
      summary:
        'Berkas disiapkan lebih dulu secara digital atau di kantor desa; warga datang sekali ke kecamatan dan menunggu sampai dokumennya jadi. Enam layanan: AK/1, KK, SKTM, surat pindah, surat datang, dan cetak KTP hilang.',
      topics: ['bolak-balik', 'antrean', 'jarak', 'waktu-proses'],
      problem:
        'Warga menempuh jarak jauh ke kantor kecamatan, menunggu lama, dan harus bolak-balik karena berkas belum lengkap atau prosesnya belum seluruhnya digital.',
      goal: 'Warga cukup datang sekali dan pulang membawa dokumen yang sudah jadi.',
      howItWorks:
        'Warga mengajukan permohonan dari kantor desa atau lewat sistem digital. Berkas diperiksa sebelum warga berangkat. Di kecamatan warga datang satu kali untuk pencetakan atau pengesahan, lalu menunggu di tempat sampai dokumen selesai. Kantor desa menjadi titik layanan, sehingga sebagian urusan selesai dekat rumah.',
      services: [
        'AK/1 (kartu pencari kerja)',
        'Kartu Keluarga (KK)',
        'Surat Keterangan Tidak Mampu (SKTM)',
        'Surat pindah',
        'Surat datang',
        'Cetak KTP hilang',
      ],
      places: 'Kantor Kecamatan Sebulu dan kantor desa',
      partners: ['Pemerintah desa'],
      links: linksOf(FORCASI_PECUT),
    },
  },
  {
    id: '019ab000-0000-7000-8000-000000000002',
    slug: 'msc-9-11-cikarang-utara',
    home: { ...BEKASI, unitCode: '32.16.09', unitName: 'Kecamatan Cikarang Utara' },
    source: WARTA_MSC,
    content: {
      ...EMPTY_CONTENT,
      name: 'Minggu Senyum Ceria, MSC 9–11',
      acronym: 'MSC 9–11',
      initiator: 'Kecamatan Cikarang Utara',
      form: 'pelayanan-publik',
      digital: false,
      summary:
        'Layanan kependudukan dibuka setiap hari Minggu dan hari libur pukul 09.00–11.00 WIB di kantor kecamatan, tanpa biaya, bagi warga yang bekerja pada jam kantor.',
      topics: ['jam-layanan'],
      problem:
        'Banyak warga bekerja pada jam kantor, sehingga tidak sempat mengurus dokumen pada hari kerja tanpa meninggalkan pekerjaannya.',
      goal: 'Warga yang bekerja dapat mengurus dokumen kependudukan pada akhir pekan dan hari libur.',
      howItWorks:
        'Loket kecamatan buka pada hari Minggu atau hari libur selama dua jam, pukul 09.00 sampai 11.00 WIB. Warga mengurus KTP-el, Kartu Keluarga, akta kelahiran, surat pindah, dan perbaikan data, atau berkonsultasi bila terkendala. Seluruh layanan tidak dipungut biaya.',
      services: [
        'KTP-el',
        'Kartu Keluarga (KK)',
        'Akta kelahiran',
        'Surat pindah',
        'Perbaikan data kependudukan',
        'Konsultasi administrasi kependudukan',
      ],
      hours: 'Minggu dan hari libur, 09.00–11.00 WIB',
      places: 'Kantor Kecamatan Cikarang Utara',
      beneficiaries: 'Warga Cikarang Utara, terutama yang bekerja pada jam kantor',
      links: linksOf(WARTA_MSC, FORCASI_MSC),
    },
  },
  {
    id: '019ab000-0000-7000-8000-000000000003',
    slug: 'botram-kabupaten-bekasi',
    home: { ...BEKASI, unitCode: null, unitName: 'Disdukcapil Kabupaten Bekasi' },
    source: ANTARA_BOTRAM,
    content: {
      ...EMPTY_CONTENT,
      name: 'Berkolaborasi Terus Melayani',
      acronym: 'BOTRAM',
      initiator: 'Pemerintah Kabupaten Bekasi',
      form: 'pelayanan-publik',
      digital: false,
      summary:
        'Setiap akhir pekan puluhan instansi membuka gerai di satu lokasi kecamatan: kependudukan, kesehatan, perizinan, pajak, perbankan, dan BPJS. Kemudian ditambah Botram masuk desa.',
      topics: ['jarak', 'jam-layanan', 'bolak-balik', 'koordinasi'],
      problem:
        'Warga harus mendatangi banyak kantor yang jauh, pada jam kerja, untuk urusan yang berbeda-beda; pekerja sulit mengambil cuti untuk mengurusnya.',
      goal: 'Layanan banyak instansi didekatkan ke warga di satu tempat dan pada akhir pekan.',
      howItWorks:
        'Disdukcapil mengoordinasi perangkat daerah, instansi vertikal, BUMN, dan BUMD untuk membuka gerai bersama di satu lapangan atau kantor. Botram kecamatan digelar setiap Sabtu, bergilir menurut jadwal, dengan lebih dari 40 jenis layanan. Sejak Juli 2024 ditambah Botram masuk desa, Selasa dan Kamis, dengan belasan layanan yang paling diminati. Kegiatan disertai panggung dan UMKM setempat.',
      services: [
        'KTP-el',
        'Kartu Keluarga (KK)',
        'Kartu Identitas Anak (KIA)',
        'Akta kelahiran',
        'Akta kematian',
        'Kartu kuning (AK/1)',
        'Pemeriksaan kesehatan',
        'Keluarga berencana',
        'Perizinan',
        'Perpajakan',
        'Perbankan',
        'BPJS Kesehatan dan Ketenagakerjaan',
        'SKCK dan SIM',
      ],
      hours: 'Botram kecamatan: Sabtu; Botram masuk desa: Selasa dan Kamis (keadaan Juli 2024)',
      places: 'Bergilir di kecamatan dan desa di Kabupaten Bekasi',
      partners: [
        'Perangkat daerah Kabupaten Bekasi',
        'Instansi vertikal',
        'BUMN dan BUMD',
        'Kepolisian',
        'BPJS',
        'Perbankan',
      ],
      beneficiaries: 'Warga Kabupaten Bekasi, terutama pekerja dan warga yang jauh dari kantor layanan',
      links: linksOf(ANTARA_BOTRAM, BEKASI_CYBER_BOTRAM, FORCASI_MSC),
    },
  },
  {
    id: '019ab000-0000-7000-8000-000000000004',
    slug: 'i-ceta-indramayu',
    home: { ...INDRAMAYU, unitCode: null, unitName: 'Diskominfo Kabupaten Indramayu' },
    source: RUBER_ICETA,
    content: {
      ...EMPTY_CONTENT,
      name: 'Indramayu Cepat Tanggap, dengan Dokter Masuk Rumah (Dokmaru)',
      acronym: 'I-CETA',
      initiator: 'Pemerintah Kabupaten Indramayu, program unggulan bupati sejak Maret 2021',
      form: 'pelayanan-publik',
      digital: true,
      initiatedOn: '2021-03-09',
      summary:
        'Setiap perangkat daerah, kecamatan, RSUD, dan puskesmas menjawab aduan lewat call center sendiri selama 24 jam; yang tidak ditindaklanjuti naik ke Diskominfo, lalu ke bupati. Aduan kesehatan dapat dijawab dokter yang datang ke rumah.',
      topics: ['aduan', 'kesehatan', 'kelompok-rentan', 'koordinasi'],
      problem:
        'Warga tidak tahu harus mengadu ke mana, dan aduan yang terkumpul di satu tempat lambat sampai ke instansi yang berwenang. Warga sakit yang tidak mampu sulit mencapai layanan kesehatan.',
      goal: 'Setiap aduan langsung diterima dan ditangani oleh instansi yang berwenang, secepat mungkin.',
      howItWorks:
        'Nomor call center dibagikan ke warga untuk tiap perangkat daerah, kecamatan, BUMD, RSUD, dan puskesmas; tidak terpusat di satu meja. Aduan juga diterima lewat media sosial dan SP4N-LAPOR!, lalu dicatat dalam sistem penginputan data keluhan yang dikelola Diskominfo. Unit menjawab lebih dulu; yang tidak ditindaklanjuti dibawa ke Diskominfo dan akhirnya ke bupati. Untuk aduan kesehatan, warga menghubungi PSC 119 atau puskesmas, kemudian dokter, perawat, atau bidan mendatangi rumah pasien (Dokmaru) dan merujuknya bila perlu.',
      services: [
        'Pengaduan masyarakat',
        'Kunjungan dokter ke rumah',
        'Kebakaran dan penyelamatan',
        'Bantuan sosial',
      ],
      hours: 'Call center 24 jam',
      places: 'Seluruh Kabupaten Indramayu',
      partners: [
        '27 perangkat daerah dan 31 kecamatan (2022)',
        '3 RSUD dan 49 puskesmas (2022)',
        '2 BUMD (2022)',
        'PSC 119 Dinas Kesehatan',
      ],
      results: [
        {
          what: 'Aduan yang diselesaikan',
          before: '',
          after: '676 dari 693',
          unit: 'aduan',
          method: 'Rekap sistem penginputan data keluhan, dilaporkan Diskominfo',
          n: 693,
          period: 'Januari–Juni 2024',
        },
        {
          what: 'Pasien yang dikunjungi di rumah (Dokmaru)',
          before: '',
          after: '3.115',
          unit: 'orang',
          method: 'Catatan Dinas Kesehatan: 1.867 pada 2021 dan 1.248 pada 2022',
          n: 3_115,
          period: '2021–2022',
        },
      ],
      beneficiaries:
        'Warga Kabupaten Indramayu; kunjungan dokter terutama bagi warga sakit yang tidak mampu.',
      links: linksOf(DETIK_ICETA, RUBER_ICETA, SORANA_ICETA, INFOPUBLIK_DOKMARU),
    },
  },
  {
    id: '019ab000-0000-7000-8000-000000000005',
    slug: 'laboratorium-inovasi-kutai-kartanegara',
    home: {
      ...KUTAI_KARTANEGARA,
      unitCode: null,
      unitName: 'Pemerintah Kabupaten Kutai Kartanegara bersama LAN',
    },
    source: KOMPAS_LABINOV,
    content: {
      ...EMPTY_CONTENT,
      name: 'Laboratorium Inovasi Pelayanan Publik',
      acronym: 'Labinov',
      initiator: 'Lembaga Administrasi Negara (LAN)',
      form: 'tata-kelola',
      digital: false,
      summary:
        'Pendampingan LAN supaya setiap perangkat daerah melahirkan inovasinya sendiri, dari menggugah minat sampai memamerkan hasil. Dijalankan bersama LAN di Kutai Kartanegara.',
      topics: ['pegawai', 'partisipasi', 'koordinasi'],
      problem:
        'Perangkat daerah menghadapi masalah pelayanan, tetapi tidak terbiasa mencari dan mencoba cara baru; inovasi dianggap merepotkan.',
      goal: 'Menumbuhkan kesadaran, semangat, dan aksi nyata berinovasi di perangkat daerah.',
      howItWorks:
        'Pendampingan berjalan dalam lima tahap (5D): menggugah (drum-up), mendiagnosis masalah (diagnose), merancang gagasan (design), menjalankan (deliver), dan memamerkan hasilnya (display). Gagasan lahir dari pegawai unit sendiri, lalu didampingi sampai berjalan. Sumber yang dikutip menerangkan program LAN di seluruh Indonesia; hasil di Kutai Kartanegara tidak disebut.',
      partners: ['Lembaga Administrasi Negara (LAN)'],
      challenges:
        'LAN menyebut tiga prasyarat: kesiapan pegawai, budaya berinovasi, dan dukungan pimpinan. Setelah inovasi lahir, perlu pemantauan dan evaluasi.',
      results: [
        {
          what: 'Inovasi yang lahir dari Laboratorium Inovasi LAN, seluruh Indonesia',
          before: '',
          after: '6.779',
          unit: 'inovasi',
          method: 'Dilaporkan LAN, dari 67 lokus',
          n: null,
          period: '2015–2018',
        },
      ],
      links: linksOf(KOMPAS_LABINOV, LAN_LABINOV, JOURNAL_LABINOV),
    },
  },
];
