/**
 * "Apakah ketiganya sejalan?": what citizens say of a service in the survey, beside how often it was late and how often
 * it was complained about. A survey that praises a service which is late and complained about is looked at again: who was
 * asked, by whom, and when.
 *
 * No regulation sets these thresholds: they are PANDU's defaults, told on the screen beside every verdict.
 */
import type { IkmGrade } from './instruments.ts';

export interface AlignmentThresholds {
  /** Share 0–1: on time below it is *sering terlambat*. */
  readonly onTimeShare: number;
  /** Valid complaints per 1,000 requests received: above it is *banyak aduan*. */
  readonly complaintsPerThousand: number;
  /** Fewer complaints than this are never *banyak*, however few the requests. */
  readonly minimumComplaints: number;
  /** Requests that fell due, below which the on-time share says too little. */
  readonly minimumDue: number;
  /**
   * Requests received, below which complaints per 1,000 say too little. With 300 requests and no complaint, a rate above
   * 10 per 1,000 is ruled out at 95 % (rule of three, 3 / n: Hanley and Lippman-Hand, JAMA 1983; 249: 1743–1745).
   */
  readonly minimumRequests: number;
}

export const ALIGNMENT_THRESHOLDS: AlignmentThresholds = {
  onTimeShare: 0.8,
  complaintsPerThousand: 10,
  minimumComplaints: 5,
  minimumDue: 30,
  minimumRequests: 300,
};

/** What is known of one service over a period; null = withheld, or nothing to count. */
export interface ServiceEvidence {
  readonly grade: IkmGrade | null;
  /** Whether the survey's sample reaches the required number; null when it is not known. */
  readonly sampleSufficient: boolean | null;
  readonly due: number | null;
  /** 0–1 */
  readonly dueMetShare: number | null;
  readonly requests: number | null;
  readonly validComplaints: number | null;
}

/** Why nothing is said: which of the three rests on too little. */
export type AlignmentGap = 'survey' | 'on-time' | 'complaints';

/**
 * - `good`, `poor`: all three tell the same;
 * - `ikm-high`: satisfied citizens, yet late *and* many complaints: to be looked into;
 * - `partly-late`, `partly-complaints`: satisfied citizens, yet one of the two;
 * - `ikm-low`: dissatisfied citizens, though neither late nor complained about: to be looked into;
 * - `insufficient`: nothing can be said.
 */
export type AlignmentVerdict =
  'good' | 'poor' | 'ikm-high' | 'partly-late' | 'partly-complaints' | 'ikm-low' | 'insufficient';

export interface ServiceAlignment {
  readonly verdict: AlignmentVerdict;
  /** Empty unless `insufficient`. */
  readonly gaps: readonly AlignmentGap[];
}

/** Satisfied: *baik* or *sangat baik* by the bands of the survey's own regulation. */
const SATISFIED: readonly IkmGrade[] = ['A', 'B'];

/** Valid complaints per 1,000 requests received; null without requests, or when one of the two is not told. */
export function complaintsPerThousand(
  validComplaints: number | null,
  requests: number | null,
): number | null {
  return validComplaints === null || requests === null || requests === 0
    ? null
    : (validComplaints * 1000) / requests;
}

/** Whether survey, on-time share and complaints of a service tell the same; says nothing where one of them rests on too little. */
export function alignService(
  evidence: ServiceEvidence,
  thresholds: AlignmentThresholds = ALIGNMENT_THRESHOLDS,
): ServiceAlignment {
  const { grade, dueMetShare } = evidence;
  const rate = complaintsPerThousand(evidence.validComplaints, evidence.requests);
  const surveyed = grade !== null && evidence.sampleSufficient === true;
  const timed = dueMetShare !== null && (evidence.due ?? 0) >= thresholds.minimumDue;
  const counted = rate !== null && (evidence.requests ?? 0) >= thresholds.minimumRequests;
  if (!surveyed || !timed || !counted) {
    const gaps: AlignmentGap[] = [];
    if (!surveyed) gaps.push('survey');
    if (!timed) gaps.push('on-time');
    if (!counted) gaps.push('complaints');
    return { verdict: 'insufficient', gaps };
  }
  const late = dueMetShare < thresholds.onTimeShare;
  const complainedOf =
    rate > thresholds.complaintsPerThousand &&
    (evidence.validComplaints ?? 0) >= thresholds.minimumComplaints;
  return { verdict: verdictOf(SATISFIED.includes(grade), late, complainedOf), gaps: [] };
}

function verdictOf(satisfied: boolean, late: boolean, complainedOf: boolean): AlignmentVerdict {
  if (!satisfied) return late || complainedOf ? 'poor' : 'ikm-low';
  if (late && complainedOf) return 'ikm-high';
  if (late) return 'partly-late';
  return complainedOf ? 'partly-complaints' : 'good';
}
