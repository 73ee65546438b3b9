import { type ActionText, text } from './action-text.ts';

/** Lembar apel, lembar kunjungan, lembar inovasi, kertas kerja. */
export const SHEET_ACTIONS: Readonly<Record<string, ActionText>> = {
  'export-sheet': text(
    'Mengunduh lembar',
    'Sheet downloaded',
    'Mengunduh {sheet} dari {unit} sebagai {format}.',
    'Downloaded {sheet} of {unit} as {format}.',
  ),
};
