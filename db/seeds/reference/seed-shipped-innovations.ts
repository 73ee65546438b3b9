/** The innovations that public sources report, as entries of the shared catalogue. */
import type { Knex } from 'knex';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import { entryIndex, type SearchTexts } from '#domain/innovations/entry-index';
import { SHIPPED_INNOVATIONS, shippedAt, type ShippedInnovation } from './data/shipped-innovations.ts';

/** Makes the value of the column `search`; handed in by who starts the seeding, as it belongs to the search. */
export type MakeSearchVector = (knex: Knex, texts: SearchTexts) => Knex.Raw;

/**
 * Brings the shipped entries of this version into the shared catalogue: what is new is added, what differs is updated.
 * An entry that its owner has claimed is the owner's: it is never touched again, nor brought back when the owner takes it
 * out of the shared catalogue.
 *
 * @param owner a pool of the owner's role, which row-level security does not bind, or a transaction of it
 */
export async function seedShippedInnovations(owner: Knex, searchVector: MakeSearchVector): Promise<void> {
  await owner.transaction(async (transaction) => {
    for (const [place, shipped] of SHIPPED_INNOVATIONS.entries()) {
      if (await isClaimed(transaction, shipped)) continue;
      const index = entryIndex(shipped.content);
      await transaction('catalogue_entries')
        .insert({
          ...rowOf(shipped, shippedAt(place)),
          ...index.columns,
          search: searchVector(transaction, index.texts),
        })
        .onConflict('id')
        .merge()
        .where('catalogue_entries.owner_confirmed', false);
    }
  });
}

async function isClaimed(transaction: Knex.Transaction, { id, home }: ShippedInnovation): Promise<boolean> {
  const own: unknown[] = await transaction('innovations')
    .select('id')
    .where({ kabupaten_code: home.kabupatenCode, id });
  return own.length > 0;
}

/** What an entry is besides its facets. No field is kept back: what is empty is not known. */
function rowOf({ id, slug, home, source, content }: ShippedInnovation, at: string): Record<string, unknown> {
  return {
    id,
    slug,
    home_code: home.kabupatenCode,
    home_name: home.kabupatenName,
    unit_code: home.unitCode,
    unit_name: home.unitName,
    audience: 'public',
    content: JSON.stringify(content),
    shared_fields: [...TICKABLE_FIELDS],
    figures: null,
    version: 1,
    published_at: at,
    updated_at: at,
    source: JSON.stringify(source),
    owner_confirmed: false,
    confirmed_on: null,
    stopped_on: null,
    stopped_lesson: null,
    archived: false,
    proof: content.results.length > 0 ? 'dilaporkan-sendiri' : 'belum-ada-data',
    demo: false,
    generated: false,
  };
}
