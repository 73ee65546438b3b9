import type { IRouter } from 'express';
import { readComplaintBacklog, readComplaintCategories } from '#contract/complaint-figures';
import { BACKLOG_AGES } from '#domain/complaints/backlog-age';
import { maskText } from '#domain/complaints/masking';
import { may, type Person } from '../../platform/auth/person.ts';
import type { DataVersion } from '../../platform/database/data-version.queries.ts';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import { readInScope, type ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { askedPeriod, shownPeriod } from '../../platform/http/asked-period.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { figuresClock } from '../../platform/kabupaten/leadership-clock.ts';
import { askedComplaints, type RegisterQuery } from './asked-complaints.ts';
import { readBacklog, readCategories, readLadder } from './complaint-backlog.queries.ts';
import type { ComplaintFilter } from './complaint-conditions.queries.ts';
import type { ComplaintDeps } from './complaint-deps.ts';

/** Categories that are shown; the rest is told as a number. */
const MOST_CATEGORIES = 10;

/**
 * Figures that are counted from the complaints themselves. Who may not see single complaints is told none of them: a
 * backlog is what remains of many months, and a category may hold a single complaint, so that shown and hidden cells
 * could be worked out from each other.
 */
export function complaintFigureRoutes(router: IRouter, deps: ComplaintDeps): void {
  bindRoute(router, readComplaintBacklog, ({ query, person }) =>
    readFigures(deps, person, query, async ({ transaction, filter, clock, frame }) => {
      const ladder = await readLadder(transaction);
      if (filter === null)
        return { ...frame, open: null, items: [], oldestDays: null, ladder, suppressed: true as const };
      const { ages, oldestDays } = await readBacklog(transaction, filter, clock);
      return {
        ...frame,
        open: ages.reduce((sum, { count }) => sum + count, 0),
        items: BACKLOG_AGES.map(({ id, fromDays, toDays }) => {
          const found = ages.find(({ age }) => age === id);
          return { age: id, fromDays, toDays, count: found?.count ?? 0, overdue: found?.overdue ?? 0 };
        }),
        oldestDays,
        ladder,
      };
    }),
  );

  bindRoute(router, readComplaintCategories, ({ query, person }) =>
    readFigures(deps, person, query, async ({ transaction, filter, clock, frame }) => {
      if (filter === null)
        return { ...frame, received: null, items: [], others: null, suppressed: true as const };
      const { items, categories, received } = await readCategories(
        transaction,
        filter,
        clock,
        MOST_CATEGORIES,
      );
      const shown = items.reduce((sum, item) => sum + item.received, 0);
      return {
        ...frame,
        received,
        items: items.map((item) => ({
          ...item,
          category: item.category === null ? null : maskText(item.category),
        })),
        others:
          categories > items.length
            ? { categories: categories - items.length, received: received - shown }
            : null,
      };
    }),
  );
}

interface FigureReading {
  readonly transaction: ReadTransaction;
  /** Null: the person may not see what is counted. */
  readonly filter: (ComplaintFilter & { readonly to: string }) | null;
  readonly clock: Clock;
  readonly frame: ReturnType<typeof frameOf>;
}

/** Checks the selection and reads within it. @throws ProblemException 404 for a unit or service that is not there */
async function readFigures<T>(
  deps: ComplaintDeps,
  person: Person,
  query: Pick<RegisterQuery, 'unit' | 'service' | 'channel' | 'from' | 'to'>,
  read: (reading: FigureReading) => Promise<T>,
): Promise<T> {
  const scope = tenantScopeOf(person);
  return readInScope(deps.database, scope, async (transaction) => {
    const figures = await figuresClock(transaction, person, deps.clock(scope.timeZone));
    const { clock, shownUntil } = figures;
    const { structure, version } = await readStructure(transaction);
    if (query.service !== undefined && !structure.services.has(query.service))
      throw new ProblemException(404, 'service-not-found', { service: query.service });
    const asked = askedPeriod(query, clock);
    const period = shownUntil === null ? asked : shownPeriod(asked, shownUntil);
    const filter = askedComplaints({ ...query, ...period }, person, scope, structure, figures);
    const code = query.unit ?? scope.rootUnit;
    const frame = frameOf(code, structure.units.find(code)?.name ?? code, { ...query, ...period }, version);
    const mayRead = may(person, 'details:complaints');
    return read({
      transaction,
      clock,
      frame,
      filter: mayRead
        ? { ...filter, withOversight: filter.withOversight && may(person, 'complaints:read'), to: period.to }
        : null,
    });
  });
}

function frameOf(
  unit: string,
  unitName: string,
  query: {
    readonly service?: string | undefined;
    readonly channel?: string | undefined;
    from: string;
    to: string;
  },
  version: DataVersion,
) {
  return {
    unit,
    unitName,
    service: query.service ?? null,
    channel: query.channel ?? null,
    from: query.from,
    to: query.to,
    dataVersion: version.version,
    asOf: version.committedAt,
  };
}
