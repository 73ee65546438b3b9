import type { Adoption, AdoptionLine } from '#contract/innovations/adoptions';
import type { Language } from '#contract/messages';
import { adoptionActions, adoptionProgress } from '#domain/innovations/adoption-life';
import { isTenantScope } from '#domain/scope';
import type { UnitTree } from '#domain/unit-tree';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { EntryRecord } from '../catalogue/entry-records.queries.ts';
import type { AdoptionRecord, StepRecord } from './adoptions.queries.ts';
import { toldBaseline } from './baseline.ts';

/** What answers about plans are made with. */
export interface AdoptionView {
  readonly person: Person;
  readonly units: UnitTree;
  readonly today: string;
  readonly language: Language;
  /** The sources that the reader may see, by id. */
  readonly sources: ReadonlyMap<string, EntryRecord>;
}

/** Who leads a unit plans for it and for what is below it. */
export function mayAdoptFor(person: Person, unitCode: string, units: UnitTree): boolean {
  return may(person, 'innovations:adopt') && maySeePlan(person, unitCode, units);
}

/** Plans are seen by those who see their unit. */
export function maySeePlan({ scope }: Person, unitCode: string, units: UnitTree): boolean {
  return isTenantScope(scope) && units.isWithin(unitCode, scope.rootUnit);
}

/** A plan among others. */
export function adoptionLine(
  record: AdoptionRecord,
  steps: readonly StepRecord[],
  { units, today, sources, person }: AdoptionView,
): AdoptionLine {
  const source = sources.get(record.entry_id);
  const next = steps.find((step) => step.done_on === null);
  return {
    id: record.id,
    source: {
      id: record.entry_id,
      slug: source?.slug ?? null,
      name: record.entry_name,
      kabupaten: record.home_name,
      unit: source?.unit_name ?? null,
      own: record.entry_home === person.kabupaten?.code,
    },
    unit: { code: record.unit_code, name: units.find(record.unit_code)?.name ?? record.unit_code },
    state: record.state,
    progress: adoptionProgress(
      steps.map((step) => ({ dueOn: step.due_on, doneOn: step.done_on })),
      today,
    ),
    next: next === undefined ? null : { body: next.body, dueOn: next.due_on },
    startedOn: record.started_on,
    endedOn: record.ended_on,
    outcome: record.outcome,
    told: record.told,
    updatedAt: record.updated_at.toISOString(),
  };
}

/** A plan, whole. */
export function wholeAdoption(
  record: AdoptionRecord,
  steps: readonly StepRecord[],
  view: AdoptionView,
): Adoption {
  const mine = mayAdoptFor(view.person, record.unit_code, view.units);
  return {
    ...adoptionLine(record, steps, view),
    steps: steps.map((step) => ({
      id: step.id,
      body: step.body,
      owner: step.owner ?? '',
      dueOn: step.due_on,
      doneOn: step.done_on,
      note: step.note ?? '',
    })),
    baseline: toldBaseline(record.baseline, view.language),
    mentor: record.mentor ?? '',
    adapted: record.adapted ?? '',
    result: record.result ?? '',
    hardest: record.hardest ?? '',
    by: record.post_title,
    createdAt: record.created_at.toISOString(),
    entry: record.grown_id === null ? null : { id: record.grown_id, name: record.grown_name ?? '' },
    actions: mine
      ? adoptionActions({ state: record.state, told: record.told, hasEntry: record.grown_id !== null })
      : [],
  };
}
