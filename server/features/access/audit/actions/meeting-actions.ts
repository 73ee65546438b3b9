import { type ActionText, text } from './action-text.ts';

/** Meetings: planned, begun, written at, closed, called off. What was said stands in their minutes. */
export const MEETING_ACTIONS: Readonly<Record<string, ActionText>> = {
  'meeting-planned': text(
    'Menjadwalkan rapat',
    'Meeting planned',
    'Menjadwalkan “{meeting}” {unit} pada {heldOn}.',
    'Planned “{meeting}” of {unit} on {heldOn}.',
  ),
  'meeting-begun': text(
    'Memulai rapat',
    'Meeting begun',
    'Memulai “{meeting}” {unit} dengan {items} butir agenda.',
    'Began “{meeting}” of {unit} with {items} items on the agenda.',
  ),
  'meeting-written': text(
    'Mencatat dalam rapat',
    'Written at a meeting',
    'Mencatat dalam rapat {unit} {heldOn}.',
    'Wrote at the meeting of {unit} of {heldOn}.',
  ),
  'meeting-closed': text(
    'Menutup rapat',
    'Meeting closed',
    'Menutup rapat {unit} {heldOn}: {items} butir, {decisions} keputusan.',
    'Closed the meeting of {unit} of {heldOn}: {items} items, {decisions} decisions.',
  ),
  'export-minutes': text(
    'Mengunduh notulen',
    'Minutes downloaded',
    'Mengunduh notulen rapat {unit} {heldOn} sebagai {format}.',
    'Downloaded the minutes of the meeting of {unit} of {heldOn} as {format}.',
  ),
  'meeting-cancelled': text(
    'Membatalkan rapat',
    'Meeting called off',
    'Membatalkan “{meeting}” {unit} yang dijadwalkan {heldOn}.',
    'Called off “{meeting}” of {unit} planned for {heldOn}.',
  ),
};
