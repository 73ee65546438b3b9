import type { IRouter } from 'express';
import { exportComplaints, listComplaints } from '#contract/complaints';
import type { Language } from '#contract/messages';
import { recordExport } from '../../platform/audit/record-export.ts';
import type { Person } from '../../platform/auth/person.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../platform/database/structure.queries.ts';
import type { TableCell } from '../../platform/files/table-sheet.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt, type ListPlace } from '../../platform/http/list-cursor.ts';
import { addressOf } from '../../platform/http/request-address.ts';
import { sendTable } from '../../platform/http/table-download.ts';
import { toldShown, type FiguresClock } from '../../platform/kabupaten/leadership-clock.ts';
import { askedComplaints, registerClock, type RegisterQuery } from './asked-complaints.ts';
import { complaintLine } from './complaint-answers.ts';
import {
  countComplaintRecords,
  listComplaintRecords,
  type ListedComplaint,
} from './complaint-records.queries.ts';
import { REGISTER_HEADER, REGISTER_WIDTHS, registerCells } from './register-cells.ts';
import type { ComplaintDeps } from './complaint-deps.ts';

const PAGE = 50;
const EXPORT_PAGE = 1_000;

/** The register of complaints: a page of it, and the same complaints as a file. Neither names a reporter. */
export function complaintRegisterRoutes(router: IRouter, deps: ComplaintDeps): void {
  bindRoute(router, listComplaints, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const order = query.sort ?? 'newest';
    const after = placeAt(order, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const figures = await registerClock(transaction, person, query, deps.clock(scope.timeZone));
      const { clock } = figures;
      const { structure } = await readStructure(transaction);
      const filter = askedComplaints(query, person, scope, structure, figures);
      const limit = query.limit ?? PAGE;
      const found = await listComplaintRecords(transaction, filter, clock, {
        order,
        limit: limit + 1,
        after,
      });
      const total = await countComplaintRecords(transaction, filter, clock);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const now = new Date(clock.now);
      return {
        items: page.map((record) => complaintLine(record, structure.units, now)),
        nextCursor: found.length > limit && last ? cursorAt(order, { at: last.place, id: last.id }) : null,
        total,
        ...toldShown(figures),
      };
    });
  });

  bindRoute(router, exportComplaints, async ({ query, person, language, request, response }) => {
    const { format, ...asked } = query;
    const scope = tenantScopeOf(person);
    const { rows, figures } = await readInScope(deps.database, scope, async (transaction) => {
      const figures = await registerClock(transaction, person, asked, deps.clock(scope.timeZone));
      const { structure } = await readStructure(transaction);
      const filter = askedComplaints(asked, person, scope, structure, figures);
      return { rows: await countComplaintRecords(transaction, filter, figures.clock), figures };
    });
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-complaints',
        subject: 'complaints',
        details: {
          rows,
          unit: asked.unit ?? scope.rootUnit,
          from: asked.from ?? null,
          to: asked.to ?? null,
          count: asked.count ?? null,
          format,
        },
        // What was searched for may be a person's name.
        ...(asked.search === undefined ? {} : { personal: { search: asked.search } }),
      },
    );
    await sendTable(
      response,
      { person, language },
      {
        name: language === 'en' ? 'complaints' : 'aduan',
        format,
        sheet: language === 'en' ? 'Complaints' : 'Aduan',
        header: REGISTER_HEADER[language],
        widths: REGISTER_WIDTHS,
        rows: registerRows(deps, person, asked, { figures, language }),
      },
    );
    return undefined;
  });
}

/** The rows of the file, page after page: memory does not grow with the register. */
async function* registerRows(
  deps: ComplaintDeps,
  person: Person,
  query: RegisterQuery,
  { figures, language }: { readonly figures: FiguresClock; readonly language: Language },
): AsyncGenerator<readonly TableCell[]> {
  const { timeZone: zone } = tenantScopeOf(person);
  const now = new Date(figures.clock.now);
  let after: ListPlace | null = null;
  for (;;) {
    const { page, structure } = await readPage(deps, person, query, figures, after);
    for (const record of page)
      yield registerCells(complaintLine(record, structure.units, now), structure, { language, zone });
    const last = page.at(-1);
    if (page.length < EXPORT_PAGE || last === undefined) return;
    after = { at: last.place, id: last.id };
  }
}

async function readPage(
  deps: ComplaintDeps,
  person: Person,
  query: RegisterQuery,
  figures: FiguresClock,
  after: ListPlace | null,
): Promise<{ readonly page: readonly ListedComplaint[]; readonly structure: Structure }> {
  const scope = tenantScopeOf(person);
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const filter = askedComplaints(query, person, scope, structure, figures);
    const order = query.sort ?? 'newest';
    return {
      structure,
      page: await listComplaintRecords(transaction, filter, figures.clock, {
        order,
        limit: EXPORT_PAGE,
        after,
      }),
    };
  });
}
