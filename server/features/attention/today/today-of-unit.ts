import type { Today } from '#contract/attention';
import { OLD_AFTER } from '#domain/attention/overdue-cases-rule';
import { maskText } from '#domain/complaints/masking';
import { countsOversight } from '../../../platform/auth/figure-rights.ts';
import type { Person } from '../../../platform/auth/person.ts';
import type { Structure } from '../../../platform/database/structure.queries.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { readOverdue } from '../attention/neglect.queries.ts';
import type { AttentionSources } from '../attention-sources.ts';
import { unitInScope } from '../scope-call.ts';
import { requestOfParts, type UnitPart } from '../unit-parts.ts';
import {
  readDueCases,
  readGoodWords,
  readNeighbourDays,
  readOverdueCases,
  readWaitingComplaints,
  type CaseList,
} from './today.queries.ts';

/** A morning list shows so many lines; the total says how many there are. */
const SHOWN = 10;
const PRAISE_SHOWN = 3;

/**
 * The morning of a unit as this person may see it; of the top of the scope where no unit is asked for.
 *
 * @throws ProblemException 404 for a unit outside the scope
 */
export async function todayOf(
  transaction: ReadTransaction,
  deps: { readonly clock: ClockSource; readonly sources: AttentionSources },
  person: Person,
  asked: string | undefined,
): Promise<Today> {
  const scope = tenantScopeOf(person);
  const clock = deps.clock(scope.timeZone);
  const { version, structure } = await readStructure(transaction);
  const { units } = structure;
  const unit = unitInScope(units, scope, asked);
  const codes = units.subtreeCodes(unit.code);
  const part: UnitPart = { key: unit.code, unit, members: codes, self: false };
  const withOversight = countsOversight(person);
  const { before, after } = await readNeighbourDays(transaction, unit.code, clock.today);
  if (before === null || after === null)
    throw new ProblemException(404, 'unit-not-found', { unit: unit.code });
  const dueToday = await readDueCases(
    transaction,
    codes,
    { from: clock.today, to: clock.today },
    clock.now,
    SHOWN,
  );
  const dueNext = await readDueCases(transaction, codes, { from: after, to: after }, clock.now, SHOWN);
  const overdue = await readOverdueCases(transaction, codes, clock.now, SHOWN);
  const [oldest] = overdue.total === 0 ? [] : await readOverdue(transaction, [part], clock, OLD_AFTER);
  const waiting = await readWaitingComplaints(transaction, codes, clock, withOversight, SHOWN);
  const tallies = await deps.sources.services(
    transaction,
    requestOfParts([part], [{ from: before, to: before }], clock, withOversight),
  );
  const tally = tallies.get(part.key)?.[0];
  const words = await readGoodWords(transaction, codes, before, PRAISE_SHOWN);
  const nameOf = (code: string): string => units.find(code)?.name ?? code;
  return {
    unit: unit.code,
    unitName: unit.name,
    today: clock.today,
    dataVersion: version.version,
    asOf: version.committedAt,
    dueToday: told(dueToday, structure),
    dueNext: { on: after, ...told(dueNext, structure) },
    overdue: { ...told(overdue, structure), oldestWorkingDays: oldest?.oldest_days ?? null },
    complaintsAwaiting: {
      total: waiting[0]?.total ?? 0,
      items: waiting.map((each) => ({
        id: each.id,
        number: each.number,
        category: each.category === null ? null : maskText(each.category),
        unit: nameOf(each.unit_code),
        receivedAt: each.received_at.toISOString(),
        workingDays: each.working_days ?? 0,
      })),
    },
    yesterday: {
      on: before,
      completed: tally?.completed ?? 0,
      onTime: tally?.dueMet ?? 0,
      due: tally?.due ?? 0,
      praise: words.map((word) => ({
        unit: nameOf(word.unit_code),
        service: serviceName(structure, word.service_code),
        text: maskText(word.suggestion),
      })),
    },
  };
}

function told({ total, items }: CaseList, structure: Structure): Today['dueToday'] {
  return {
    total,
    items: items.map((each) => ({
      id: each.id,
      number: each.number,
      service: serviceName(structure, each.service_code),
      unit: structure.units.find(each.unit_code)?.name ?? each.unit_code,
      dueAt: each.due_at.toISOString(),
    })),
  };
}

function serviceName(structure: Structure, code: string): string {
  return structure.services.get(code)?.name ?? code;
}
