import type { Language } from '#domain/language';

const ID = {
  title: 'Lembar kunjungan kerja',
  lead: 'Yang perlu diketahui dan ditanyakan',
  owner: 'Penanggung jawab',
  noOwner: 'belum ada penanggung jawab',
  day: 'Disiapkan',
  changes: 'Apa yang berubah',
  calm: 'Tidak ada perubahan yang menonjol.',
  numbers: 'Lima angka, {period}',
  figure: 'Ukuran',
  value: 'Nilai',
  n: 'n',
  target: 'Target',
  meaning: 'Artinya',
  overdue: 'Permohonan lewat tenggat',
  noneOverdue: 'Tidak ada permohonan yang lewat tenggat.',
  dueOn: 'tenggat {day}',
  unanswered: 'Aduan yang belum ditanggapi',
  noneUnanswered: 'Semua aduan sudah ditanggapi.',
  noCategory: 'tanpa kategori',
  fresh: 'baru masuk',
  waiting: '{days} hari kerja',
  notTold: 'Nomor berkas hanya tampil bagi jabatan yang berhak melihat berkasnya.',
  dispositions: 'Disposisi yang masih terbuka',
  noneOpen: 'Tidak ada disposisi yang masih terbuka.',
  by: 'batas {day}',
  states: { open: 'berjalan', late: 'lewat waktu', reported: 'dilaporkan' },
  questions: 'Tiga pertanyaan untuk ditanyakan',
  notes: 'Catatan kunjungan',
};
export type VisitWords = typeof ID;

const EN: VisitWords = {
  title: 'Visit sheet',
  lead: 'What to know and to ask',
  owner: 'Who answers for it',
  noOwner: 'nobody answers for it yet',
  day: 'Prepared',
  changes: 'What changed',
  calm: 'No change stands out.',
  numbers: 'Five numbers, {period}',
  figure: 'Figure',
  value: 'Value',
  n: 'n',
  target: 'Target',
  meaning: 'Meaning',
  overdue: 'Applications overdue',
  noneOverdue: 'No application is past its deadline.',
  dueOn: 'due {day}',
  unanswered: 'Complaints without an answer',
  noneUnanswered: 'All complaints have been answered.',
  noCategory: 'no category',
  fresh: 'just received',
  waiting: '{days} working days',
  notTold: 'File numbers are shown only to posts that may see the files.',
  dispositions: 'Open instructions',
  noneOpen: 'No instruction is open.',
  by: 'by {day}',
  states: { open: 'running', late: 'late', reported: 'reported on' },
  questions: 'Three questions to ask',
  notes: 'Notes of the visit',
};

/** The words of the sheet in a language. */
export function visitWords(language: Language): VisitWords {
  return language === 'en' ? EN : ID;
}
