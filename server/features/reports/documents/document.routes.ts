import type { IRouter } from 'express';
import { FILE_FORMATS, listReports, readReport, readReportFile } from '#contract/reports/documents';
import { REPORTS } from '../../../../reports/definitions/report-catalogue.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import { recordExport } from '../../../platform/audit/record-export.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { attachmentHeader } from '../../../platform/http/attachment.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { documentOf, isMadeOf, type DocumentDeps } from './make-document.ts';
import { reportFile } from './report-file.ts';

export interface DocumentRouteDeps extends DocumentDeps {
  readonly database: Database;
  readonly audit: AuditLog;
}

/** Reports on the screen and as files, each made as the person who asks may see its figures. */
export function documentRoutes(router: IRouter, deps: DocumentRouteDeps): void {
  bindRoute(router, listReports, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const code = query.unit ?? scope.rootUnit;
      const unit = units.isWithin(code, scope.rootUnit) ? units.find(code) : null;
      if (unit === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
      const isKabupaten = units.ancestorsOf(code).length === 0;
      return {
        unit: unit.code,
        unitName: unit.name,
        items: REPORTS.filter((definition) => isMadeOf(definition, isKabupaten)).map(
          ({ id, title, grains, formats }) => ({
            report: id,
            title: title[language],
            grains: [...grains],
            formats: FILE_FORMATS.filter((format) => formats.includes(format)),
          }),
        ),
      };
    });
  });

  bindRoute(router, readReport, ({ params, query, person, language }) =>
    readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      documentOf(transaction, deps, { person, language }, { ...query, report: params.report }),
    ),
  );

  bindRoute(router, readReportFile, async ({ params, query, person, language, request, response }) => {
    const { format, ...asked } = query;
    const document = await readInScope(deps.database, tenantScopeOf(person), (transaction) =>
      documentOf(transaction, deps, { person, language }, { ...asked, report: params.report }),
    );
    const file = await reportFile(document, format);
    await recordExport(
      deps.database,
      deps.audit,
      { person, address: addressOf(request) },
      {
        action: 'export-report',
        subject: `reports/${document.report}/${document.unit}`,
        details: {
          report: document.report,
          unit: document.unit,
          from: document.period.from,
          to: document.period.to,
          format,
          code: document.figures.code,
          state: document.figures.state,
        },
      },
    );
    response.set({
      'Content-Type': file.type,
      'Content-Length': String(file.content.length),
      'Content-Disposition': attachmentHeader(file.name),
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    });
    response.end(file.content);
    return undefined;
  });
}
