import type { EntryContent } from '#contract/innovations/entry-content';
import type { IsoDate } from '#domain/period/civil-date';
import type { DemoHand, DemoPost } from './demo-hand.ts';

/** The next stage of an idea, with what it needs. */
export type DemoIdeaStep =
  | { readonly to: 'uji-coba'; readonly question: string; readonly until: IsoDate; readonly reason: string }
  | { readonly to: 'dihentikan'; readonly outcome: string; readonly reason: string };

/** What is to prove an innovation, and what it is compared with. */
export interface DemoProof {
  readonly measure: string;
  readonly field: string;
  readonly startedOn: IsoDate;
  readonly before: { readonly from: IsoDate; readonly to: IsoDate };
  readonly comparedUnits: readonly string[];
}

/** What posts do about innovations, by the code that screens use. `posts` are those that can be told. */
export interface DemoInnovationDesk {
  /** Makes an entry of a public source the kabupaten's own. */
  claim(hand: DemoHand, posts: readonly DemoPost[], id: string, unit: string): Promise<void>;
  /** @returns the entry's id */
  begin(
    hand: DemoHand,
    posts: readonly DemoPost[],
    entry: {
      readonly name: string;
      readonly acronym: string;
      readonly unit: string;
      readonly content: Partial<EntryContent>;
    },
  ): Promise<string>;
  change(
    hand: DemoHand,
    posts: readonly DemoPost[],
    id: string,
    values: Partial<EntryContent>,
  ): Promise<void>;
  submit(hand: DemoHand, posts: readonly DemoPost[], id: string): Promise<void>;
  publish(hand: DemoHand, posts: readonly DemoPost[], id: string, note: string): Promise<void>;
  /** Lets every field out, with the figures that prove it. */
  share(
    hand: DemoHand,
    posts: readonly DemoPost[],
    id: string,
    audience: 'forcasi' | 'public',
  ): Promise<void>;
  confirm(hand: DemoHand, posts: readonly DemoPost[], id: string): Promise<void>;
  /** Locks what is to prove it; the result comes with the first round. */
  prove(hand: DemoHand, posts: readonly DemoPost[], id: string, proof: DemoProof): Promise<void>;
  stop(
    hand: DemoHand,
    posts: readonly DemoPost[],
    id: string,
    word: { readonly on: IsoDate; readonly lesson: string },
  ): Promise<void>;
  /** @returns the idea's id */
  suggest(
    hand: DemoHand,
    posts: readonly DemoPost[],
    idea: {
      readonly unit: string;
      readonly title: string;
      readonly problem: string;
      readonly proposal: string;
    },
  ): Promise<string>;
  decide(hand: DemoHand, posts: readonly DemoPost[], id: string, step: DemoIdeaStep): Promise<void>;
}
