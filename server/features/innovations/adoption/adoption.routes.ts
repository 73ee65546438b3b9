import type { IRouter } from 'express';
import {
  adoptInnovation,
  changeAdoption as changeAdoptionRoute,
  endAdoption,
  listAdoptions,
  readAdoption,
  readAdoptionOffer,
  readLineage,
  startAdoption,
  tellAdoption as tellAdoptionRoute,
  writeAdoptionEntry,
  type Adoption,
} from '#contract/innovations/adoptions';
import type { RouteDescriptor } from '#contract/route';
import { ADOPTION_STATES, adoptionActions, dueDays } from '#domain/innovations/adoption-life';
import { addDays } from '#domain/period/civil-date';
import type { Logger } from 'pino';
import type { ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { listKabupaten } from '../../../platform/kabupaten/kabupaten.queries.ts';
import { entryDeskOf, type EntryDeps, type EntryDesk } from '../entry-desk.ts';
import { mayWriteFor } from '../entry-rights.ts';
import { readCatalogue, type CatalogueReader } from '../catalogue/catalogue-reader.ts';
import { getEntryRecord } from '../catalogue/catalogue.routes.ts';
import { findEntryRecord, listEntryRecords } from '../catalogue/entry-records.queries.ts';
import { insertEntry } from '../writing/drafts.repository.ts';
import { answerEntry, readSurroundings } from '../writing/read-entry.ts';
import { adoptionLine, mayAdoptFor, maySeePlan, wholeAdoption } from './adoption-answers.ts';
import { adoptionOffer, planParts, shortName, unitsToAdoptFor, unitToAdoptFor } from './adoption-offer.ts';
import type { SummariseForAll } from './adoption-source.ts';
import {
  findAdoption,
  listAdoptionRecords,
  listAdoptionSteps,
  type AdoptionRecord,
} from './adoptions.queries.ts';
import { changeAdoption, insertAdoption, moveAdoption, tellAdoption } from './adoptions.repository.ts';
import { grownContent } from './grown-entry.ts';
import { readLineageOf } from './read-lineage.ts';
import { tellSource } from './tell-source.ts';

export interface AdoptionDeps extends EntryDeps {
  readonly summarise: SummariseForAll;
  readonly log: Logger;
}

/** Taking an innovation home: the offer, the plan, its progress and result, and the lineage. */
export function adoptionRoutes(router: IRouter, deps: AdoptionDeps): void {
  bindRoute(router, readLineage, ({ params, person }) =>
    readCatalogue(deps, person, async (reader) => {
      const record = await getEntryRecord(reader, params.key);
      const { transaction } = reader;
      const units =
        transaction.kabupatenCode === null ? null : (await readStructure(transaction)).structure.units;
      return readLineageOf(reader, person, record, units);
    }),
  );

  bindRoute(router, readAdoptionOffer, ({ params, query, person, language }) => {
    const clock = deps.clock(tenantScopeOf(person).timeZone);
    return readCatalogue(deps, person, async (reader) => {
      const transaction = ownTransaction(reader);
      const record = await getEntryRecord(reader, params.key);
      const { units: tree } = (await readStructure(transaction)).structure;
      const units = unitsToAdoptFor(person, tree, record, clock.today);
      const unit = unitToAdoptFor(units, record, query.unit);
      const parts = await planParts(transaction, deps.summarise, clock, record, unit.code);
      return adoptionOffer(transaction, parts, record, units, unit, language);
    });
  });

  bindRoute(router, adoptInnovation, async (call) => {
    const { body, person } = call;
    const clock = deps.clock(tenantScopeOf(person).timeZone);
    const { units: tree, told } = await readSurroundings(deps, person);
    const { record, unit, parts } = await readCatalogue(deps, person, async (reader) => {
      const known = await getEntryRecord(reader, body.innovation);
      const chosen = unitToAdoptFor(unitsToAdoptFor(person, tree, known, clock.today), known, body.unit);
      return {
        record: known,
        unit: chosen,
        parts: await planParts(ownTransaction(reader), deps.summarise, clock, known, chosen.code),
      };
    });
    if (record.archived) throw new ProblemException(409, 'adoption-archived');
    const days = dueDays(parts.steps, body.startsOn, addDays);
    const id = await insertAdoption(entryDeskOf(deps, call, told), {
      entryId: record.id,
      entryHome: record.home_code,
      entryName: shortName(record),
      entryVersion: record.version,
      sourceName: `${record.unit_name}, ${record.home_name}`,
      unitCode: unit.code,
      adapted: body.adapted,
      mentor: parts.mentor,
      baseline: parts.baseline,
      steps: parts.steps.map((step, index) => ({ body: step.body, dueOn: days[index] ?? null })),
    });
    return answer(deps, call, id);
  });

  bindRoute(router, listAdoptions, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    return readCatalogue(deps, person, async (reader) => {
      const transaction = ownTransaction(reader);
      const { units } = (await readStructure(transaction)).structure;
      const records = await listAdoptionRecords(transaction, units.subtreeCodes(scope.rootUnit));
      const shown = records.filter(({ state }) => query.state === undefined || state === query.state);
      const steps = Map.groupBy(
        await listAdoptionSteps(
          transaction,
          shown.map(({ id }) => id),
        ),
        ({ adoption_id: of }) => of,
      );
      const view = { person, units, today, language, sources: await sourcesOf(reader, shown) };
      return {
        items: shown.map((record) => adoptionLine(record, steps.get(record.id) ?? [], view)),
        byState: Object.fromEntries(
          ADOPTION_STATES.map((state) => [state, records.filter((each) => each.state === state).length]),
        ) as Record<(typeof ADOPTION_STATES)[number], number>,
      };
    });
  });

  bindRoute(router, readAdoption, (call) => answer(deps, call, call.params.id));

  bindRoute(router, changeAdoptionRoute, async (call) => {
    const { readAt, ...change } = call.body;
    const { desk } = await openPlan(deps, call, call.params.id);
    await changeAdoption(desk, call.params.id, readAt, change);
    return answer(deps, call, call.params.id);
  });

  bindRoute(router, startAdoption, (call) =>
    move(deps, call, call.params.id, (desk, id) =>
      moveAdoption(desk, id, { to: 'running', on: call.body.on }),
    ),
  );
  bindRoute(router, endAdoption, (call) => {
    const { how, ...word } = call.body;
    return move(deps, call, call.params.id, (desk, id) => moveAdoption(desk, id, { to: how, ...word }));
  });
  bindRoute(router, tellAdoptionRoute, (call) =>
    move(deps, call, call.params.id, (desk, id) => tellAdoption(desk, id, call.body.told)),
  );

  bindRoute(router, writeAdoptionEntry, async (call) => {
    const { params, body, person } = call;
    const { desk, record } = await openPlan(deps, call, params.id);
    const { units } = await readSurroundings(deps, person);
    if (!mayWriteFor(person, record.unit_code, units)) throw new ProblemException(403, 'forbidden');
    const { state, told, grown_id: grown } = record;
    if (!adoptionActions({ state, told, hasEntry: grown !== null }).includes('write-entry'))
      throw new ProblemException(409, 'adoption-state');
    const content = await readCatalogue(deps, person, async (reader) => {
      const source = await findEntryRecord(reader, record.entry_id);
      return grownContent(
        source?.content ?? {},
        record,
        await listAdoptionSteps(ownTransaction(reader), [record.id]),
      );
    });
    const id = await insertEntry(desk, {
      ...body,
      unitCode: record.unit_code,
      content,
      adoptionId: record.id,
    });
    return answerEntry(deps, person, id);
  });
}

