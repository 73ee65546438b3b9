import type { Language } from '#domain/language';

const ID = {
  title: 'Kertas kerja uji petik',
  basis: 'Dasar penarikan',
  selection: 'Ditarik dari',
  reason: 'Alasan',
  population: 'Populasi',
  size: 'Ditarik',
  seed: 'Benih',
  hash: 'Sidik populasi (SHA-256)',
  at: 'Waktu penarikan',
  by: 'Ditarik oleh',
  results: 'Hasil sejauh ini',
  resultsText:
    '{checked} diperiksa: {sesuai} sesuai, {tidakSesuai} tidak sesuai, {tidakAda} berkas tidak ada.',
  method: 'Cara menarik ulang',
  methodText:
    'Untuk setiap berkas hitung SHA-256 dari “benih:id”; berkas dengan nilai terkecil yang ditarik, mulai dari yang paling kecil. Sidik populasi adalah SHA-256 dari semua id menurut abjad, satu id per baris.',
  masked:
    'Identitas pelapor dan pemohon disamarkan pada kertas ini. Kolom kosong diisi pemeriksa dengan tulisan tangan.',
  records: 'Berkas yang diperiksa',
  caption: '{size} berkas menurut urutan penarikan',
  columns: {
    position: 'No.',
    number: 'Nomor',
    unit: 'Unit',
    service: 'Layanan',
    day: 'Tanggal',
    due: 'Tenggat',
    completed: 'Selesai',
    status: 'Status',
    body: 'Isi (pelapor disamarkan)',
    paper: 'Berkas fisik ada (ya/tidak)',
    verdict: 'Hasil pemeriksaan',
    note: 'Catatan pemeriksa',
    initials: 'Paraf',
  },
  verdicts: { sesuai: 'sesuai', 'tidak-sesuai': 'tidak sesuai', 'berkas-tidak-ada': 'berkas tidak ada' },
  conclusion: 'Simpulan pemeriksa',
  signatures: ['Pemeriksa', 'Ketua tim', 'Pejabat unit yang diperiksa'],
};
export type WorksheetWords = typeof ID;

const EN: WorksheetWords = {
  title: 'Work sheet of a sample',
  basis: 'How it was drawn',
  selection: 'Drawn from',
  reason: 'Why',
  population: 'Population',
  size: 'Drawn',
  seed: 'Seed',
  hash: 'Hash of the population (SHA-256)',
  at: 'Drawn at',
  by: 'Drawn by',
  results: 'Findings so far',
  resultsText:
    '{checked} checked: {sesuai} in order, {tidakSesuai} not in order, {tidakAda} without a paper file.',
  method: 'How to draw again',
  methodText:
    'For every record take the SHA-256 of “seed:id”; those with the smallest values are drawn, the smallest first. The hash of the population is the SHA-256 of all ids in alphabetical order, one a line.',
  masked:
    'Reporters and applicants are masked on this sheet. The inspector fills in the empty columns by hand.',
  records: 'Records to be checked',
  caption: '{size} records in the order of the draw',
  columns: {
    position: 'No.',
    number: 'Number',
    unit: 'Unit',
    service: 'Service',
    day: 'Day',
    due: 'Deadline',
    completed: 'Completed',
    status: 'Status',
    body: 'Content (reporter masked)',
    paper: 'Paper file there (yes/no)',
    verdict: 'Finding',
    note: 'Notes of the inspector',
    initials: 'Initials',
  },
  verdicts: { sesuai: 'in order', 'tidak-sesuai': 'not in order', 'berkas-tidak-ada': 'file missing' },
  conclusion: 'Conclusion of the inspector',
  signatures: ['Inspector', 'Head of the team', 'Official of the inspected unit'],
};

/** The words of the sheet in a language. */
export function worksheetWords(language: Language): WorksheetWords {
  return language === 'en' ? EN : ID;
}
