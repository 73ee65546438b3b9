import type { StaffFlag } from '../staff-flags-api.ts';

/** A station of the life of a proposal, as it is drawn on its timeline. */
export interface FlagStep {
  /** Translation key of its name. */
  readonly key: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** When it happened; null for what has not. */
  readonly at: string | null;
  /** Title of the post that took it. */
  readonly by: string | null;
  /** Day until which it may be taken. */
  readonly until: string | null;
  /** Whose turn it is. */
  readonly waitsFor: string | null;
  /** What was said. */
  readonly text: string | null;
}

const AHEAD = { state: 'ahead', at: null, by: null, until: null, waitsFor: null, text: null } as const;

/**
 * The life of a proposal: proposed, the person's words, the superior's, the decision, and its end. What has happened
 * comes with who and when; of what has not, the first is the one that is waited for. A proposal that was withdrawn ends
 * there.
 * @param today ISO day in the zone of the kabupaten
 */
export function flagSteps(flag: StaffFlag, today: string): readonly FlagStep[] {
  const { explanation, review, decision, withdrawn } = flag;
  const isOverdue = flag.state === 'proposed' && flag.explainUntil < today;
  const past = (key: string, at: string, by: string | null, text: string | null): FlagStep => ({
    ...AHEAD,
    key,
    state: 'done',
    at,
    by,
    text,
  });
  const steps: FlagStep[] = [
    past('staffFlags.step.proposed', flag.raisedAt, null, null),
    explanation === null
      ? review === null && decision === null
        ? { ...AHEAD, key: 'staffFlags.step.explanation', until: flag.explainUntil }
        : { ...AHEAD, key: 'staffFlags.step.noExplanation', state: 'done', until: flag.explainUntil }
      : past('staffFlags.step.explanation', explanation.at, null, explanation.text),
    review === null
      ? { ...AHEAD, key: 'staffFlags.step.review' }
      : past('staffFlags.step.review', review.at, review.by, review.text),
    decision === null
      ? { ...AHEAD, key: 'staffFlags.step.decision' }
      : past(`staffFlags.step.${decision.verdict}`, decision.at, decision.by, decision.reason),
  ];
  if (withdrawn !== null)
    return [
      ...steps.filter(({ state }) => state === 'done'),
      past('staffFlags.step.withdrawn', withdrawn.at, null, withdrawn.reason),
    ];
  if (flag.waitsFor === null) return steps.filter(({ state }) => state === 'done');
  // After its day the person's own word is still open, but it is the superior who is waited for.
  const next = flag.state === 'reviewed' ? 3 : flag.state === 'explained' || isOverdue ? 2 : 1;
  return steps.map((step, index) =>
    index === next ? { ...step, state: 'now', waitsFor: flag.waitsFor } : step,
  );
}
