/** Files given as evidence. */
export const EVIDENCE_MESSAGES = {
  'evidence-of-nothing': {
    id: 'Hal yang diberi bukti ini tidak ditemukan.',
    en: 'There is no such thing to give evidence of.',
  },
  'evidence-not-found': { id: 'Berkas bukti ini tidak ditemukan.', en: 'There is no such evidence file.' },
  'evidence-closed': {
    id: 'Bukti di sini tidak dapat Anda tambah atau cabut.',
    en: 'You cannot add or remove evidence here.',
  },
  'evidence-of-another-post': {
    id: 'Berkas ini hanya dapat dicabut oleh jabatan yang menambahkannya: {post}.',
    en: 'Only the post that added this file can remove it: {post}.',
  },
  'evidence-too-large': {
    id: 'Berkas bukti paling besar {limit} MB. Kecilkan fotonya, atau pindai dengan resolusi yang lebih rendah.',
    en: 'An evidence file has at most {limit} MB. Make the photo smaller, or scan with a lower resolution.',
  },
  'evidence-empty': {
    id: 'Berkas ini kosong. Pilih berkas yang ada isinya.',
    en: 'This file is empty. Choose one that holds something.',
  },
  'evidence-type': {
    id: 'Jenis berkas ini tidak diterima sebagai bukti. Yang diterima: PDF, gambar JPEG, PNG, atau WebP, dokumen Word (.docx), dan lembar Excel (.xlsx). Foto iPhone (HEIC) perlu disimpan dahulu sebagai JPEG.',
    en: 'Files of this type are not taken as evidence. These are: PDF, JPEG, PNG or WebP pictures, Word documents (.docx) and Excel workbooks (.xlsx). Save photos of an iPhone (HEIC) as JPEG first.',
  },
  'evidence-macros': {
    id: 'Dokumen ini memuat makro atau kontrol yang dapat dijalankan. Simpan sebagai .docx atau .xlsx biasa, lalu unggah lagi.',
    en: 'This document holds macros or controls that can run. Save it as a plain .docx or .xlsx and upload it again.',
  },
  'evidence-damaged': {
    id: 'Gambar ini rusak atau terpotong. Ambil lagi dari perangkat asalnya, lalu unggah lagi.',
    en: 'This picture is damaged or cut off. Take it from its device again and upload it again.',
  },
  'evidence-already-there': {
    id: 'Berkas yang sama sudah menjadi bukti di sini: “{name}”.',
    en: 'The same file is evidence here already: “{name}”.',
  },
  'evidence-too-many': {
    id: 'Satu hal paling banyak punya {most} berkas bukti. Gabungkan beberapa menjadi satu PDF, atau cabut yang tidak diperlukan.',
    en: 'One thing has at most {most} evidence files. Put several into one PDF, or remove what is not needed.',
  },
  'evidence-note-too-long': {
    id: 'Catatan bukti paling panjang {most} huruf.',
    en: 'A note on evidence has at most {most} letters.',
  },
} as const;
