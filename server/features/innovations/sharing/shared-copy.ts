import type { EntryFigure } from '#contract/innovations/catalogue';
import type { SharedContent } from '#contract/innovations/entry-content';
import type { Proof } from '#domain/innovations/entry-facets';
import { sharedContent, TICKABLE_FIELDS, type EntryFieldId } from '#domain/innovations/entry-fields';
import { wholeContent, type EntryRow } from '../entry-record.ts';

/** What the owner chose to let out. */
export interface SharingChoice {
  readonly audience: 'forcasi' | 'public';
  /** Ticked fields; ids that are no field bring nothing. */
  readonly fields: readonly string[];
  readonly figures: boolean;
}

/** All that leaves the kabupaten of an entry, besides its names and its state. */
export interface CopiedParts {
  readonly audience: 'forcasi' | 'public';
  readonly content: SharedContent;
  readonly sharedFields: readonly EntryFieldId[];
  readonly figures: readonly EntryFigure[] | null;
  readonly proof: Proof;
  readonly confirmedOn: string | null;
  readonly stoppedOn: string | null;
  readonly stoppedLesson: string | null;
}

/**
 * What leaves the kabupaten by the owner's choice: the ticked fields of what is published, and figures only where they
 * were ticked. The badge of proof tells no more than what goes with it: without the figures nobody outside learns that
 * there are any, and the lesson of what stopped goes with the section of lessons. Null before the first publication.
 */
export function copiedParts(
  row: Pick<EntryRow, 'published' | 'proof' | 'confirmed_on' | 'stopped_on' | 'stopped_lesson'>,
  choice: SharingChoice,
  figures: readonly EntryFigure[],
): CopiedParts | null {
  if (row.published === null) return null;
  const content = sharedContent(wholeContent(row.published), choice.fields);
  const shown = choice.figures && figures.length > 0 ? figures : null;
  return {
    audience: choice.audience,
    content,
    sharedFields: TICKABLE_FIELDS.filter((field) => choice.fields.includes(field)),
    figures: shown,
    proof: shown !== null && row.proof === 'terukur' ? 'terukur' : reportedProof(content),
    confirmedOn: row.confirmed_on,
    stoppedOn: row.stopped_on,
    stoppedLesson: row.stopped_on !== null && choice.fields.includes('lessons') ? row.stopped_lesson : null,
  };
}

/** The proof that an entry gives by its own words. */
export function reportedProof(content: { readonly results?: readonly unknown[] | undefined }): Proof {
  return (content.results ?? []).length > 0 ? 'dilaporkan-sendiri' : 'belum-ada-data';
}
