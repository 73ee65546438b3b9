import { type ActionText, text } from './action-text.ts';

/** Ideas on their road: gagasan, trial, application, end. */
export const IDEA_ACTIONS: Readonly<Record<string, ActionText>> = {
  'idea-suggested': text(
    'Mengajukan gagasan',
    'Idea suggested',
    'Mengajukan gagasan “{idea}” untuk {unit}.',
    'Suggested the idea “{idea}” for {unit}.',
  ),
  'idea-tried': text(
    'Memulai uji coba gagasan',
    'Idea put to trial',
    'Memulai uji coba gagasan “{idea}” di {unit} sampai {until}.',
    'Put the idea “{idea}” of {unit} to trial until {until}.',
  ),
  'idea-applied': text(
    'Menerapkan gagasan',
    'Idea applied',
    'Menerapkan gagasan “{idea}” di {unit} setelah uji coba; draf inovasinya dibuat.',
    'Applied the idea “{idea}” of {unit} after its trial; a draft of the innovation was made.',
  ),
  'idea-stopped': text(
    'Menghentikan gagasan',
    'Idea ended',
    'Menghentikan gagasan “{idea}” dari {unit}; pelajarannya dicatat.',
    'Ended the idea “{idea}” of {unit}; what was learnt is on record.',
  ),
  'idea-reopened': text(
    'Membuka kembali gagasan',
    'Idea taken up again',
    'Membuka kembali gagasan “{idea}” dari {unit}.',
    'Took up the idea “{idea}” of {unit} again.',
  ),
};
