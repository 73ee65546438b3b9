import type { Topic } from '../entry-facets.ts';

/** How people speak of a topic: an entry under it is found by these words too. */
export const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  antrean: 'antrean menunggu lama nomor panggilan',
  'bolak-balik': 'bolak-balik berulang kali datang sekali datang berkas kurang',
  jarak: 'jauh jarak jemput bola keliling desa terpencil',
  'jam-layanan': 'jam layanan hari libur malam sabtu minggu',
  'waktu-proses': 'lambat cepat waktu penyelesaian selesai hari itu juga',
  'biaya-tidak-resmi': 'pungli calo gratis biaya',
  aduan: 'aduan keluhan laporan warga tindak lanjut',
  informasi: 'informasi syarat persyaratan alur pengumuman',
  'data-berkas': 'data berkas arsip dokumen salah ganda',
  'kelompok-rentan': 'lansia difabel penyandang disabilitas sakit ibu hamil rentan',
  kesehatan: 'kesehatan puskesmas rumah sakit pasien',
  jaringan: 'jaringan internet sinyal listrik luring',
  pegawai: 'pegawai petugas disiplin keahlian',
  partisipasi: 'partisipasi warga gagasan musyawarah usul',
  koordinasi: 'koordinasi lintas instansi perangkat daerah terpadu',
};
