import { once } from 'node:events';
import type { Knex } from 'knex';
import pg, { type PoolClient } from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { addDays, daysBetween, monthEnd } from '#domain/period/civil-date';
import { CODE_PATTERN } from '#domain/scope';
import type { RollupFamily } from './rollup-family.ts';
import { RollupSums } from './rollup-sums.ts';

/** Keys × buckets merged at a time: bounds the memory, whatever the size of the import. */
const PAIRS_PER_BATCH = 64;
/** Beyond so many touched values of a dimension, rows are picked out here instead of in the query. */
const VALUES_IN_QUERY = 40;

/** A rectangle of roll-up rows to be made anew: these keys on these buckets. */
interface Batch {
  readonly from: string;
  to: string;
  readonly keys: Set<string>;
}

/** A month whose days are being made anew. */
interface OpenMonth {
  first: string;
  readonly sums: RollupSums;
  /** Per key the batches whose days are already in the sums. */
  readonly done: Map<string, Pick<Batch, 'from' | 'to'>[]>;
}

interface Span {
  readonly base_key: string;
  readonly span_key: string;
  readonly valid_from: string;
  readonly valid_to: string;
}

/**
 * Merges the base rows of the days in `touched_days` into the rows of ancestors and of "all values", days into
 * months, months into years. The adding up is done here and not in SQL: a histogram in an array must be unnested,
 * grouped and built again there, which takes some thirty times as long.
 */
export async function mergeRollups(
  transaction: Knex.Transaction,
  family: RollupFamily,
  kabupatenCode: string,
): Promise<void> {
  if (!CODE_PATTERN.test(kabupatenCode)) throw new Error(`not a kabupaten code: ${kabupatenCode}`);
  const connection = await (
    transaction.client as { acquireConnection(): Promise<PoolClient> }
  ).acquireConnection();
  const merge = new RollupMerge(connection, family, kabupatenCode);
  await connection.query(`create temporary table merged_rows (like ${family.table}) on commit drop`);
  await merge.run();
  await connection.query('drop table merged_rows');
}

class RollupMerge {
  readonly #connection: PoolClient;
  readonly #family: RollupFamily;
  readonly #kabupaten: string;
  #spans: readonly Span[] = [];
  #touched: readonly ReadonlySet<string>[] = [];

  constructor(connection: PoolClient, family: RollupFamily, kabupaten: string) {
    this.#connection = connection;
    this.#family = family;
    this.#kabupaten = kabupaten;
  }

