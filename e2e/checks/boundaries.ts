import { createRequire } from 'node:module';
import { cruise } from 'dependency-cruiser';
import type { IConfiguration } from 'dependency-cruiser';

const CONFIGURATION = '../../.dependency-cruiser.cjs';

/** One forbidden import: the rule that it breaks, and the files. */
export interface BoundaryViolation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

export interface BoundaryReport {
  /** Number of own modules that were read; a check that read nothing has proved nothing. */
  readonly modules: number;
  readonly violations: readonly BoundaryViolation[];
}

/** The names of all rules in `.dependency-cruiser.cjs`. */
export function boundaryRuleNames(): readonly string[] {
  return (readConfiguration().forbidden ?? []).map((rule) => rule.name ?? '');
}

/**
 * Checks who imports whom.
 *
 * @param rootFolder absolute path of the folder that holds `server`, `client` and the other parts
 * @param parts the parts to read, relative to `rootFolder`
 * @throws when a part does not exist or the rules are not valid
 */
export async function checkBoundaries(rootFolder: string, parts: readonly string[]): Promise<BoundaryReport> {
  const { forbidden = [], options = {} } = readConfiguration();
  const { enhancedResolveOptions = {}, ...cruiseOptions } = options;
  const { output } = await cruise(
    [...parts],
    { ...cruiseOptions, baseDir: rootFolder, validate: true, ruleSet: { forbidden } },
    enhancedResolveOptions,
  );
  if (typeof output === 'string') throw new Error('dependency-cruiser answered with text, not with data.');
  return {
    modules: output.modules.filter((module) => !module.source.includes('node_modules')).length,
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}

function readConfiguration(): IConfiguration {
  return createRequire(import.meta.url)(CONFIGURATION) as IConfiguration;
}
