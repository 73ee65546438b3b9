import type { Meeting, MeetingDecision, MeetingHead, MeetingItem } from '#contract/reports/meetings';
import { isIsoDate } from '../../../core/period.ts';

/** Title, place and attendees, the latter one to a line. */
export interface HeadValues {
  readonly title: string;
  readonly place: string;
  readonly attendees: string;
}
export interface ItemValues {
  readonly title: string;
  readonly note: string;
  readonly outcome: MeetingItem['outcome'];
}
export interface DecisionValues {
  readonly item: string;
  readonly what: string;
  readonly to: MeetingDecision['to'];
  /** A day, or what was typed of it so far. */
  readonly dueOn: string;
}

interface Part<Kind extends string, Values> {
  readonly kind: Kind;
  readonly id: string;
  /** The revision that was read; 0 while the server knows nothing of it. */
  readonly revision: number;
  readonly values: Values;
  /** Says something else than what was saved. */
  readonly dirty: boolean;
  /** What somebody else wrote meanwhile: both texts wait for a decision. */
  readonly conflict: { readonly values: Values; readonly revision: number; readonly by: string } | null;
}

/** A piece of what is written at a meeting, as it stands on the screen of one writer. */
export type WrittenPart =
  Part<'head', HeadValues> | Part<'item', ItemValues> | Part<'decision', DecisionValues>;
export type PartKind = WrittenPart['kind'];
export type PartOf<Kind extends PartKind> = Extract<WrittenPart, { kind: Kind }>;

/** The pieces by kind and id. */
export type Parts = ReadonlyMap<string, WrittenPart>;

export const HEAD = 'head';

export function keyOf({ kind, id }: Pick<WrittenPart, 'kind' | 'id'>): string {
  return `${kind}:${id}`;
}

/** A piece as the server has it. */
export function headPart(head: MeetingHead): PartOf<'head'> {
  const { title, place, attendees, revision } = head;
  return {
    kind: 'head',
    id: HEAD,
    revision,
    values: { title, place, attendees: attendees.join('\n') },
    dirty: false,
    conflict: null,
  };
}

export function itemPart({ id, revision, title, note, outcome }: MeetingItem): PartOf<'item'> {
  return { kind: 'item', id, revision, values: { title, note, outcome }, dirty: false, conflict: null };
}

export function decisionPart({ id, revision, item, what, to, dueOn }: MeetingDecision): PartOf<'decision'> {
  return {
    kind: 'decision',
    id,
    revision,
    values: { item, what, to, dueOn: dueOn ?? '' },
    dirty: false,
    conflict: null,
  };
}

/** Every piece of a meeting as the server has it. */
export function partsOf(meeting: Meeting): WrittenPart[] {
  return [
    headPart(meeting.head),
    ...meeting.items.map(itemPart),
    ...meeting.items.flatMap(({ decisions }) => decisions.map(decisionPart)),
  ];
}

/**
 * The pieces after a meeting was read anew: what others wrote is taken over, and nothing that was typed here goes. A
 * piece that the server no longer has goes only when nothing in it is unsaved.
 *
 * @param unseen pieces that were saved and stood in no answer since: the answer may have been asked for before that
 */
export function refreshed(
  parts: Parts,
  server: readonly WrittenPart[],
  unseen: ReadonlySet<string> = new Set(),
): Parts {
  const next = new Map<string, WrittenPart>();
  for (const part of server) {
    const own = parts.get(keyOf(part));
    next.set(keyOf(part), own !== undefined && (own.dirty || own.revision > part.revision) ? own : part);
  }
  for (const [key, own] of parts)
    if (!next.has(key) && (own.dirty || own.revision === 0 || unseen.has(key))) next.set(key, own);
  return next;
}

/** A piece after something was typed into it. */
export function typed<P extends WrittenPart>(part: P, change: Partial<P['values']>): P {
  return { ...part, values: { ...part.values, ...change }, dirty: true };
}

/** Whether a piece can be sent now: it waits for a decision of a conflict, for a name, or for a whole day. */
export function isSendable(part: WrittenPart): boolean {
  if (!part.dirty || part.conflict !== null) return false;
  switch (part.kind) {
    case 'head':
      return part.values.title.trim().length >= 3;
    case 'item':
      return part.revision > 0 || part.values.title.trim().length >= 3;
    case 'decision':
      return part.values.dueOn === '' || isIsoDate(part.values.dueOn);
  }
}

/**
 * A piece after its saving was answered: what was typed on meanwhile stays unsaved; what somebody else had written stands
 * beside it as a conflict.
 *
 * @param sent the piece as it was sent
 * @param current the piece as the server has it now
 */
export function answered<P extends WrittenPart>(
  part: P,
  sent: P,
  answer: { readonly saved: boolean; readonly current: P; readonly by: string },
): P {
  if (!answer.saved)
    return {
      ...part,
      conflict: { values: answer.current.values, revision: answer.current.revision, by: answer.by },
    };
  const goesOn = JSON.stringify(part.values) !== JSON.stringify(sent.values);
  return { ...part, revision: answer.current.revision, dirty: goesOn, conflict: null };
}

/** The writer decided: for the own text as it stands, for the other's, or (of words) for both, the other's first. */
export function decided<P extends WrittenPart>(part: P, choice: 'mine' | 'theirs' | 'both'): P {
  const { conflict } = part;
  if (conflict === null) return part;
  if (choice === 'theirs')
    return { ...part, values: conflict.values, revision: conflict.revision, dirty: false, conflict: null };
  const values = choice === 'both' ? joined(conflict.values, part.values) : part.values;
  return { ...part, values, revision: conflict.revision, dirty: true, conflict: null };
}

/** Words of both, one below the other; what cannot stand twice (who, when) is the own. */
function joined<V extends object>(theirs: V, mine: V): V {
  const words = ['note', 'what', 'attendees'] as const;
  const both: Record<string, unknown> = Object.fromEntries(Object.entries(mine));
  for (const field of words) {
    if (!(field in both)) continue;
    const [other, own] = [wordsIn(theirs, field), wordsIn(mine, field)];
    both[field] = other === own || other === '' ? own : own === '' ? other : `${other}\n${own}`;
  }
  return both as V;
}

function wordsIn(values: object, field: string): string {
  const value: unknown = (values as Readonly<Record<string, unknown>>)[field];
  return typeof value === 'string' ? value : '';
}

/** What is kept on this device until the server has it: only pieces that are unsaved. */
export function unsaved(parts: Parts): WrittenPart[] {
  return [...parts.values()].filter(({ dirty }) => dirty);
}

/**
 * Pieces that were kept on this device, put over those of the server: their words were typed after the revision they
 * were read at, so that a change of somebody else's is told as a conflict when they are sent.
 */
export function restored(parts: Parts, kept: readonly WrittenPart[]): Parts {
  const next = new Map(parts);
  for (const part of kept) {
    const server = next.get(keyOf(part));
    // A piece that the server knew once and has no longer was removed by somebody.
    if (server === undefined && part.revision > 0) continue;
    const same = server !== undefined && JSON.stringify(server.values) === JSON.stringify(part.values);
    if (!same) next.set(keyOf(part), { ...part, conflict: null });
  }
  return next;
}
