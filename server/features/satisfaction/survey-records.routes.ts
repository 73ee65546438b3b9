import type { IRouter } from 'express';
import { listSurveyResponses } from '#contract/survey-responses';
import { maskText } from '#domain/complaints/masking';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { unitDaysOf } from '../../platform/database/unit-days.ts';
import { askedPeriod } from '../../platform/http/asked-period.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../platform/http/list-cursor.ts';
import { ProblemException } from '../../platform/http/problem-error.ts';
import { countSurveyRecords, listSurveyRecords } from './survey-records.queries.ts';

const PAGE = 50;
const ORDER = 'forms';

/** The survey forms behind a score. They name nobody, and what people wrote is masked all the same. */
export function surveyRecordRoutes(
  router: IRouter,
  deps: { readonly database: Database; readonly clock: ClockSource },
): void {
  bindRoute(router, listSurveyResponses, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const after = placeAt(ORDER, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const { units, services } = (await readStructure(transaction)).structure;
      const unit = query.unit ?? scope.rootUnit;
      if (!units.isWithin(unit, scope.rootUnit)) throw new ProblemException(404, 'unit-not-found', { unit });
      if (query.service !== undefined && !services.has(query.service))
        throw new ProblemException(404, 'service-not-found', { service: query.service });
      const everything = query.count === undefined && query.from === undefined && query.to === undefined;
      const filter = {
        unitDays: unitDaysOf(units, unit, query.self === true),
        service: query.service ?? null,
        period: everything ? null : askedPeriod(query, clock),
        newestOnly: query.count !== undefined,
      };
      const limit = query.limit ?? PAGE;
      const found = await listSurveyRecords(transaction, filter, limit + 1, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return {
        items: page.map((form) => ({
          id: form.id,
          number: form.number,
          unit: { code: form.unit_code, name: units.find(form.unit_code)?.name ?? form.unit_code },
          service: {
            code: form.service_code,
            name: services.get(form.service_code)?.name ?? form.service_code,
          },
          instrument: form.instrument,
          date: form.responded_on,
          answers: [...form.answers],
          suggestion: form.suggestion === null ? null : maskText(form.suggestion),
        })),
        nextCursor:
          found.length > limit && last ? cursorAt(ORDER, { at: last.responded_on, id: last.id }) : null,
        total: await countSurveyRecords(transaction, filter),
      };
    });
  });
}
