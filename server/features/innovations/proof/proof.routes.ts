import type { IRouter } from 'express';
import type { Language } from '#contract/messages';
import {
  listInnovationProofs,
  lockInnovationProof,
  type EntryProof,
  type EntryProofs,
} from '#contract/innovations/proofs';
import { FEWEST_PROVING_RECORDS, isMeasured, monthsAfterStart } from '#domain/innovations/proof-verdict';
import { findField, MEASURE_IDS } from '#domain/measures';
import { FEWEST_PEERS } from '#domain/peers/peer-comparison';
import type { UnitRecord, UnitTree } from '#domain/unit-tree';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { entryDeskOf, type EntryDeps } from '../entry-desk.ts';
import { wholeContent, type EntryRow } from '../entry-record.ts';
import { mayReadDraft, mayWriteFor } from '../entry-rights.ts';
import { findEntry } from '../writing/entries.queries.ts';
import { requireEntry } from '../writing/read-entry.ts';
import { measureProofs } from './measure-proofs.ts';
import type { MeasureProof } from './proof-source.ts';
import { listProofsOf, type ProofRecord } from './proofs.queries.ts';
import { lockProof } from './proofs.repository.ts';

export interface ProofDeps extends EntryDeps {
  readonly measure: MeasureProof;
}

/** What proves an entry: locked before its result can be asked for, and measured again as data arrive. */
export function proofRoutes(router: IRouter, deps: ProofDeps): void {
  bindRoute(router, listInnovationProofs, ({ params, person, language }) =>
    answerProofs(deps, person, params.id, language),
  );

  bindRoute(router, lockInnovationProof, async (call) => {
    const { params, body, person, language } = call;
    const scope = tenantScopeOf(person);
    const { row, told, units, today } = await requireEntry(deps, person, params.id, 'write');
    const structure = await readInScope(
      deps.database,
      scope,
      async (transaction) => (await readStructure(transaction)).structure,
    );
    if (body.service !== null && !structure.services.has(body.service))
      throw new ProblemException(404, 'service-not-found', { service: body.service });
    const peers = body.peers ? peersOf(units, row.unit_code, today) : [];
    if (body.peers && peers.length < FEWEST_PEERS)
      throw new ProblemException(409, 'proof-too-few-peers', { count: FEWEST_PEERS });
    await lockProof(entryDeskOf(deps, call, told), row.id, {
      ...body,
      comparedUnits: peers.map(({ code }) => code),
    });
    // Only now that it stands is the result asked for.
    const clock = deps.clock(scope.timeZone);
    await measureProofs(deps.database, scope.kabupatenCode, clock, deps.measure, row.id);
    return answerProofs(deps, person, row.id, language);
  });
}

function answerProofs(
  deps: ProofDeps,
  person: Person,
  key: string,
  language: Language,
): Promise<EntryProofs> {
  const scope = tenantScopeOf(person);
  const { today, zone } = deps.clock(scope.timeZone);
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const row = await requireKnown(transaction, person, key, structure.units);
    const proofs = await listProofsOf(transaction, zone, row.id);
    return {
      innovation: {
        id: row.id,
        slug: row.slug,
        name: wholeContent(row.published ?? row.draft).name,
        unit: { code: row.unit_code, name: structure.units.find(row.unit_code)?.name ?? row.unit_code },
      },
      items: proofs.map((proof) => proofAnswer(proof, structure, today, language)),
      shared: row.audience !== 'own' && row.share_figures,
      mayLock: row.state !== 'archived' && mayWriteFor(person, row.unit_code, structure.units),
      peers: peersOf(structure.units, row.unit_code, today).length,
    };
  });
}

/** What is published is the whole kabupaten's to read. @throws ProblemException 404 for all else */
async function requireKnown(
  transaction: ReadTransaction,
  person: Person,
  key: string,
  units: UnitTree,
): Promise<EntryRow> {
  const row = await findEntry(transaction, key);
  if (row === null || (row.published === null && !mayReadDraft(person, row.unit_code, units)))
    throw new ProblemException(404, 'innovation-not-found');
  return row;
}

function proofAnswer(
  proof: ProofRecord,
  { units, services }: Structure,
  today: string,
  language: Language,
): EntryProof {
  const measure = MEASURE_IDS.find((known) => known === proof.measure);
  const field = measure === undefined ? null : findField(measure, proof.field);
  const label = field === null ? proof.field : language === 'en' ? field.labelEn : field.label;
  const { service_code: service } = proof;
  return {
    id: proof.id,
    measure: proof.measure,
    field: proof.field,
    label,
    unit: { code: proof.unit_code, name: units.find(proof.unit_code)?.name ?? proof.unit_code },
    service: service === null ? null : { code: service, name: services.get(service)?.name ?? service },
    startedOn: proof.started_on,
    before: { from: proof.before_from, to: proof.before_to },
    comparedUnits: proof.compared_units.length,
    lockedOn: proof.locked_on,
    lockedBy: proof.locked_by,
    state: stateOf(proof, today),
    figure: proof.result === null ? null : { ...proof.result, label },
    computedAt: proof.computed_at?.toISOString() ?? null,
  };
}

function stateOf({ result, started_on: startedOn }: ProofRecord, today: string): EntryProof['state'] {
  if (result !== null && isMeasured(result)) return 'measured';
  if (monthsAfterStart(startedOn, today) === null) return 'waiting';
  const isEnough =
    result !== null &&
    [result.before, result.after].every(({ value, n }) => value !== null && n >= FEWEST_PROVING_RECORDS);
  return isEnough ? 'unjudged' : 'too-few';
}

/** Units of the same kind as they are today, the own one and what belongs to it apart. */
function peersOf(units: UnitTree, code: string, today: string): UnitRecord[] {
  const kind = units.find(code)?.kind;
  return units
    .all()
    .filter(
      (other) =>
        other.kind === kind &&
        other.code !== code &&
        other.validFrom <= today &&
        (other.validTo === null || other.validTo > today),
    );
}
