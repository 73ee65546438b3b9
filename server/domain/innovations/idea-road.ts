/** The road of an idea inside a kabupaten: gagasan → uji coba → penerapan, or ended with what was learnt. */
export const IDEA_STAGES = ['gagasan', 'uji-coba', 'penerapan', 'dihentikan'] as const;
export type IdeaStage = (typeof IDEA_STAGES)[number];

/** Where an idea can go from each stage. What ended can be taken up again: no idea is lost. */
const NEXT: Readonly<Record<IdeaStage, readonly IdeaStage[]>> = {
  gagasan: ['uji-coba', 'dihentikan'],
  'uji-coba': ['penerapan', 'dihentikan'],
  penerapan: [],
  dihentikan: ['gagasan'],
};

/** The stages that an idea can be brought to now. */
export function nextStages(stage: IdeaStage): readonly IdeaStage[] {
  return NEXT[stage];
}

/** Longest trial: what takes more than a year to show something is not a trial. */
export const LONGEST_TRIAL_DAYS = 366;

/** Why a step cannot be taken; null where it can. */
export type IdeaFault = 'idea-step-order' | 'idea-own' | 'idea-trial-until';

/**
 * Whether an idea can be brought to a stage.
 *
 * @param idea where it stands, and whether the person who decides is the one who had it
 * @param to where it is to go; for a trial with its last day
 * @param today ISO day in the kabupaten's zone
 */
export function ideaFault(
  idea: { readonly stage: IdeaStage; readonly isOwn: boolean },
  to: { readonly stage: IdeaStage; readonly trialUntil?: string },
  today: string,
): IdeaFault | null {
  if (!NEXT[idea.stage].includes(to.stage)) return 'idea-step-order';
  if (idea.isOwn) return 'idea-own';
  if (to.stage === 'uji-coba' && !isTrialDay(to.trialUntil, today)) return 'idea-trial-until';
  return null;
}

/** A trial ends on a later day, and within a year. */
function isTrialDay(until: string | undefined, today: string): boolean {
  if (until === undefined || until <= today) return false;
  return (Date.parse(until) - Date.parse(today)) / 86_400_000 <= LONGEST_TRIAL_DAYS;
}

/** True for a trial whose last day is over and that nobody has decided about: it waits for a word. */
export function trialIsOver(
  idea: { readonly stage: IdeaStage; readonly trialUntil: string | null },
  today: string,
): boolean {
  return idea.stage === 'uji-coba' && idea.trialUntil !== null && idea.trialUntil < today;
}
