import { digestText } from '#domain/alerts/digest';
import { isDigestDue } from '#domain/alerts/digest-rhythm';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { formatsIn } from '#domain/formats/formats';
import { addDays, weekStart } from '#domain/period/civil-date';
import { readInScope, writeInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { readTrialUntil } from '../../platform/kabupaten/trial-period.queries.ts';
import type { RoundCall, RoundTask } from '../../platform/startup/daily-round.ts';
import { digestMail } from './alert-mail.ts';
import type { AlertRoundDeps } from './alert-round.ts';
import { readAskers, type AskerRecord } from './alerts.queries.ts';
import { noteDigest } from './alerts.repository.ts';
import { digestPartsOf } from './digest-parts.ts';
import { rightsOf, rootOf } from './tell-alerts.ts';

const MILLIS_PER_HOUR = 3_600_000;
/** The longest run of days that one digest tells of, for who has not had one for long. */
const MOST_DAYS = 31;

/** A digest that is ready to go out. */
interface ReadyDigest {
  readonly asker: AskerRecord;
  readonly subject: string;
  readonly text: string;
}

/** Sends the digest to everyone who wants it and has not had it yet: each as they may see it. */
export function digestRound(deps: AlertRoundDeps): RoundTask {
  return { name: 'alert-digests', run: (call) => sendDigests(call, deps) };
}

async function sendDigests(call: RoundCall, deps: AlertRoundDeps): Promise<void> {
  const { database, kabupaten, today, now } = call;
  const scope = { kabupatenCode: kabupaten.code };
  const ready = await readInScope(database, scope, async (transaction): Promise<ReadyDigest[]> => {
    const askers = (await readAskers(transaction, today)).filter(({ digest }) => digest !== 'off');
    if (askers.length === 0 || (await readTrialUntil(transaction, today)) !== null) return [];
    const week = { from: weekStart(today), to: today };
    const working = await deps.sources.workingDays(transaction, [kabupaten.code], week);
    const due = askers.filter(({ digest, digest_on: sentOn }) =>
      isDigestDue(digest, {
        today,
        hour: localHour(now, kabupaten.timeZone),
        workingDays: working.get(kabupaten.code) ?? [],
        sentOn,
      }),
    );
    if (due.length === 0) return [];
    const { structure } = await readStructure(transaction);
    const digests: ReadyDigest[] = [];
    for (const asker of due) {
      const root = rootOf(asker, kabupaten);
      if (root === null) continue;
      const days = daysOf(asker, today);
      const parts = await digestPartsOf(
        {
          transaction,
          structure,
          clock: { today, now, zone: kabupaten.timeZone },
          language: 'id',
          rights: rightsOf(asker.role),
          root,
          days,
        },
        deps.sources,
      );
      const unitName = structure.units.find(root)?.name ?? kabupaten.name;
      const mail = digestMail(
        digestText(parts, 'id'),
        formatsIn('id').days(days),
        { unitName, demo: kabupaten.demo },
        deps.publicUrl,
      );
      digests.push({ asker, ...mail });
    }
    return digests;
  });
  if (ready.length === 0) return;
  await writeInScope(database, scope, async (transaction) => {
    for (const { asker, subject, text } of ready)
      if (await noteDigest(transaction, kabupaten.code, asker, today))
        await deps.mail.queue(transaction, kabupaten, {
          to: asker.user_id,
          post: asker.post_id,
          kind: 'digest',
          subject,
          text,
          key: `digest ${today} ${asker.user_id} ${asker.post_id}`,
        });
    return { result: undefined, changed: false };
  });
}

/** Whole days since the last digest, up to yesterday: none is told twice, and none left out. */
function daysOf({ digest, digest_on: sentOn }: AskerRecord, today: string): { from: string; to: string } {
  const usual = addDays(today, digest === 'daily' ? -1 : -7);
  const earliest = addDays(today, -MOST_DAYS);
  const from = sentOn === null ? usual : sentOn < earliest ? earliest : sentOn;
  return { from, to: addDays(today, -1) };
}

function localHour(now: string, timeZone: string): number {
  const civil = zoneClock(timeZone).toCivil(Date.parse(now));
  return Math.floor(civil / MILLIS_PER_HOUR) % 24;
}
