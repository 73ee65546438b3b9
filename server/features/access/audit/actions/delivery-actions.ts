import { type ActionText, text } from './action-text.ts';

/** Reports by e-mail. */
export const DELIVERY_ACTIONS: Readonly<Record<string, ActionText>> = {
  'subscription-added': text(
    'Berlangganan laporan lewat surel',
    'Subscribed to a report by e-mail',
    'Berlangganan “{report}” lewat surel.',
    'Subscribed to “{report}” by e-mail.',
  ),
  'subscription-ended': text(
    'Menghentikan langganan surel',
    'Subscription ended',
    'Langganan “{report}” berhenti[, karena: {reason}].',
    'The subscription to “{report}” ended[, because: {reason}].',
  ),
  'report-mailed': text(
    'Mengirim laporan lewat surel',
    'Report mailed',
    'Mengirim “{report}” lewat surel kepada pelanggannya.',
    'Mailed “{report}” to its subscriber.',
  ),
  'mail-address-confirmed': text(
    'Mengonfirmasi alamat surel',
    'Mail address confirmed',
    'Mengonfirmasi alamat surel {address}.',
    'Confirmed the mail address {address}.',
  ),
  'mail-address-removed': text(
    'Menghapus alamat surel',
    'Mail address removed',
    'Menghapus alamat surel {address}.',
    'Removed the mail address {address}.',
  ),
};
