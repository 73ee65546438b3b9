/** Uji petik, indications, and lists held against each other. */
export const INSPECTION_MESSAGES = {
  'selection-invalid': {
    id: 'Pilihan berkasnya tidak dikenal daftar ini: {name}. Buka daftarnya, lalu tarik uji petik dari sana.',
    en: 'The list does not know this selection: {name}. Open the list and draw the sample from there.',
  },
  'population-too-small': {
    id: 'Hanya ada {population} berkas, sedangkan yang diminta {size}. Kecilkan jumlahnya atau perluas pilihannya.',
    en: 'There are only {population} records and {size} were asked for. Ask for fewer, or widen the selection.',
  },
  'population-too-large': {
    id: 'Uji petik ditarik dari paling banyak {most} berkas. Persempit unit atau periodenya.',
    en: 'A sample is drawn from at most {most} records. Narrow the unit or the period.',
  },
  'sample-not-found': {
    id: 'Uji petik ini tidak ditemukan. Muat ulang daftarnya.',
    en: 'There is no such sample. Reload the list.',
  },
  'sample-record-not-found': {
    id: 'Berkas ini tidak termasuk uji petik tersebut. Muat ulang lembar kerjanya.',
    en: 'This record is not in the sample. Reload the work sheet.',
  },
  'indications-too-long': {
    id: 'Indikasi dicari dalam paling banyak {days} hari. Persempit periodenya.',
    en: 'Indications are looked for in at most {days} days. Narrow the period.',
  },
  'indication-not-found': {
    id: 'Indikasi ini tidak ditemukan. Muat ulang daftarnya.',
    en: 'There is no such indication. Reload the list.',
  },
  'reconciliation-not-found': {
    id: 'Perbandingan ini tidak ditemukan. Muat ulang daftarnya.',
    en: 'There is no such comparison. Reload the list.',
  },
  'reconciliation-needs-records': {
    id: 'Perbandingan menyebut berkas satu per satu, sedangkan jabatan Anda tidak membaca berkas jenis ini. Mintalah Inspektorat membuatnya.',
    en: 'A comparison names single records, and your post does not read records of this kind. Ask the Inspektorat for it.',
  },
  'reconciliation-too-large': {
    id: 'Paling banyak {most} catatan PANDU dibandingkan sekali jalan. Persempit unit atau periodenya.',
    en: 'At most {most} records of PANDU are compared at a time. Narrow the unit or the period.',
  },
  'report-too-long': {
    id: 'Berkas pembanding memuat paling banyak {rows} baris. Bagi berkasnya menurut unit atau bulan.',
    en: 'A file to compare holds at most {rows} rows. Split it by unit or month.',
  },
} as const;