  async run(): Promise<void> {
    this.#spans = (
      await this.#connection.query<Span>(
        'select base_key, span_key, valid_from, valid_to from unit_spans where kabupaten_code = $1',
        [this.#kabupaten],
      )
    ).rows;
    this.#touched = await this.#touchedValues();
    const days = (
      await this.#connection.query<{ base_key: string; day: string }>(
        'select distinct base_key, day from touched_days order by day',
      )
    ).rows;
    const pairs = days.flatMap(({ base_key, day }) =>
      [base_key, ...this.#spansOn(base_key, day)].map((key) => ({ key, bucket: day })),
    );
    await this.#mergeDays(batchesOf(pairs, (a, b) => addDays(a, 1) >= b && sameMonth(a, b)));
    await this.#mergeYears(
      batchesOf(
        pairs.map(({ key, bucket }) => ({ key, bucket: yearOf(bucket) })),
        () => true,
      ),
    );
  }

  /** Base rows of the days → the rows with '*', and those of the ancestors; then the months these days lie in. */
  async #mergeDays(batches: readonly Batch[]): Promise<void> {
    const parents = new Set(this.#spans.map((span) => span.span_key));
    const concrete = this.#family.dimensions.map((each) => `${each.column} <> '*'`).join(' and ');
    const month: OpenMonth = { first: '', sums: new RollupSums(this.#family), done: new Map() };
    const sums = new RollupSums(this.#family);
    for (const batch of batches) {
      if (!sameMonth(month.first, batch.from)) {
        await this.#mergeMonth(month);
        month.first = monthOf(batch.from);
      }
      const members = new Set(
        [...batch.keys].flatMap((key) => [
          key,
          ...this.#spans.filter((span) => span.span_key === key).map((span) => span.base_key),
        ]),
      );
      for await (const [base = '', day = '', ...row] of this.#read(
        [...members].filter((key) => !parents.has(key)),
        'd',
        batch.from,
        batch.to,
        concrete,
      )) {
        if (batch.keys.has(base) && this.#isTouched(row))
          month.sums.add(`${base}\t${month.first}\t${this.#dimensionsOf(row)}`, row);
        const combinations = this.#combinations(row);
        for (const key of [base, ...this.#spansOn(base, day)]) {
          if (!batch.keys.has(key)) continue;
          for (const dimensions of combinations) {
            if (key !== base || dimensions.includes('*'))
              sums.add(`${key}\t${day}\t${dimensions.join('\t')}`, row);
          }
        }
      }
      const keys = [...batch.keys];
      await this.#delete(
        keys.filter((key) => parents.has(key)),
        'd',
        batch,
        this.#touchedCondition(),
      );
      await this.#delete(
        keys.filter((key) => !parents.has(key)),
        'd',
        batch,
        `${this.#touchedCondition()} and not (${concrete})`,
      );
      await this.#write(sums, 'd');
      const { first } = month;
      month.sums.addAll(sums, (key) => withBucket(key, first));
      sums.clear();
      for (const key of keys) month.done.set(key, [...(month.done.get(key) ?? []), batch]);
    }
    await this.#mergeMonth(month);
    await this.#keepMerged();
  }

  /** Adds the days of the month that were not made anew, and writes the month's rows. */
  async #mergeMonth({ first, sums, done }: OpenMonth): Promise<void> {
    if (done.size === 0) return;
    const last = monthEnd(first);
    const keys = [...done.keys()];
    const isDone = (key: string, day: string) =>
      done.get(key)?.some((batch) => day >= batch.from && day <= batch.to) === true;
    const days = Array.from({ length: daysBetween(first, last) + 1 }, (_, index) => addDays(first, index));
    const left = days.filter((day) => !keys.every((key) => isDone(key, day)));
    if (left.length > 0) {
      const condition = `${this.#touchedCondition()} and bucket in (${literals(left)})`;
      for await (const [key = '', day = '', ...row] of this.#read(keys, 'd', first, last, condition)) {
        if (!isDone(key, day) && this.#isTouched(row))
          sums.add(`${key}\t${first}\t${this.#dimensionsOf(row)}`, row);
      }
    }
    await this.#delete(keys, 'm', { from: first, to: first }, this.#touchedCondition());
    await this.#write(sums, 'm');
    sums.clear();
    done.clear();
  }

  /** Months → years. */
  async #mergeYears(batches: readonly Batch[]): Promise<void> {
    for (const batch of batches) {
      const sums = new RollupSums(this.#family);
      for await (const [key = '', bucket = '', ...row] of this.#read(
        [...batch.keys],
        'm',
        batch.from,
        `${batch.to.slice(0, 4)}-12-31`,
        this.#touchedCondition(),
      )) {
        if (this.#isTouched(row)) sums.add(`${key}\t${yearOf(bucket)}\t${this.#dimensionsOf(row)}`, row);
      }
      await this.#delete([...batch.keys], 'y', batch, this.#touchedCondition());
      await this.#write(sums, 'y');
    }
    await this.#keepMerged();
  }

  #dimensionsOf(row: readonly string[]): string {
    return row.slice(0, this.#family.dimensions.length).join('\t');
  }

  /** Ancestors that count the records of a base key on a day. */
  #spansOn(baseKey: string, day: string): string[] {
    return this.#spans
      .filter((span) => span.base_key === baseKey && day >= span.valid_from && day < span.valid_to)
      .map((span) => span.span_key);
  }

  async #touchedValues(): Promise<ReadonlySet<string>[]> {
    const values: ReadonlySet<string>[] = [];
    for (const { column } of this.#family.dimensions) {
      const { rows } = await this.#connection.query<{ value: string }>(
        `select distinct ${column} as value from changed_cells`,
      );
      values.push(new Set([...rows.map((row) => row.value), '*']));
    }
    return values;
  }

  /** Only rows of touched values (and of '*') can have changed. Long lists keep the whole rectangle: that is as right. */
  #touchedCondition(): string {
    const parts = this.#family.dimensions.flatMap(({ column }, index) => {
      const values = this.#touched[index];
      return values && values.size <= VALUES_IN_QUERY ? [`${column} in (${literals(values)})`] : [];
    });
    return parts.length === 0 ? 'true' : parts.join(' and ');
  }

  #isTouched(row: readonly string[]): boolean {
    return this.#touched.every(
      (values, index) => values.size > VALUES_IN_QUERY || values.has(row[index] ?? ''),
    );
  }

  /** "This value" and "all values" of every dimension that has '*' rows, as far as the values were touched. */
  #combinations(row: readonly string[]): string[][] {
    let combinations: string[][] = [[]];
    this.#family.dimensions.forEach((dimension, index) => {
      const value = row[index] ?? '';
      const values = this.#touched[index];
      const touched = values !== undefined && (values.size > VALUES_IN_QUERY || values.has(value));
      const choices = [...(touched ? [value] : []), ...(dimension.all ? ['*'] : [])];
      combinations = combinations.flatMap((combination) => choices.map((choice) => [...combination, choice]));
    });
    return combinations;
  }

  /** Roll-up rows as text fields. COPY has no bind values: codes are quoted, dates come from the database. */
  async *#read(
    keys: readonly string[],
    grain: string,
    from: string,
    to: string,
    condition: string,
  ): AsyncGenerator<string[]> {
    if (keys.length === 0) return;
    const { table, dimensions, counts, histograms } = this.#family;
    const columns = [
      'unit_code',
      'bucket',
      ...dimensions.map((each) => each.column),
      ...counts,
      ...histograms.flatMap(({ name }) => [`${name}_keys`, `${name}_counts`]),
    ];
    const query = `select ${columns.join(', ')} from ${table} where ${this.#where(keys, grain, from, to)} and ${condition}`;
    const stream = this.#connection.query(copyTo(`copy (${query}) to stdout`));
    let rest = '';
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) yield line.split('\t');
    }
  }

  async #delete(
    keys: readonly string[],
    grain: string,
    batch: Pick<Batch, 'from' | 'to'>,
    condition: string,
  ): Promise<void> {
    if (keys.length === 0) return;
    await this.#connection.query(
      `delete from ${this.#family.table} where ${this.#where(keys, grain, batch.from, batch.to)} and ${condition}`,
    );
  }

  #where(keys: readonly string[], grain: string, from: string, to: string): string {
    return `kabupaten_code = ${pg.escapeLiteral(this.#kabupaten)} and unit_code in (${literals(keys)}) and grain = '${grain}'
      and bucket >= ${pg.escapeLiteral(from)} and bucket <= ${pg.escapeLiteral(to)}`;
  }

  /** Row-level security does not let COPY write into the table itself: the rows wait in a temporary one. */
  async #write(sums: RollupSums, grain: 'd' | 'm' | 'y'): Promise<void> {
    if (sums.isEmpty) return;
    const copy = this.#connection.query(copyFrom(`copy merged_rows (${sums.columns.join(', ')}) from stdin`));
    const finished = once(copy, 'finish');
    for (const chunk of sums.chunks(this.#kabupaten, grain))
      if (!copy.write(chunk)) await once(copy, 'drain');
    copy.end();
    await finished;
  }

  async #keepMerged(): Promise<void> {
    await this.#connection.query(
      `insert into ${this.#family.table} select * from merged_rows; truncate merged_rows`,
    );
  }
}

