import type { Knex } from 'knex';
import type { IsoDate } from '#domain/period/civil-date';
import type { DemoKabupaten } from './demo-kabupaten.ts';
import type { DemoHand } from './demo-hand.ts';

/** Who takes a step of the life of a proposal, and when: each step is a transaction of its own. */
export interface DemoStaffHand extends Omit<DemoHand, 'transaction'> {
  /** Pool of the application's role. */
  readonly application: Knex;
}

export interface DemoFlagDecision {
  readonly verdict: 'confirmed' | 'dismissed';
  readonly reason: string;
  readonly number: string | null;
  readonly on: IsoDate | null;
}

/** What becomes of proposals about staff, by the code of the daily round and of the screens. */
export interface DemoStaffDesk {
  /** Looks at the staff by the rules in force, as on that day. */
  look(application: Knex, kabupaten: DemoKabupaten, today: IsoDate, at: string): Promise<void>;
  explain(hand: DemoStaffHand, flag: string, text: string): Promise<void>;
  review(hand: DemoStaffHand, flag: string, text: string): Promise<void>;
  decide(hand: DemoStaffHand, flag: string, decision: DemoFlagDecision): Promise<void>;
}
