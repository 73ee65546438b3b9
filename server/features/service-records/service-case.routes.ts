import type { IRouter } from 'express';
import type * as z from 'zod';
import {
  exportServiceCases,
  listServiceCases,
  MOST_EXPORTED_CASES,
  readServiceCase,
  type ServiceCaseLine,
} from '#contract/service-cases';
import { zoneClock } from '#domain/civil-time/zone-clock';
import type { TenantScope } from '#domain/scope';
import type { AuditLog } from '../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../platform/audit/record-export.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import type { Clock } from '../../platform/database/rollups/selection.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../platform/database/structure.queries.ts';
import { unitDaysOf } from '../../platform/database/unit-days.ts';
import type { TableCell } from '../../platform/files/table-sheet.ts';
import { askedPeriod } from '../../platform/http/asked-period.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt, type ListPlace } from '../../platform/http/list-cursor.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { sendTable } from '../../platform/http/table-download.ts';
import { exportHeader, exportRow } from './case-export.ts';
import { caseFile } from './case-file.ts';
import { caseLine } from './case-lines.ts';
import { countCases, listCases, type CaseFilter, type CaseOrder } from './case-list.queries.ts';
import { findCase } from './case-record.queries.ts';

export interface ServiceCaseDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

const PAGE = 50;
const EXPORT_PAGE = 2_000;

type ListQuery = Omit<z.output<typeof listServiceCases.query>, 'limit' | 'cursor'>;

/** The records behind a number, as a list and as a file, and one record with its way and its deadline. */
export function serviceCaseRoutes(router: IRouter, deps: ServiceCaseDeps): void {
  bindRoute(router, listServiceCases, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const order = query.sort ?? 'newest';
    const after = placeAt(order, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const filter = filterOf(query, scope, structure, clock);
      const limit = query.limit ?? PAGE;
      const found = await listCases(transaction, filter, clock, { order, limit: limit + 1, after });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((record) => caseLine(record, structure, clock.now)),
        nextCursor: found.length > limit && last ? cursorAt(order, { at: last.place, id: last.id }) : null,
        total: await countCases(transaction, filter, clock),
      };
    });
  });

  bindRoute(router, exportServiceCases, async ({ query, person, language, request, response }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const rows = await readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      return countCases(transaction, filterOf(query, scope, structure, clock), clock);
    });
    if (rows > MOST_EXPORTED_CASES)
      throw new ProblemException(400, 'export-too-long', { rows: MOST_EXPORTED_CASES });
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-service-cases',
        subject: query.unit ?? scope.rootUnit,
        details: {
          rows,
          unit: query.unit ?? scope.rootUnit,
          count: query.count ?? null,
          from: query.from ?? null,
          to: query.to ?? null,
        },
      },
    );
    const english = language === 'en';
    const zone = zoneClock(scope.timeZone);
    await sendTable(
      response,
      { person, language },
      {
        name: english ? 'applications' : 'permohonan',
        format: query.format,
        sheet: english ? 'Applications' : 'Permohonan',
        ...exportHeader(language),
        rows: exportRows(deps, query, scope, clock, (line) => exportRow(line, zone, language)),
      },
    );
    return undefined;
  });

  bindRoute(router, readServiceCase, ({ params, person, language }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const visible = structure.units.subtreeCodes(scope.rootUnit);
      const record = await findCase(transaction, params.id, visible, scope.timeZone);
      if (record === null) throw new ProblemException(404, 'service-case-not-found');
      return caseFile(record, {
        transaction,
        structure,
        clock,
        role: person.role,
        language,
      });
    });
  });
}

/**
 * What the query asks for, checked against scope and structure: what is outside is as unknown as what does not exist.
 * A number is of a period, by default the current month; without `count` and days it is every case there is.
 */
function filterOf(query: ListQuery, scope: TenantScope, structure: Structure, clock: Clock): CaseFilter {
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
    period: everything ? null : askedPeriod(query, clock),
    count: query.count ?? null,
    search: query.search ?? null,
  };
}

/** Every case of the query, read page by page while it is written. */
async function* exportRows(
  deps: ServiceCaseDeps,
  query: ListQuery,
  scope: TenantScope,
  clock: Clock,
  rowOf: (line: ServiceCaseLine) => TableCell[],
): AsyncGenerator<TableCell[]> {
  const order: CaseOrder = query.sort ?? 'newest';
  let after: ListPlace | null = null;
  do {
    const lines: { line: ServiceCaseLine; place: ListPlace }[] = await readInScope(
      deps.database,
      scope,
      async (transaction) => {
        const { structure } = await readStructure(transaction);
        const filter = filterOf(query, scope, structure, clock);
        const page = { order, limit: EXPORT_PAGE, after };
        return (await listCases(transaction, filter, clock, page)).map((record) => ({
          line: caseLine(record, structure, clock.now),
          place: { at: record.place, id: record.id },
        }));
      },
    );
    for (const { line } of lines) yield rowOf(line);
    after = lines.length === EXPORT_PAGE ? (lines.at(-1)?.place ?? null) : null;
  } while (after !== null);
}
