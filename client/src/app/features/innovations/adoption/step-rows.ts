import type { Adoption, PlannedStep } from './adoption-api.ts';

/** A step as it stands in the form. */
export type StepRow = PlannedStep;

/** The steps of a plan as rows to be edited. */
export function rowsOf(steps: Adoption['steps']): readonly StepRow[] {
  return steps.map(({ id, body, owner, dueOn, doneOn, note }) => ({ id, body, owner, dueOn, doneOn, note }));
}

/** The rows with one changed. */
export function changedRow(
  rows: readonly StepRow[],
  at: number,
  change: Partial<Omit<StepRow, 'id'>>,
): readonly StepRow[] {
  return rows.map((row, index) => (index === at ? { ...row, ...change } : row));
}

/** The rows with an empty one after the place. */
export function withRowAfter(rows: readonly StepRow[], at: number): readonly StepRow[] {
  const empty = { id: null, body: '', owner: '', dueOn: null, doneOn: null, note: '' };
  return [...rows.slice(0, at + 1), empty, ...rows.slice(at + 1)];
}

export function withoutRow(rows: readonly StepRow[], at: number): readonly StepRow[] {
  return rows.filter((_row, index) => index !== at);
}

/** The rows with one moved by a place; the same rows where there is no such place. */
export function movedRow(rows: readonly StepRow[], at: number, by: -1 | 1): readonly StepRow[] {
  const [row, other] = [rows[at], rows[at + by]];
  if (row === undefined || other === undefined) return rows;
  return rows.map((each, index) => (index === at ? other : index === at + by ? row : each));
}

/** What is sent: rows that say nothing are left out. */
export function toldRows(rows: readonly StepRow[]): readonly StepRow[] {
  return rows
    .map((row) => ({
      ...row,
      body: row.body.trim(),
      owner: row.owner.trim(),
      note: row.note.trim(),
    }))
    .filter(({ body }) => body !== '');
}

/** True where the rows say something else than the plan. */
export function areChanged(rows: readonly StepRow[], steps: Adoption['steps']): boolean {
  return JSON.stringify(toldRows(rows)) !== JSON.stringify(rowsOf(steps));
}
