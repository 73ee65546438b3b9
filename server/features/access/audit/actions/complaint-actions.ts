import { type ActionText, text } from './action-text.ts';

/** What is done with complaints and their reporters. */
export const COMPLAINT_ACTIONS: Readonly<Record<string, ActionText>> = {
  'reveal-reporter': text(
    'Membuka identitas pelapor',
    'Reporter revealed',
    'Membuka identitas pelapor aduan {subject}[ di {unit}] sampai {expiresAt}[, karena: {reason}].',
    'Revealed who reported the complaint {subject}[ at {unit}] until {expiresAt}[, because: {reason}].',
  ),
  'complaint-class-changed': text(
    'Mengubah klasifikasi aduan',
    'Class of a complaint changed',
    'Mengubah klasifikasi aduan {subject}[ di {unit}] dari “{before}” menjadi “{after}”.',
    'Changed the class of the complaint {subject}[ at {unit}] from “{before}” to “{after}”.',
  ),
  'reporter-secrecy-changed': text(
    'Mengubah kerahasiaan pelapor',
    'Secrecy of a reporter changed',
    'Mengubah “pelapor dirahasiakan” pada aduan {subject}[ di {unit}] dari “{before}” menjadi “{after}”.',
    'Changed “reporter kept secret” of the complaint {subject}[ at {unit}] from “{before}” to “{after}”.',
  ),
  'complaints-reclassified': text(
    'Mengubah banyak klasifikasi aduan',
    'Many complaints reclassified',
    'Mengubah klasifikasi atau kerahasiaan pelapor {count} aduan lagi dalam muatan yang sama.',
    'Changed the class or the secrecy of the reporter of {count} more complaints in the same load.',
  ),
};
