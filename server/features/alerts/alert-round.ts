import {
  ALERT_RULES,
  currentReasons,
  nextStep,
  type AlertRule,
  type AlertStep,
} from '#domain/alerts/alert-episode';
import { NO_FACTS } from '#domain/alerts/alert-words';
import { addDays } from '#domain/period/civil-date';
import { readInScope, writeInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { readPostsOfRoles } from '../../platform/kabupaten/posts-of-roles.queries.ts';
import { readTrialUntil } from '../../platform/kabupaten/trial-period.queries.ts';
import type { RoundCall, RoundTask } from '../../platform/startup/daily-round.ts';
import type { AlertMailRoad, AlertSources, TellingTransaction } from './alert-sources.ts';
import { readAskers } from './alerts.queries.ts';
import { keepFound, keyOf, readMemory, takeStep, type KeptMemory } from './alerts.repository.ts';
import { isTold, LEADERS, tellAlerts, UNIT_HEADS, type AlertWord } from './tell-alerts.ts';
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
      leaders: await readPostsOfRoles(transaction, LEADERS, today),
      askers: await readAskers(transaction, today),
    };
  });
  if (seen === null) return;
  await writeInScope(database, scope, async (transaction) => {
    // Read while no other process can write: two rounds at once take each step once.
    const memory = await readMemory(transaction, kabupaten.code);
    const words: AlertWord[] = [];
    for (const { unit, field, tracks, facts } of seen.matters) {
      const key = { unit: unit.code, field };
      const known = memory.get(keyOf(key)) ?? { key, open: null, settled: {}, firstOn: null };
      const step = nextStep(tracks, known, today);
      if (step === null) {
        await refresh(transaction, kabupaten.code, known, { tracks, facts, today });
        continue;
      }
      const { kind, ...taken } = await takeStep(transaction, kabupaten.code, known, step, {
        facts,
        today,
        now,
      });
      if (!isTold(kind)) continue;
      const episode = { unit: unit.code, field, since: taken.since, facts, reasons: step.reasons };
      words.push({ ...taken, kind, unit, episode, concerns: concernsOf(known, step, kind) });
    }
    await unwatch(transaction, kabupaten.code, memory, seen.matters, { today, now });
    await tellAlerts(
      transaction,
      words,
      { ...seen, kabupaten, mail, publicUrl, ...openingOf(memory, today) },
      { today, now },
    );
    return { result: undefined, changed: false };
  });
}

/** An open episode of which there is nothing to say shows what was found today: a good month, a record that came in. */
async function refresh(
  transaction: TellingTransaction,
  kabupatenCode: string,
  { open }: KeptMemory,
  { tracks, facts, today }: Pick<WatchedMatter, 'tracks' | 'facts'> & { readonly today: string },
): Promise<void> {
  if (open === null) return;
  const reasons = currentReasons(tracks, open.reasons, today);
  const isSame =
    FACT_NAMES.every((name) => open.facts[name] === facts[name]) &&
    reasons.every(({ holds }, index) => holds === open.reasons[index]?.holds);
  if (!isSame) await keepFound(transaction, kabupatenCode, open, { reasons, facts });
}

const FACT_NAMES = Object.keys(NO_FACTS) as (keyof typeof NO_FACTS)[];

/** Which choices of a person the word is about: of an escalation what is new, of an end all that ever was a reason. */
function concernsOf(
  { open }: KeptMemory,
  { reasons }: AlertStep,
  kind: AlertWord['kind'],
): readonly AlertRule[] {
  const rules = reasons.map(({ rule }) => rule);
  const before = (open?.reasons ?? []).map(({ rule }) => rule);
  if (kind === 'escalated') return rules.filter((rule) => !before.includes(rule));
  if (kind !== 'recovered') return rules;
  return ALERT_RULES.filter(
    (rule) => rules.includes(rule) || before.includes(rule) || open?.settled[rule] !== undefined,
  );
}

/** What has been so for long is no news on the day of the first look; units of which something was told are past it. */
function openingOf(
  memory: ReadonlyMap<string, KeptMemory>,
  today: string,
): { readonly isOpening: boolean; readonly knownUnits: ReadonlySet<string> } {
  const known = [...memory.values()];
  return {
    isOpening: known.every(({ firstOn }) => firstOn === today),
    knownUnits: new Set(known.map(({ key }) => key.unit)),
  };
}

/** A unit that is no longer there is no longer watched: what was open about it ends without a word. */
async function unwatch(
  transaction: TellingTransaction,
  kabupatenCode: string,
  memory: ReadonlyMap<string, KeptMemory>,
  matters: readonly WatchedMatter[],
  { today, now }: { readonly today: string; readonly now: string },
): Promise<void> {
  const watched = new Set(matters.map(({ unit, field }) => keyOf({ unit: unit.code, field })));
  for (const [key, known] of memory) {
    const { open } = known;
    if (open === null || watched.has(key)) continue;
    const step = {
      kind: 'unwatch',
      reasons: open.reasons.map((reason) => ({ ...reason, holds: false })),
      settled: Object.fromEntries(open.reasons.map(({ rule }) => [rule, addDays(today, -1)])),
    } as const;
    await takeStep(transaction, kabupatenCode, known, step, { facts: open.facts, today, now });
  }
}
