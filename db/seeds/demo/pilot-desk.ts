import type { OBSTACLE_WORDS } from '#domain/pilots/obstacle-words';
import type { IsoDate } from '#domain/period/civil-date';
import type { DemoHand } from './demo-hand.ts';

/** Something of the demo that has an id and a name. */
export interface DemoNamed {
  readonly id: string;
  readonly name: string;
}

export interface DemoMilestone {
  readonly id: string;
  readonly number: string;
  readonly title: string;
}

export interface DemoMilestonePlan {
  readonly startOn: IsoDate;
  readonly finishOn: IsoDate;
  readonly weight: number;
}

export interface DemoNamedPost {
  readonly post: string;
  readonly title: string;
}

export interface DemoObstacle {
  readonly milestone: string | null;
  readonly kind: keyof typeof OBSTACLE_WORDS;
  readonly body: string;
  readonly owner: DemoNamedPost;
  readonly help: (DemoNamedPost & { readonly asked: string }) | null;
  readonly sinceOn: IsoDate;
}

/** What posts do about pilot programmes, by the code that screens use, each with its entry in the trail. */
export interface DemoPilotDesk {
  /** @returns the programme's id */
  open(
    hand: DemoHand,
    programme: {
      readonly code: string;
      readonly name: string;
      readonly unitCode: string;
      readonly serviceCode: string;
      readonly goal: string;
      readonly legalBasis: string | null;
      readonly startsOn: IsoDate;
      readonly endsOn: IsoDate;
    },
  ): Promise<string>;
  /** @returns the milestone's id */
  addMilestone(
    hand: DemoHand,
    programme: DemoNamed,
    milestone: DemoMilestonePlan & { readonly number: string; readonly title: string },
  ): Promise<string>;
  replan(
    hand: DemoHand,
    programme: DemoNamed,
    milestone: DemoMilestone,
    plan: DemoMilestonePlan,
    reason: string,
  ): Promise<void>;
  /** @param signers posts that are told at 100 % */
  report(
    hand: DemoHand,
    programme: DemoNamed,
    milestone: DemoMilestone,
    report: { readonly on: IsoDate; readonly doneShare: number; readonly note: string | null },
    signers: readonly string[],
  ): Promise<void>;
  /** @param reporter the post that reported it */
  sign(hand: DemoHand, programme: DemoNamed, milestone: DemoMilestone, reporter: string): Promise<void>;
  /** @returns the obstacle's id */
  addObstacle(hand: DemoHand, programme: DemoNamed, obstacle: DemoObstacle): Promise<string>;
  resolveObstacle(
    hand: DemoHand,
    programme: DemoNamed,
    obstacle: DemoObstacle & { readonly id: string },
    solved: { readonly on: IsoDate; readonly resolution: string },
  ): Promise<void>;
  addDocument(
    hand: DemoHand,
    programme: DemoNamed,
    document: {
      readonly kind: 'spm' | 'sp' | 'sop' | 'ikm';
      readonly title: string;
      readonly number: string | null;
      readonly validFrom: IsoDate;
      readonly validTo: IsoDate | null;
    },
  ): Promise<string>;
  addVisit(
    hand: DemoHand,
    programme: DemoNamed,
    visit: {
      readonly on: IsoDate;
      readonly team: string;
      readonly advice: string;
      readonly nextOn: IsoDate | null;
    },
  ): Promise<string>;
  /** @returns the point's id */
  savePoint(
    hand: DemoHand,
    programme: DemoNamed,
    point: {
      readonly name: string;
      readonly network: 'baik' | 'lambat' | 'sering-putus' | 'tidak-ada';
      readonly networkNote: string | null;
      readonly facilities: Readonly<Record<string, boolean>>;
      readonly checkedOn: IsoDate;
    },
  ): Promise<string>;
  addTraining(
    hand: DemoHand,
    programme: DemoNamed,
    training: {
      readonly point: string | null;
      readonly on: IsoDate;
      readonly topic: string;
      readonly participants: number;
    },
  ): Promise<string>;
}
