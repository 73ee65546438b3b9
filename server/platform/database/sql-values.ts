/** The values of a statement that is put together from parts, each with its type, in the order of their places. */
export class SqlValues {
  readonly #values: unknown[] = [];

  /** Adds a value and gives what stands for it in the statement: `$3::date`. */
  add(value: unknown, type: string): string {
    this.#values.push(value);
    return `$${this.#values.length}::${type}`;
  }

  /** All values so far. */
  get list(): readonly unknown[] {
    return this.#values;
  }
}
