import { clockAt } from '../../../platform/clock.ts';
import { readShared } from '../../../platform/database/shared-read.ts';
import type { RoundTask } from '../../../platform/startup/daily-round.ts';
import { listLatelyChanged } from './affected-kabupaten.queries.ts';
import { tellNews } from './news.repository.ts';
import { tellAffected } from './spread-news.ts';

/** A round comes every hour, and soon after every change; what is older was told, or is told by the round of its readers. */
const LATELY_MS = 2 * 60 * 60 * 1_000;

/**
 * Tells the people of a kabupaten what they follow; and when entries of the kabupaten changed (a new version, a first
 * sharing, a stop), the people of the others too.
 */
export const newsRound: RoundTask = {
  name: 'news of innovations',
  run: async ({ database, kabupaten, today, now }) => {
    const { code, timeZone } = kabupaten;
    await tellNews(database, { code, timeZone, today, now });
    const since = new Date(Date.parse(now) - LATELY_MS).toISOString();
    const changed = await readShared(database, (transaction) => listLatelyChanged(transaction, code, since));
    if (changed.length > 0) await tellAffected(database, (zone) => clockAt(new Date(now), zone), changed);
  },
};
