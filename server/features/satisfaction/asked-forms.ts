import type * as z from 'zod';
import type { listSurveyResponses } from '#contract/survey-responses';
import type { TenantScope } from '#domain/scope';
import type { Structure } from '../../platform/database/structure.queries.ts';
import { unitDaysOf } from '../../platform/database/unit-days.ts';
import { askedPeriod, shownDays } from '../../platform/http/asked-period.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import type { FiguresClock } from '../../platform/kabupaten/leadership-clock.ts';
import type { SurveyFilter } from './survey-records.queries.ts';

/**
 * The forms that a query asks for, within the scope; without `count` and days every form there is, as far as the person
 * sees it yet.
 * @throws ProblemException 400 for a period that cannot be; 404 for a unit or service that is not there
 */
export function askedForms(
  query: Omit<z.output<typeof listSurveyResponses.query>, 'limit' | 'cursor'>,
  scope: TenantScope,
  { units, services }: Structure,
  { clock, shownUntil }: FiguresClock,
): SurveyFilter {
  const unit = query.unit ?? scope.rootUnit;
  if (!units.isWithin(unit, scope.rootUnit)) throw new ProblemException(404, 'unit-not-found', { unit });
  if (query.service !== undefined && !services.has(query.service))
    throw new ProblemException(404, 'service-not-found', { service: query.service });
  const everything = query.count === undefined && query.from === undefined && query.to === undefined;
  return {
    unitDays: unitDaysOf(units, unit, query.self === true),
    service: query.service ?? null,
    period: shownDays(everything ? null : askedPeriod(query, clock), shownUntil),
    newestOnly: query.count !== undefined,
  };
}
