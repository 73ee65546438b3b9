import { type ActionText, text } from './action-text.ts';

/** Kop surat. */
export const LETTERHEAD_ACTIONS: Readonly<Record<string, ActionText>> = {
  'letterhead-changed': text(
    'Mengatur kop surat',
    'Letterhead set',
    'Mengatur baris dan alamat kop surat {unit}.',
    'Set the lines and the address of the letterhead of {unit}.',
  ),
  'letterhead-crest-changed': text(
    'Mengganti lambang kop surat',
    'Crest changed',
    'Mengganti lambang pada kop surat {unit} ({type}, {bytes} bita).',
    'Changed the crest on the letterhead of {unit} ({type}, {bytes} bytes).',
  ),
  'letterhead-crest-removed': text(
    'Mencabut lambang kop surat',
    'Crest removed',
    'Mencabut lambang dari kop surat {unit}.',
    'Removed the crest from the letterhead of {unit}.',
  ),
  'letterhead-removed': text(
    'Menghapus pengaturan kop surat',
    'Letterhead reset',
    'Menghapus pengaturan kop surat {unit}; yang tercetak kembali nama unit.',
    'Took back what was set of the letterhead of {unit}; the names of the units are printed again.',
  ),
};
