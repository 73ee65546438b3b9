import { createHash, randomBytes } from 'node:crypto';
import type { IRouter } from 'express';
import {
  checkSampled,
  drawSample,
  listSamples,
  readSample,
  redrawSample,
  type Sample,
} from '#contract/oversight/samples';
import type { RouteDescriptor } from '#contract/route';
import type { Language } from '#domain/language';
import { compareDraws, drawSample as drawFrom, populationText } from '#domain/oversight/seeded-sample';
import { actorOf } from '../../../platform/audit/audit-entry.ts';
import type { AuditLog } from '../../../platform/audit/audit-log.repository.ts';
import type { Person } from '../../../platform/auth/person.ts';
import { clockAt, type ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import type { SelectRecords } from '../../../platform/database/record-selection.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure, type Structure } from '../../../platform/database/structure.queries.ts';
import { countEvidence } from '../../../platform/evidence/evidence-counts.queries.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { cursorAt, placeAt } from '../../../platform/http/list-cursor.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { addressOf } from '../../../platform/http/request-address.ts';
import { readDrawnRecords, type DrawnRecord } from './drawn-records.queries.ts';
import { redrawSentence } from './redraw-sentence.ts';
import { sampleAnswer, sampleLine } from './sample-answers.ts';
import {
  countSampleRows,
  findSampleRow,
  listChecks,
  listSampleRows,
  type SampledDataset,
  type SampleRow,
} from './sample-rows.queries.ts';
import { insertSample, recordRedraw, saveCheck, type SampleDesk } from './samples.repository.ts';

export interface SampleDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  readonly audit: AuditLog;
  /** Which records make up a list of each dataset; handed in by the app. */
  readonly select: Readonly<Record<SampledDataset, SelectRecords>>;
}

const PAGE = 50;
const ORDER = 'samples';
/** Records a sample may be drawn from: each is hashed once. */
const LARGEST_POPULATION = 200_000;
/** Parts of a list's address that change nothing about which records it has. */
const NOT_SELECTING: readonly string[] = ['sort', 'limit', 'cursor', 'format'];

