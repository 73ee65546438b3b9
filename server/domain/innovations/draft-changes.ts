import { ENTRY_FIELDS, type EntryFieldId } from './entry-fields.ts';

/** What an entry tells, by field; the values are the contract's. */
export type FieldValues = Readonly<Partial<Record<EntryFieldId, unknown>>>;

/** Who changed a field last, and with which revision of the draft. */
export interface FieldMark {
  readonly revision: number;
  /** Title of the post. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
}

/** A draft as it stands. A field without a mark was never changed. */
export interface DraftState<Content extends FieldValues, Mark extends FieldMark> {
  readonly content: Content;
  readonly revision: number;
  readonly marks: Readonly<Partial<Record<EntryFieldId, Mark>>>;
}

/** A change that was not made: somebody else changed the field since it was read. */
export interface DraftConflict {
  readonly field: EntryFieldId;
  readonly mine: unknown;
  readonly theirs: unknown;
  readonly by: string;
  readonly at: string;
}

/**
 * Puts the changes of one author into a draft. A field that somebody changed since this author read it is left as it is
 * and told as a conflict, with both texts; the other fields are taken over. What says the same as the draft is no change.
 *
 * @param values the fields that the author changed
 * @param readAt the revision of the draft at which the author read each of them; a field left out was never read
 * @param mark by whom and when; its revision is filled in
 */
export function mergeDraft<Content extends FieldValues, Mark extends FieldMark>(
  state: DraftState<Content, Mark>,
  values: FieldValues,
  readAt: Readonly<Partial<Record<EntryFieldId, number | undefined>>>,
  mark: Omit<Mark, 'revision'>,
): DraftState<Content, Mark> & {
  readonly saved: readonly EntryFieldId[];
  readonly conflicts: readonly DraftConflict[];
} {
  const revision = state.revision + 1;
  const content: Partial<Record<EntryFieldId, unknown>> = { ...state.content };
  const marks: Partial<Record<EntryFieldId, Mark>> = { ...state.marks };
  const saved: EntryFieldId[] = [];
  const conflicts: DraftConflict[] = [];
  for (const { id: field } of ENTRY_FIELDS) {
    const mine = values[field];
    if (mine === undefined) continue;
    const theirs = state.content[field];
    if (sameValue(mine, theirs)) continue;
    const changed = state.marks[field];
    if (changed !== undefined && changed.revision > (readAt[field] ?? 0)) {
      conflicts.push({ field, mine, theirs, by: changed.by, at: changed.at });
      continue;
    }
    content[field] = mine;
    marks[field] = { ...mark, revision } as Mark;
    saved.push(field);
  }
  return {
    content: content as Content,
    marks,
    revision: saved.length === 0 ? state.revision : revision,
    saved,
    conflicts,
  };
}

/** The fields that say something else than before, in the order of the entry; all that are told where there was nothing. */
export function changedFields(before: FieldValues | null, after: FieldValues): EntryFieldId[] {
  return ENTRY_FIELDS.map(({ id }) => id).filter((field) =>
    before === null ? !isUntold(after[field]) : !sameValue(before[field], after[field]),
  );
}

/** True for a field of which nothing has been told: no text, no entry in its list, no choice. */
export function isUntold(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return true;
  return Array.isArray(value) && value.length === 0;
}

/** Fields without which nobody could judge whether the entry should be published. */
export const NEEDED_FOR_REVIEW: readonly EntryFieldId[] = [
  'name',
  'stage',
  'summary',
  'topics',
  'problem',
  'howItWorks',
];

/** Which of the fields needed for a review are still untold. */
export function missingForReview(content: FieldValues): EntryFieldId[] {
  return NEEDED_FOR_REVIEW.filter((field) => isUntold(content[field]));
}

/** Words as a form counts them: what stands between blanks and has a letter or a digit. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((part) => /[\p{L}\p{N}]/u.test(part)).length;
}

/** Equal by what they say: the order of an object's keys, which a database may change, says nothing. */
function sameValue(one: unknown, other: unknown): boolean {
  if (isUntold(one) && isUntold(other)) return true;
  if (Array.isArray(one) || Array.isArray(other))
    return (
      Array.isArray(one) &&
      Array.isArray(other) &&
      one.length === other.length &&
      one.every((each, index) => sameValue(each, other[index]))
    );
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return [...new Set([...Object.keys(left), ...Object.keys(right)])].every((key) =>
    sameValue(left[key], right[key]),
  );
}
