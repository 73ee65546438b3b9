import type { IRouter } from 'express';
import {
  archiveInnovation,
  createInnovation,
  listInnovationEntries,
  listInnovationVersions,
  publishInnovation,
  readInnovationEntry,
  readInnovationVersion,
  recallInnovation,
  returnInnovation,
  saveInnovation,
  submitInnovation,
  type EntryVersion,
} from '#contract/innovations/writing';
import { may } from '../../../platform/auth/person.ts';
import { readInScope } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { entryDeskOf, type EntryDeps } from '../entry-desk.ts';
import { wholeContent } from '../entry-record.ts';
import { mayReadDraft, mayShareFor, mayWriteFor, unitsToWriteFor } from '../entry-rights.ts';
import { act } from './act-on-entry.ts';
import { insertEntry, recallEntry, saveDraft, submitEntry } from './drafts.repository.ts';
import {
  findEntry,
  listEntriesOf,
  listSubmitted,
  listVersions,
  readVersionPair,
  type VersionRow,
} from './entries.queries.ts';
import { writingLine } from './entry-answers.ts';
import { answerEntry, readSurroundings, requireEntry } from './read-entry.ts';
import { archiveEntry, publishSubmitted, returnSubmitted } from './review.repository.ts';

/** Writing an entry, its review by a second person, and its versions. */
export function writingRoutes(router: IRouter, deps: EntryDeps): void {
  bindRoute(router, listInnovationEntries, ({ query, person }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const mayReview = may(person, 'innovations:review');
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const own = unitsToWriteFor(person, units, today);
      const rows =
        query.show === 'review'
          ? mayReview
            ? await listSubmitted(transaction)
            : []
          : await listEntriesOf(
              transaction,
              units
                .subtreeCodes(scope.rootUnit)
                .filter((code) => mayWriteFor(person, code, units) || mayShareFor(person, code, units)),
            );
      return {
        items: rows.map((row) => writingLine(row, { person, units, today })),
        units: own.map(({ code, name }) => ({ code, name })),
        mayReview,
      };
    });
  });

  bindRoute(router, createInnovation, async (call) => {
    const { body, person } = call;
    const { units, told } = await readSurroundings(deps, person);
    if (!mayWriteFor(person, body.unit, units))
      throw new ProblemException(404, 'unit-not-found', { unit: body.unit });
    const id = await insertEntry(entryDeskOf(deps, call, told), {
      name: body.name,
      acronym: body.acronym,
      unitCode: body.unit,
    });
    return answerEntry(deps, person, id);
  });

  bindRoute(router, readInnovationEntry, ({ params, person }) => answerEntry(deps, person, params.id));

  bindRoute(router, saveInnovation, async (call) => {
    const { params, body, person } = call;
    const { told } = await requireEntry(deps, person, params.id, 'write');
    const { saved, conflicts } = await saveDraft(
      entryDeskOf(deps, call, told),
      params.id,
      body.values,
      body.readAt,
    );
    return {
      entry: await answerEntry(deps, person, params.id),
      saved: [...saved],
      conflicts: [...conflicts],
    };
  });

  bindRoute(router, submitInnovation, (call) =>
    act(deps, call, call.params.id, 'write', (desk, id) => submitEntry(desk, id, call.body.revision)),
  );
  bindRoute(router, recallInnovation, (call) => act(deps, call, call.params.id, 'write', recallEntry));
  bindRoute(router, publishInnovation, (call) =>
    act(deps, call, call.params.id, 'review', (desk, id) => publishSubmitted(desk, id, call.body)),
  );
  bindRoute(router, returnInnovation, (call) =>
    act(deps, call, call.params.id, 'review', (desk, id) => returnSubmitted(desk, id, call.body.reason)),
  );
  bindRoute(router, archiveInnovation, (call) =>
    act(deps, call, call.params.id, 'share', (desk, id) => archiveEntry(desk, id, call.body)),
  );

  bindRoute(router, listInnovationVersions, ({ params, person }) =>
    readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const row = await findEntry(transaction, params.id);
      // What is published is the whole kabupaten's to read, and so is what was.
      if (row === null || (row.published === null && !mayReadDraft(person, row.unit_code, units)))
        throw new ProblemException(404, 'innovation-not-found');
      const versions = await listVersions(transaction, row.id);
      return {
        name: wholeContent(row.published ?? row.draft).name,
        items: versions.map(versionAnswer),
      };
    }),
  );
  bindRoute(router, readInnovationVersion, ({ params, person }) =>
    readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
      const row = await findEntry(transaction, params.id);
      const [version, before] =
        row === null ? [] : await readVersionPair(transaction, row.id, params.version);
      if (version?.version !== params.version) throw new ProblemException(404, 'innovation-not-found');
      return {
        ...versionAnswer(version),
        content: wholeContent(version.content),
        before: before === undefined ? null : wholeContent(before.content),
      };
    }),
  );
}

function versionAnswer(row: VersionRow): EntryVersion {
  return {
    version: row.version,
    publishedAt: row.published_at.toISOString(),
    changed: [...row.changed],
    note: row.note,
    author: row.author_title,
    reviewer: row.reviewer_title,
  };
}
