import { listServiceCases } from '#contract/service-cases';
import type { SelectRecords } from '../../platform/database/record-selection.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../platform/http/bind-route.ts';
import { readSelectionQuery } from '../../platform/http/selection-query.ts';
import { figuresClock } from '../../platform/kabupaten/leadership-clock.ts';
import { askedCases } from './asked-cases.ts';
import { selectCaseIds } from './case-list.queries.ts';

/** The cases of the list with this query. */
export const selectCases: SelectRecords = async (transaction, { person, query, clock: today, most }) => {
  const scope = tenantScopeOf(person);
  const figures = await figuresClock(transaction, person, today);
  const { structure } = await readStructure(transaction);
  const asked = readSelectionQuery(listServiceCases.query, query);
  const filter = askedCases(asked, scope, structure, figures);
  return {
    ids: await selectCaseIds(transaction, filter, figures.clock, most),
    unit: asked.unit ?? scope.rootUnit,
    query: filter.period === null ? query : { ...query, ...filter.period },
  };
};
