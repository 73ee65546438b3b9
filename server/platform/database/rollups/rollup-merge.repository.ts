import type { Knex } from 'knex';
import { addDays, daysBetween, monthEnd } from '#domain/period/civil-date';
import { batchesOf, monthOf, sameMonth, withBucket, yearOf, type Batch } from './rollup-batches.ts';
import type { RollupContext, RollupFamily } from './rollup-family.ts';
import { literals, RollupRows } from './rollup-rows.repository.ts';
import { RollupSums } from './rollup-sums.ts';

/** Beyond so many touched values of a dimension, rows are picked out here instead of in the query. */
const VALUES_IN_QUERY = 40;
/** So many days of units change a table enough for its statistics to mislead the planner. */
const LARGE = 500;

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
 * Makes the rows of the days in `touched_days` from the facts, those of ancestors and of "all values" from these, months
 * from days, years from months. The base rows of the touched days must have been deleted. The adding up is done here
 * and not in SQL: a histogram in an array must be unnested, grouped and built again there, which takes some thirty
 * times as long.
 */
export async function mergeRollups(
  transaction: Knex.Transaction,
  family: RollupFamily,
  context: RollupContext,
): Promise<void> {
  const rows = await RollupRows.open(transaction, family, context);
  await new RollupMerge(rows, family, context.kabupaten).run();
  await rows.close();
}

class RollupMerge {
  readonly #rows: RollupRows;
  readonly #family: RollupFamily;
  readonly #kabupaten: string;
  /** Base rows have a single value in every dimension. */
  readonly #concrete: string;
  #spans: ReadonlyMap<string, readonly Span[]> = new Map();
  #touched: readonly ReadonlySet<string>[] = [];

  constructor(rows: RollupRows, family: RollupFamily, kabupaten: string) {
    this.#rows = rows;
    this.#family = family;
    this.#kabupaten = kabupaten;
    this.#concrete = family.dimensions.map((each) => `${each.column} <> '*'`).join(' and ');
  }

