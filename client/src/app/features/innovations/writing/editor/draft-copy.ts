import { type EntryContent, entryContentSchema } from '#contract/innovations/entry-content';
import type { SavedConflict, WritingEntry } from '#contract/innovations/writing';
import { isUntold } from '#domain/innovations/draft-changes';
import { ENTRY_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';

/** What stands on the screen of one author, beside what the server has. */
export interface DraftCopy {
  readonly content: EntryContent;
  /** The revision at which each field was read; what is not named was read at `revision`. */
  readonly readAt: Readonly<Partial<Record<EntryFieldId, number>>>;
  readonly revision: number;
  /** Fields that say something else than what was saved. */
  readonly dirty: readonly EntryFieldId[];
  /** Fields that somebody else changed meanwhile; both texts wait for a decision. */
  readonly conflicts: readonly SavedConflict[];
}

/** The author's copy of a draft that was just opened. */
export function openedCopy({ content, revision }: WritingEntry): DraftCopy {
  return { content, revision, readAt: {}, dirty: [], conflicts: [] };
}

/** The copy after something was typed into a field. */
export function typed(copy: DraftCopy, field: EntryFieldId, value: unknown): DraftCopy {
  return {
    ...copy,
    content: { ...copy.content, [field]: value },
    dirty: copy.dirty.includes(field) ? copy.dirty : [...copy.dirty, field],
    readAt: { ...copy.readAt, [field]: copy.readAt[field] ?? copy.revision },
  };
}

/** What can be sent now, and the fields that hold something unfinished: a link without its address, a result without a figure. */
export function sendable(copy: DraftCopy): {
  readonly values: Readonly<Partial<Record<EntryFieldId, unknown>>>;
  readonly readAt: Readonly<Record<string, number>>;
  readonly unfinished: readonly EntryFieldId[];
} {
  const values: Partial<Record<EntryFieldId, unknown>> = {};
  const readAt: Record<string, number> = {};
  const unfinished: EntryFieldId[] = [];
  for (const field of copy.dirty) {
    if (copy.conflicts.some((conflict) => conflict.field === field)) continue;
    const checked = entryContentSchema.shape[field].safeParse(cleaned(copy.content[field]));
    if (!checked.success) unfinished.push(field);
    else {
      values[field] = checked.data;
      readAt[field] = copy.readAt[field] ?? copy.revision;
    }
  }
  return { values, readAt, unfinished };
}

/**
 * The copy after an answer: what was saved is saved unless it was typed on meanwhile, what others wrote elsewhere is
 * taken over, and nothing that was typed here goes.
 *
 * @param sent what was sent, by field
 */
export function answered(
  copy: DraftCopy,
  sent: Readonly<Partial<Record<EntryFieldId, unknown>>>,
  entry: Pick<WritingEntry, 'content' | 'revision' | 'fields'>,
  conflicts: readonly SavedConflict[],
): DraftCopy {
  const content: Partial<Record<EntryFieldId, unknown>> = { ...copy.content };
  const readAt: Partial<Record<EntryFieldId, number>> = {};
  // Shown is the other text as it is now: whoever decides must have read what would be overwritten.
  const open = [...copy.conflicts.filter(({ field }) => !(field in sent)), ...conflicts].map((conflict) => ({
    ...conflict,
    theirs: entry.content[conflict.field],
    by: entry.fields[conflict.field]?.by ?? conflict.by,
    at: entry.fields[conflict.field]?.at ?? conflict.at,
  }));
  const dirty: EntryFieldId[] = [];
  for (const { id: field } of ENTRY_FIELDS) {
    const kept = copy.readAt[field];
    if (open.some((conflict) => conflict.field === field)) {
      dirty.push(field);
      readAt[field] = kept ?? copy.revision;
    } else if (field in sent) {
      const goesOn = !isSent(copy.content[field], field, sent[field]);
      if (goesOn) {
        dirty.push(field);
        readAt[field] = entry.revision;
      }
    } else if (copy.dirty.includes(field)) {
      dirty.push(field);
      readAt[field] = kept ?? copy.revision;
    } else content[field] = entry.content[field];
  }
  return { content: content as EntryContent, revision: entry.revision, readAt, dirty, conflicts: open };
}

/** The author decided a conflict for the own text (as it stands on the screen) or for the other's. */
export function decided(copy: DraftCopy, field: EntryFieldId, choice: 'mine' | 'theirs'): DraftCopy {
  const conflict = copy.conflicts.find((each) => each.field === field);
  if (conflict === undefined) return copy;
  const conflicts = copy.conflicts.filter((each) => each !== conflict);
  // The other text was read now: what is written from here on is written knowing it.
  if (choice === 'mine') return { ...copy, conflicts, readAt: { ...copy.readAt, [field]: copy.revision } };
  const readAt = Object.fromEntries(Object.entries(copy.readAt).filter(([each]) => each !== field));
  return {
    ...copy,
    conflicts,
    readAt,
    content: { ...copy.content, [field]: conflict.theirs },
    dirty: copy.dirty.filter((each) => each !== field),
  };
}

/** A value without the rows of a list that nothing was written into yet. */
function cleaned(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  const isBlank = (cell: unknown): boolean => isUntold(typeof cell === 'string' ? cell.trim() : cell);
  return value.filter((row: unknown) =>
    typeof row === 'object' && row !== null ? !Object.values(row).every(isBlank) : !isBlank(row),
  );
}

/** True when what stands in a field is what was sent, by the words that the contract leaves of it. */
function isSent(value: unknown, field: EntryFieldId, sent: unknown): boolean {
  const checked = entryContentSchema.shape[field].safeParse(cleaned(value));
  return checked.success && JSON.stringify(checked.data) === JSON.stringify(sent);
}
