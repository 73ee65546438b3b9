import type { Finding, FindingLine, Recommendation } from '#contract/oversight/findings';
import {
  daysLeft,
  DECIDERS,
  isLate,
  possibleStatuses,
  recommendationActions,
  turnOf,
  type RecommendationStatus,
} from '#domain/oversight/recommendation-life';
import { daysBetween } from '#domain/period/civil-date';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { countEvidence } from '../../../platform/evidence/evidence-counts.queries.ts';
import { mayRespond, unitsKnownTo } from './finding-sight.ts';
import {
  findFindingRecord,
  readRecommendations,
  readSteps,
  type FindingRecord,
  type RecommendationRecord,
  type StepRecord,
} from './findings.queries.ts';

/** Recommendations by decided status. */
export function byStatus({
  ss,
  bs,
  bt,
  td,
}: Pick<FindingRecord, 'ss' | 'bs' | 'bt' | 'td'>): Record<RecommendationStatus, number> {
  return { SS: ss, BS: bs, BT: bt, TD: td };
}

/** A finding in the list. */
export function lineOf(record: FindingRecord, units: UnitTree): FindingLine {
  return {
    id: record.id,
    number: record.number,
    source: record.source,
    title: record.title,
    unit: named(units, record.unit_code),
    reportNumber: record.report_number,
    reportOn: record.report_on,
    receivedOn: record.received_on,
    amount: record.amount,
    recommendations: record.recommendations,
    byStatus: byStatus(record),
    late: record.late,
    nextDueOn: record.next_due_on,
  };
}

/** A finding with everything of it that the person may know; null when that is nothing. */
export async function readFindingAnswer(
  transaction: ReadTransaction,
  person: Person,
  id: string,
  today: string,
): Promise<Finding | null> {
  const { units } = (await readStructure(transaction)).structure;
  const known = unitsKnownTo(person, units);
  const record = await findFindingRecord(transaction, id, known, today);
  if (record === null) return null;
  const recommendations = (await readRecommendations(transaction, id, known)).toSorted((a, b) =>
    a.number.localeCompare(b.number, 'id', { numeric: true }),
  );
  const ids = recommendations.map((each) => each.id);
  const steps = Map.groupBy(await readSteps(transaction, ids), (each) => each.recommendation_id);
  const evidence = await countEvidence(transaction, 'recommendation', ids);
  const items = recommendations.map((each) =>
    recommendationOf(each, steps.get(each.id) ?? [], evidence.get(each.id) ?? 0, { person, units, today }),
  );
  const mayBlock = items.some(({ actions }) => actions.includes('block'));
  return {
    ...lineOf(record, units),
    body: record.body,
    by: record.post_title,
    decider: DECIDERS[record.source],
    items,
    blocking: mayBlock ? blockingUnits(units, transaction.kabupatenCode, today) : [],
  };
}

/** The units directly below the kabupaten today: a head, who knows no other unit by the lists of the product, names one. */
function blockingUnits(units: UnitTree, kabupatenCode: string, today: string): Finding['blocking'] {
  return units
    .childrenOf(kabupatenCode)
    .filter(({ validFrom, validTo }) => validFrom <= today && (validTo === null || validTo > today))
    .map(({ code, name }) => ({ code, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name, 'id'));
}

function recommendationOf(
  record: RecommendationRecord,
  steps: readonly StepRecord[],
  evidenceCount: number,
  { person, units, today }: { readonly person: Person; readonly units: UnitTree; readonly today: string },
): Recommendation {
  const life = {
    source: record.source,
    decided: record.decided_status,
    blocked: record.blocked_by_unit !== null,
    steps,
  };
  return {
    id: record.id,
    number: record.number,
    body: record.body,
    unit: named(units, record.unit_code),
    dueOn: record.due_on,
    daysLeft: daysLeft(record.decided_status, record.due_on, today),
    late: isLate(life, record.due_on, today),
    proposed: record.proposed_status,
    decided: record.decided_status,
    blockedBy:
      record.blocked_by_unit === null || record.blocked_since === null
        ? null
        : {
            unit: named(units, record.blocked_by_unit),
            reason: record.blocked_reason ?? '',
            since: record.blocked_since,
            days: daysBetween(record.blocked_since, today),
          },
    steps: steps.map((each) => ({
      id: each.id,
      kind: each.kind,
      body: each.body,
      status: each.status,
      letter:
        each.letter_number === null || each.letter_on === null
          ? null
          : { number: each.letter_number, on: each.letter_on },
      newDueOn: each.new_due_on,
      otherUnit: each.other_unit === null ? null : named(units, each.other_unit),
      by: each.post_title,
      at: each.created_at.toISOString(),
    })),
    evidenceCount,
    turn: turnOf(life),
    actions: recommendationActions(life, {
      respond: mayRespond(person, record.unit_code, units),
      manage: may(person, 'findings:manage'),
    }),
    possible: {
      propose: possibleStatuses(life, 'proposal'),
      verify: possibleStatuses(life, 'verification'),
      decide: possibleStatuses(life, 'decision'),
    },
  };
}

function named(units: UnitTree, code: string): { code: string; name: string } {
  return { code, name: units.find(code)?.name ?? code };
}
