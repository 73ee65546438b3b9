import type { IRouter } from 'express';
import type { RouteDescriptor } from '#contract/route';
import {
  claimInnovation,
  confirmInnovation,
  previewInnovationSharing,
  readInnovationSharing,
  shareInnovation,
  stopInnovation,
  type SharedCopy,
  type Sharing,
} from '#contract/innovations/sharing';
import { isUntold } from '#domain/innovations/draft-changes';
import { TICKABLE_FIELDS } from '#domain/innovations/entry-fields';
import { readInScope } from '../../../platform/database/scoped.ts';
import { bindRoute, tenantScopeOf, type RouteCall } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import { entryDeskOf, type EntryDeps } from '../entry-desk.ts';
import { wholeContent } from '../entry-record.ts';
import { mayShareFor } from '../entry-rights.ts';
import { act } from '../writing/act-on-entry.ts';
import { answerEntry, readSurroundings, requireEntry } from '../writing/read-entry.ts';
import { claimEntry } from './claim.repository.ts';
import { hearOwner } from './heartbeat.repository.ts';
import { copiedParts } from './shared-copy.ts';
import { countLeft, findSharedCopy, readFigures, readKabupatenName } from './sharing.queries.ts';
import { shareEntry } from './sharing.repository.ts';

/** What of an entry leaves the kabupaten, and its owner's word that it still runs. */
export function sharingRoutes(router: IRouter, deps: EntryDeps): void {
  bindRoute(router, readInnovationSharing, (call) => answerSharing(deps, call, call.params.id));

  bindRoute(router, previewInnovationSharing, async ({ params, query, person }) => {
    const { row, units } = await requireEntry(deps, person, params.id, 'share');
    return readInScope(deps.database, tenantScopeOf(person), async (transaction): Promise<SharedCopy> => {
      const parts = copiedParts(
        row,
        {
          audience: query.audience,
          fields: query.fields.split(','),
          figures: query.figures === 'ya',
        },
        await readFigures(transaction, row.id),
      );
      if (parts === null) throw new ProblemException(409, 'innovation-not-published');
      const { audience, content, figures, proof, confirmedOn, stoppedOn, stoppedLesson } = parts;
      return {
        audience,
        kabupaten: await readKabupatenName(transaction),
        unit: units.find(row.unit_code)?.name ?? row.unit_code,
        content,
        figures: figures === null ? null : [...figures],
        proof,
        confirmedOn,
        stoppedOn,
        stoppedLesson,
        publishedAt: (row.published_at ?? row.updated_at).toISOString(),
      };
    });
  });

  bindRoute(router, shareInnovation, async (call) => {
    const { row, told } = await requireEntry(deps, call.person, call.params.id, 'share');
    await shareEntry(entryDeskOf(deps, call, told), row.id, call.body);
    return answerSharing(deps, call, row.id);
  });

  bindRoute(router, claimInnovation, async (call) => {
    const { params, body, person } = call;
    const { units, told } = await readSurroundings(deps, person);
    if (!mayShareFor(person, body.unit, units))
      throw new ProblemException(404, 'unit-not-found', { unit: body.unit });
    await claimEntry(entryDeskOf(deps, call, told), params.id, {
      unitCode: body.unit,
      running: body.running,
      // Of which no unit is known, the whole kabupaten answers.
      mayClaimFor: (unit) => mayShareFor(person, unit ?? tenantScopeOf(person).kabupatenCode, units),
    });
    return answerEntry(deps, person, params.id);
  });

  bindRoute(router, confirmInnovation, (call) =>
    act(deps, call, call.params.id, 'share', (desk, id) => hearOwner(desk, id, { runs: true })),
  );
  bindRoute(router, stopInnovation, (call) =>
    act(deps, call, call.params.id, 'share', (desk, id) =>
      hearOwner(desk, id, { runs: false, on: call.body.on, lesson: call.body.lesson }),
    ),
  );
}

async function answerSharing(
  deps: EntryDeps,
  { person }: RouteCall<RouteDescriptor>,
  key: string,
): Promise<Sharing> {
  const { row } = await requireEntry(deps, person, key, 'share');
  return readInScope(deps.database, tenantScopeOf(person), async (transaction) => {
    const copy = await findSharedCopy(transaction, row.id);
    const content = wholeContent(row.published ?? row.draft);
    return {
      id: row.id,
      slug: row.slug,
      name: content.name,
      published: row.published !== null,
      audience: row.audience,
      fields: TICKABLE_FIELDS.filter((field) => row.shared_fields.includes(field)),
      figures: row.share_figures,
      hasFigures: (await readFigures(transaction, row.id)).length > 0,
      told: TICKABLE_FIELDS.filter((field) => !isUntold(content[field])),
      copy:
        copy === null
          ? null
          : {
              audience: copy.audience,
              kabupaten: copy.home_name,
              unit: copy.unit_name,
              content: copy.content,
              figures: copy.figures,
              proof: copy.proof,
              confirmedOn: copy.confirmed_on,
              stoppedOn: copy.stopped_on,
              stoppedLesson: copy.stopped_lesson,
              publishedAt: copy.published_at.toISOString(),
            },
      left: await countLeft(transaction, row.id),
    };
  });
}