/** Does something to a plan that others may hear of, and answers with it. */
async function move(
  deps: AdoptionDeps,
  call: RouteCall<RouteDescriptor>,
  id: string,
  doing: (desk: EntryDesk, id: string) => Promise<string | null>,
): Promise<Adoption> {
  const { desk } = await openPlan(deps, call, id);
  const home = await doing(desk, id);
  if (home !== null) await hear(deps, home);
  return answer(deps, call, id);
}

/**
 * Tells the source in the scope of its own kabupaten. What was done here stands whether or not it can be told now: the
 * daily round makes up for it.
 */
async function hear(deps: AdoptionDeps, home: string): Promise<void> {
  try {
    const kabupaten = (await listKabupaten(deps.database)).find(({ code }) => code === home);
    if (kabupaten !== undefined) await tellSource(deps.database, home, deps.clock(kabupaten.timeZone));
  } catch (error) {
    deps.log.error({ error, kabupaten: home }, 'source of an innovation not told yet');
  }
}

/** The plan, for who may change it. @throws ProblemException 404 for who may not see it, 403 for who only reads */
async function openPlan(
  deps: AdoptionDeps,
  call: RouteCall<RouteDescriptor>,
  id: string,
): Promise<{ readonly desk: EntryDesk; readonly record: AdoptionRecord }> {
  const { person } = call;
  const { units, told } = await readSurroundings(deps, person);
  const record = await readCatalogue(deps, person, (reader) => findAdoption(ownTransaction(reader), id));
  if (record === null || !maySeePlan(person, record.unit_code, units))
    throw new ProblemException(404, 'adoption-not-found');
  if (!mayAdoptFor(person, record.unit_code, units)) throw new ProblemException(403, 'forbidden');
  return { desk: entryDeskOf(deps, call, told), record };
}

function answer(
  deps: AdoptionDeps,
  { person, language }: RouteCall<RouteDescriptor>,
  id: string,
): Promise<Adoption> {
  const { today } = deps.clock(tenantScopeOf(person).timeZone);
  return readCatalogue(deps, person, async (reader) => {
    const transaction = ownTransaction(reader);
    const { units } = (await readStructure(transaction)).structure;
    const record = await findAdoption(transaction, id);
    if (record === null || !maySeePlan(person, record.unit_code, units))
      throw new ProblemException(404, 'adoption-not-found');
    const steps = await listAdoptionSteps(transaction, [id]);
    return wholeAdoption(record, steps, {
      person,
      units,
      today,
      language,
      sources: await sourcesOf(reader, [record]),
    });
  });
}

/** The sources of plans that the reader may still see. */
async function sourcesOf(reader: CatalogueReader, records: readonly AdoptionRecord[]) {
  const ids = [...new Set(records.map(({ entry_id: id }) => id))];
  return new Map((await listEntryRecords(reader, ids)).map((source) => [source.id, source]));
}

/** The transaction of a reader who has a kabupaten. @throws ProblemException 403 for all others */
function ownTransaction({ transaction }: CatalogueReader): ReadTransaction {
  if (transaction.kabupatenCode === null) throw new ProblemException(403, 'forbidden');
  return transaction;
}
