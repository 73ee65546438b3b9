// Runs the spec files named in the arguments in this process, and writes the tally to PANDU_TEST_RESULT.
// PANDU_TEST_FILTER: only specs whose full name contains this text.
// PANDU_TEST_SEED: the order of an earlier run, as its last line tells it.
import { writeFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import Jasmine from 'jasmine';
import type { Tally } from './tally.ts';

/** Long enough for a spec that starts a database or waits for a page. */
const SPEC_LIMIT_MS = 60_000;

const runner = new Jasmine({ projectBaseDir: process.cwd() });
runner.exitOnCompletion = false;
runner.showColors(process.stdout.isTTY);
runner.env.configure({ random: true, failSpecWithNoExpectations: true, forbidDuplicateNames: false });
const seed = process.env['PANDU_TEST_SEED'];
if (seed !== undefined) runner.seed(Number(seed));
jasmine.DEFAULT_TIMEOUT_INTERVAL = SPEC_LIMIT_MS;

let passed = 0;
let failed = 0;
runner.addReporter({
  specDone: ({ status }) => {
    if (status === 'passed') passed += 1;
    if (status === 'failed') failed += 1;
  },
  suiteDone: ({ failedExpectations }) => {
    failed += failedExpectations.length;
  },
  jasmineDone: ({ failedExpectations }) => {
    failed += failedExpectations.length;
  },
});

for (const file of process.argv.slice(2)) await loadSpecFile(file);

const filter = process.env['PANDU_TEST_FILTER'];
const { overallStatus, incompleteReason } = await runner.execute(
  [],
  filter === undefined ? undefined : escapeForRegExp(filter),
);
const tally: Tally = { passed, failed };
const resultFile = process.env['PANDU_TEST_RESULT'];
if (resultFile !== undefined) writeFileSync(resultFile, JSON.stringify(tally));
const nothingMatched = filter !== undefined && incompleteReason === 'No specs found';
// A connection left open by a spec must not keep the run waiting for ever.
process.exit(overallStatus === 'passed' || nothingMatched ? 0 : 1);

/** A file that cannot be loaded is one failed test; the others still run. */
async function loadSpecFile(file: string): Promise<void> {
  try {
    await import(pathToFileURL(resolve(file)).href);
  } catch (error) {
    describe(relative(process.cwd(), file), () => {
      it('loads', () => {
        throw error instanceof Error ? error : new Error(String(error));
      });
    });
  }
}

function escapeForRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
