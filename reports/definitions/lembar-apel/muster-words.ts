import type { Language } from '#domain/language';

const ID = {
  title: 'Lembar apel pagi',
  lead: 'Yang disampaikan pada apel hari ini',
  yesterday: 'Hasil hari kerja lalu',
  completed: 'Permohonan selesai: {completed}.',
  onTime: ' Tepat waktu: {onTime} dari {due} yang jatuh tempo.',
  nothingDue: ' Tidak ada yang jatuh tempo.',
  praise: 'Apresiasi',
  improve: 'Satu hal untuk diperbaiki',
  calm: 'Tidak ada hal yang menonjol hari ini.',
  owner: ' Penanggung jawab: {owner}.',
  dueToday: 'Jatuh tempo hari ini',
  overdue: 'Lewat tenggat',
  oldest: ', paling lama {days} hari kerja',
  dueNext: 'Jatuh tempo hari kerja berikut',
  nextOn: ' ({day})',
  complaints: 'Aduan menunggu jawaban',
  received: 'Disposisi yang belum dilaporkan',
  first: 'Yang didahulukan',
  state: 'Keadaan',
  number: 'Nomor',
  matter: 'Layanan atau kategori aduan',
  unit: 'Unit',
  limit: 'Tenggat atau lama menunggu',
  states: { overdue: 'lewat tenggat', dueToday: 'hari ini', complaint: 'aduan', dueNext: 'hari berikut' },
  waiting: '{days} hari kerja',
  fresh: 'baru masuk',
  noCategory: 'tanpa kategori',
  by: 'batas {day}',
};
export type MusterWords = typeof ID;

const EN: MusterWords = {
  title: 'Morning muster sheet',
  lead: 'To be said at the muster today',
  yesterday: 'Last working day',
  completed: 'Applications completed: {completed}.',
  onTime: ' On time: {onTime} of {due} that were due.',
  nothingDue: ' Nothing was due.',
  praise: 'Praise',
  improve: 'One thing to improve',
  calm: 'Nothing stands out today.',
  owner: ' Who answers for it: {owner}.',
  dueToday: 'Due today',
  overdue: 'Overdue',
  oldest: ', the oldest for {days} working days',
  dueNext: 'Due on the next working day',
  nextOn: ' ({day})',
  complaints: 'Complaints awaiting an answer',
  received: 'Instructions not reported on',
  first: 'What comes first',
  state: 'State',
  number: 'Number',
  matter: 'Service, or category of the complaint',
  unit: 'Unit',
  limit: 'Deadline, or waiting for',
  states: { overdue: 'overdue', dueToday: 'today', complaint: 'complaint', dueNext: 'next day' },
  waiting: '{days} working days',
  fresh: 'just received',
  noCategory: 'no category',
  by: 'by {day}',
};

/** The words of the sheet in a language. */
export function musterWords(language: Language): MusterWords {
  return language === 'en' ? EN : ID;
}
