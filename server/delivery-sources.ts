import type { MailFormat } from '#contract/reports/subscriptions';
import { MAIL_FORMATS } from '#contract/reports/subscriptions';
import { findReport } from '../reports/definitions/report-catalogue.ts';
import type { ReportSource } from './features/deliveries/delivery-deps.ts';
import { documentOf, isMadeOf, type DocumentDeps } from './features/reports/documents/make-document.ts';
import { reportFile } from './features/reports/documents/report-file.ts';
import type { Database } from './platform/database/pool.ts';
import { readInScope } from './platform/database/scoped.ts';
import { readStructure } from './platform/database/structure.queries.ts';
import { tenantScopeOf } from './platform/http/bind-route.ts';

/** What mail needs of the reports; mails are in Indonesian. */
export function deliverySource(deps: DocumentDeps & { readonly database: Database }): ReportSource {
  return {
    titleOf: (report, language) => findReport(report)?.title[language] ?? report,
    find: (person, report, unit) => {
      const definition = findReport(report);
      const scope = tenantScopeOf(person);
      return readInScope(deps.database, scope, async (transaction) => {
        const { units } = (await readStructure(transaction)).structure;
        if (definition === null || !units.isWithin(unit, scope.rootUnit)) return null;
        if (!isMadeOf(definition, units.ancestorsOf(unit).length === 0)) return null;
        const formats = MAIL_FORMATS.filter((format: MailFormat) => definition.formats.includes(format));
        return { title: definition.title.id, grains: definition.grains, formats };
      });
    },
    make: (person, asked) =>
      readInScope(deps.database, tenantScopeOf(person), (transaction) =>
        documentOf(transaction, deps, { person, language: 'id' }, asked),
      ),
    file: reportFile,
  };
}