/** Groups touched (key, bucket) pairs, in order, into rectangles; buckets that do not `adjoin` are kept apart. */
function batchesOf(
  pairs: readonly { key: string; bucket: string }[],
  adjoin: (a: string, b: string) => boolean,
): Batch[] {
  const byBucket = new Map<string, Set<string>>();
  for (const { key, bucket } of pairs) {
    const keys = byBucket.get(bucket) ?? new Set();
    byBucket.set(bucket, keys.add(key));
  }
  const batches: (Batch & { pairs: number })[] = [];
  for (const [bucket, keys] of byBucket) {
    const last = batches.at(-1);
    if (last && adjoin(last.to, bucket) && last.pairs + keys.size <= PAIRS_PER_BATCH) {
      last.to = bucket;
      last.pairs += keys.size;
      for (const key of keys) last.keys.add(key);
    } else {
      batches.push({ from: bucket, to: bucket, keys: new Set(keys), pairs: keys.size });
    }
  }
  return batches;
}

function sameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

function monthOf(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

function yearOf(day: string): string {
  return `${day.slice(0, 4)}-01-01`;
}

/** The key with another bucket: unit, bucket, dimensions. */
function withBucket(key: string, bucket: string): string {
  const unitEnd = key.indexOf('\t');
  return `${key.slice(0, unitEnd)}\t${bucket}${key.slice(key.indexOf('\t', unitEnd + 1))}`;
}

function literals(values: Iterable<string>): string {
  return [...values].map((value) => pg.escapeLiteral(value)).join(', ');
}
