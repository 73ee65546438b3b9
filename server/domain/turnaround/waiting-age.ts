/** Ages of what is still open, in working days since receipt; the day of receipt is day 0. */
const WAITING_AGES = [
  { fromDays: 0, toDays: 1 },
  { fromDays: 2, toDays: 5 },
  { fromDays: 6, toDays: 14 },
  { fromDays: 15, toDays: 30 },
  { fromDays: 31, toDays: null },
] as const;

/** Open cases of one age. */
export interface WaitingCount {
  /** Working days since receipt, not negative. */
  readonly days: number;
  readonly count: number;
  /** Of these, past their deadline. */
  readonly overdue: number;
}

export interface AgeClass {
  readonly fromDays: number;
  /** Included; null = and more. */
  readonly toDays: number | null;
  readonly count: number;
  readonly overdue: number;
}

/** Every class of {@link WAITING_AGES}, empty ones too; the counts add up to all that is given. */
export function ageClasses(waiting: readonly WaitingCount[]): AgeClass[] {
  return WAITING_AGES.map(({ fromDays, toDays }) => {
    const within = waiting.filter(({ days }) => days >= fromDays && (toDays === null || days <= toDays));
    return {
      fromDays,
      toDays,
      count: within.reduce((sum, { count }) => sum + count, 0),
      overdue: within.reduce((sum, { overdue }) => sum + overdue, 0),
    };
  });
}
