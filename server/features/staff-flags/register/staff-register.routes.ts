import type { IRouter } from 'express';
import { addStaff, changeStaff, listStaff, type StaffMember } from '#contract/staff/register';
import { addMonthsToStart } from '#domain/period/civil-date';
import type { UnitTree } from '#domain/unit-tree';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { deskOf, type StaffFlagsDeps } from '../staff-flags-deps.ts';
import {
  countStaffRecords,
  findAccountHere,
  listAccounts,
  listStaffRecords,
  listUnknownCodes,
  type StaffRecord,
} from './staff-register.queries.ts';
import { insertStaff, updateStaff, type StaffValues } from './staff-register.repository.ts';

const PAGE = 100;
const MOST_UNKNOWN = 20;
const MONTHS_OF_RECORDS = 12;

/** The list of people whose codes stand in the records. */
export function staffRegisterRoutes(router: IRouter, deps: StaffFlagsDeps): void {
  bindRoute(router, listStaff, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      if (query.unit !== undefined) requireUnit(units, query.unit);
      const search = query.q?.trim() ?? '';
      const filter = {
        unitCodes: query.unit === undefined ? null : units.subtreeCodes(query.unit),
        search: search === '' ? null : search,
      };
      const limit = query.limit ?? PAGE;
      const after = query.cursor === undefined || query.cursor === '' ? null : query.cursor;
      const found = await listStaffRecords(transaction, filter, limit + 1, after);
      const page = found.slice(0, limit);
      // Records name people all over the kabupaten: they are counted once, beside the first page of the whole list.
      const isWhole = after === null && filter.search === null && query.unit === undefined;
      const unknown = isWhole
        ? await listUnknownCodes(transaction, addMonthsToStart(today, -MONTHS_OF_RECORDS), MOST_UNKNOWN)
        : [];
      const accounts = after === null ? await listAccounts(transaction) : [];
      return {
        items: page.map((record) => memberOf(record, units)),
        nextCursor: found.length > limit ? (page.at(-1)?.code ?? null) : null,
        total: await countStaffRecords(transaction, filter),
        accounts: [...accounts],
        unknownCodes: unknown.map(({ code, unit_code: unit, cases }) => ({
          code,
          unit: { code: unit, name: units.find(unit)?.name ?? unit },
          cases,
        })),
      };
    });
  });

  bindRoute(router, addStaff, async (call) => {
    const { code, validFrom, ...values } = call.body;
    await requirePossible(deps, call.person, values);
    if (values.validTo !== null && values.validTo <= validFrom)
      throw new ProblemException(400, 'period-reversed', { from: validFrom, to: values.validTo });
    return readMember(deps, call.person, await insertStaff(deskOf(deps, call), code, validFrom, values));
  });

  bindRoute(router, changeStaff, async (call) => {
    await requirePossible(deps, call.person, call.body);
    await updateStaff(deskOf(deps, call), call.params.id, call.body);
    return readMember(deps, call.person, call.params.id);
  });
}

function requireUnit(units: UnitTree, code: string): void {
  if (units.find(code) === null) throw new ProblemException(404, 'unit-not-found', { unit: code });
}

/** @throws ProblemException 404 for a unit that is not there, 400 for an account of elsewhere */
async function requirePossible(deps: StaffFlagsDeps, person: Person, values: StaffValues): Promise<void> {
  await readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    if (values.unit !== undefined)
      requireUnit((await readStructure(transaction)).structure.units, values.unit);
    if (typeof values.account === 'string' && (await findAccountHere(transaction, values.account)) === null)
      throw new ProblemException(400, 'staff-account-elsewhere');
  });
}

/** @throws ProblemException 404 when there is nobody of this id */
function readMember(deps: StaffFlagsDeps, person: Person, id: string): Promise<StaffMember> {
  return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    const { units } = (await readStructure(transaction)).structure;
    const [record] = await listStaffRecords(transaction, { id, unitCodes: null, search: null }, 1, null);
    if (record === undefined) throw new ProblemException(404, 'staff-not-found');
    return memberOf(record, units);
  });
}

function memberOf(record: StaffRecord, units: UnitTree): StaffMember {
  const { user_id: user } = record;
  return {
    id: record.id,
    code: record.code,
    name: record.name,
    nip: record.nip_end,
    employment: record.employment,
    unit: { code: record.unit_code, name: units.find(record.unit_code)?.name ?? record.unit_code },
    servicePoint: record.service_point,
    account: user === null ? null : { id: user, name: record.user_name ?? '' },
    validFrom: record.valid_from,
    validTo: record.valid_to,
  };
}
