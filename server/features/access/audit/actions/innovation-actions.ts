import { type ActionText, text } from './action-text.ts';

/** The innovation catalogue: an entry on its way from draft to shared. */
export const INNOVATION_ACTIONS: Readonly<Record<string, ActionText>> = {
  'innovation-begun': text(
    'Mulai menulis inovasi',
    'Innovation entry begun',
    'Mulai menulis inovasi “{innovation}” untuk {unit}.',
    'Began to write the innovation “{innovation}” for {unit}.',
  ),
  'innovation-written': text(
    'Menulis naskah inovasi',
    'Innovation entry written',
    'Mengubah naskah inovasi “{innovation}” milik {unit}.',
    'Changed the draft of the innovation “{innovation}” of {unit}.',
  ),
  'innovation-submitted': text(
    'Mengajukan inovasi untuk ditelaah',
    'Innovation submitted for review',
    'Mengajukan inovasi “{innovation}” milik {unit} untuk ditelaah.',
    'Submitted the innovation “{innovation}” of {unit} for review.',
  ),
  'innovation-recalled': text(
    'Menarik inovasi dari telaah',
    'Innovation taken back from review',
    'Menarik inovasi “{innovation}” milik {unit} dari telaah.',
    'Took the innovation “{innovation}” of {unit} back from review.',
  ),
  'innovation-published': text(
    'Menerbitkan inovasi',
    'Innovation published',
    'Menerbitkan versi {version} inovasi “{innovation}” milik {unit}, yang diajukan {author}.',
    'Published version {version} of the innovation “{innovation}” of {unit}, submitted by {author}.',
  ),
  'innovation-returned': text(
    'Mengembalikan naskah inovasi',
    'Innovation sent back',
    'Mengembalikan naskah inovasi “{innovation}” kepada {unit}.',
    'Sent the draft of the innovation “{innovation}” back to {unit}.',
  ),
  'innovation-archived': text(
    'Mengarsipkan inovasi',
    'Innovation archived',
    'Mengarsipkan inovasi “{innovation}” milik {unit}.',
    'Archived the innovation “{innovation}” of {unit}.',
  ),
  'innovation-restored': text(
    'Mengeluarkan inovasi dari arsip',
    'Innovation taken out of the archive',
    'Mengeluarkan inovasi “{innovation}” milik {unit} dari arsip.',
    'Took the innovation “{innovation}” of {unit} out of the archive.',
  ),
  'innovation-shared': text(
    'Membagikan inovasi',
    'Innovation shared',
    'Membagikan inovasi “{innovation}” milik {unit} ke luar kabupaten[, {count} bagian selain yang selalu ikut].',
    'Shared the innovation “{innovation}” of {unit} beyond the kabupaten[, {count} sections besides those that always go].',
  ),
  'innovation-kept-home': text(
    'Menarik inovasi dari katalog bersama',
    'Innovation taken back from the shared catalogue',
    'Membatasi inovasi “{innovation}” milik {unit} untuk kabupaten sendiri.',
    'Kept the innovation “{innovation}” of {unit} within the kabupaten.',
  ),
  'innovation-claimed': text(
    'Mengakui inovasi dari sumber publik',
    'Innovation of a public source claimed',
    'Mengakui inovasi “{innovation}” dari sumber publik sebagai milik {unit}.',
    'Claimed the innovation “{innovation}” of a public source for {unit}.',
  ),
  'innovation-confirmed': text(
    'Menyatakan inovasi masih berjalan',
    'Innovation confirmed to run',
    'Menyatakan inovasi “{innovation}” milik {unit} masih berjalan.',
    'Confirmed that the innovation “{innovation}” of {unit} still runs.',
  ),
  'innovation-resumed': text(
    'Menyatakan inovasi berjalan lagi',
    'Innovation said to run again',
    'Menyatakan inovasi “{innovation}” milik {unit} berjalan lagi.',
    'Said that the innovation “{innovation}” of {unit} runs again.',
  ),
  'innovation-stopped': text(
    'Menyatakan inovasi berhenti',
    'Innovation said to have stopped',
    'Menyatakan inovasi “{innovation}” milik {unit} berhenti sejak {on}.',
    'Said that the innovation “{innovation}” of {unit} stopped on {on}.',
  ),
};
