import type { IRouter } from 'express';
import { readAwardDrafts } from '#contract/innovations/award-drafts';
import type { Summary } from '#contract/measures';
import type { Language } from '#contract/messages';
import type { AwardFigures } from '#domain/innovations/awards/award-entry';
import { mostPoints } from '#domain/innovations/awards/award-table';
import { igaDraft, knownPoints } from '#domain/innovations/awards/iga-draft';
import { INDEX_TABLES } from '#domain/innovations/awards/iga-2026';
import { KIPP_SOURCE, kippDraft } from '#domain/innovations/awards/kipp-draft';
import { addDays, addMonthsToStart } from '#domain/period/civil-date';
import type { Person } from '../../../platform/auth/person.ts';
import { readInScope, type ReadTransaction } from '../../../platform/database/scoped.ts';
import { readStructure } from '../../../platform/database/structure.queries.ts';
import { bindRoute, tenantScopeOf } from '../../../platform/http/bind-route.ts';
import { ProblemException } from '../../../platform/http/problem-error.ts';
import type { ClockSource } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/database/pool.ts';
import { wholeContent } from '../entry-record.ts';
import { mayWriteFor } from '../entry-rights.ts';
import { countReplications, findOwnEntry } from './award-drafts.queries.ts';

export interface AwardDraftDeps {
  readonly database: Database;
  readonly clock: ClockSource;
  /** The figures of a unit as this person may see them. */
  readonly summarise: (
    transaction: ReadTransaction,
    asker: { readonly person: Person; readonly language: Language },
    selection: { readonly unit: string; readonly from: string; readonly to: string },
  ) => Promise<Pick<Summary, 'turnaround' | 'complaints' | 'ikm'>>;
}

/** Months that figures are taken over: a year evens out what a month has by chance. */
const MONTHS = 12;

/** Drafts for IGA and KIPP from an entry of the own kabupaten, for those who write it. */
export function awardDraftRoutes(router: IRouter, deps: AwardDraftDeps): void {
  bindRoute(router, readAwardDrafts, ({ params, person, language }) => {
    const scope = tenantScopeOf(person);
    const { today } = deps.clock(scope.timeZone);
    const [from, to] = [addMonthsToStart(today, -MONTHS), addDays(addMonthsToStart(today, 0), -1)];
    return readInScope(deps.database, scope, async (transaction) => {
      const { units } = (await readStructure(transaction)).structure;
      const entry = await findOwnEntry(transaction, params.key);
      if (entry === null || !mayWriteFor(person, entry.unit_code, units))
        throw new ProblemException(404, 'innovation-not-found');
      const table = INDEX_TABLES.at(-1);
      if (table === undefined) throw new ProblemException(404, 'innovation-not-found');
      const content = wholeContent(entry.published ?? entry.draft);
      const selection = { unit: entry.unit_code, from, to };
      const summary = await deps.summarise(transaction, { person, language }, selection);
      const figures = {
        ...figuresOf(summary),
        ...(await countReplications(transaction, entry.id)),
        from,
        to,
      };
      const sid = igaDraft(table, content, figures);
      return {
        innovation: {
          id: entry.id,
          slug: entry.slug,
          name: content.name,
          acronym: content.acronym,
          unit: { code: entry.unit_code, name: units.find(entry.unit_code)?.name ?? entry.unit_code },
          published: entry.published !== null,
        },
        from,
        to,
        iga: {
          year: table.year,
          source: table.source,
          sid: sid.map((row) => ({ ...row, levels: [...row.levels], fields: [...row.fields] })),
          spd: table.spd.map((row) => ({ ...row, levels: [...row.levels] })),
          points: knownPoints(sid),
          mostPoints: mostPoints(table.sid),
        },
        kipp: {
          source: KIPP_SOURCE,
          sections: kippDraft(content, figures).map((section) => ({
            ...section,
            fields: [...section.fields],
            missing: [...section.missing],
          })),
        },
      };
    });
  });
}

function figuresOf({
  turnaround,
  complaints,
  ikm,
}: Pick<Summary, 'turnaround' | 'complaints' | 'ikm'>): Omit<
  AwardFigures,
  'from' | 'to' | 'otherKabupaten' | 'ownUnits'
> {
  return {
    p90Minutes: turnaround.p90Minutes,
    completed: turnaround.completed,
    complaintsResolvedShare: complaints.resolvedShare,
    complaintsValid: complaints.valid,
    ikmScore: ikm.score,
    ikmRespondents: ikm.respondents,
    ikmSufficient: ikm.sufficient,
    veiled: (['turnaround', 'complaints', 'ikm'] as const).filter(
      (measure) => ({ turnaround, complaints, ikm })[measure].suppressed === true,
    ),
  };
}
