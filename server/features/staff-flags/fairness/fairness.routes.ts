import type { IRouter } from 'express';
import { addOutage, addRemotePost, endRemotePost, listFairness, setTrial } from '#contract/staff/fairness';
import { may, type Person } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readTrialPeriod } from '../../../platform/kabupaten/trial-period.queries.ts';
import { deskOf, type StaffFlagsDeps } from '../staff-flags-deps.ts';
import { ALL, listOutages, listRemotePosts } from './fairness.queries.ts';
import { endRemotePostOn, insertOutage, insertRemotePost, moveTrialEnd } from './fairness.repository.ts';

/** What is taken into account in favour of staff: remote posts, outages of systems, the trial period. */
export function fairnessRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  bindRoute(router, listFairness, async ({ person }) => ({
    ...(await readFairness(deps, person)),
    mayManage: may(person, 'staff:manage'),
  }));

  bindRoute(router, addRemotePost, async (call) => {
    const { body, person } = call;
    await requireNames(deps, person, body.unit, null);
    if (body.validTo !== null && body.validTo <= body.validFrom)
      throw new ProblemException(400, 'period-reversed', { from: body.validFrom, to: body.validTo });
    const id = await insertRemotePost(deskOf(deps, call), body);
    return foundIn((await readFairness(deps, person)).remotePosts, id);
  });

  bindRoute(router, endRemotePost, async (call) => {
    const { id } = call.params;
    await endRemotePostOn(deskOf(deps, call), id, call.body.validTo);
    return foundIn((await readFairness(deps, call.person)).remotePosts, id);
  });

  bindRoute(router, addOutage, async (call) => {
    const { body, person } = call;
    await requireNames(deps, person, body.unit, body.service);
    if (Date.parse(body.to) <= Date.parse(body.from))
      throw new ProblemException(400, 'period-reversed', { from: body.from, to: body.to });
    const id = await insertOutage(deskOf(deps, call), body);
    return foundIn((await readFairness(deps, person)).outages, id);
  });

  bindRoute(router, setTrial, async (call) => {
    await moveTrialEnd(deskOf(deps, call), call.body.endsOn, call.body.reason);
    const { trial } = await readFairness(deps, call.person);
    if (trial === null) throw new ProblemException(404, 'trial-not-found');
    return trial;
  });
}

function foundIn<T extends { readonly id: string }>(items: readonly T[], id: string): T {
  const found = items.find((item) => item.id === id);
  if (found === undefined) throw new ProblemException(404, 'not-found');
  return found;
}

/** @throws ProblemException 404 for a unit or a service that is not there */
async function requireNames(
  deps: StaffFlagsDeps,
  person: Person,
  unit: string | null,
  service: string | null,
): Promise<void> {
  const { structure } = await readInScope(deps.database, tenantScopeOf(person), readStructure);
  if (unit !== null && structure.units.find(unit) === null)
    throw new ProblemException(404, 'unit-not-found', { unit });
  if (service !== null && !structure.services.has(service))
    throw new ProblemException(404, 'service-not-found', { service });
}

function readFairness(deps: StaffFlagsDeps, person: Person) {
  return readInScope(deps.database, tenantScopeOf(person), async (transaction: ReadTransaction) => {
    const { structure } = await readStructure(transaction);
    const trial = await readTrialPeriod(transaction);
    return {
      remotePosts: (await listRemotePosts(transaction)).map((post) => ({
        id: post.id,
        unit: unitNamed(structure, post.unit_code),
        servicePoint: post.service_point,
        legalBasis: post.legal_basis,
        validFrom: post.valid_from,
        validTo: post.valid_to,
      })),
      outages: (await listOutages(transaction)).map((outage) => ({
        id: outage.id,
        system: outage.system,
        unit: outage.unit_code === ALL ? null : unitNamed(structure, outage.unit_code),
        service:
          outage.service_code === ALL
            ? null
            : {
                code: outage.service_code,
                name: structure.services.get(outage.service_code)?.name ?? outage.service_code,
              },
        from: outage.started_at.toISOString(),
        to: outage.ended_at.toISOString(),
        note: outage.note,
        by: outage.post_title,
      })),
      trial:
        trial === null
          ? null
          : { startsOn: trial.startsOn, endsOn: trial.endsOn, by: trial.postTitle, reason: trial.reason },
    };
  });
}

function unitNamed(structure: Structure, code: string): { code: string; name: string } {
  return { code, name: structure.units.find(code)?.name ?? code };
}
