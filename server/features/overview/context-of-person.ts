import type { Language } from '#contract/messages';
import { countsOversight, detailRightsOf } from '../../platform/auth/figure-rights.ts';
import type { Person } from '../../platform/auth/person.ts';
import type { ClockSource } from '../../platform/clock.ts';
import type { ReadTransaction } from '../../platform/database/scoped.ts';
import { readStructure } from '../../platform/database/structure.queries.ts';
import { tenantScopeOf } from '../../platform/http/bind-route.ts';
import { shownPeriod } from '../../platform/http/asked-period.ts';
import { figuresClock } from '../../platform/kabupaten/leadership-clock.ts';
import type { MeasureSources } from './measure-sources.ts';
import type { OverviewContext } from './overview-context.ts';
import { resolveSelection, type SelectionQuery } from './selection-context.ts';

/** Who asks for figures, and in which language they are told. */
export interface Asker {
  readonly person: Person;
  readonly language: Language;
}

/**
 * Everything an answer about a selection is computed from, as this person may see it.
 * @throws ProblemException 404 for a unit outside the person's scope, 400 for a period that ends before it begins
 */
export async function contextOfPerson(
  transaction: ReadTransaction,
  deps: { readonly sources: MeasureSources; readonly clock: ClockSource },
  { person, language }: Asker,
  query: SelectionQuery,
): Promise<OverviewContext> {
  const scope = tenantScopeOf(person);
  const { clock, shownUntil } = await figuresClock(transaction, person, deps.clock(scope.timeZone));
  const { version, structure } = await readStructure(transaction);
  const asked = resolveSelection(query, scope, structure, clock, countsOversight(person));
  const selection = shownUntil === null ? asked : { ...asked, period: shownPeriod(asked.period, shownUntil) };
  return {
    transaction,
    sources: deps.sources,
    structure,
    version,
    selection,
    clock,
    root: structure.units.find(scope.rootUnit) ?? selection.unit,
    rights: detailRightsOf(person),
    language,
    shownUntil,
    postId: person.tokenPermissions === null ? (person.post?.id ?? null) : null,
  };
}
