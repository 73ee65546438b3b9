import { nextStep } from '#domain/alerts/alert-episode';
import { NO_FACTS } from '#domain/alerts/alert-words';
import { addDays } from '#domain/period/civil-date';
import { readInScope, writeInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { readPostsOfRoles } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import { readTrialUntil } from '../../platform/kabupaten/trial-period.queries.ts';
import type { RoundCall, RoundTask } from '../../platform/startup/daily-round.ts';
import type { AlertMailRoad, AlertSources, TellingTransaction } from './alert-sources.ts';
import { readAskers } from './alerts.queries.ts';
import { keyOf, readMemory, takeStep, type KeptMemory } from './alerts.repository.ts';
import { tellAlerts, UNIT_HEADS, type AlertWord } from './tell-alerts.ts';
import { watchedMatters, type WatchedMatter } from './watched-matters.ts';

export interface AlertRoundDeps {
  readonly sources: AlertSources;
  readonly mail: AlertMailRoad;
  readonly publicUrl: string | null;
}

/** Opens, repeats and ends alerts as the records show them today, and tells whom it concerns. */
export function alertRound(deps: AlertRoundDeps): RoundTask {
  return { name: 'alerts', run: (call) => lookAtAlerts(call, deps) };
}

async function lookAtAlerts(
  { database, kabupaten, today, now }: RoundCall,
  { sources, mail, publicUrl }: AlertRoundDeps,
): Promise<void> {
  const scope = { kabupatenCode: kabupaten.code };
  const seen = await readInScope(database, scope, async (transaction) => {
    // In the trial period nobody is told anything: units see their figures before others do.
    if ((await readTrialUntil(transaction, today)) !== null) return null;
    const { structure } = await readStructure(transaction);
    const clock = { today, now, zone: kabupaten.timeZone };
    return {
      units: structure.units,
      matters: await watchedMatters({ transaction, structure, clock }, sources),
      heads: await readPostsOfRoles(transaction, UNIT_HEADS, today),
      askers: await readAskers(transaction, today),
    };
  });
  if (seen === null) return;
  await writeInScope(database, scope, async (transaction) => {
    // Read while no other process can write: two rounds at once take each step once.
    const memory = await readMemory(transaction, kabupaten.code);
    const words: AlertWord[] = [];
    for (const matter of seen.matters) {
      const known = memory.get(keyOf(named(matter))) ?? unknown(matter);
      const step = nextStep(matter.periods, known, today);
      if (step === null) continue;
      const since = step.kind === 'open' ? earlier(step.since, matter.since) : '';
      const taken = await takeStep(
        transaction,
        kabupaten.code,
        known,
        step,
        { facts: matter.facts, today, now },
        since,
      );
      if (taken.kind === 'withdrawn') continue;
      const { unit, rule, field, facts } = matter;
      words.push({
        ...taken,
        kind: taken.kind,
        unit,
        episode: { unit: unit.code, rule, field, since: taken.since, facts },
      });
    }
    await withdrawUnwatched(transaction, kabupaten.code, memory, seen.matters, { today, now });
    await tellAlerts(transaction, words, { ...seen, kabupaten, mail, publicUrl }, { today, now });
    return { result: undefined, changed: false };
  });
}

/** A unit that is no longer there is no longer watched: what was open about it ends without a word. */
async function withdrawUnwatched(
  transaction: TellingTransaction,
  kabupatenCode: string,
  memory: ReadonlyMap<string, KeptMemory>,
  matters: readonly WatchedMatter[],
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  const watched = new Set(matters.map((matter) => keyOf(named(matter))));
  for (const [key, known] of memory) {
    if (known.open === null || watched.has(key)) continue;
    const step = { kind: 'withdraw', settledUntil: addDays(today, -1) } as const;
    await takeStep(transaction, kabupatenCode, known, step, { facts: NO_FACTS, today, now }, '');
  }
}

function named({ unit, rule, field }: WatchedMatter) {
  return { unit: unit.code, rule, field };
}

function unknown(matter: WatchedMatter): KeptMemory {
  return { key: named(matter), openId: null, openSince: null, open: null, settledUntil: null };
}

function earlier(one: string, other: string | null): string {
  return other !== null && other < one ? other : one;
}
