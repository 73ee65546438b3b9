import { DUE_SOON_DAYS } from '#domain/oversight/recommendation-life';
import { addDays } from '#domain/period/civil-date';
import { readInScope, writeInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import { FindingNotices } from './finding-notices.repository.ts';
import { readDueUntold } from './findings.queries.ts';
import { readToldPosts } from './told-posts.ts';

/** Tells the entity, once each, which recommendations fall due within a week and which are late. */
export const findingRound: RoundTask = {
  name: 'recommendations due',
  run: async ({ database, kabupaten, today, now }) => {
    const scope = { kabupatenCode: kabupaten.code };
    const { due, units, posts } = await readInScope(database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      return {
        due: await readDueUntold(transaction, addDays(today, DUE_SOON_DAYS), today),
        units: structure.units,
        posts: await readToldPosts(transaction, structure.units, today),
      };
    });
    // A unit that nobody answers for has nobody who could be told; to write nothing tells no screen.
    const tellable = due.filter(({ unit_code }) => posts.headsOf(unit_code).length > 0);
    if (tellable.length === 0) return;
    await writeInScope(database, scope, async (transaction) => {
      const notices = new FindingNotices(transaction, kabupaten.code, now, posts);
      for (const each of tellable)
        await notices.due(
          {
            id: each.id,
            findingId: each.finding_id,
            number: `${each.finding_number}/${each.number}`,
            unit: { code: each.unit_code, name: units.find(each.unit_code)?.name ?? each.unit_code },
            dueOn: each.due_on,
          },
          each.due_on < today,
        );
      return { result: undefined, changed: true };
    });
  },
};
