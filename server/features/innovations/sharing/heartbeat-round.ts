import { ASLEEP_AFTER_MONTHS, CONFIRM_AFTER_MONTHS, monthsLater } from '#domain/innovations/heartbeat';
import { readInScope, writeInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import { readEntryPosts } from '../entry-desk.ts';
import { EntryNotices } from '../entry-notices.repository.ts';
import { wholeContent } from '../entry-record.ts';
import { readUnconfirmed } from '../writing/entries.queries.ts';

/** Asks the owners, once each, whether what they published still runs: after six months, and again after twelve. */
export const heartbeatRound: RoundTask = {
  name: 'innovations to confirm',
  run: async ({ database, kabupaten, today, now }) => {
    const scope = { kabupatenCode: kabupaten.code };
    const { silent, units, told } = await readInScope(database, scope, async (transaction) => {
      const { units: tree } = (await readStructure(transaction)).structure;
      const rows = await readUnconfirmed(transaction, monthsLater(today, 1 - CONFIRM_AFTER_MONTHS));
      return {
        silent: rows.flatMap((row) => {
          const since = row.confirmed_on ?? today;
          if (monthsLater(since, CONFIRM_AFTER_MONTHS) > today) return [];
          const isAsleep = monthsLater(since, ASLEEP_AFTER_MONTHS) <= today;
          const asked = row.asked_kinds.includes(isAsleep ? 'innovation-asleep' : 'innovation-to-confirm');
          return asked ? [] : [{ row, since, isAsleep }];
        }),
        units: tree,
        told: await readEntryPosts(transaction, tree, today),
      };
    });
    const tellable = silent.filter(({ row }) => told.headsOf(row.unit_code).length > 0);
    if (tellable.length === 0) return;
    await writeInScope(database, scope, async (transaction) => {
      const notices = new EntryNotices(transaction, kabupaten.code, now, told);
      for (const { row, since, isAsleep } of tellable)
        await notices.unconfirmed(
          {
            id: row.id,
            name: wholeContent(row.published ?? row.draft).name,
            unitCode: row.unit_code,
            unitName: units.find(row.unit_code)?.name ?? row.unit_code,
          },
          since,
          isAsleep,
        );
      return { result: undefined, changed: false };
    });
  },
};
