import { once } from 'node:events';
import type { Knex } from 'knex';
import pg, { type PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { CODE_PATTERN } from '#domain/scope';
import type { RollupContext, RollupEvents, RollupFamily } from './rollup-family.ts';
import type { RollupSums } from './rollup-sums.ts';

export type Grain = 'd' | 'm' | 'y';

/** Consecutive buckets of some keys. */
export interface Rectangle {
  readonly from: string;
  readonly to: string;
  readonly keys: Iterable<string>;
}

/**
 * Reads and writes the rows of one family's roll-up table within a transaction, all as COPY text: an import moves
 * millions of them. COPY has no bind values: codes are quoted, dates come from the database.
 */
export class RollupRows {
  readonly connection: PoolClient;
  readonly #family: RollupFamily;
  readonly #context: RollupContext;

  private constructor(connection: PoolClient, family: RollupFamily, context: RollupContext) {
    this.connection = connection;
    this.#family = family;
    this.#context = context;
  }

  static async open(
    transaction: Knex.Transaction,
    family: RollupFamily,
    context: RollupContext,
  ): Promise<RollupRows> {
    if (!CODE_PATTERN.test(context.kabupaten)) throw new Error(`not a kabupaten code: ${context.kabupaten}`);
    const connection = await (
      transaction.client as { acquireConnection(): Promise<PoolClient> }
    ).acquireConnection();
    await connection.query(`create temporary table merged_rows (like ${family.table}) on commit drop`);
    return new RollupRows(connection, family, context);
  }

  /** Rows as fields: unit, bucket, dimensions, counts, histograms. A chunk of rows at a time. */
  async *read(rectangle: Rectangle, grain: Grain, condition: string): AsyncGenerator<string[][]> {
    const { table, dimensions, counts, histograms } = this.#family;
    const columns = [
      'unit_code',
      'bucket',
      ...dimensions.map((each) => each.column),
      ...counts,
      ...histograms.flatMap(({ name }) => [`${name}_keys`, `${name}_counts`]),
    ];
    const query = `select ${columns.join(', ')} from ${table} where ${this.#where(rectangle, grain)} and ${condition}`;
    for await (const lines of this.#lines(query)) yield lines.map((line) => line.split('\t'));
  }

  /** Events of the facts of touched days, as lines: base key, day, dimensions, counts, histogram keys. */
  async *readEvents({ keys, from, to }: Rectangle, events: RollupEvents): AsyncGenerator<string[]> {
    yield* this.#lines(`
      with touched as materialized (
        select * from touched_days where base_key in (${literals(keys)}) and day between ${literal(from)} and ${literal(to)}
      )
      ${withValues(events.sql, this.#context)}`);
  }

  async delete(rectangle: Rectangle, grain: Grain, condition: string): Promise<void> {
    if ([...rectangle.keys].length === 0) return;
    await this.connection.query(
      `delete from ${this.#family.table} where ${this.#where(rectangle, grain)} and ${condition}`,
    );
  }

  /** Row-level security does not let COPY write into the table itself: the rows wait in a temporary one. */
  async write(sums: RollupSums, grain: Grain): Promise<void> {
    if (sums.isEmpty) return;
    const copy = this.connection.query(copyFrom(`copy merged_rows (${sums.columns.join(', ')}) from stdin`));
    const finished = once(copy, 'finish');
    for (const chunk of sums.chunks(this.#context.kabupaten, grain))
      if (!copy.write(chunk)) await once(copy, 'drain');
    copy.end();
    await finished;
  }

  /** Puts what was written into the roll-up table. */
  async keepWritten(): Promise<void> {
    await this.connection.query(
      `insert into ${this.#family.table} select * from merged_rows; truncate merged_rows`,
    );
  }

  async close(): Promise<void> {
    await this.connection.query('drop table merged_rows');
  }

  async *#lines(query: string): AsyncGenerator<string[]> {
    const stream = this.connection.query(copyTo(`copy (${query}) to stdout`));
    let rest = '';
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      if (lines.length > 0) yield lines;
    }
  }

  #where({ keys, from, to }: Rectangle, grain: Grain): string {
    return `kabupaten_code = ${literal(this.#context.kabupaten)} and unit_code in (${literals(keys)}) and grain = '${grain}'
      and bucket >= ${literal(from)} and bucket <= ${literal(to)}`;
  }
}

/** Puts the values of the context in place of `:kabupaten`, `:zone` and `:edges`. */
export function withValues(sql: string, { kabupaten, zone, edges }: RollupContext): string {
  const values: Readonly<Record<string, string>> = {
    kabupaten: literal(kabupaten),
    zone: literal(zone),
    edges: `'{${edges.join(',')}}'`,
  };
  return sql.replace(/(?<!:):(kabupaten|zone|edges)\b/g, (_, name: string) => values[name] ?? '');
}

export function literals(values: Iterable<string>): string {
  return [...values].map(literal).join(', ');
}

function literal(value: string): string {
  return pg.escapeLiteral(value);
}
