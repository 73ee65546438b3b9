import type { Language } from '#contract/messages';
import type { WatchEntry } from '#contract/oversight/watch-list';
import {
  afterTrial,
  WATCH_GRAINS,
  WATCH_RULE_IDS,
  watchSpells,
  type WatchSpell,
} from '#domain/oversight/watch-list';
import { leavesWhen, WATCH_RULE_TEXTS, whyLeft } from '#domain/oversight/watch-list-words';
import { addDays, daysBetween } from '#domain/period/civil-date';
import type { UnitRecord } from '#domain/unit-tree';
import { readPostsOfRoles } from '../../../platform/kabupaten/posts-of-roles.queries.ts';
import { UNIT_HEADS } from '../findings/told-posts.ts';
import { countOpenFindings } from '../findings/findings.queries.ts';
import { readTrialUntil } from './watch-facts.queries.ts';
import type { WatchSources } from './watch-sources.ts';
import type { WatchCall, WatchedUnit } from './watched-units.ts';

/** Who left is told for so many days. */
const LEFT_DAYS = 90;
/** Months shown beside an entry: the window of the rule and what went before. */
const SHOWN_PERIODS = 6;

export interface WatchListAnswer {
  readonly rules: { id: WatchEntry['rule']; name: string; entry: string; exit: string }[];
  readonly items: WatchEntry[];
  readonly left: { unit: UnitRef; rule: string; from: string; to: string; sentence: string }[];
  readonly trialUntil: string | null;
}

interface UnitRef {
  code: string;
  name: string;
  kind: string;
}

export interface WatchListCall extends WatchCall {
  readonly language: Language;
  /** Top of what is asked for: units within it. */
  readonly root: string;
  readonly watched: () => Promise<readonly WatchedUnit[]>;
  readonly sources: Pick<WatchSources, 'ownerOf'>;
}

/**
 * The units of a scope that are on the list today, the longest there first, and those that left it lately. In the trial
 * period the list is empty.
 */
export async function watchListOf(call: WatchListCall): Promise<WatchListAnswer> {
  const { transaction, structure, clock, language, root } = call;
  const { today } = clock;
  const trialUntil = await readTrialUntil(transaction);
  const inTrial = trialUntil !== null && today < trialUntil;
  const watched = inTrial ? [] : (await call.watched()).filter(isWithin);
  function isWithin({ unit }: WatchedUnit): boolean {
    return structure.units.isWithin(unit.code, root);
  }
  const stays = watched.map((each) => ({
    each,
    spells: afterTrial(watchSpells(each.rule, each.periods), trialUntil),
  }));
  const posts = await readPostsOfRoles(transaction, UNIT_HEADS, today);
  const findings = await countOpenFindings(transaction);
  const items = stays.flatMap(({ each, spells }): WatchEntry[] => {
    const spell = spells.at(-1);
    const told = spell?.to === null ? each.tell() : null;
    if (spell === undefined || told === null) return [];
    const members = structure.units.subtreeCodes(each.unit.code);
    const open = findings.filter(({ unit_code }) => members.includes(unit_code));
    return [
      {
        key: [each.unit.code, each.rule, each.field ?? '-', spell.from].join('|'),
        unit: refOf(each.unit),
        rule: each.rule,
        sentence: told.sentence[language],
        since: spell.from,
        days: daysBetween(spell.from, today),
        leavesWhen: leavesWhen(each.rule, spell.cleared)[language],
        grain: WATCH_GRAINS[each.rule],
        months: each.periods.slice(-SHOWN_PERIODS).map(({ from, state }) => ({ from, state })),
        facts: told.facts.map((fact) => fact[language]),
        proof: {
          label: told.proof.label[language],
          screen: told.proof.screen,
          query: { ...told.proof.query },
          count: told.proof.count,
        },
        owner: call.sources.ownerOf(posts, each.unit),
        openFindings: new Set(open.map(({ finding_id }) => finding_id)).size,
      },
    ];
  });
  return {
    rules: WATCH_RULE_IDS.map((id) => {
      const { name, entry, exit } = WATCH_RULE_TEXTS[id];
      return { id, name: name[language], entry: entry[language], exit: exit[language] };
    }),
    items: items.toSorted((a, b) => a.since.localeCompare(b.since) || a.key.localeCompare(b.key)),
    left: stays
      .flatMap(({ each, spells }) => spells.map((spell) => leftOf(each, spell)))
      .filter((each) => each !== null)
      .toSorted((a, b) => b.to.localeCompare(a.to) || a.unit.code.localeCompare(b.unit.code)),
    trialUntil: inTrial ? trialUntil : null,
  };

  function leftOf({ unit, rule, field }: WatchedUnit, { from, to }: WatchSpell) {
    if (to === null || to <= addDays(today, -LEFT_DAYS)) return null;
    return { unit: refOf(unit), rule, from, to, sentence: whyLeft(rule, field)[language] };
  }
}

function refOf({ code, name, kind }: UnitRecord): UnitRef {
  return { code, name, kind };
}
