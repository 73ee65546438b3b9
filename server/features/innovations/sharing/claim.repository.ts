import type { EntryContent } from '#contract/innovations/entry-content';
import { changedFields } from '#domain/innovations/draft-changes';
import { freeSlug } from '#domain/innovations/entry-slug';
import { writeInScope } from '../../../platform/database/scoped.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { wholeContent, type EntryRow } from '../entry-record.ts';
import { indexedColumns } from '../writing/publish-entry.repository.ts';
import { renewSharedCopy, takenSlugs } from './shared-copy.repository.ts';

interface PublicEntry {
  readonly slug: string;
  readonly unit_code: string | null;
  readonly audience: 'forcasi' | 'public';
  /** The fields that the source tells, as they were kept. */
  readonly content: Partial<EntryContent>;
  readonly shared_fields: readonly string[];
  readonly source: EntryRow['source'];
  readonly owner_confirmed: boolean;
  readonly published_at: Date;
  readonly demo: boolean;
}

/**
 * Makes an entry that a public source reports the kabupaten's own: with the same id and address, published as it stands,
 * and from now on told by its owner. What it tells changes by the same road as any other entry.
 *
 * @param claim the unit that answers for it; whether it still runs; and which units the person may claim for
 * @throws ProblemException 404 where no public source reports such an entry of this kabupaten, 409 when it is claimed
 *   already, 403 for an entry of another unit
 */
export async function claimEntry(
  desk: EntryDesk,
  id: string,
  claim: {
    readonly unitCode: string;
    readonly running: boolean;
    /** True for units that the person answers for; null asks for an entry of which no unit is known. */
    readonly mayClaimFor: (unit: string | null) => boolean;
  },
): Promise<void> {
  const { kabupatenCode, now, today } = desk;
  await writeInScope(desk.database, { kabupatenCode }, async (transaction) => {
    const own: unknown = await transaction('innovations')
      .select('id')
      .where({ kabupaten_code: kabupatenCode, id })
      .first();
    if (own !== undefined) throw new ProblemException(409, 'innovation-claimed');
    const known = (await transaction('catalogue_entries')
      .where({ id, home_code: kabupatenCode, owner_confirmed: false })
      .whereNotNull('source')
      .first()) as PublicEntry | undefined;
    if (known === undefined) throw new ProblemException(404, 'innovation-not-found');
    if (!claim.mayClaimFor(known.unit_code)) throw new ProblemException(403, 'forbidden');
    const content = wholeContent(known.content);
    const taken = await takenSlugs(transaction, kabupatenCode, known.slug, id);
    await transaction('innovations').insert({
      kabupaten_code: kabupatenCode,
      id,
      slug: freeSlug(known.slug, taken),
      unit_code: claim.unitCode,
      state: 'published',
      draft: JSON.stringify(content),
      published: JSON.stringify(content),
      version: 1,
      published_at: known.published_at,
      audience: known.audience,
      shared_fields: [...known.shared_fields],
      source: JSON.stringify(known.source),
      owner_confirmed: true,
      confirmed_on: claim.running ? today : null,
      ...indexedColumns(transaction, content, 'belum-ada-data'),
      post_id: desk.post.id,
      post_title: desk.post.title,
      created_at: now,
      updated_at: now,
      demo: known.demo,
    });
    await transaction('innovation_versions').insert({
      kabupaten_code: kabupatenCode,
      innovation_id: id,
      version: 1,
      content: JSON.stringify(content),
      changed: changedFields(null, content),
      note: null,
      author_title: known.source?.name ?? desk.post.title,
      reviewer_title: desk.post.title,
      published_at: now,
    });
    await renewSharedCopy(transaction, kabupatenCode, id, now);
    await desk.audit.record(transaction, kabupatenCode, desk.actor, {
      action: 'innovation-claimed',
      subject: `innovations/${id}`,
      details: { innovation: content.name, unit: claim.unitCode, running: claim.running },
    });
    return { result: undefined, changed: true };
  });
}
