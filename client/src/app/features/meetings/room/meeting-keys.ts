/** The keys of a running meeting, in the order of their list at its foot. */
export const MEETING_KEYS = [
  { key: 'ArrowRight', shown: '→', does: 'next' },
  { key: 'ArrowLeft', shown: '←', does: 'previous' },
  { key: 'k', shown: 'K', does: 'decide' },
  { key: 't', shown: 'T', does: 'undecided' },
  { key: 'c', shown: 'C', does: 'note' },
  { key: 'g', shown: 'G', does: 'figures' },
  { key: 'b', shown: 'B', does: 'point' },
  { key: 's', shown: 'S', does: 'end' },
  { key: 'f', shown: 'F', does: 'wide' },
] as const;

export type MeetingDeed = (typeof MEETING_KEYS)[number]['does'];

/** Whether the page of a matter has a button or a field of its own for it, besides the key. */
export function hasButton(deed: MeetingDeed): boolean {
  return ['decide', 'undecided', 'note', 'figures', 'wide'].includes(deed);
}

/** Keys of a presenter's remote: they turn the pages of slides, and of the agenda. */
const REMOTE: Readonly<Record<string, MeetingDeed>> = { PageDown: 'next', PageUp: 'previous' };

/**
 * What a key does; null for all others, for those pressed together with Ctrl, Alt or the command key, and while somebody
 * types into a field or answers a dialog.
 */
export function deedOf(event: KeyboardEvent): MeetingDeed | null {
  if (event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return null;
  const { target } = event;
  if (
    target instanceof Element &&
    target.closest('input, textarea, select, dialog, [contenteditable], [role=dialog]') !== null
  )
    return null;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  return MEETING_KEYS.find((each) => each.key === key)?.does ?? REMOTE[key] ?? null;
}
