import { type ActionText, text } from './action-text.ts';

/** Disposisi, matters said to be no problem, follow-up plans, nil. */
export const LEADERSHIP_ACTIONS: Readonly<Record<string, ActionText>> = {
  'disposition-given': text(
    'Memberi disposisi',
    'Disposisi given',
    'Memberi disposisi kepada {recipient} tentang {unit}[, batas waktu {dueOn}].',
    'Gave {recipient} a disposisi about {unit}[, due on {dueOn}].',
  ),
  'reminder-given': text(
    'Mengingatkan',
    'Reminder sent',
    'Mengingatkan {recipient} tentang {unit}[, batas waktu {dueOn}].',
    'Reminded {recipient} about {unit}[, due on {dueOn}].',
  ),
  'commitment-given': text(
    'Mencatat komitmen rapat',
    'Commitment of a meeting recorded',
    'Mencatat komitmen rapat {meetingOn} oleh {recipient} tentang {unit}[, batas waktu {dueOn}].',
    'Recorded a commitment of the meeting of {meetingOn} by {recipient} about {unit}[, due on {dueOn}].',
  ),
  'disposition-reported': text(
    'Melaporkan disposisi',
    'Disposisi reported on',
    'Melaporkan kepada {giver} bahwa disposisi tentang {unit} sudah dikerjakan.',
    'Reported to {giver} that the disposisi about {unit} was done.',
  ),
  'disposition-closed': text(
    'Menutup disposisi',
    'Disposisi closed',
    'Menerima laporan {recipient} dan menutup disposisi tentang {unit}.',
    'Accepted the report of {recipient} and closed the disposisi about {unit}.',
  ),
  'disposition-withdrawn': text(
    'Menarik disposisi',
    'Disposisi withdrawn',
    'Menarik kembali disposisi kepada {recipient} tentang {unit}.',
    'Withdrew the disposisi to {recipient} about {unit}.',
  ),
  'disposition-sent-back': text(
    'Mengembalikan disposisi',
    'Disposisi sent back',
    'Mengembalikan disposisi tentang {unit} kepada {recipient}[, batas waktu baru {dueOn}][, karena: {reason}].',
    'Sent the disposisi about {unit} back to {recipient}[, newly due on {dueOn}][, because: {reason}].',
  ),
  'attention-dismissed': text(
    'Menyatakan bukan masalah',
    'Said to be no problem',
    'Menyatakan satu hal tentang {unit} bukan masalah sampai {untilOn}[, karena: {reason}].',
    'Said that a matter of {unit} is no problem until {untilOn}[, because: {reason}].',
  ),
  'follow-up-planned': text(
    'Membuat rencana tindak lanjut',
    'Follow-up plan made',
    'Membuat rencana tindak lanjut unsur “{unsur}” {unit}, penanggung jawab {owner}, batas waktu {dueOn}.',
    'Made a follow-up plan for “{unsur}” of {unit}, owned by {owner}, due on {dueOn}.',
  ),
  'follow-up-done': text(
    'Menyelesaikan tindak lanjut',
    'Follow-up plan done',
    'Menyatakan rencana tindak lanjut unsur “{unsur}” {unit} selesai.',
    'Reported the follow-up plan for “{unsur}” of {unit} as done.',
  ),
  'nil-filed': text(
    'Menyatakan nihil',
    'Nil filed',
    'Menyatakan nihil data {dataset} {unit} untuk bulan yang mulai {month}.',
    'Filed nil for {dataset} of {unit} for the month beginning {month}.',
  ),
};
