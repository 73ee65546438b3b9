import type { WritingAction, WritingEntry, WritingLine } from '#contract/innovations/writing';
import { changedFields, missingForReview } from '#domain/innovations/draft-changes';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import { aliveOf } from '#domain/innovations/heartbeat';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import { wholeContent, type EntryRow } from '../entry-record.ts';
import { mayWriteFor, ownerActions } from '../entry-rights.ts';

/** What answers are made with: who asks, and the day in the kabupaten. */
export interface AnswerView {
  readonly person: Person;
  readonly units: UnitTree;
  readonly today: string;
}

/** An entry among others. */
export function writingLine(row: EntryRow, { units, today }: AnswerView): WritingLine {
  const content = wholeContent(row.draft);
  return {
    id: row.id,
    slug: row.slug,
    name: content.name,
    acronym: content.acronym,
    unit: { code: row.unit_code, name: units.find(row.unit_code)?.name ?? row.unit_code },
    state: row.state,
    version: row.version,
    ahead: changedOf(row).length > 0,
    audience: row.audience,
    alive:
      row.published === null
        ? null
        : aliveOf(
            {
              confirmedOn: row.confirmed_on,
              stoppedOn: row.stopped_on,
              ownerConfirmed: row.owner_confirmed,
            },
            today,
          ),
    submitted:
      row.state !== 'submitted' || row.submitted_at === null
        ? null
        : { by: row.post_title, at: row.submitted_at.toISOString() },
    returnedReason: row.returned_reason,
    updatedAt: row.updated_at.toISOString(),
  };
}

/** An entry as its writers and reviewers see it. */
export function writingEntry(row: EntryRow, view: AnswerView): WritingEntry {
  const content = wholeContent(row.draft);
  const changed = changedOf(row);
  return {
    ...writingLine(row, view),
    revision: row.revision,
    content,
    fields: Object.fromEntries(
      Object.entries(row.field_revisions).map(([field, { revision, by, at }]) => [
        field,
        { revision, by, at },
      ]),
    ),
    changed,
    published: row.published === null ? null : wholeContent(row.published),
    missing: missingForReview(content),
    publishedAt: row.published_at?.toISOString() ?? null,
    confirmedOn: row.confirmed_on,
    stoppedOn: row.stopped_on,
    stoppedLesson: row.stopped_lesson,
    source: row.source,
    actions: actionsOf(row, view, changed),
  };
}

/** Who wrote or submitted what would be published: none of them is the second person. */
export function wroteIt(
  row: Pick<EntryRow, 'submitted_by' | 'field_revisions'>,
  userId: string | null,
): boolean {
  if (userId === null) return false;
  return (
    row.submitted_by === userId || Object.values(row.field_revisions).some((mark) => mark.userId === userId)
  );
}

function changedOf(row: EntryRow): EntryFieldId[] {
  return changedFields(row.published, wholeContent(row.draft));
}

function actionsOf(
  row: EntryRow,
  { person, units }: AnswerView,
  changed: readonly EntryFieldId[],
): WritingAction[] {
  const standing = {
    unitCode: row.unit_code,
    state: row.state,
    isPublished: row.published !== null,
    stoppedOn: row.stopped_on,
  };
  const owner = ownerActions(person, standing, units);
  const waits = row.state === 'submitted';
  const mayReview = waits && may(person, 'innovations:review');
  const isComplete = missingForReview(wholeContent(row.draft)).length === 0;
  return [
    ...owner,
    ...(owner.includes('write') && changed.length > 0 && isComplete ? (['submit'] as const) : []),
    ...(waits && mayWriteFor(person, row.unit_code, units) ? (['recall'] as const) : []),
    ...(mayReview && !wroteIt(row, person.userId) ? (['publish'] as const) : []),
    ...(mayReview ? (['return'] as const) : []),
  ];
}
