import type { IRouter } from 'express';
import { listSurveyResponses } from '#contract/survey-responses';
import { maskText } from '#domain/complaints/masking';
import type { ClockSource } from '../../platform/clock.ts';
import type { Database } from '../../platform/database/pool.ts';
import { readInScope } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../platform/http/list-cursor.ts';
import { figuresClock, toldShown } from '../../platform/kabupaten/leadership-clock.ts';
import { askedForms } from './asked-forms.ts';
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
    const after = placeAt(ORDER, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const figures = await figuresClock(transaction, person, deps.clock(scope.timeZone));
      const { structure } = await readStructure(transaction);
      const { units, services } = structure;
      const filter = askedForms(query, scope, structure, figures);
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
        ...toldShown(figures),
      };
    });
  });
}
