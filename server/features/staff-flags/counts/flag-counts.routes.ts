import type { IRouter } from 'express';
import { FLAG_STATES } from '#contract/staff/flags';
import { countStaffFlags, type FlagCounts } from '#contract/staff/counts';
import { LOCALES, type Language } from '#domain/language';
import { addMonthsToStart } from '#domain/period/civil-date';
import { hideCounts, type KindCounts, type ShownCounts } from '#domain/staff-flags/hidden-counts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readTrialUntil } from '../../../platform/kabupaten/trial-period.queries.ts';
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
      const tallies = await tallyFlags(transaction, units.subtreeCodes(scope.rootUnit), {
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
      const byUnit = hideCounts(
        groups.map(({ codes }) => sumOf(tallies, ({ unit_code: unit }) => codes.includes(unit))),
      );
      const byState = hideCounts(
        FLAG_STATES.map((state) => sumOf(tallies, (tally) => tally.state === state)),
      );
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
      const column = (kind: 'reward' | 'sanction', row: ShownCounts | undefined) =>
        total[kind] === null ? null : (row?.[kind] ?? null);
      const cells = (row: ShownCounts | undefined) => ({
        reward: column('reward', row),
        sanction: column('sanction', row),
      });
      return {
        from,
        to: today,
        ...total,
        balance: balanceOf(total, language),
        byState: FLAG_STATES.map((state, index) => ({ state, ...cells(byState.rows[index]) })).filter(isTold),
        byUnit: groups
          .map(({ unit }, index) => ({
            unit: { code: unit.code, name: unit.name },
            ...cells(byUnit.rows[index]),
          }))
          .filter(isTold),
        trialUntil,
      };
    });
  });
}

/** A row of two zeros says nothing. */
function isTold({ reward, sanction }: ShownCounts): boolean {
  return reward !== 0 || sanction !== 0;
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
