import type { StaffFlag, StaffFlagLine } from '#contract/staff/flags';
import type { Language } from '#domain/language';
import { legalBasisOf } from '#domain/staff-flags/legal-basis';
import type { StaffVerdict } from '#domain/staff-flags/staff-rule';
import { findStaffRule } from '#domain/staff-flags/staff-rules';
import { may, type Person } from '../../../platform/auth/person.ts';
import type { FlagRecord, FlagState } from './flag-records.queries.ts';
import { superiorsOf, type FlagSight } from './flag-sight.ts';
import {
  fairnessSentence,
  flagSentence,
  observationLabel,
  PROPOSALS,
  ruleDescription,
  ruleName,
} from '../words/flag-words.ts';

/** What an answer about proposals is made with. */
export interface FlagTelling {
  readonly sight: FlagSight;
  readonly person: Person;
  readonly language: Language;
  /** Title of the post that decides; null when there is none. */
  readonly deciderTitle: string | null;
}

type FlagAction = StaffFlagLine['actions'][number];

/** The time for the person's own words is over, or was used: somebody else is next. */
function isHeard({ state, explain_until: until }: FlagRecord, today: string): boolean {
  return state === 'explained' || (state === 'proposed' && until < today);
}

/**
 * What the one who asks may do with a proposal now. The person may still explain after the day, as long as nobody has
 * reviewed it: a late word is better than none. Where nobody stands above, there is no review to wait for.
 */
export function flagActions(flag: FlagRecord, { sight, person }: FlagTelling): readonly FlagAction[] {
  const { relation, state } = flag;
  const heard = isHeard(flag, sight.today);
  const noReview = superiorsOf(sight, flag.user_id, flag.unit_code).length === 0;
  if (relation === 'subject')
    return state === 'proposed' && may(person, 'staff-flags:explain') ? ['explain'] : [];
  if (relation === 'superior') return heard && may(person, 'staff-flags:review') ? ['review'] : [];
  if (relation !== 'decider' || !may(person, 'staff-flags:decide')) return [];
  return state === 'reviewed' || (noReview && heard) ? ['decide'] : [];
}

/** The states from which a step may be taken today, for the condition of its update. */
export function statesFor(action: FlagAction, flag: FlagRecord): readonly FlagState[] {
  if (action === 'explain') return ['proposed'];
  if (action === 'review') return ['proposed', 'explained'];
  return flag.state === 'reviewed' ? ['reviewed'] : ['proposed', 'explained'];
}

/** A proposal as a line of the list. */
export function lineOf(flag: FlagRecord, telling: FlagTelling): StaffFlagLine {
  const { sight, language } = telling;
  return {
    id: flag.id,
    kind: flag.kind,
    state: flag.state,
    rule: { id: flag.rule_id, name: ruleName(flag.rule_id, language) },
    sentence: flagSentence(flag, language),
    staff: {
      id: flag.staff_id,
      name: flag.staff_name,
      nip: flag.nip_end,
      employment: flag.employment,
    },
    unit: { code: flag.unit_code, name: sight.units.find(flag.unit_code)?.name ?? flag.unit_code },
    period: { from: flag.period_from, to: flag.period_to },
    raisedAt: flag.raised_at.toISOString(),
    explainUntil: flag.explain_until,
    waitsFor: waitsFor(flag, telling),
    own: flag.relation === 'subject',
    actions: [...flagActions(flag, telling)],
  };
}

/** Whose turn it is: the person, a post by its title, or nobody any more. */
function waitsFor(flag: FlagRecord, { sight, language, deciderTitle }: FlagTelling): string | null {
  if (flag.state === 'reviewed') return deciderTitle;
  if (isHeard(flag, sight.today))
    return superiorsOf(sight, flag.user_id, flag.unit_code)[0]?.title ?? deciderTitle;
  if (flag.state !== 'proposed') return null;
  return language === 'en' ? 'the member of staff' : 'pegawai';
}

/** Everything that the person who asks may know of a proposal. */
export function flagAnswer(
  flag: FlagRecord,
  telling: FlagTelling,
  more: { readonly openRecords: ReadonlySet<string>; readonly today: StaffVerdict },
): StaffFlag {
  const { language } = telling;
  const { evidence } = flag;
  const rule = findStaffRule(flag.rule_id);
  return {
    ...lineOf(flag, telling),
    rule: {
      id: flag.rule_id,
      name: ruleName(flag.rule_id, language),
      description: ruleDescription(flag.rule_id, flag.settings, language),
      legalBasis: rule === null ? '' : legalBasisOf(rule, flag.employment, language),
    },
    evidence: evidence.observations.map((observation) => ({
      ...observation,
      label: observationLabel(observation.measure, language),
      records: observation.records.filter(({ dataset, id }) => more.openRecords.has(`${dataset}/${id}`)),
    })),
    fairness: evidence.fairness.map(({ kind, params }) => fairnessSentence(kind, params, language)),
    proposes: evidence.proposes === null ? null : PROPOSALS[evidence.proposes][language],
    explanation:
      flag.explanation === null || flag.explained_at === null
        ? null
        : { text: flag.explanation, at: flag.explained_at.toISOString() },
    review:
      flag.review === null || flag.reviewed_at === null
        ? null
        : { text: flag.review, by: flag.reviewed_title ?? '', at: flag.reviewed_at.toISOString() },
    decision:
      flag.decision === null || flag.decided_at === null
        ? null
        : {
            verdict: flag.decision,
            reason: flag.decision_reason ?? '',
            by: flag.decided_title ?? '',
            at: flag.decided_at.toISOString(),
            number: flag.decision_number,
            on: flag.decision_on,
          },
    expiresOn: flag.expires_on,
    withdrawn:
      flag.withdrawn_at === null
        ? null
        : { reason: flag.withdrawn_reason ?? '', at: flag.withdrawn_at.toISOString() },
    today: more.today,
  };
}
