import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, writeInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { sendNotice } from '../../../platform/notices/notices.repository.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import { readEntryPosts } from '../entry-desk.ts';
import { ADOPTION_NOTICES } from './adoption-notices.ts';
import { hasStaleCounts, listUnheard, listUntoldCopies } from './told-adoptions.queries.ts';
import { recountOwn, renewToldCopy } from './told-copy.repository.ts';

/**
 * Tells the heads of the units whose innovations were adopted, in the scope of their own kabupaten, what they have not
 * heard yet; and counts the replications of its entries anew. Doing it twice tells nobody twice. Where nobody leads the
 * unit nor the Bagian Organisasi, it waits until somebody does.
 */
export async function tellSource(
  database: Database,
  kabupatenCode: string,
  { now, today }: { readonly now: string; readonly today: string },
): Promise<void> {
  const scope = { kabupatenCode };
  const { unheard, told, isStale } = await readInScope(database, scope, async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    return {
      unheard: await listUnheard(transaction),
      told: await readEntryPosts(transaction, units, today),
      isStale: await hasStaleCounts(transaction),
    };
  });
  if (unheard.length === 0 && !isStale) return;
  await writeInScope(database, scope, async (transaction) => {
    for (const adoption of unheard) {
      const heads = told.headsOf(adoption.unit_code ?? '');
      if (heads.length === 0) continue;
      // Somebody else may have told it meanwhile: whoever marks it sends it.
      const marked = await transaction('catalogue_adoptions')
        .where({ id: adoption.id })
        .whereNull('source_told_at')
        .update({ source_told_at: now });
      if (marked === 0) continue;
      for (const post of heads)
        await sendNotice(transaction, kabupatenCode, {
          to: { post },
          kind: ADOPTION_NOTICES[adoption.state],
          params: {
            innovation: adoption.name,
            unit: adoption.unit_name,
            kabupaten: adoption.adopter_name,
          },
          about: { kind: 'innovation-adoption', id: adoption.id },
          link: `/inovasi/${adoption.slug}`,
          needsAction: false,
          dueOn: null,
          at: now,
        });
    }
    const counted = await recountOwn(transaction, kabupatenCode, null);
    return { result: undefined, changed: counted > 0 };
  });
}

/**
 * Makes up for what was missed: an entry that was shared again after its adoption was told, an own entry that grew from
 * one, and word that did not arrive.
 */
export const adoptionRound: RoundTask = {
  name: 'innovation adoptions',
  run: async ({ database, kabupaten, today, now }) => {
    const scope = { kabupatenCode: kabupaten.code };
    const missing = await readInScope(database, scope, listUntoldCopies);
    if (missing.length > 0)
      await writeInScope(database, scope, async (transaction) => {
        for (const id of missing) await renewToldCopy(transaction, kabupaten.code, id);
        return { result: undefined, changed: false };
      });
    await tellSource(database, kabupaten.code, { now, today });
  },
};
