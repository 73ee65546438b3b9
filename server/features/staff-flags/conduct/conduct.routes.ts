import type { IRouter } from 'express';
import { listConductFindings, recordConductFinding } from '#contract/staff/conduct';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { deskOf, type StaffFlagsDeps } from '../staff-flags-deps.ts';
import {
  findConductParties,
  listCandidates,
  listConductRecords,
  type ConductRecord,
} from './conduct.queries.ts';
import { storeConductFinding } from './conduct.repository.ts';

/** What the Inspektorat found of complaints about the conduct of staff. */
export function conductRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  bindRoute(router, listConductFindings, async ({ query, person }) => {
    const filter = { complaint: query.complaint ?? null, staff: query.staff ?? null };
    return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const { complaint } = filter;
      const candidates = complaint === null ? [] : await listCandidates(transaction, units, complaint);
      return {
        items: (await listConductRecords(transaction, filter)).map(findingOf),
        candidates: candidates.map(({ id, name, code, unit_code: unit }) => ({
          id,
          name,
          code,
          unit: units.find(unit)?.name ?? unit,
        })),
      };
    });
  });

  bindRoute(router, recordConductFinding, async (call) => {
    const { body, person } = call;
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const parties = await readInScope(deps.database, scope, (transaction) =>
      findConductParties(transaction, body.complaint, body.staff),
    );
    if (!parties.complaint) throw new ProblemException(404, 'complaint-not-found');
    if (!parties.staff) throw new ProblemException(404, 'staff-not-found');
    const { receivedOn } = parties;
    if (
      body.decidedOn > today ||
      body.letterOn > today ||
      (receivedOn !== null && body.decidedOn < receivedOn)
    )
      throw new ProblemException(400, 'conduct-date-impossible', { received: receivedOn ?? '–', today });
    await storeConductFinding(deskOf(deps, call), body);
    const [stored] = await readInScope(deps.database, scope, (transaction) =>
      listConductRecords(transaction, { complaint: body.complaint, staff: body.staff }),
    );
    if (stored === undefined) throw new ProblemException(404, 'complaint-not-found');
    return findingOf(stored);
  });
}

function findingOf(record: ConductRecord) {
  return {
    complaint: { id: record.complaint_id, number: record.complaint_number },
    staff: { id: record.staff_id, name: record.staff_name },
    upheld: record.upheld,
    decidedOn: record.decided_on,
    letter: { number: record.letter_number, on: record.letter_on },
    note: record.note,
    by: record.post_title,
  };
}
