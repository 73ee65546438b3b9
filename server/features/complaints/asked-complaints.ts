import type { z } from 'zod';
import type { listComplaints } from '#contract/complaints';
import { readsOversightComplaints, worksOnComplaints } from '#domain/complaints/visibility';
import type { TenantScope } from '#domain/scope';
import type { Person } from '../../platform/auth/person.ts';
import { unitDaysOf, type UnitDays } from '../../platform/database/unit-days.ts';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import type { Structure } from '../../platform/database/structure.queries.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { askedPeriod, shownDays } from '../../platform/http/asked-period.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { figuresClock, type FiguresClock } from '../../platform/kabupaten/leadership-clock.ts';
import type { ComplaintFilter } from './complaint-conditions.queries.ts';

export type RegisterQuery = Omit<z.output<typeof listComplaints.query>, 'limit' | 'cursor'>;

/**
 * The complaints that a query asks for, within what the person may see.
 * @throws ProblemException 400 for a period that cannot be; 404 for a unit outside the scope
 */
export function askedComplaints(
  query: RegisterQuery,
  person: Person,
  scope: TenantScope,
  structure: Structure,
  { clock, shownUntil }: FiguresClock,
): ComplaintFilter {
  const { from, to } = query;
  if (from !== undefined && to !== undefined && from > to)
    throw new ProblemException(400, 'period-reversed', { from, to });
  // A number is that of a period, by default the one the measures have; a plain register has no end.
  const period = query.count === undefined ? null : shownDays(askedPeriod(query, clock), shownUntil);
  const last = shownUntil !== null && (to === undefined || to > shownUntil) ? shownUntil : to;
  return {
    unitDays: askedUnits(query, scope, structure),
    withOversight: readsOversightComplaints(person.role),
    service: query.service ?? null,
    channel: query.channel ?? null,
    from: period?.from ?? from ?? null,
    to: period?.to ?? last ?? null,
    count: query.count ?? null,
    class: query.class ?? null,
    status: query.status ?? null,
    category: query.category ?? null,
    age: query.age ?? null,
    search: query.search ?? null,
  };
}

/**
 * The clock by which a person reads the register. During the trial period leadership sees it up to the last shown day; who
 * must forward, answer or examine what came in today reads all of it, but never a number.
 */
export async function registerClock(
  transaction: ReadTransaction,
  person: Person,
  query: Pick<RegisterQuery, 'count'>,
  clock: Clock,
): Promise<FiguresClock> {
  if (query.count === undefined && worksOnComplaints(person.role)) return { clock, shownUntil: null };
  return figuresClock(transaction, person, clock);
}

/** The asked-for unit with what is below it; a unit outside the scope is as unknown as one that does not exist. */
function askedUnits(
  query: { readonly unit?: string | undefined; readonly self?: boolean | undefined },
  scope: TenantScope,
  { units }: Structure,
): UnitDays {
  const root = query.unit ?? scope.rootUnit;
  if (!units.isWithin(root, scope.rootUnit))
    throw new ProblemException(404, 'unit-not-found', { unit: root });
  return unitDaysOf(units, root, query.self === true);
}
