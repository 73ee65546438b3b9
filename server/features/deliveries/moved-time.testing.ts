import { type MailingProduct } from './deliveries.testing.ts';
import { DELIVER } from './delivery-deps.ts';
import { until } from '../../testing/until.ts';

/** What became of a delivery at an instant: seen after every step of time. */
export interface SeenDelivery {
  readonly id: string;
  readonly state: string;
  readonly problem: string | null;
  readonly attempts: number;
}

/**
 * Time that a spec moves, for the product and for its queue alike: pauses and numbers of attempts are those of the
 * product, and half a day passes in seconds.
 */
export class MovedTime {
  readonly #mailing: MailingProduct;
  #now = 0;

  constructor(mailing: MailingProduct) {
    this.#mailing = mailing;
  }

  get now(): number {
    return this.#now;
  }

  /** Moves both clocks; pg-boss asks the database for the time by a function of its own. */
  async moveTo(instant: number): Promise<void> {
    this.#now = instant;
    const iso = new Date(instant).toISOString();
    const { owner } = this.#mailing.product.database;
    await owner.raw(
      `create or replace function pgboss.job_now() returns timestamptz language sql stable
       as $$ select '${iso}'::timestamptz $$`,
    );
    this.#mailing.product.setNow(iso);
  }

  /** When the next job is to be taken up; null when none waits. */
  async nextJobAt(): Promise<number | null> {
    const { owner } = this.#mailing.product.database;
    const next = await owner('pgboss.job')
      .where({ name: DELIVER.name })
      .whereIn('state', ['created', 'retry'])
      .min<{ at: Date | null }[]>('start_after as at');
    const at = next[0]?.at ?? null;
    // The database counts microseconds: a job is due in the millisecond after.
    return at === null ? null : at.getTime() + 1;
  }

  /** Waits until nothing is under way and nothing is due by the clocks. */
  async settle(): Promise<void> {
    const { owner } = this.#mailing.product.database;
    await until(
      async () => {
        const { rows } = await owner.raw<{ rows: { busy: boolean }[] }>(
          `select exists (select 1 from pgboss.job
                           where name = ? and (state = 'active' or (state < 'active' and start_after <= ?))) as busy`,
          [DELIVER.name, new Date(this.#now).toISOString()],
        );
        return rows[0]?.busy === false;
      },
      30_000,
      'the end of what is due',
    );
  }

  async deliveries(): Promise<SeenDelivery[]> {
    const { owner } = this.#mailing.product.database;
    return owner('deliveries').select<SeenDelivery[]>('id', 'state', 'problem', 'attempts').orderBy('id');
  }
}
