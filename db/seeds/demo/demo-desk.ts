import type { Knex } from 'knex';
import type { MeasureId } from '#domain/measures';
import type { Role } from '#domain/permissions';
import type { IsoDate } from '#domain/period/civil-date';

/** A post of the demo, and who holds it; without an account nobody does. */
export interface DemoPost {
  readonly id: string;
  readonly title: string;
  readonly role: Role;
  readonly unitCode: string | null;
  readonly holder: { readonly userId: string; readonly username: string; readonly name: string } | null;
}

/** Who writes what in the demo, and when: the moment that is told, which lies in the past. */
export interface DemoHand {
  /** The transaction that the writing is part of. */
  readonly transaction: Knex.Transaction;
  readonly kabupatenCode: string;
  readonly post: DemoPost;
  /** ISO instant. */
  readonly at: string;
}

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
}

/**
 * What posts do in the product, by the code that screens use, each with its entry in the trail. Handed in by who starts
 * the demo, as loading is.
 */
export interface DemoDesk {
  annotate(hand: DemoHand, note: DemoNote): Promise<void>;
  setBaseline(hand: DemoHand, baseline: DemoBaseline): Promise<void>;
  /** @returns the plan's id */
  plan(hand: DemoHand, plan: DemoPlan): Promise<string>;
  finishPlan(hand: DemoHand, id: string, plan: DemoPlan, result: string): Promise<void>;
  /** @returns the disposisi's id */
  instruct(hand: DemoHand, given: DemoInstruction): Promise<string>;
  /** @param from the post that gave it */
  report(hand: DemoHand, id: string, given: DemoInstruction, from: DemoPost, report: string): Promise<void>;
  close(hand: DemoHand, id: string, given: DemoInstruction): Promise<void>;
}
