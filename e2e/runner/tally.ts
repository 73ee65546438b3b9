/** How many tests, or steps that count as one test, passed and failed. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

export const NOTHING: Tally = { passed: 0, failed: 0 };
export const ONE_PASSED: Tally = { passed: 1, failed: 0 };
export const ONE_FAILED: Tally = { passed: 0, failed: 1 };

/** The sum of several tallies. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
    }),
    NOTHING,
  );
}

/**
 * What a suite counts for when its process ended.
 *
 * @param reported what the suite wrote about itself, or null when it wrote nothing
 * @param exitCode of its process; null when a signal ended it
 * @param mayBeEmpty whether a suite without a single test is acceptable, as with a filter
 * @returns the reported numbers, plus one failure where they cannot be the whole truth: nothing reported, a
 *   process that failed although no test did, or no test at all
 */
export function judgeSuite(reported: Tally | null, exitCode: number | null, mayBeEmpty: boolean): Tally {
  if (reported === null) return ONE_FAILED;
  if (reported.failed === 0 && exitCode !== 0) return addTallies([reported, ONE_FAILED]);
  if (reported.passed + reported.failed === 0 && !mayBeEmpty) return ONE_FAILED;
  return reported;
}

/** The numbers in karma's last line `karma result: N passed, N failed`, or null when it is not there. */
export function readKarmaResult(output: string): Tally | null {
  const match = [...output.matchAll(/^karma result: (\d+) passed, (\d+) failed$/gm)].at(-1);
  return match === undefined ? null : { passed: Number(match[1]), failed: Number(match[2]) };
}

/** The last line of a test run: `N passed, N failed`. */
export function summaryLine(tally: Tally): string {
  return `${tally.passed} passed, ${tally.failed} failed`;
}
