import type { IRouter, Request } from 'express';
import {
  createReconciliation,
  exportReconciliation,
  listReconciliations,
  previewReconciliation,
  readReconciliation,
  type ReportPreview,
} from '#contract/oversight/reconciliations';
import { zoneClock } from '#domain/civil-time/zone-clock';
import { readsOversightComplaints } from '#domain/complaints/visibility';
import { compareLists } from '#domain/oversight/difference';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import type { OtherReport } from '../../../platform/files/other-report.ts';
import { askedPeriod } from '../../../platform/http/asked-period.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { sendTable } from '../../../platform/http/table-download.ts';
import { differenceRows, differenceTable } from './difference-table.ts';
import { readOurRecords, type ReconciledDataset } from './our-records.queries.ts';
import { differenceLine, reconciliationLine } from './reconciliation-answers.ts';
import {
  countReconciliations,
  findReconciliation,
  listDifferences,
  listReconciliationRows,
  type ReconciliationRow,
  type ReconciliationSight,
} from './reconciliation-rows.queries.ts';
import { insertReconciliation } from './reconciliations.repository.ts';

/** What a reader of files needs to know; the app hands the reader in. */
export interface ReportCall {
  readonly dataset: ReconciledDataset;
  readonly timeZone: string;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly units: readonly { readonly code: string; readonly name: string }[];
  readonly services: readonly { readonly code: string; readonly name: string }[];
  readonly channels: readonly { readonly code: string; readonly name: string }[];
}

export interface ReconciliationDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  readonly readReport: (request: Request, call: ReportCall) => Promise<OtherReport>;
  readonly previewReport: (request: Request, dataset: ReconciledDataset) => Promise<ReportPreview>;
}

const PAGE = 50;
const ORDER = 'reconciliations';
/** Records of ours that are compared in one go. */
const MOST_RECORDS = 100_000;
const PLACE = /^\d{1,9}$/;
/** A comparison names single records: it is for those who read them. */
const NEEDED = { 'service-cases': 'cases:read', complaints: 'complaints:read' } as const;

