import { EMPTY_CONTENT, type EntryContent } from '#contract/innovations/entry-content';
import type { AUDIENCES } from '#contract/innovations/catalogue';
import type { FieldMark } from '#domain/innovations/draft-changes';
import type { EntryFieldId } from '#domain/innovations/entry-fields';
import type { Proof } from '#domain/innovations/entry-facets';

/** Who may read what is published: the own kabupaten, every member of FORCASI, everyone. */
export type Audience = (typeof AUDIENCES)[number];

/** Who changed a field, kept until the entry is published: none of them may review it. */
export interface AuthorMark extends FieldMark {
  readonly userId?: string | null;
}

/** A row of `innovations`, as the database gives it. */
export interface EntryRow extends Record<string, unknown> {
  readonly id: string;
  readonly slug: string;
  readonly unit_code: string;
  readonly state: 'draft' | 'submitted' | 'published' | 'archived';
  readonly draft: Partial<EntryContent>;
  readonly revision: number;
  readonly field_revisions: Readonly<Partial<Record<EntryFieldId, AuthorMark>>>;
  readonly published: Partial<EntryContent> | null;
  readonly version: number;
  readonly published_at: Date | null;
  readonly submitted_at: Date | null;
  readonly submitted_by: string | null;
  readonly returned_reason: string | null;
  readonly audience: Audience;
  readonly shared_fields: readonly string[];
  readonly share_figures: boolean;
  readonly confirmed_on: string | null;
  readonly stopped_on: string | null;
  readonly stopped_lesson: string | null;
  readonly source: { readonly name: string; readonly url: string | null; readonly on: string | null } | null;
  readonly owner_confirmed: boolean;
  readonly adoption_id: string | null;
  readonly proof: Proof;
  readonly post_id: string | null;
  readonly post_title: string;
  readonly updated_at: Date;
  readonly demo: boolean;
}

/** What an entry tells; a field that a later version of PANDU brought is empty in what was kept before it. */
export function wholeContent(kept: Partial<EntryContent>): EntryContent {
  return { ...EMPTY_CONTENT, ...kept };
}
