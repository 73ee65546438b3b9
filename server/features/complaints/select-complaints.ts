import { listComplaints } from '#contract/complaints';
import type { SelectRecords } from '../../platform/database/record-selection.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../platform/http/bind-route.ts';
import { readSelectionQuery } from '../../platform/http/selection-query.ts';
import { askedComplaints, registerClock } from './asked-complaints.ts';
import { selectComplaintIds } from './complaint-records.queries.ts';

/** The complaints of the register with this query, as far as the person sees them. */
export const selectComplaints: SelectRecords = async (transaction, { person, query, clock: today, most }) => {
  const scope = tenantScopeOf(person);
  const { structure } = await readStructure(transaction);
  const asked = readSelectionQuery(listComplaints.query, query);
  const figures = await registerClock(transaction, person, asked, today);
  const filter = askedComplaints(asked, person, scope, structure, figures);
  return {
    ids: await selectComplaintIds(transaction, filter, figures.clock, most),
    unit: asked.unit ?? scope.rootUnit,
    query: {
      ...query,
      ...(filter.from === null ? {} : { from: filter.from }),
      ...(filter.to === null ? {} : { to: filter.to }),
    },
  };
};