/** Selisih dengan laporan lain: another's list held against ours, each differing record named. */
export function reconciliationRoutes(router: IRouter, deps: ReconciliationDeps): void {
  bindRoute(router, listReconciliations, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const after = placeAt(ORDER, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const sight = sightOf(person, structure);
      const limit = query.limit ?? PAGE;
      const found = await listReconciliationRows(transaction, sight, limit + 1, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((row) => reconciliationLine(row, { structure, language })),
        nextCursor: found.length > limit && last ? cursorAt(ORDER, { at: last.place, id: last.id }) : null,
        total: await countReconciliations(transaction, sight),
      };
    });
  });

  bindRoute(router, previewReconciliation, ({ query, person, request }) => {
    requireRecords(person, query.dataset);
    return deps.previewReport(request, query.dataset);
  });

  bindRoute(router, createReconciliation, async ({ query, person, language, request }) => {
    const scope = tenantScopeOf(person);
    const { dataset } = query;
    requireRecords(person, dataset);
    const clock = deps.clock(scope.timeZone);
    const period = askedPeriod(query, clock);
    const { structure, version } = await readInScope(deps.database, scope, (transaction) =>
      readStructure(transaction),
    );
    const unit = query.unit ?? scope.rootUnit;
    if (!structure.units.isWithin(unit, scope.rootUnit))
      throw new ProblemException(404, 'unit-not-found', { unit });
    const report = await deps.readReport(request, {
      dataset,
      timeZone: scope.timeZone,
      now: Date.parse(clock.now),
      units: structure.units.all(),
      services: [...structure.services.values()],
      channels: [...structure.channels.values()],
    });
    const unitCodes = structure.units.subtreeCodes(unit);
    const withOversight = dataset === 'complaints' && readsOversightComplaints(person.role);
    const ours = await readInScope(deps.database, scope, (transaction) =>
      readOurRecords(transaction, {
        dataset,
        unitCodes,
        period,
        numbers: report.rows.map(({ number }) => number),
        withOversight,
        most: MOST_RECORDS + 1,
      }),
    );
    if (ours.length > MOST_RECORDS)
      throw new ProblemException(400, 'reconciliation-too-large', { most: MOST_RECORDS });
    const compared = new Set(unitCodes);
    const { counts, rows } = compareLists(report.rows, ours, {
      zone: zoneClock(scope.timeZone),
      ...period,
      isCompared: (code) => compared.has(code),
    });
    const id = await insertReconciliation(
      {
        database: deps.database,
        audit: deps.audit,
        actor: actorOf(person, addressOf(request)),
        kabupatenCode: scope.kabupatenCode,
        now: clock.now,
      },
      {
        dataset,
        unitCode: unit,
        ...period,
        source: query.source,
        fileName: report.fileName,
        fileHash: report.fileHash,
        counts: { ...counts, withOversight },
        dataVersion: version.version,
        rows,
      },
    );
    const { row } = await loadReconciliation(deps, person, id);
    return reconciliationLine(row, { structure, language });
  });

  bindRoute(router, readReconciliation, async ({ params, query, person, language }) => {
    const { cursor = '' } = query;
    if (cursor !== '' && !PLACE.test(cursor)) throw new ProblemException(400, 'cursor-invalid');
    const { row, structure } = await loadReconciliation(deps, person, params.id);
    const limit = query.limit ?? PAGE;
    const kind = query.kind ?? null;
    return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const found = await listDifferences(transaction, row.id, kind, {
        limit: limit + 1,
        after: Number(cursor === '' ? 0 : cursor),
      });
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const { onlyTheirs, onlyOurs, differs, unreadable } = row.counts;
      const byKind = { 'only-theirs': onlyTheirs, 'only-ours': onlyOurs, differs, unreadable };
      return {
        ...reconciliationLine(row, { structure, language }),
        rows: page.map((each) => differenceLine(each, row.dataset, { structure, language })),
        nextCursor: found.length > limit && last ? String(last.position) : null,
        total: kind === null ? onlyTheirs + onlyOurs + differs + unreadable : byKind[kind],
      };
    });
  });

  bindRoute(router, exportReconciliation, async ({ params, person, language, request, response }) => {
    const scope = tenantScopeOf(person);
    const { row, structure } = await loadReconciliation(deps, person, params.id);
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-reconciliation',
        subject: `reconciliations/${row.id}`,
        details: {
          dataset: row.dataset,
          unit: row.unit_code,
          rows: row.counts.onlyTheirs + row.counts.onlyOurs + row.counts.differs + row.counts.unreadable,
        },
      },
    );
    const pageAfter = (after: number, limit: number) =>
      readInScope(deps.database, scope, (transaction) =>
        listDifferences(transaction, row.id, null, { limit, after }),
      );
    await sendTable(
      response,
      { person, language },
      {
        name: language === 'en' ? 'differences' : 'selisih',
        format: 'xlsx',
        sheet: language === 'en' ? 'Differences' : 'Selisih',
        ...differenceTable(language),
        rows: differenceRows(
          pageAfter,
          (each) => differenceLine(each, row.dataset, { structure, language }),
          {
            language,
          },
        ),
      },
    );
    return undefined;
  });
}

/** @throws ProblemException 403 for records that the person may not read one by one */
function requireRecords(person: Person, dataset: ReconciledDataset): void {
  if (!may(person, NEEDED[dataset])) throw new ProblemException(403, 'reconciliation-needs-records');
}

/** Comparisons of records that the person may read; those with complaints of suspected abuse only for whoever reads these. */
function sightOf(person: Person, { units }: Structure): ReconciliationSight {
  const datasets: ReconciledDataset[] = ['service-cases', 'complaints'];
  return {
    datasets: datasets.filter((dataset) => may(person, NEEDED[dataset])),
    withOversight: readsOversightComplaints(person.role),
    unitCodes: units.subtreeCodes(tenantScopeOf(person).rootUnit),
  };
}

/** One comparison. @throws ProblemException 404 for one the person may not see, as if it were not there */
async function loadReconciliation(
  deps: ReconciliationDeps,
  person: Person,
  id: string,
): Promise<{ readonly row: ReconciliationRow; readonly structure: Structure }> {
  return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    const { structure } = await readStructure(transaction);
    const row = await findReconciliation(transaction, sightOf(person, structure), id);
    if (row === null) throw new ProblemException(404, 'reconciliation-not-found');
    return { row, structure };
  });
}
