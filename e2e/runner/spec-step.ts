import { globSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runNode } from './children.ts';
import { judgeSuite, NOTHING, ONE_FAILED } from './tally.ts';
import type { Tally } from './tally.ts';

const CHILD = join(import.meta.dirname, 'jasmine-child.ts');
const RESULT_FOLDER = '.tmp';

export interface SpecStep {
  /** Glob patterns of the spec files, relative to the repository. */
  readonly files: readonly string[];
  readonly except?: readonly string[];
  /** Text in path or name, or null for all. */
  readonly filter: string | null;
  readonly env?: Readonly<Record<string, string>>;
  /** Whether having no spec file at all is acceptable. */
  readonly mayBeEmpty?: boolean;
}

/** The spec files of a step, sorted; with a filter that names paths, only those. */
export function findSpecFiles({ files, except = [], filter }: SpecStep): readonly string[] {
  const found = globSync([...files], { exclude: [...except, '**/node_modules/**'] }).sort();
  const byPath = filter === null ? [] : found.filter((file) => file.includes(filter));
  return byPath.length > 0 ? byPath : found;
}

/** Runs spec files with jasmine in one process of their own. */
export async function runSpecs(step: SpecStep): Promise<Tally> {
  const files = findSpecFiles(step);
  if (files.length === 0) {
    console.log('There are no spec files.');
    return step.mayBeEmpty === true ? NOTHING : ONE_FAILED;
  }
  const { filter } = step;
  const filterNames = filter !== null && !files.every((file) => file.includes(filter));
  mkdirSync(RESULT_FOLDER, { recursive: true });
  const resultFile = join(RESULT_FOLDER, `test-result-${process.pid}.json`);
  rmSync(resultFile, { force: true });
  const { exitCode } = await runNode([CHILD, ...files], {
    env: {
      ...step.env,
      PANDU_TEST_RESULT: resultFile,
      ...(filterNames ? { PANDU_TEST_FILTER: filter } : {}),
    },
  });
  const tally = judgeSuite(readResult(resultFile), exitCode, filterNames);
  rmSync(resultFile, { force: true });
  return tally;
}

function readResult(file: string): Tally | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Tally;
  } catch {
    // The process ended before it could write.
    return null;
  }
}
