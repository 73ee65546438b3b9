import { type ActionText, text } from './action-text.ts';

/** Angka tetap and angka perbaikan. */
export const SNAPSHOT_ACTIONS: Readonly<Record<string, ActionText>> = {
  'figures-frozen': text(
    'Menetapkan angka',
    'Figures frozen',
    'Menetapkan angka {period} untuk {units} unit, kode {code}.',
    'Froze the figures of {period} for {units} units, code {code}.',
  ),
  'figures-corrected': text(
    'Menetapkan angka perbaikan',
    'Corrected figures frozen',
    'Menetapkan angka perbaikan {period} untuk {units} unit, kode {code}.',
    'Froze corrected figures of {period} for {units} units, code {code}.',
  ),
};
