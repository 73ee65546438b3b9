import type { IRouter } from 'express';
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
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import type { TableCell } from '../../platform/files/table-sheet.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt, type ListPlace } from '../../platform/http/list-cursor.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { sendTable } from '../../platform/http/table-download.ts';
import { figuresClock, toldShown, type FiguresClock } from '../../platform/kabupaten/leadership-clock.ts';
import { askedCases, type CaseListQuery } from './asked-cases.ts';
import { exportHeader, exportRow } from './case-export.ts';
import { caseFile } from './case-file.ts';
import { caseLine } from './case-lines.ts';
import { countCases, listCases, type CaseOrder } from './case-list.queries.ts';
import { findCase } from './case-record.queries.ts';

export interface ServiceCaseDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
}

const PAGE = 50;
const EXPORT_PAGE = 2_000;

/** The records behind a number, as a list and as a file, and one record with its way and its deadline. */
export function serviceCaseRoutes(router: IRouter, deps: ServiceCaseDeps): void {
  bindRoute(router, listServiceCases, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const order = query.sort ?? 'newest';
    const after = placeAt(order, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const figures = await figuresClock(transaction, person, deps.clock(scope.timeZone));
      const { clock } = figures;
      const { structure } = await readStructure(transaction);
      const filter = askedCases(query, scope, structure, figures);
      const limit = query.limit ?? PAGE;
      const found = await listCases(transaction, filter, clock, { order, limit: limit + 1, after });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((record) => caseLine(record, structure, clock.now)),
        nextCursor: found.length > limit && last ? cursorAt(order, { at: last.place, id: last.id }) : null,
        total: await countCases(transaction, filter, clock),
        ...toldShown(figures),
      };
    });
  });

  bindRoute(router, exportServiceCases, async ({ query, person, language, request, response }) => {
    const scope = tenantScopeOf(person);
    const { rows, figures } = await readInScope(deps.database, scope, async (transaction) => {
      const figures = await figuresClock(transaction, person, deps.clock(scope.timeZone));
      const { structure } = await readStructure(transaction);
      const filter = askedCases(query, scope, structure, figures);
      return { rows: await countCases(transaction, filter, figures.clock), figures };
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
        rows: exportRows(deps, query, scope, figures, (line) => exportRow(line, zone, language)),
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

/** Every case of the query, read page by page while it is written. */
async function* exportRows(
  deps: ServiceCaseDeps,
  query: CaseListQuery,
  scope: TenantScope,
  figures: FiguresClock,
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
        const { clock } = figures;
        const filter = askedCases(query, scope, structure, figures);
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
