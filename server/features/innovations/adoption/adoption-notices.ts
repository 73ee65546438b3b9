import type { AdoptionState } from '#domain/innovations/adoption-life';
import type { NoticeKind } from '#domain/notices/notice-kinds';

/** How the state of an adoption is told to its source. */
export const ADOPTION_NOTICES: Readonly<Record<AdoptionState, NoticeKind>> = {
  planned: 'innovation-adopted',
  running: 'innovation-adopted',
  done: 'innovation-adoption-done',
  stopped: 'innovation-adoption-stopped',
};
