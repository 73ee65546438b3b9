import type { EntryContent, SharedContent } from '#contract/innovations/entry-content';
import type { AdoptionRecord, StepRecord } from './adoptions.queries.ts';

/**
 * What is known already of an own entry that grew from a plan: what the source solves and how, as far as it may be read,
 * and the own steps and lessons. Results, people and cost are the adopter's own to tell.
 */
export function grownContent(
  source: SharedContent,
  adoption: AdoptionRecord,
  steps: readonly StepRecord[],
): Partial<EntryContent> {
  const { form, digital, topics, problem, goal, howItWorks, services, connectivity } = source;
  return {
    form: form ?? null,
    digital: digital ?? null,
    stage: adoption.state === 'done' ? 'penerapan' : 'uji-coba',
    trialOn: adoption.started_on,
    appliedOn: adoption.state === 'done' ? adoption.ended_on : null,
    topics: topics ?? [],
    problem: problem ?? '',
    goal: goal ?? '',
    howItWorks: [howItWorks ?? '', adoption.adapted ?? ''].filter((part) => part !== '').join('\n\n'),
    services: services ?? [],
    connectivity: connectivity ?? null,
    steps: steps.map(({ body }) => ({ body, days: null })),
    challenges: adoption.hardest ?? '',
    lessons: adoption.result ?? '',
  };
}
