import type { Knex } from 'knex';
import type { Role } from '#domain/permissions';

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
