import type { IRouter } from 'express';
import { fileNil, readReporting, type Reporting } from '#contract/attention';
import { monthEnd, monthStart } from '#domain/period/civil-date';
import { isSilent } from '#domain/reporting/silence';
import { countsOversight, detailRightsOf } from '../../../platform/auth/figure-rights.ts';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import type { Clock } from '../../../platform/database/rollups/selection.ts';
import type { AttentionSources } from '../attention-sources.ts';
import { unitInScope } from '../scope-call.ts';
import { partsOf, requestOfParts, type UnitPart } from '../unit-parts.ts';
import { DATASETS, type Dataset } from './datasets.ts';
import { readLastRecords, readNilReports } from './last-records.queries.ts';
import { writeNilReport } from './nil-reports.repository.ts';

export interface ReportingDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly sources: AttentionSources;
}

/**
 * Who has reported a month: a record was received in it, or someone filed *nihil*. A unit that never had a record of a
 * kind does not keep it, and is no exception.
 */
export function reportingRoutes(router: IRouter, deps: ReportingDeps): void {
  bindRoute(router, readReporting, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const month = monthStart(query.month ?? clock.today);
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const parts = partsOf(units, unitInScope(units, scope, query.unit), clock.today);
      return { month, items: await reportingItems(deps, transaction, person, parts, month, clock) };
    });
  });

  bindRoute(router, fileNil, async ({ body, person, request }) => {
    const scope = tenantScopeOf(person);
    const { post } = person;
    if (post === null) throw new ProblemException(403, 'forbidden');
    const clock = deps.clock(scope.timeZone);
    const month = monthStart(body.month);
    if (month > clock.today) throw new ProblemException(400, 'nil-month-future');
    const [name, received] = await readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const unit = unitInScope(units, scope, body.unit);
      const part = { key: unit.code, unit, members: units.subtreeCodes(unit.code), self: false };
      // What does not exist for the person who files it must not be told by a refusal.
      const counts = await receivedIn(
        deps.sources,
        transaction,
        [part],
        month,
        clock,
        countsOversight(person),
      );
      return [unit.name, counts(part.key, body.dataset)] as const;
    });
    if (received > 0) throw new ProblemException(409, 'nil-has-records', { unit: name });
    await writeNilReport(deps.database, deps.audit, actorOf(person, addressOf(request)), {
      kabupatenCode: scope.kabupatenCode,
      unitCode: body.unit,
      dataset: body.dataset,
      month,
      postId: post.id,
      postTitle: post.title,
      at: clock.now,
    });
    return { unit: body.unit, month };
  });
}

async function reportingItems(
  { sources }: ReportingDeps,
  transaction: ReadTransaction,
  person: Person,
  parts: readonly UnitPart[],
  month: string,
  clock: Clock,
): Promise<Reporting['items']> {
  const withOversight = countsOversight(person);
  const rights = detailRightsOf(person);
  const isRunning = monthEnd(month) >= clock.today;
  const last = await readLastRecords(
    transaction,
    parts,
    isRunning ? clock.today : monthEnd(month),
    withOversight,
  );
  const nil = await readNilReports(
    transaction,
    parts.map(({ unit }) => unit.code),
    month,
  );
  const received = await receivedIn(sources, transaction, parts, month, clock, withOversight);
  return parts.flatMap((part) => {
    const records = last.filter(({ key }) => key === part.key);
    // The unit above has records of its own, or is not spoken of.
    if (part.self && parts.length > 1 && records.length === 0) return [];
    const any = records.find((each) => each.dataset === null);
    const hasNil = nil.some(({ unit_code }) => unit_code === part.unit.code);
    // Few complaints are no silence: only a unit of which nothing at all is heard is silent.
    const silent = isRunning && !hasNil && isSilent(any?.last_on ?? null, clock.today, any?.silent_days ?? 0);
    return DATASETS.map((dataset): Reporting['items'][number] => {
      const own = records.find((each) => each.dataset === dataset);
      const filed = nil.find((each) => each.unit_code === part.unit.code && each.dataset === dataset);
      const count = received(part.key, dataset);
      const silentDays = isRunning ? (own?.silent_days ?? null) : null;
      const { code, name, kind } = part.unit;
      return {
        unit: { code, name, kind },
        dataset,
        state: stateOf({
          count,
          filed: filed !== undefined,
          known: own !== undefined,
          silent: silent && own !== undefined,
        }),
        lastOn: own?.last_on ?? null,
        received: rights[FAMILY_OF[dataset]] ? count : null,
        silentWorkingDays: silentDays,
        nilBy: count > 0 ? null : (filed?.post_title ?? null),
      };
    });
  });
}

const FAMILY_OF = {
  'service-cases': 'services',
  complaints: 'complaints',
  'survey-responses': 'surveys',
} as const;

function stateOf(month: {
  readonly count: number;
  readonly filed: boolean;
  readonly known: boolean;
  readonly silent: boolean;
}): Reporting['items'][number]['state'] {
  if (month.silent && !month.filed) return 'silent';
  if (month.count > 0) return 'reported';
  if (month.filed) return 'nil';
  return month.known ? 'missing' : 'never';
}

/** How many records of a kind each part received in a month. */
async function receivedIn(
  sources: AttentionSources,
  transaction: ReadTransaction,
  parts: readonly UnitPart[],
  month: string,
  clock: Clock,
  withOversight: boolean,
): Promise<(key: string, dataset: Dataset) => number> {
  const request = requestOfParts(parts, [{ from: month, to: monthEnd(month) }], clock, withOversight);
  const services = await sources.services(transaction, request);
  const complaints = await sources.complaints(transaction, request);
  const surveys = await sources.surveys(transaction, request);
  return (key, dataset) => {
    switch (dataset) {
      case 'service-cases':
        return services.get(key)?.[0]?.received ?? 0;
      case 'complaints':
        return complaints.get(key)?.[0]?.received ?? 0;
      case 'survey-responses':
        return (surveys.get(key)?.[0] ?? []).reduce((sum, { respondents }) => sum + respondents, 0);
    }
  };
}
