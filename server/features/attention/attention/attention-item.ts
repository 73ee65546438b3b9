import type { AttentionItem } from '#contract/attention';
import type { Language } from '#contract/messages';
import { findingKey, type Finding, type Proof } from '#domain/attention/finding';
import type { DetailRights } from '#domain/suppression/field-groups';
import type { UnitRecord } from '#domain/unit-tree';
import type { DispositionRecord } from '../dispositions/dispositions.queries.ts';
import type { JudgedField } from './attention-context.ts';
import type { DismissalRecord } from './dismissals.queries.ts';

/** Months drawn beside a sentence. */
const SPARK_MONTHS = 24;

export interface ItemFrame {
  readonly language: Language;
  readonly unit: UnitRecord;
  readonly rights: DetailRights;
  /** The series that is drawn; null where there is none. */
  readonly series: JudgedField | null;
  readonly owner: AttentionItem['owner'];
  readonly explanation: DismissalRecord | undefined;
  readonly disposition: DispositionRecord | undefined;
  readonly innovation: AttentionItem['innovation'];
}

/** A finding as the contract tells it. */
export function attentionItem(finding: Finding, frame: ItemFrame): AttentionItem {
  const { language, unit, series, explanation, disposition } = frame;
  const isSignal = finding.kind === 'signal';
  const proof = readableProof(finding.proof, frame.rights);
  return {
    key: findingKey(finding),
    kind: finding.kind,
    mark: finding.mark,
    unit: { code: unit.code, name: unit.name, kind: unit.kind },
    service: finding.service,
    sentence: finding.sentence[language],
    owner: frame.owner,
    since: finding.since,
    facts: finding.facts.map((fact) => fact[language]),
    proof: {
      label: proof.label[language],
      screen: proof.screen,
      query: { ...proof.query },
      count: proof.count,
    },
    spark: series && sparkOf(series),
    variation: isSignal && series ? series.verdict.variation : null,
    assurance: isSignal && series ? series.verdict.assurance : null,
    explanation: explanation
      ? {
          by: explanation.post_title,
          reason: explanation.reason,
          on: explanation.created_at.toISOString().slice(0, 10),
        }
      : null,
    innovation: frame.innovation,
    disposition: disposition
      ? {
          id: disposition.id,
          kind: disposition.kind,
          to: disposition.to_title,
          dueOn: disposition.due_on,
          on: disposition.created_at.toISOString().slice(0, 10),
        }
      : null,
  };
}

/** Who may not read single cases is led to their figures instead. */
function readableProof(proof: Proof, rights: DetailRights): Proof {
  const closed =
    (proof.screen === '/permohonan' && !rights.services) || (proof.screen === '/aduan' && !rights.complaints);
  if (!closed) return proof;
  const query = Object.fromEntries(
    Object.entries(proof.query).filter(([name]) => name !== 'count' && name !== 'self'),
  );
  return {
    label: { id: 'angkanya', en: 'the figures' },
    screen: proof.screen === '/permohonan' ? '/layanan' : proof.screen,
    query,
    count: null,
  };
}

function sparkOf({ measure, field, points, judgement, verdict }: JudgedField): AttentionItem['spark'] {
  const { limits, chart } = judgement;
  const first = Math.max(0, points.length - SPARK_MONTHS);
  return {
    measure,
    field: field.id,
    points: points.slice(first).map(({ from, value, state }, index) => ({
      from,
      value,
      state,
      signal: chart.signals[first + index]?.rule ?? null,
    })),
    centre: limits?.centre ?? null,
    lower: limits?.lower ?? null,
    upper: limits?.upper ?? null,
    target: verdict.target?.atLeast ?? verdict.target?.atMost ?? null,
  };
}
