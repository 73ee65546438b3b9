import type { IRouter } from 'express';
import { FLAG_STATES } from '#contract/staff/flags';
import { countStaffFlags, type FlagCounts } from '#contract/staff/counts';
import { LOCALES, type Language } from '#domain/language';
import { addMonthsToStart } from '#domain/period/civil-date';
import { hideCounts, showCounts, type KindCounts, type ShownCounts } from '#domain/staff-flags/hidden-counts';
import { seesEveryFlag } from '#domain/staff-flags/visibility';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readTrialUntil } from '../../../platform/kabupaten/trial-period.queries.ts';
import { seesAllOf, sightOf } from '../flags/flag-sight.ts';
import type { StaffFlagsDeps } from '../staff-flags-deps.ts';
import { tallyFlags, type FlagTally } from './flag-counts.queries.ts';

const MONTHS = 12;

/** How many proposals there are, for those who may not know whom they are about. */
export function flagCountRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  bindRoute(router, countStaffFlags, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const { today, zone } = deps.clock(scope.timeZone);
    const from = addMonthsToStart(today, 1 - MONTHS);
    return readInScope(deps.database, scope, async (transaction): Promise<FlagCounts> => {
      const { units } = (await readStructure(transaction)).structure;
      const asked = query.unit ?? scope.rootUnit;
      if (!units.isWithin(asked, scope.rootUnit))
        throw new ProblemException(404, 'unit-not-found', { unit: asked });
      const codes = units.subtreeCodes(scope.rootUnit);
      const tallies = await tallyFlags(transaction, codes, {
        from,
        to: today,
        today,
        zone,
      });
      const children = units.childrenOf(scope.rootUnit);
      // What the top keeps itself stands as a row of its own, so that the rows add up.
      const groups = [
        ...children.map((unit) => ({ unit, codes: units.subtreeCodes(unit.code) })),
        { unit: units.find(scope.rootUnit) ?? { code: asked, name: asked }, codes: [scope.rootUnit] },
      ];
      // Who sees each of them needs no number hidden.
      const sight = await sightOf(transaction, person, today);
      const tell = seesEveryFlag(sight.asker) || seesAllOf(sight, codes) ? showCounts : hideCounts;
      const byUnit = tell(
        groups.map(({ codes }) => sumOf(tallies, ({ unit_code: unit }) => codes.includes(unit))),
      );
      const byState = tell(FLAG_STATES.map((state) => sumOf(tallies, (tally) => tally.state === state)));
      const total = { reward: told('reward', byUnit, byState), sanction: told('sanction', byUnit, byState) };
      const trialUntil = await readTrialUntil(transaction, today);
      const one = asked === scope.rootUnit ? null : groups.findIndex(({ unit }) => unit.code === asked);
      if (one !== null) {
        const shown = byUnit.rows[one] ?? { reward: null, sanction: null };
        return {
          from,
          to: today,
          ...shown,
          balance: balanceOf(shown, language),
          byState: [],
          byUnit: [],
          trialUntil,
        };
      }
      return {
        from,
        to: today,
        ...total,
        balance: balanceOf(total, language),
        byState: toldRows(byState.rows, total, (index) => ({ state: FLAG_STATES[index] ?? 'proposed' })),
        byUnit: toldRows(byUnit.rows, total, (index) => {
          const { code, name } = groups[index]?.unit ?? { code: asked, name: asked };
          return { unit: { code, name } };
        }),
        trialUntil,
      };
    });
  });
}

/**
 * The rows of a table that say something: a row of zeros does not, and a column in which nothing may be told counts as
 * nothing. Of a column without a total nothing is told.
 */
function toldRows<T>(
  rows: readonly ShownCounts[],
  total: ShownCounts,
  named: (index: number) => T,
): (T & ShownCounts)[] {
  const withheld = (kind: keyof KindCounts): boolean =>
    total[kind] === null || rows.every((row) => row[kind] === null);
  const kinds = (['reward', 'sanction'] as const).filter((kind) => !withheld(kind));
  return rows.flatMap((row, index) => {
    if (kinds.every((kind) => row[kind] === 0)) return [];
    const cellOf = (kind: keyof KindCounts) => (kinds.includes(kind) ? row[kind] : null);
    return [{ ...named(index), reward: cellOf('reward'), sanction: cellOf('sanction') }];
  });
}

/** A total that one of the two tables must hide is told by neither. */
function told(
  kind: keyof KindCounts,
  byUnit: { readonly total: ShownCounts },
  byState: { readonly total: ShownCounts },
): number | null {
  return byUnit.total[kind] === null || byState.total[kind] === null ? null : byUnit.total[kind];
}

function sumOf(tallies: readonly FlagTally[], matches: (tally: FlagTally) => boolean): KindCounts {
  const found = tallies.filter(matches);
  return {
    reward: found.reduce((sum, { reward }) => sum + reward, 0),
    sanction: found.reduce((sum, { sanction }) => sum + sanction, 0),
  };
}

/** How praise and requests for clarification stand to each other, in one sentence. */
export function balanceOf({ reward, sanction }: ShownCounts, language: Language): string {
  const english = language === 'en';
  if (reward === null || sanction === null)
    return english
      ? 'Too few proposals to tell how the two stand to each other.'
      : 'Usulannya terlalu sedikit untuk ditimbang tanpa menunjuk orang.';
  if (reward === 0 && sanction === 0)
    return english ? 'No proposals in the last 12 months.' : 'Belum ada usulan dalam 12 bulan terakhir.';
  const write = (value: number): string =>
    new Intl.NumberFormat(LOCALES[language], { maximumFractionDigits: 1 }).format(value);
  if (sanction === 0)
    return english
      ? `${write(reward)} for appreciation, none for clarification.`
      : `${write(reward)} apresiasi, tanpa bahan klarifikasi.`;
  if (reward === 0)
    return english
      ? `${write(sanction)} for clarification, none for appreciation.`
      : `${write(sanction)} bahan klarifikasi, belum ada apresiasi.`;
  return english
    ? `${write(reward / sanction)} for appreciation to every one for clarification.`
    : `${write(reward / sanction)} apresiasi untuk setiap 1 bahan klarifikasi.`;
}