/** Uji petik: records drawn at random from any list, with the seed on record, so that anybody can draw them again. */
export function sampleRoutes(router: IRouter, deps: SampleDeps): void {
  bindRoute(router, listSamples, ({ query, person, language }) => {
    const scope = tenantScopeOf(person);
    const after = placeAt(ORDER, query.cursor);
    return readInScope(deps.database, scope, async (transaction) => {
      const { structure } = await readStructure(transaction);
      const visible = structure.units.subtreeCodes(scope.rootUnit);
      const limit = query.limit ?? PAGE;
      const found = await listSampleRows(transaction, visible, limit + 1, after);
      const page = found.slice(0, limit);
      const last = page.at(-1);
      const ids = page.map(({ id }) => id);
      const checks = await listChecks(transaction, ids);
      return {
        items: page.map((row) =>
          sampleLine(
            row,
            checks.filter((check) => check.sample_id === row.id),
            { structure, language },
          ),
        ),
        nextCursor: found.length > limit && last ? cursorAt(ORDER, { at: last.place, id: last.id }) : null,
        total: await countSampleRows(transaction, visible),
      };
    });
  });

  bindRoute(router, drawSample, async (call) => {
    const { body, person } = call;
    const scope = tenantScopeOf(person);
    const clock = deps.clock(scope.timeZone);
    const query = Object.fromEntries(
      Object.entries(body.query).filter(([name, value]) => !NOT_SELECTING.includes(name) && value !== ''),
    );
    const drawn = await readInScope(deps.database, scope, async (transaction) => {
      const { version } = await readStructure(transaction);
      const selection = await deps.select[body.dataset](transaction, {
        person,
        query,
        clock,
        most: LARGEST_POPULATION + 1,
      });
      return { ...selection, dataVersion: version.version };
    });
    const population = drawn.ids.length;
    if (population > LARGEST_POPULATION)
      throw new ProblemException(400, 'population-too-large', { most: LARGEST_POPULATION });
    if (population < body.size)
      throw new ProblemException(400, 'population-too-small', { population, size: body.size });
    const seed = body.seed ?? randomBytes(8).toString('hex');
    const id = await insertSample(deskOf(deps, call), {
      dataset: body.dataset,
      query: drawn.query,
      unitCode: drawn.unit,
      reason: body.reason,
      seed,
      population,
      populationHash: sha256(populationText(drawn.ids)),
      dataVersion: drawn.dataVersion,
      drawn: drawFrom(drawn.ids, { seed, size: body.size }, sha256),
    });
    return (await loadSample(deps, person, id, call.language)).answer;
  });

  bindRoute(router, readSample, async ({ params, person, language }) => {
    return (await loadSample(deps, person, params.id, language)).answer;
  });

  bindRoute(router, redrawSample, async (call) => {
    const { params, person, language } = call;
    const scope = tenantScopeOf(person);
    const { row } = await loadSample(deps, person, params.id, language);
    // Judged by the moment of the draw: what differs now was changed since, and did not merely grow older.
    const clock = clockAt(row.created_at, scope.timeZone);
    const outcome = await readInScope(deps.database, scope, async (transaction) => {
      const { ids } = await deps.select[row.dataset](transaction, {
        person,
        query: row.query,
        clock,
        most: LARGEST_POPULATION + 1,
      });
      const drawn = drawFrom(ids, { seed: row.seed, size: row.size }, sha256);
      const { added, gone } = compareDraws(row.drawn, drawn);
      const records = await readDrawnRecords(transaction, row.dataset, [...added, ...gone]);
      const numberOf = (id: string): string => records.get(id)?.number ?? id;
      return {
        population: ids.length,
        populationHash: sha256(populationText(ids)),
        added: added.map(numberOf),
        gone: gone.map(numberOf),
      };
    });
    const samePopulation = outcome.populationHash === row.population_hash;
    const sameSample = outcome.added.length + outcome.gone.length === 0;
    await recordRedraw(
      deskOf(deps, call),
      { id: row.id, dataset: row.dataset, unitCode: row.unit_code },
      { samePopulation, sameSample },
    );
    return {
      samePopulation,
      sameSample,
      ...outcome,
      sentence: redrawSentence(
        {
          seed: row.seed,
          before: row.population,
          now: outcome.population,
          samePopulation,
          added: outcome.added.length,
          gone: outcome.gone.length,
        },
        language,
      ),
    };
  });

  bindRoute(router, checkSampled, async (call) => {
    const { params, body, person, language } = call;
    const { answer } = await loadSample(deps, person, params.id, language);
    const item = answer.items.find(({ id }) => id === params.record);
    if (item === undefined) throw new ProblemException(404, 'sample-record-not-found');
    await saveCheck(deskOf(deps, call), {
      sampleId: answer.id,
      recordId: item.id,
      unitCode: item.unit.code,
      number: item.number,
      verdict: body.verdict,
      note: body.note === '' ? null : body.note,
    });
    return (await loadSample(deps, person, params.id, language)).answer;
  });
}

export interface LoadedSample {
  readonly row: SampleRow;
  readonly answer: Sample;
  readonly records: ReadonlyMap<string, DrawnRecord>;
}

/** One draw of the own scope. @throws ProblemException 404 for any other, as if it were not there */
export async function loadSample(
  deps: Pick<SampleDeps, 'database'>,
  person: Person,
  id: string,
  language: Language,
): Promise<LoadedSample> {
  const scope = tenantScopeOf(person);
  return readInScope(deps.database, scope, async (transaction) => {
    const { structure } = await readStructure(transaction);
    const row = await findSampleRow(transaction, id, structure.units.subtreeCodes(scope.rootUnit));
    if (row === null) throw new ProblemException(404, 'sample-not-found');
    return loadParts(transaction, row, structure, language);
  });
}

async function loadParts(
  transaction: ReadTransaction,
  row: SampleRow,
  structure: Structure,
  language: Language,
): Promise<LoadedSample> {
  const records = await readDrawnRecords(transaction, row.dataset, row.drawn);
  const checks = await listChecks(transaction, [row.id]);
  const files = (await countEvidence(transaction, 'sample', [row.id])).get(row.id) ?? 0;
  return { row, records, answer: sampleAnswer(row, checks, records, files, { structure, language }) };
}

function deskOf(
  deps: SampleDeps,
  { person, request }: Pick<RouteCall<RouteDescriptor>, 'person' | 'request'>,
): SampleDesk {
  const scope = tenantScopeOf(person);
  return {
    database: deps.database,
    audit: deps.audit,
    actor: actorOf(person, addressOf(request)),
    kabupatenCode: scope.kabupatenCode,
    now: deps.clock(scope.timeZone).now,
  };
}

function sha256(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
