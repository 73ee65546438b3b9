import { type ActionText, text } from './action-text.ts';

/** Files given as evidence. */
export const EVIDENCE_ACTIONS: Readonly<Record<string, ActionText>> = {
  'evidence-added': text(
    'Menambah berkas bukti',
    'Evidence file added',
    'Menambah berkas bukti untuk {evidenceOf}[: “{fileName}”].',
    'Added an evidence file to {evidenceOf}[: “{fileName}”].',
  ),
  'evidence-removed': text(
    'Mencabut berkas bukti',
    'Evidence file removed',
    'Mencabut berkas bukti dari {evidenceOf}[: “{fileName}”][, karena: {reason}].',
    'Removed an evidence file from {evidenceOf}[: “{fileName}”][, because: {reason}].',
  ),
};
