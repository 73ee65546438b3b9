import { type ActionText, text } from './action-text.ts';

/** Notes in charts and baselines. */
export const SIGNAL_ACTIONS: Readonly<Record<string, ActionText>> = {
  'annotation-added': text(
    'Menulis catatan grafik',
    'Chart note written',
    'Mencatat pada grafik {unit}[ layanan {service}] tanggal {day}[: “{reason}”].',
    'Wrote a note into the charts of {unit}[, service {service}], at {day}[: “{reason}”].',
  ),
  'annotation-removed': text(
    'Menghapus catatan grafik',
    'Chart note removed',
    'Menghapus catatan sendiri pada grafik {unit}[ layanan {service}] tanggal {day}[: “{reason}”].',
    'Removed their own note from the charts of {unit}[, service {service}], at {day}[: “{reason}”].',
  ),
  'baseline-set': text(
    'Menetapkan dasar batas kendali',
    'Baseline set',
    'Menetapkan dasar batas kendali baru untuk {measure} – {field} di {unit}[ layanan {service}][ kanal {channel}] mulai {from}[, karena: {reason}].',
    'Set a new baseline for {measure} – {field} at {unit}[, service {service}][, channel {channel}] from {from}[, because: {reason}].',
  ),
  'baseline-withdrawn': text(
    'Menarik dasar batas kendali',
    'Baseline taken back',
    'Menarik kembali dasar batas kendali {measure} – {field} di {unit}[ layanan {service}][ kanal {channel}] mulai {from}.',
    'Took back the baseline for {measure} – {field} at {unit}[, service {service}][, channel {channel}] from {from}.',
  ),
};
