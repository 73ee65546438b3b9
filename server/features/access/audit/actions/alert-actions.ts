import { type ActionText, text } from './action-text.ts';

/** Peringatan. */
export const ALERT_ACTIONS: Readonly<Record<string, ActionText>> = {
  'alert-settings-changed': text(
    'Mengatur peringatan',
    'Alerts set',
    'Mengatur peringatan dan rangkuman yang ingin diterima; rangkuman: {digest}.',
    'Set which alerts and which digest to receive; digest: {digest}.',
  ),
};
