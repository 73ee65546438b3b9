import type { IsoDate } from '../period/civil-date.ts';
import { isIsoDate } from '../period/civil-date.ts';
import type { Role } from '../permissions.ts';

/** open → reported by the recipient → closed by who gave it, or sent back to open; late once its day has passed. */
export type DispositionState = 'open' | 'late' | 'reported' | 'closed';
/** A commitment is a decision of an evaluation meeting: it comes back until it is closed. */
export type DispositionKind = 'disposition' | 'reminder' | 'commitment';
export type DispositionAction = 'report' | 'close' | 'send-back' | 'withdraw';

/** A disposisi or a reminder, as far as its life depends on it. */
export interface DispositionLife {
  readonly kind: DispositionKind;
  readonly fromPost: string;
  readonly toPost: string;
  readonly dueOn: IsoDate | null;
  readonly reported: boolean;
  /** Closed by who gave it, or (a reminder) by what it asked for. */
  readonly closed: boolean;
}

/** The state on a day: the due day itself is still in time. */
export function dispositionState(life: DispositionLife, today: IsoDate): DispositionState {
  if (life.closed) return 'closed';
  if (life.reported) return 'reported';
  return life.dueOn !== null && life.dueOn < today ? 'late' : 'open';
}

/**
 * What the holder of a post may do: only the recipient reports; only who gave it closes, sends back or withdraws.
 * Someone who reads for another (ajudan) has no post of his own here, and may do nothing.
 */
export function dispositionActions(
  life: DispositionLife,
  post: string | null,
  today: IsoDate,
): DispositionAction[] {
  const state = dispositionState(life, today);
  if (state === 'closed' || post === null) return [];
  const reported = state === 'reported';
  return [
    ...(post === life.toPost && !reported ? (['report'] as const) : []),
    ...(post === life.fromPost && reported ? (['close', 'send-back'] as const) : []),
    ...(post === life.fromPost && !reported ? (['withdraw'] as const) : []),
  ];
}

/** True for a key of `finding.ts` about this unit: five parts, the last one a day or nothing. */
export function isKeyOfUnit(key: string, unit: string): boolean {
  const parts = key.split('|');
  const since = parts[4] ?? '';
  return parts.length === 5 && parts[0] === unit && (since === '-' || isIsoDate(since));
}

/** Roles that hold evaluation meetings of the kabupaten: they record commitments, and see those of all posts. */
const MEETING_ROLES: readonly Role[] = ['bupati', 'sekda', 'organisasi', 'inspektorat'];

/** True when the role records the commitments of evaluation meetings. */
export function holdsMeetings(role: Role): boolean {
  return MEETING_ROLES.includes(role);
}
