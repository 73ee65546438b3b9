import type { Variation } from '../spc/verdict.ts';
import type { VisitFacts } from './visit-questions.ts';

/** What the screens answered about a unit, as far as questions are made of it. */
export interface VisitAnswers {
  /** Code of the unit that is visited. */
  readonly unit: string;
  readonly attention: {
    readonly items: readonly {
      readonly kind: string;
      readonly mark: string;
      readonly unit: { readonly code: string };
      readonly since: string | null;
      readonly sentence: string;
    }[];
  };
  readonly ikm: {
    readonly respondents: number | null;
    readonly requiredRespondents: number | null;
    readonly sufficient: boolean | null;
  };
  readonly courses: readonly {
    readonly name: string;
    readonly variation: Variation;
    readonly since: string | null;
  }[];
  /** Null for those who may not see records. */
  readonly today: {
    readonly overdue: { readonly total: number; readonly oldestWorkingDays: number | null };
    readonly complaintsAwaiting: {
      readonly total: number;
      readonly items: readonly { readonly workingDays: number }[];
    };
  } | null;
  readonly dispositions: readonly { readonly state: string }[];
}

/** The facts that the questions of a visit are made of. */
export function visitFacts({ unit, attention, ikm, courses, today, dispositions }: VisitAnswers): VisitFacts {
  const silent = attention.items.find((item) => item.kind === 'not-reporting' && item.unit.code === unit);
  const { respondents, requiredRespondents: required, sufficient } = ikm;
  return {
    silentSince: silent?.since ?? null,
    change: attention.items.find(({ kind, mark }) => kind === 'signal' && mark === 'worse')?.sentence ?? null,
    courses,
    overdue: {
      total: today?.overdue.total ?? 0,
      oldestWorkingDays: today?.overdue.oldestWorkingDays ?? null,
    },
    unanswered: {
      total: today?.complaintsAwaiting.total ?? 0,
      longestWorkingDays: today?.complaintsAwaiting.items[0]?.workingDays ?? null,
    },
    lateDispositions: dispositions.filter(({ state }) => state === 'late').length,
    sample:
      sufficient === false && respondents !== null && required !== null ? { respondents, required } : null,
  };
}
