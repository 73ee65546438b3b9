import { addDays } from '#domain/period/civil-date';
import { isSilent, REPORTED_WITHIN_DAYS } from '#domain/reporting/silence';
import type { OverviewContext } from '../overview-context.ts';
import { readQuietUnits } from './silence.queries.ts';

export interface ReportedDays {
  /** Last day of the past year on which a record was received; null when there is none. */
  readonly lastReportedOn: string | null;
  readonly silent: boolean;
}

/**
 * When each unit last received a record, of whatever kind, and whether it has fallen silent since.
 *
 * @param units keys of the roll-ups, each with the code of the unit whose calendar counts
 * @returns by key of the roll-ups
 */
export async function reportedByUnit(
  { transaction, sources, clock }: OverviewContext,
  units: readonly (readonly [string, string])[],
): Promise<Map<string, ReportedDays>> {
  const { today } = clock;
  const lastDays = await sources.lastDays(
    transaction,
    units.map(([key]) => key),
    addDays(today, -REPORTED_WITHIN_DAYS),
  );
  const known = units.flatMap(([key, code]) => {
    const last = lastDays.get(key);
    return last === undefined ? [] : [[code, last] as const];
  });
  const quiet = await readQuietUnits(transaction, known, today);
  return new Map(
    units.map(([key, code]) => {
      const last = lastDays.get(key) ?? null;
      const { workingDays, nil } = quiet.get(code) ?? { workingDays: 0, nil: false };
      return [key, { lastReportedOn: last, silent: !nil && isSilent(last, today, workingDays) }];
    }),
  );
}
