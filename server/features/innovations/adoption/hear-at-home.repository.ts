import type { Knex } from 'knex';
import { sendNotice } from '../../../platform/notices/notices.repository.ts';
import type { EntryDesk } from '../entry-desk.ts';
import { namesOf } from '../sharing/shared-copy.repository.ts';
import type { AdoptionRow } from './adoptions.queries.ts';
import { ADOPTION_NOTICES } from './adoption-notices.ts';

/**
 * Word of a told adoption to the heads of the unit whose entry it is, where the entry is the own kabupaten's and nobody
 * else can read it: no shared copy carries the word then.
 */
export async function hearAtHome(transaction: Knex.Transaction, desk: EntryDesk, id: string): Promise<void> {
  const { kabupatenCode, now } = desk;
  const row = (await transaction('innovation_adoptions')
    .where({ kabupaten_code: kabupatenCode, id, told: true })
    .first()) as AdoptionRow | undefined;
  if (row === undefined) return;
  const entry: { unit_code: string; slug: string } | undefined = await transaction('innovations')
    .where({ kabupaten_code: kabupatenCode, id: row.entry_id, audience: 'own' })
    .first('unit_code', 'slug');
  if (entry === undefined) return;
  const names = await namesOf(transaction, kabupatenCode, row.unit_code);
  for (const post of desk.told.headsOf(entry.unit_code))
    await sendNotice(transaction, kabupatenCode, {
      to: { post },
      kind: ADOPTION_NOTICES[row.state],
      params: { innovation: row.entry_name, unit: names.unit, kabupaten: names.kabupaten },
      about: { kind: 'innovation-adoption', id },
      link: `/inovasi/${entry.slug}`,
      needsAction: false,
      dueOn: null,
      at: now,
    });
}
