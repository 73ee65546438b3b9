import { listSurveyResponses } from '#contract/survey-responses';
import type { SelectRecords } from '../../platform/database/record-selection.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../platform/http/bind-route.ts';
import { readSelectionQuery } from '../../platform/http/selection-query.ts';
import { figuresClock } from '../../platform/kabupaten/leadership-clock.ts';
import { askedForms } from './asked-forms.ts';
import { selectSurveyIds } from './survey-records.queries.ts';

/** The survey forms of the list with this query. */
export const selectForms: SelectRecords = async (transaction, { person, query, clock: today, most }) => {
  const scope = tenantScopeOf(person);
  const figures = await figuresClock(transaction, person, today);
  const { structure } = await readStructure(transaction);
  const asked = readSelectionQuery(listSurveyResponses.query, query);
  const filter = askedForms(asked, scope, structure, figures);
  return {
    ids: await selectSurveyIds(transaction, filter, most),
    unit: asked.unit ?? scope.rootUnit,
    query: filter.period === null ? query : { ...query, ...filter.period },
  };
};
