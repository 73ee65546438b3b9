import type * as z from 'zod';
import type { listServiceCases } from '#contract/service-cases';
import type { TenantScope } from '#domain/scope';
import type { Structure } from '../../platform/database/structure.queries.ts';
import { unitDaysOf } from '../../platform/database/unit-days.ts';
import { askedPeriod, shownDays } from '../../platform/http/asked-period.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { FiguresClock } from '../../platform/kabupaten/leadership-clock.ts';
import type { CaseFilter } from './case-list.queries.ts';

export type CaseListQuery = Omit<z.output<typeof listServiceCases.query>, 'limit' | 'cursor'>;

/**
 * What the query asks for, checked against scope and structure: what is outside is as unknown as what does not exist.
 * A number is of a period, by default the current month; without `count` and days it is every case there is, as far as
 * the person sees it yet.
 * @throws ProblemException 400 for a period that cannot be; 404 for a unit or service that is not there
 */
export function askedCases(
  query: CaseListQuery,
  scope: TenantScope,
  structure: Structure,
  { clock, shownUntil }: FiguresClock,
): CaseFilter {
  const unit = query.unit ?? scope.rootUnit;
  if (!structure.units.isWithin(unit, scope.rootUnit))
    throw new ProblemException(404, 'unit-not-found', { unit });
  if (query.service !== undefined && !structure.services.has(query.service))
    throw new ProblemException(404, 'service-not-found', { service: query.service });
  const everything = query.count === undefined && query.from === undefined && query.to === undefined;
  return {
    unitDays: unitDaysOf(structure.units, unit, query.self === true),
    service: query.service ?? null,
    channel: query.channel ?? null,
    period: shownDays(everything ? null : askedPeriod(query, clock), shownUntil),
    count: query.count ?? null,
    search: query.search ?? null,
  };
}
