import type { EvidenceOf } from '#contract/evidence';
import type { MeasureId } from '#domain/measures';
import type { FindingSource, RecommendationStatus } from '#domain/oversight/recommendation-life';
import type { OurRecord, TheirRecord } from '#domain/oversight/difference';
import type { IsoDate } from '#domain/period/civil-date';
import type { DemoMeetingDesk } from './meeting-story.ts';
import type { DemoHand, DemoPost } from './demo-hand.ts';
import type { DemoForumDesk } from './forum-story.ts';
import type { DemoInnovationDesk } from './innovation-desk.ts';
import type { DemoPilotDesk } from './pilot-desk.ts';
import type { DemoStaffDesk } from './staff-desk.ts';

export interface DemoNote {
  readonly unit: string;
  /** `*`: all services. */
  readonly service: string;
  readonly measure: MeasureId | null;
  readonly day: IsoDate;
  readonly text: string;
}

export interface DemoBaseline {
  readonly unit: string;
  readonly measure: MeasureId;
  readonly field: string;
  /** First day of a month. */
  readonly startsOn: IsoDate;
  readonly reason: string;
}

export interface DemoPlan {
  readonly unit: string;
  readonly instrument: string;
  /** U1, U2, … */
  readonly unsur: string;
  readonly plan: string;
  readonly owner: DemoPost;
  readonly dueOn: IsoDate;
}

export interface DemoInstruction {
  readonly unit: string;
  readonly about: string;
  readonly link: string;
  readonly to: DemoPost;
  readonly instruction: string;
  readonly dueOn: IsoDate;
  /** Day of the evaluation meeting it was agreed in; left out for a disposisi. */
  readonly meetingOn?: IsoDate;
}

export interface DemoFinding {
  readonly number: string;
  readonly source: FindingSource;
  readonly title: string;
  readonly body: string;
  readonly unit: string;
  readonly reportNumber: string;
  readonly reportOn: IsoDate;
  readonly receivedOn: IsoDate;
  readonly amount: number | null;
  readonly recommendations: readonly {
    readonly number: string;
    readonly body: string;
    readonly unit: string;
  }[];
}

interface DemoDecision {
  readonly status: RecommendationStatus;
  readonly reason: string | null;
  readonly letter: { readonly number: string; readonly on: IsoDate };
}

export type DemoStep =
  | { readonly kind: 'action'; readonly body: string }
  | { readonly kind: 'verification'; readonly status: RecommendationStatus; readonly body: string }
  | ({ readonly kind: 'proposal' } & DemoDecision)
  | ({ readonly kind: 'decision'; readonly newDueOn: IsoDate | null } & DemoDecision)
  | { readonly kind: 'blocked'; readonly unit: string; readonly reason: string };

/** A draw from cases, made ready. */
export interface DemoSample {
  /** The query of the list of cases. */
  readonly query: Readonly<Record<string, string>>;
  readonly unit: string;
  readonly reason: string;
  readonly seed: string;
  readonly population: number;
  readonly populationHash: string;
  readonly drawn: readonly string[];
}

export interface DemoCheck {
  readonly sampleId: string;
  readonly recordId: string;
  readonly unit: string;
  readonly number: string;
  readonly verdict: 'sesuai' | 'tidak-sesuai' | 'berkas-tidak-ada';
  readonly note: string | null;
}

/** A recap of complaints with what it is held against. */
export interface DemoRecap {
  readonly unit: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly source: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly theirs: readonly TheirRecord[];
  readonly ours: readonly OurRecord[];
}

/** A file of cases of which no row could be loaded, all for the same reason. */
export interface DemoRefusedFile {
  readonly unit: string;
  readonly fileName: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly reason: { readonly code: string; readonly message: string };
}

/** A file given as evidence of a thing. */
export interface DemoEvidence {
  readonly about: EvidenceOf;
  readonly id: string;
  readonly fileName: string;
  readonly note: string;
  readonly content: Buffer;
}

/**
 * What posts do in the product, by the code that screens use, each with its entry in the trail. Handed in by who starts
 * the demo, as loading is.
 */
export interface DemoDesk {
  readonly pilots: DemoPilotDesk;
  readonly innovations: DemoInnovationDesk;
  readonly forum: DemoForumDesk;
  readonly staff: DemoStaffDesk;
  readonly meetings: DemoMeetingDesk;
  annotate(hand: DemoHand, note: DemoNote): Promise<void>;
  giveEvidence(hand: DemoHand, evidence: DemoEvidence): Promise<void>;
  setBaseline(hand: DemoHand, baseline: DemoBaseline): Promise<void>;
  /** @returns the plan's id */
  plan(hand: DemoHand, plan: DemoPlan): Promise<string>;
  finishPlan(hand: DemoHand, id: string, plan: DemoPlan, result: string): Promise<void>;
  /** @returns the disposisi's id */
  instruct(hand: DemoHand, given: DemoInstruction): Promise<string>;
  /** @param from the post that gave it */
  report(hand: DemoHand, id: string, given: DemoInstruction, from: DemoPost, report: string): Promise<void>;
  close(hand: DemoHand, id: string, given: DemoInstruction): Promise<void>;
  /** @returns the sample's id */
  drawSample(hand: DemoHand, sample: DemoSample): Promise<string>;
  checkSampled(hand: DemoHand, check: DemoCheck): Promise<void>;
  compareLists(hand: DemoHand, recap: DemoRecap): Promise<void>;
  refuseFile(hand: DemoHand, file: DemoRefusedFile): Promise<void>;
  /**
   * @param posts who can be told
   * @returns the ids of its recommendations
   */
  openFinding(hand: DemoHand, finding: DemoFinding, posts: readonly DemoPost[]): Promise<readonly string[]>;
  stepRecommendation(
    hand: DemoHand,
    recommendation: { readonly id: string; readonly unitName: string },
    step: DemoStep,
    posts: readonly DemoPost[],
  ): Promise<void>;
}
