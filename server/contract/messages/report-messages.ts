/** Snapshots, reports and their files. */
export const REPORT_MESSAGES = {
  'report-not-found': {
    id: 'Tidak ada laporan bernama “{report}”. Pilih dari daftar di halaman Laporan.',
    en: 'There is no report called “{report}”. Choose one from the list on the Reports page.',
  },
  'report-not-of-unit': {
    id: '{report} tidak dibuat untuk unit ini. Pilih unit lain.',
    en: '{report} is not made for this unit. Choose another unit.',
  },
  'report-grain-missing': {
    id: '{report} tidak dibuat untuk rentang ini. Pilih bulan atau triwulan.',
    en: '{report} is not made for this kind of period. Choose a month or a quarter.',
  },
  'report-format-missing': {
    id: '{report} tidak tersedia dalam bentuk itu. Pilih salah satu: {formats}.',
    en: '{report} is not made in that form. Choose one of: {formats}.',
  },
  'snapshot-period-invalid': {
    id: 'Tidak ada bulan atau triwulan yang mulai pada {day}. Isi tanggal pertama bulan atau triwulan.',
    en: 'No month or quarter begins on {day}. Enter the first day of a month or quarter.',
  },
  'snapshot-period-ahead': {
    id: 'Periode ini belum mulai, jadi belum ada angkanya. Pilih periode yang sudah berjalan.',
    en: 'This period has not begun, so it has no figures yet. Choose one that has.',
  },
  'snapshot-not-over': {
    id: '{period} belum selesai, jadi angkanya belum dapat ditetapkan. Tunggu sampai periode itu berakhir.',
    en: '{period} is not over, so its figures cannot be frozen yet. Wait until it has ended.',
  },
  'snapshot-not-shown': {
    id: 'Selama masa uji, angka {period} belum terbuka bagi pimpinan. Tetapkan sesudah {day}.',
    en: 'During the trial period the figures of {period} are not open to leadership yet. Freeze them after {day}.',
  },
  'snapshot-taken': {
    id: 'Angka {period} sudah ditetapkan {by} pada {day}, kode {code}. Jika data dikoreksi sesudahnya, tetapkan angka perbaikan.',
    en: 'The figures of {period} were frozen by {by} on {day}, code {code}. If records were corrected since, freeze corrected figures.',
  },
  'snapshot-none-to-correct': {
    id: 'Angka {period} belum pernah ditetapkan, jadi belum ada yang diperbaiki. Tetapkan dulu angkanya.',
    en: 'The figures of {period} were never frozen, so there is nothing to correct. Freeze them first.',
  },
  'snapshot-same': {
    id: 'Tidak ada angka {period} yang berubah sejak ditetapkan, jadi tidak ada yang perlu diperbaiki.',
    en: 'No figure of {period} has changed since it was frozen, so there is nothing to correct.',
  },
  'snapshot-running': {
    id: 'Angka sedang ditetapkan oleh {by}. Tunggu sampai selesai, lalu coba lagi bila masih perlu.',
    en: 'Figures are being frozen by {by}. Wait until that is done and try again if need be.',
  },
  'snapshot-data-moving': {
    id: 'Data terus berubah selama angka dihitung, jadi tidak ada yang ditetapkan. Coba lagi setelah unggahan data selesai.',
    en: 'Records kept changing while the figures were computed, so nothing was frozen. Try again once the uploads are done.',
  },
  'snapshot-run-broken': {
    id: 'Penetapan angka terhenti sebelum selesai dan tidak ada yang tersimpan. Coba lagi.',
    en: 'Freezing stopped before it was done and nothing was kept. Try again.',
  },
  'snapshot-run-no-account': {
    id: 'Akun yang memulai penetapan ini sudah ditutup, jadi tidak ada yang ditetapkan. Mulai lagi dari akun yang masih berlaku.',
    en: 'The account that began this freezing was closed, so nothing was frozen. Begin again from an account in use.',
  },
  'snapshot-run-not-found': {
    id: 'Penetapan angka ini tidak ditemukan. Muat ulang halamannya.',
    en: 'There is no such run. Reload the page.',
  },
  'snapshot-not-found': {
    id: 'Tidak ada angka tetap dengan kode “{code}” di lingkup Anda. Periksa kodenya.',
    en: 'There are no frozen figures with the code “{code}” in your scope. Check the code.',
  },
  'snapshot-not-for-reader': {
    id: 'Angka dengan kode {code} tidak disimpan untuk hak baca jabatan Anda. Mintalah pada Bagian Organisasi.',
    en: 'The figures with the code {code} were not kept for what your post may read. Ask the organisation section.',
  },
  'snapshot-tampered': {
    id: 'Angka dengan kode {code} tidak lagi sama dengan saat ditetapkan, jadi tidak ditampilkan. Laporkan kepada pengelola PANDU.',
    en: 'The figures with the code {code} are no longer what was frozen and are not shown. Tell the operator of PANDU.',
  },
  'crest-type': {
    id: 'Berkas ini bukan PNG, JPEG, atau SVG yang sah. Lambang diterima sebagai PNG, JPEG, atau SVG tanpa entitas; simpan ulang dari program gambar, lalu unggah lagi.',
    en: 'This file is no valid PNG, JPEG or SVG. A crest is taken as PNG, JPEG or SVG without entities; save it anew from a drawing program and upload it again.',
  },
  'crest-damaged': {
    id: 'Gambar lambang kosong atau rusak. Unggah berkas yang utuh.',
    en: 'The picture of the crest is empty or damaged. Upload a whole file.',
  },
  'crest-too-large': {
    id: 'Gambar lambang lebih dari {limit} kB. Perkecil gambarnya, lalu unggah lagi.',
    en: 'The picture of the crest is larger than {limit} kB. Make it smaller and upload it again.',
  },
  'crest-file-too-large': {
    id: 'Berkas lebih dari {limit} MB. Lambang paling besar 200 kB; perkecil gambarnya, lalu unggah lagi.',
    en: 'The file is larger than {limit} MB. A crest is 200 kB at most; make the picture smaller and upload it again.',
  },
  'crest-too-many-pixels': {
    id: 'Gambar lambang {width} × {height} piksel; paling besar {most} piksel setiap sisinya. Perkecil gambarnya, lalu unggah lagi.',
    en: 'The picture of the crest has {width} × {height} pixels; {most} a side are the most. Make it smaller and upload it again.',
  },
  'crest-undrawable': {
    id: 'Gambar lambang ini tidak dapat dicetak: isinya terlalu rumit, atau memuat sesuatu yang tidak dikenal. Sederhanakan gambarnya, atau unggah sebagai PNG.',
    en: 'This picture of the crest cannot be printed: there is too much in it, or something that is not known. Simplify it, or upload it as PNG.',
  },
  'crest-stretched': {
    id: 'Gambar lambang {width} × {height} terlalu memanjang: satu sisi paling banyak dua kali sisi lainnya. Potong bagian yang bukan lambang, lalu unggah lagi.',
    en: 'The picture of the crest, {width} × {height}, is too long: one side is twice the other at most. Cut off what is not the crest and upload it again.',
  },
} as const;
