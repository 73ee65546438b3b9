/** What several entries say to one question; null where one says nothing. */
export interface AskedRow {
  readonly id: string;
  readonly values: readonly unknown[];
}

/** The same questions, parted by whether the answers differ; what none answers is left out. */
export interface ComparedRows<R extends AskedRow> {
  readonly differing: readonly R[];
  /** Answered by some of them only: whether they differ is not known. */
  readonly partly: readonly R[];
  readonly alike: readonly R[];
}

/** Parts the questions into those that the entries answer differently, not all, or alike, in the given order. */
export function comparedRows<R extends AskedRow>(rows: readonly R[]): ComparedRows<R> {
  const told = rows.filter(({ values }) => values.some((value) => value !== null));
  const [whole, partly] = [told.filter(isWhole), told.filter((row) => !isWhole(row))];
  return { differing: whole.filter(differs), partly, alike: whole.filter((row) => !differs(row)) };
}

function isWhole({ values }: AskedRow): boolean {
  return values.every((value) => value !== null);
}

function differs({ values }: AskedRow): boolean {
  return new Set(values.map((value) => JSON.stringify(value))).size > 1;
}
