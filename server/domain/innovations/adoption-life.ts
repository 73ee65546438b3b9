/** A plan to take an innovation home: planned, running, and then done or stopped. What stopped is told as well. */
export const ADOPTION_STATES = ['planned', 'running', 'done', 'stopped'] as const;
export type AdoptionState = (typeof ADOPTION_STATES)[number];

/** How it went, by the adopter's own word. */
export const ADOPTION_OUTCOMES = ['membaik', 'sama', 'memburuk', 'belum-tahu'] as const;
export type AdoptionOutcome = (typeof ADOPTION_OUTCOMES)[number];

/** What can be done with a plan. */
export const ADOPTION_ACTIONS = ['change', 'start', 'end', 'reopen', 'tell', 'keep', 'write-entry'] as const;
export type AdoptionAction = (typeof ADOPTION_ACTIONS)[number];

/** How a plan stands. */
export interface AdoptionStanding {
  readonly state: AdoptionState;
  readonly told: boolean;
  /** An own entry grew from it. */
  readonly hasEntry: boolean;
}

/**
 * What may be done with a plan as it stands. Its texts stay open after the end, because what was learnt is often known
 * later; one that ended can be taken up again; an own entry grows from what runs or was carried through.
 */
export function adoptionActions({ state, told, hasEntry }: AdoptionStanding): AdoptionAction[] {
  const isOver = state === 'done' || state === 'stopped';
  return [
    'change',
    ...(state === 'planned' ? (['start'] as const) : []),
    ...(isOver ? (['reopen'] as const) : (['end'] as const)),
    told ? 'keep' : 'tell',
    ...(hasEntry || state === 'planned' || state === 'stopped' ? [] : (['write-entry'] as const)),
  ];
}

/** How far a plan is: steps done, all of them, and those past their date. */
export function adoptionProgress(
  steps: readonly { readonly dueOn: string | null; readonly doneOn: string | null }[],
  today: string,
): { readonly done: number; readonly total: number; readonly late: number } {
  return {
    done: steps.filter(({ doneOn }) => doneOn !== null).length,
    total: steps.length,
    late: steps.filter(({ dueOn, doneOn }) => doneOn === null && dueOn !== null && dueOn < today).length,
  };
}

/**
 * Days on which the steps of a plan are due: one after the other from the first day, each as many calendar days as the
 * source needed. A step without a length has no day; the next one goes on from the last day known.
 *
 * @param startsOn first day of the plan
 * @param later how a day is moved on by days
 */
export function dueDays(
  steps: readonly { readonly days: number | null }[],
  startsOn: string,
  later: (day: string, days: number) => string,
): (string | null)[] {
  let day = startsOn;
  return steps.map(({ days }) => {
    if (days === null) return null;
    day = later(day, days);
    return day;
  });
}
