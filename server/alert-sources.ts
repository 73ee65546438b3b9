import { monthStart } from '#domain/period/civil-date';
import type { AlertMailRoad, AlertSources } from './features/alerts/alert-sources.ts';
import { alertRound } from './features/alerts/alert-round.ts';
import { digestRound } from './features/alerts/digest-round.ts';
import { ownerOf } from './features/attention/dispositions/recipients.ts';
import { findMailAddress } from './features/deliveries/mail-addresses.repository.ts';
import { mailQueue } from './features/deliveries/queue-mail.ts';
import { readNilMonths, readWorkingDays } from './features/oversight/watch-list/watch-facts.queries.ts';
import type { OverviewDeps } from './features/overview/overview.routes.ts';
import { judgeKabupaten } from './features/overview/signals/judge-kabupaten.ts';
import { readSignalSettings } from './features/overview/signals/signal-settings.queries.ts';
import { figureSources } from './figure-sources.ts';
import { ARRIVALS } from './measure-sources.ts';
import type { ClockSource } from './platform/clock.ts';
import type { Database } from './platform/database/pool.ts';
import { readArrivalDays } from './platform/database/rollups/record-days.queries.ts';
import type { JobQueue } from './platform/jobs/job-queue.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import type { RoundTask } from './platform/startup/daily-round.ts';

/** What alerts need of figures, targets, reporting and posts. */
export function alertSources(overview: OverviewDeps): AlertSources {
  const figures = figureSources(overview);
  return {
    judge: (transaction, clock) => judgeKabupaten(transaction, overview, clock, 'id'),
    targets: async (transaction) => (await readSignalSettings(transaction, [])).targets,
    arrivalDays: (transaction, unitKeys, period) => readArrivalDays(transaction, ARRIVALS, unitKeys, period),
    workingDays: readWorkingDays,
    nilMonths: readNilMonths,
    praise: async (transaction, { root, rights }, clock, language) => {
      const attention = await figures.attention(transaction, {
        reader: { root, rights, withOversight: false, comparesPeers: false, onLadder: false },
        language,
        clock,
        shownUntil: null,
        unit: root,
        period: { from: monthStart(clock.today), to: clock.today },
      });
      return attention.praise.map(({ unit, sentence }) => ({ unitName: unit.name, sentence }));
    },
    ownerOf,
  };
}

interface MailRoadDeps {
  readonly database: Database;
  readonly jobs: JobQueue;
  readonly clock: ClockSource;
  readonly mailer: Mailer | null;
}

/** Alerts and digests leave by the same road as reports. */
export function alertMailRoad(deps: MailRoadDeps): AlertMailRoad {
  const queue = mailQueue(deps);
  return {
    queue: async (transaction, kabupaten, { to, post, kind, subject, text, key }) => {
      // In a plain mail paragraphs stand apart, and nothing else does: every line of a list is one.
      const spaced = text.replaceAll('\n- ', '\n\n- ');
      await queue(transaction, kabupaten, { personId: to, postId: post, kind, subject, text: spaced, key });
    },
    stateOf: async (userId) => {
      if (deps.mailer === null) return 'not-set';
      return (await findMailAddress(deps.database, userId)).address === null ? 'no-address' : 'ready';
    },
  };
}

/** Looks at alerts and sends digests, with every round. */
export function alertTasks(
  deps: MailRoadDeps &
    Pick<OverviewDeps, 'cache' | 'sources' | 'judgements'> & { readonly publicUrl: string | null },
): RoundTask[] {
  const round = { sources: alertSources(deps), mail: alertMailRoad(deps), publicUrl: deps.publicUrl };
  return [alertRound(round), digestRound(round)];
}