  async run(): Promise<void> {
    const { connection } = this.#rows;
    const spans = await connection.query<Span>(
      'select base_key, span_key, valid_from, valid_to from unit_spans where kabupaten_code = $1',
      [this.#kabupaten],
    );
    this.#spans = Map.groupBy(spans.rows, (span) => span.base_key);
    this.#touched = await this.#touchedValues();
    const days = await connection.query<{ base_key: string; day: string }>(
      'select distinct base_key, day from touched_days order by day',
    );
    const pairs = days.rows.flatMap(({ base_key, day }) =>
      [base_key, ...this.#spansOn(base_key, day)].map((key) => ({ key, bucket: day })),
    );
    const touchedDays = new Set(days.rows.map(({ base_key, day }) => `${base_key}\t${day}`));
    await this.#mergeDays(
      batchesOf(pairs, (a, b) => addDays(a, 1) >= b && sameMonth(a, b)),
      touchedDays,
    );
    if (touchedDays.size > LARGE)
      await connection.query('select refresh_statistics($1)', [this.#family.table]);
    await this.#mergeYears(
      batchesOf(
        pairs.map(({ key, bucket }) => ({ key, bucket: yearOf(bucket) })),
        () => true,
      ),
    );
  }

  /** Facts of the days → base rows → the rows with '*', and those of the ancestors; then the months of these days. */
  async #mergeDays(batches: readonly Batch[], touchedDays: ReadonlySet<string>): Promise<void> {
    const spans = [...this.#spans.values()].flat();
    const parents = new Set(spans.map((span) => span.span_key));
    const month: OpenMonth = { first: '', sums: new RollupSums(this.#family), done: new Map() };
    for (const batch of batches) {
      if (!sameMonth(month.first, batch.from)) {
        await this.#mergeMonth(month);
        month.first = monthOf(batch.from);
      }
      const bases = new Set([...batch.keys].filter((key) => !parents.has(key)));
      for (const span of spans) if (batch.keys.has(span.span_key)) bases.add(span.base_key);
      const made = await this.#madeFromFacts({ ...batch, keys: bases });
      const merged = new RollupSums(this.#family);
      this.#spread(made, batch, merged, month);
      this.#spread(await this.#untouched({ ...batch, keys: bases }, touchedDays), batch, merged, month);

      const keys = [...batch.keys];
      const touched = this.#touchedCondition();
      await this.#rows.delete({ ...batch, keys: keys.filter((key) => parents.has(key)) }, 'd', touched);
      await this.#rows.delete(
        { ...batch, keys: keys.filter((key) => !parents.has(key)) },
        'd',
        `${touched} and not (${this.#concrete})`,
      );
      await this.#rows.write(made, 'd');
      await this.#rows.write(merged, 'd');
      const { first } = month;
      month.sums.addAll(merged, (key) => withBucket(key, first));
      for (const key of keys) month.done.set(key, [...(month.done.get(key) ?? []), batch]);
    }
    await this.#mergeMonth(month);
    await this.#rows.keepWritten();
  }

  async #madeFromFacts(rectangle: Batch): Promise<RollupSums> {
    const made = new RollupSums(this.#family);
    for (const events of this.#family.events) {
      const add = made.eventAdder(events);
      for await (const lines of this.#rows.readEvents(rectangle, events)) for (const line of lines) add(line);
    }
    return made;
  }

  /** The base rows of a rectangle that stay as they are. */
  async #untouched(rectangle: Batch, touchedDays: ReadonlySet<string>): Promise<RollupSums> {
    const kept = new RollupSums(this.#family);
    if (isWhollyTouched(rectangle, touchedDays)) return kept;
    for await (const rows of this.#rows.read(rectangle, 'd', this.#concrete))
      for (const [base = '', day = '', ...row] of rows)
        kept.addRow(`${base}\t${day}\t${this.#dimensionsOf(row)}`, row);
    return kept;
  }

  /** Adds base rows to the rows with '*', to the ancestors and to the month, as far as those belong to the batch. */
  #spread(bases: RollupSums, batch: Batch, merged: RollupSums, month: OpenMonth): void {
    for (const [key, sum] of bases.entries()) {
      const [base = '', day = '', ...dimensions] = key.split('\t');
      if (batch.keys.has(base) && this.#isTouched(dimensions))
        month.sums.addSum(withBucket(key, month.first), sum);
      const combinations = this.#combinations(dimensions);
      for (const unit of [base, ...this.#spansOn(base, day)]) {
        if (!batch.keys.has(unit)) continue;
        for (const combination of combinations) {
          if (unit !== base || combination.includes('*'))
            merged.addSum(`${unit}\t${day}\t${combination.join('\t')}`, sum);
        }
      }
    }
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
      for await (const rows of this.#rows.read({ keys, from: first, to: last }, 'd', condition))
        for (const [key = '', day = '', ...row] of rows)
          if (!isDone(key, day) && this.#isTouched(row))
            sums.addRow(`${key}\t${first}\t${this.#dimensionsOf(row)}`, row);
    }
    await this.#rows.delete({ keys, from: first, to: first }, 'm', this.#touchedCondition());
    await this.#rows.write(sums, 'm');
    sums.clear();
    done.clear();
  }

  /** Months → years. */
  async #mergeYears(batches: readonly Batch[]): Promise<void> {
    for (const batch of batches) {
      const sums = new RollupSums(this.#family);
      const months = { ...batch, to: `${batch.to.slice(0, 4)}-12-31` };
      for await (const rows of this.#rows.read(months, 'm', this.#touchedCondition()))
        for (const [key = '', bucket = '', ...row] of rows)
          if (this.#isTouched(row)) sums.addRow(`${key}\t${yearOf(bucket)}\t${this.#dimensionsOf(row)}`, row);
      await this.#rows.delete(batch, 'y', this.#touchedCondition());
      await this.#rows.write(sums, 'y');
    }
    await this.#rows.keepWritten();
  }

  #dimensionsOf(row: readonly string[]): string {
    return row.slice(0, this.#family.dimensions.length).join('\t');
  }

  /** Ancestors that count the records of a base key on a day. */
  #spansOn(baseKey: string, day: string): string[] {
    return (this.#spans.get(baseKey) ?? [])
      .filter((span) => day >= span.valid_from && day < span.valid_to)
      .map((span) => span.span_key);
  }

  async #touchedValues(): Promise<ReadonlySet<string>[]> {
    const values: ReadonlySet<string>[] = [];
    for (const { column } of this.#family.dimensions) {
      const { rows } = await this.#rows.connection.query<{ value: string }>(
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

  /** @param row begins with the dimensions */
  #isTouched(row: readonly string[]): boolean {
    return this.#touched.every((_, index) => this.#isTouchedValue(index, row[index] ?? ''));
  }

  #isTouchedValue(dimension: number, value: string): boolean {
    const values = this.#touched[dimension];
    return values !== undefined && (values.size > VALUES_IN_QUERY || values.has(value));
  }

  /** "This value" and "all values" of every dimension that has '*' rows, as far as the values were touched. */
  #combinations(values: readonly string[]): string[][] {
    let combinations: string[][] = [[]];
    this.#family.dimensions.forEach((dimension, index) => {
      const value = values[index] ?? '';
      const choices = [
        ...(this.#isTouchedValue(index, value) ? [value] : []),
        ...(dimension.all ? ['*'] : []),
      ];
      combinations = combinations.flatMap((combination) => choices.map((choice) => [...combination, choice]));
    });
    return combinations;
  }
}

function isWhollyTouched({ keys, from, to }: Batch, touchedDays: ReadonlySet<string>): boolean {
  for (let day = from; day <= to; day = addDays(day, 1))
    for (const key of keys) if (!touchedDays.has(`${key}\t${day}`)) return false;
  return true;
}
