import { parseArgs } from 'node:util';

export const GROUPS = ['checks', 'server', 'client', 'journeys'] as const;

/** A part of the test run that can be asked for alone. */
export type Group = (typeof GROUPS)[number];

export interface RunOptions {
  /** The one group to run, or null for all. */
  readonly only: Group | null;
  /** Text in a spec's path or name; only matching specs run. Null for all. */
  readonly filter: string | null;
}

/** The arguments make no sense; the message says how they are written. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const USAGE = `npm test [-- [--only ${GROUPS.join('|')}] [--filter <text>]]`;

/**
 * Reads the arguments of a test run.
 *
 * @throws UsageError for an unknown argument or group, or an empty filter
 */
export function readOptions(argumentList: readonly string[]): RunOptions {
  const { only, filter } = parse(argumentList);
  const group = GROUPS.find((name) => name === only) ?? null;
  if (only !== undefined && group === null) throw new UsageError(`Unknown group "${only}". ${USAGE}`);
  if (filter === '') throw new UsageError(`The filter is empty. ${USAGE}`);
  return { only: group, filter: filter ?? null };
}

function parse(argumentList: readonly string[]): { only?: string | undefined; filter?: string | undefined } {
  try {
    const options = { only: { type: 'string' }, filter: { type: 'string' } } as const;
    return parseArgs({ args: [...argumentList], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)} ${USAGE}`);
  }
}
