/** The words of minutes in both languages; `{names}` are filled in. */
import type { Language } from '#domain/language';

const ID = {
  title: 'Notulen {title}',
  parts: { head: 'Rapat', decisions: 'Keputusan', agenda: 'Pembahasan', rest: 'Belum diputuskan' },
  facts: {
    meeting: 'Rapat',
    begun: 'Mulai',
    ended: 'Selesai',
    place: 'Tempat',
    chair: 'Pimpinan rapat',
    attendees: 'Peserta',
    figures: 'Angka',
    next: 'Rapat berikutnya',
  },
  unknown: 'tidak dicatat',
  figures: 'sebagaimana disampaikan dalam rapat {day}; versi data {version}, versi definisi {definitions}',
  sentence: 'Angka sebagaimana disampaikan dalam rapat {day}.',
  summary: 'Rapat membahas {items} butir dan mengambil {decisions} keputusan.',
  summaryRest:
    'Rapat membahas {items} butir dan mengambil {decisions} keputusan; {rest} butir belum diputuskan.',
  decisions: {
    caption: 'Keputusan rapat, dengan penanggung jawab dan batas waktunya',
    none: 'Rapat ini tidak mengambil keputusan.',
    number: 'No.',
    about: 'Tentang',
    what: 'Keputusan',
    who: 'Penanggung jawab',
    when: 'Paling lambat',
    note: 'Setiap keputusan tercatat sebagai komitmen dan ditanyakan lagi pada rapat berikutnya sampai selesai.',
  },
  item: {
    promise: 'Komitmen rapat {day} · {owner}',
    promiseDue: 'Komitmen rapat {day} · {owner} · paling lambat {due}',
    states: {
      open: 'masih berjalan',
      late: 'lewat waktu',
      reported: 'dilaporkan selesai',
      closed: 'selesai',
    },
    asked: 'Yang disepakati: {instruction}',
    report: 'Laporan: {report}',
    since: 'sejak {day}',
    note: 'Catatan: {note}',
    decision: 'Keputusan: {what} — {who}, paling lambat {when}.',
  },
  fates: {
    decided: 'Diputuskan.',
    undecided: 'Belum diputuskan.',
    noted: 'Dicatat.',
    'not-discussed': 'Tidak sempat dibahas.',
  },
  rest: {
    undecided: 'Dibahas, belum diputuskan',
    notDiscussed: 'Tidak sempat dibahas',
    none: 'Semua butir sudah dibahas dan diputuskan atau dicatat.',
  },
  signatures: ['Pimpinan rapat', 'Notulis'],
};

export type MinutesWords = typeof ID;

const EN: MinutesWords = {
  title: 'Minutes: {title}',
  parts: { head: 'Meeting', decisions: 'Decisions', agenda: 'What was discussed', rest: 'Not decided' },
  facts: {
    meeting: 'Meeting',
    begun: 'Begun',
    ended: 'Ended',
    place: 'Place',
    chair: 'Chair',
    attendees: 'Attendees',
    figures: 'Figures',
    next: 'Next meeting',
  },
  unknown: 'not recorded',
  figures: 'as told at the meeting of {day}; data version {version}, definitions version {definitions}',
  sentence: 'Figures as told at the meeting of {day}.',
  summary: 'The meeting discussed {items} items and took {decisions} decisions.',
  summaryRest:
    'The meeting discussed {items} items and took {decisions} decisions; {rest} items were not decided.',
  decisions: {
    caption: 'Decisions of the meeting, with who answers for them and until when',
    none: 'This meeting took no decision.',
    number: 'No.',
    about: 'About',
    what: 'Decision',
    who: 'Who answers for it',
    when: 'Due on',
    note: 'Each decision is kept as a commitment and asked about at later meetings until it is done.',
  },
  item: {
    promise: 'Promise of the meeting of {day} · {owner}',
    promiseDue: 'Promise of the meeting of {day} · {owner} · due on {due}',
    states: { open: 'still running', late: 'late', reported: 'reported done', closed: 'done' },
    asked: 'What was promised: {instruction}',
    report: 'Report: {report}',
    since: 'since {day}',
    note: 'Note: {note}',
    decision: 'Decision: {what} — {who}, due on {when}.',
  },
  fates: {
    decided: 'Decided.',
    undecided: 'Not decided yet.',
    noted: 'Noted.',
    'not-discussed': 'Not reached.',
  },
  rest: {
    undecided: 'Discussed, not decided',
    notDiscussed: 'Not reached',
    none: 'Every item was discussed, and decided or noted.',
  },
  signatures: ['Chair', 'Minutes taken by'],
};

/** The words of minutes. */
export function minutesWords(language: Language): MinutesWords {
  return language === 'en' ? EN : ID;
}

/** A pattern with its names filled in; a name without a value stays as it is, so that it is seen. */
export function fill(pattern: string, values: Readonly<Record<string, string>>): string {
  return pattern.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
