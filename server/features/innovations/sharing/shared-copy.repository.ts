import type { Knex } from 'knex';
import type { EntryFigure } from '#contract/innovations/catalogue';
import { entryIndex } from '#domain/innovations/entry-index';
import { freeSlug } from '#domain/innovations/entry-slug';
import type { EntryRow } from '../entry-record.ts';
import { searchVector } from '../search/search-vector.repository.ts';
import { copiedParts } from './shared-copy.ts';

/**
 * Makes the shared catalogue hold of an entry exactly what its owner lets out: the copy is written anew from what is
 * published and ticked, and goes where nothing is shared. Called within the transaction of whatever changed the entry,
 * its sharing, its proof or its state; calling it again changes nothing.
 *
 * @param transaction open to the kabupaten (`writeInScope`)
 * @param now ISO instant
 * @returns true when others can read the entry now
 */
export async function renewSharedCopy(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
  now: string,
): Promise<boolean> {
  const row = (await transaction('innovations').where({ kabupaten_code: kabupatenCode, id }).first()) as
    EntryRow | undefined;
  const { audience } = row ?? { audience: 'own' as const };
  const parts =
    row === undefined || audience === 'own'
      ? null
      : copiedParts(
          row,
          { audience, fields: row.shared_fields, figures: row.share_figures },
          await figuresOf(transaction, kabupatenCode, id),
        );
  if (row === undefined || parts === null) {
    // Of the own kabupaten alone: an id is no right to what others share.
    await transaction('catalogue_entries').where({ id, home_code: kabupatenCode }).delete();
    return false;
  }
  const names = await namesOf(transaction, kabupatenCode, row.unit_code);
  const { columns, texts } = entryIndex(parts.content);
  const values = {
    home_name: names.kabupaten,
    unit_code: row.unit_code,
    unit_name: names.unit,
    slug: await slugFor(transaction, kabupatenCode, row),
    audience: parts.audience,
    content: JSON.stringify(parts.content),
    shared_fields: [...parts.sharedFields],
    figures: parts.figures === null ? null : JSON.stringify(parts.figures),
    version: row.version,
    updated_at: now,
    archived: row.state === 'archived',
    confirmed_on: parts.confirmedOn,
    stopped_on: parts.stoppedOn,
    stopped_lesson: parts.stoppedLesson,
    source: row.source === null ? null : JSON.stringify(row.source),
    owner_confirmed: row.owner_confirmed,
    parent_id: await parentOf(transaction, kabupatenCode, row.adoption_id),
    ...columns,
    proof: parts.proof,
    search: searchVector(transaction, texts),
  };
  const renewed = await transaction('catalogue_entries')
    .where({ id, home_code: kabupatenCode })
    .update(values);
  if (renewed === 0)
    await transaction('catalogue_entries').insert({
      ...values,
      id,
      home_code: kabupatenCode,
      published_at: now,
      demo: row.demo,
    });
  return true;
}

/** Figures of the proofs that have a result, in the order in which they were locked. */
export async function figuresOf(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  id: string,
): Promise<EntryFigure[]> {
  const rows = (await transaction('innovation_proofs')
    .select('result')
    .where({ kabupaten_code: kabupatenCode, innovation_id: id })
    .whereNotNull('result')
    .orderBy(['locked_at', 'id'])) as { result: EntryFigure }[];
  return rows.map(({ result }) => result);
}

/** Names under which the entry leaves: those of the kabupaten and of the unit. */
export async function namesOf(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  unitCode: string,
): Promise<{ readonly kabupaten: string; readonly unit: string }> {
  const kabupaten = (await transaction('kabupaten').select('name').where({ code: kabupatenCode }).first()) as
    { name: string } | undefined;
  const unit = (await transaction('units')
    .select('name')
    .where({ kabupaten_code: kabupatenCode, code: unitCode })
    .first()) as { name: string } | undefined;
  return { kabupaten: kabupaten?.name ?? kabupatenCode, unit: unit?.name ?? unitCode };
}

/** The entry's address. Where another kabupaten shares one of that name, the own entry moves to a free one. */
async function slugFor(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  { id, slug }: EntryRow,
): Promise<string> {
  // Two kabupaten that share one name in the same instant: the second waits, and sees what the first took.
  await transaction.raw(`select pg_advisory_xact_lock(hashtext('catalogue_entries.slug'))`);
  const taken = await takenSlugs(transaction, kabupatenCode, slug, id);
  const free = freeSlug(slug, taken);
  if (free !== slug)
    await transaction('innovations').where({ kabupaten_code: kabupatenCode, id }).update({ slug: free });
  return free;
}

/** Addresses that begin alike and belong to another entry, at home or in the shared catalogue. */
export async function takenSlugs(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  slug: string,
  exceptId: string,
): Promise<ReadonlySet<string>> {
  const own = (await transaction('innovations')
    .select('slug')
    .where({ kabupaten_code: kabupatenCode })
    .whereNot({ id: exceptId })
    .where('slug', 'like', `${slug}%`)) as { slug: string }[];
  const shared = (await transaction('catalogue_entries')
    .select('slug')
    .whereNot({ id: exceptId })
    .where('slug', 'like', `${slug}%`)) as { slug: string }[];
  return new Set([...own, ...shared].map((row) => row.slug));
}

/** The entry it was adopted from, where the adoption is told of. */
async function parentOf(
  transaction: Knex.Transaction,
  kabupatenCode: string,
  adoptionId: string | null,
): Promise<string | null> {
  if (adoptionId === null) return null;
  const adoption = (await transaction('innovation_adoptions')
    .select('entry_id')
    .where({ kabupaten_code: kabupatenCode, id: adoptionId, told: true })
    .first()) as { entry_id: string } | undefined;
  return adoption?.entry_id ?? null;
}
