import type { IRouter, Request, Response } from 'express';
import type { ReportDocument } from '#contract/reports/report-document';
import {
  readInnovationFile,
  readInnovationSheet,
  readMusterFile,
  readMusterSheet,
  readVisitFile,
  readVisitSheet,
  readWorksheet,
  readWorksheetFile,
} from '#contract/reports/sheets';
import type { AuditEvent } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { attachmentHeader } from '../../../platform/http/attachment.ts';
import { bindRoute } from '../../../platform/http/bind-route.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { writePdf } from '../files/pdf-file.ts';
import { writeWorkbook } from '../files/xlsx-file.ts';
import { innovationDocument, musterDocument, visitDocument, worksheetDocument } from './make-sheet.ts';
import type { SheetDeps } from './make-sheet.ts';

export interface SheetRouteDeps extends SheetDeps {
  readonly database: Database;
  readonly audit: AuditLog;
}

const WRITERS = {
  pdf: { type: 'application/pdf', write: writePdf },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    write: writeWorkbook,
  },
} as const;

/** Sheets: lembar apel, lembar kunjungan kerja, lembar inovasi, kertas kerja uji petik; each as its screen may be seen. */
export function sheetRoutes(router: IRouter, deps: SheetRouteDeps): void {
  bindRoute(router, readMusterSheet, ({ query, ...asker }) => musterDocument(deps, asker, query.unit));
  bindRoute(router, readMusterFile, async ({ query, request, response, ...asker }) =>
    sendSheet(
      deps,
      { ...asker, request, response },
      await musterDocument(deps, asker, query.unit),
      query.format,
    ),
  );

  bindRoute(router, readVisitSheet, ({ query, ...asker }) => visitDocument(deps, asker, query));
  bindRoute(router, readVisitFile, async ({ query, request, response, ...asker }) => {
    const { format, ...selection } = query;
    return sendSheet(
      deps,
      { ...asker, request, response },
      await visitDocument(deps, asker, selection),
      format,
    );
  });

  bindRoute(router, readInnovationSheet, ({ query, ...asker }) => innovationDocument(deps, asker, query.key));
  bindRoute(router, readInnovationFile, async ({ query, request, response, ...asker }) =>
    sendSheet(
      deps,
      { ...asker, request, response },
      await innovationDocument(deps, asker, query.key),
      query.format,
    ),
  );

  bindRoute(router, readWorksheet, async ({ query, ...asker }) => {
    const { document } = await worksheetDocument(deps, asker, query.sample);
    return document;
  });
  bindRoute(router, readWorksheetFile, async ({ query, request, response, ...asker }) => {
    const { document, sample } = await worksheetDocument(deps, asker, query.sample);
    return sendSheet(deps, { ...asker, request, response }, document, query.format, {
      action: 'export-sample',
      subject: `samples/${sample.id}`,
      details: { dataset: sample.dataset, unit: sample.unit.code, rows: sample.size },
    });
  });
}

/** Writes the file first: what cannot be made is not on record, and what is on record was made. */
async function sendSheet(
  deps: SheetRouteDeps,
  { person, request, response }: { person: Person; request: Request; response: Response },
  document: ReportDocument,
  format: keyof typeof WRITERS,
  event: AuditEvent = {
    action: 'export-sheet',
    subject: `sheets/${document.report}`,
    details: { sheet: document.report, unit: document.unit, format },
  },
): Promise<undefined> {
  const { type, write } = WRITERS[format];
  const content = await write(document);
  await recordExport(deps.database, deps.audit, { person, address: addressOf(request) }, event);
  response.set({
    'Content-Type': type,
    'Content-Length': String(content.length),
    'Content-Disposition': attachmentHeader(`${fileName(document)}.${format}`),
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    'Cache-Control': 'private, no-store',
  });
  response.end(content);
  return undefined;
}

/** `lembar-apel_muara-kaman_2026-11-20`: in a folder of many they stand together and in order. */
function fileName({ report, unitName, period }: ReportDocument): string {
  const unit = unitName
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return [report, unit, period.to].join('_');
}
