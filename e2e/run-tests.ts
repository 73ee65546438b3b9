// npm test: every check and every test, one heading each, and `N passed, N failed` as the last line.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { findChromium } from './browser.ts';
import { productEnvironment, startProduct } from './product.ts';
import { runNode, stopAllChildren } from './runner/children.ts';
import { readOptions, UsageError } from './runner/options.ts';
import type { Group, RunOptions } from './runner/options.ts';
import { findSpecFiles, runSpecs } from './runner/spec-step.ts';
import {
  addTallies,
  judgeSuite,
  NOTHING,
  ONE_FAILED,
  ONE_PASSED,
  readKarmaResult,
  summaryLine,
} from './runner/tally.ts';
import type { Tally } from './runner/tally.ts';

const REPOSITORY = resolve(import.meta.dirname, '..');
const ANGULAR = 'node_modules/@angular/cli/bin/ng.js';
const TEST_DATABASE = join(REPOSITORY, 'db/embedded/test-database.ts');
const BOUNDARIES = 'e2e/checks/boundaries.spec.ts';
const SECOND_ZONE = 'Pacific/Auckland';

/** A signal asked the run to end: no further step starts. */
let interrupted = false;

interface Step {
  readonly title: string;
  readonly group: Group;
  /** Steps that judge the whole tree are left out when a filter asks for certain tests. */
  readonly filterable: boolean;
  run(filter: string | null): Promise<Tally>;
}

const STEPS: readonly Step[] = [
  command('Format', ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.']),
  command('Types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.json']),
  command('Lint', ['node_modules/eslint/bin/eslint.js', '--config', 'e2e/checks/eslint.config.mjs', '.']),
  {
    title: 'Boundaries',
    group: 'checks',
    filterable: true,
    run: (filter) => runSpecs({ files: [BOUNDARIES], filter }),
  },
  {
    title: 'Checks',
    group: 'checks',
    filterable: true,
    run: (filter) => runSpecs({ files: ['e2e/**/*.spec.ts'], except: [BOUNDARIES], filter }),
  },
  {
    title: 'Server, database, reports',
    group: 'server',
    filterable: true,
    run: (filter) => runSpecs({ files: ['{server,db,reports}/**/*.spec.ts'], filter }),
  },
  {
    title: `Pure server code in a second time zone (${SECOND_ZONE})`,
    group: 'server',
    filterable: true,
    run: (filter) =>
      runSpecs({
        files: ['server/{domain,contract,platform}/**/*.spec.ts'],
        except: ['**/*.db.spec.ts', '**/*.api.spec.ts'],
        filter,
        env: { TZ: SECOND_ZONE },
      }),
  },
  { ...command('Client build', [ANGULAR, 'build']), group: 'client' },
  { title: 'Client and domain in the browser', group: 'client', filterable: true, run: runKarma },
  { title: 'Journeys', group: 'journeys', filterable: true, run: runJourneys },
];

/** A step that is one program: it passed when the program ended with 0. */
function command(title: string, argumentList: readonly string[]): Step {
  return {
    title,
    group: 'checks',
    filterable: false,
    run: async () => ((await runNode(argumentList)).exitCode === 0 ? ONE_PASSED : ONE_FAILED),
  };
}

async function runKarma(filter: string | null): Promise<Tally> {
  const { exitCode, output } = await runNode([ANGULAR, 'test', '--watch=false'], {
    keepOutput: true,
    env: {
      CHROME_BIN: await findChromium(),
      NG_CLI_ANALYTICS: 'false',
      ...(filter === null ? {} : { PANDU_TEST_FILTER: filter }),
    },
  });
  const reported = readKarmaResult(output);
  // karma fails a run without a test, which is what a filter may ask for.
  const emptyByFilter = filter !== null && reported?.passed === 0 && reported.failed === 0;
  return emptyByFilter ? NOTHING : judgeSuite(reported, exitCode, false);
}

async function runJourneys(filter: string | null): Promise<Tally> {
  const step = { files: ['e2e/journeys/**/*.journey.ts'], filter, mayBeEmpty: true };
  if (findSpecFiles(step).length === 0) return runSpecs(step);
  const chromium = await findChromium();
  const product = await startProduct();
  try {
    return await runSpecs({ ...step, env: { ...productEnvironment(product), CHROME_BIN: chromium } });
  } finally {
    await product.stop();
  }
}

async function runAll({ only, filter }: RunOptions): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const step of STEPS) {
    if (interrupted) break;
    if ((only !== null && step.group !== only) || (filter !== null && !step.filterable)) continue;
    console.log(`\n── ${step.title}`);
    const startedAt = performance.now();
    const tally = await step.run(filter).catch((error: unknown) => {
      console.error(error instanceof Error ? error.message : error);
      return ONE_FAILED;
    });
    tallies.push(tally);
    const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
    console.log(`${tally.failed === 0 ? '✓' : '✗'} ${step.title}: ${summaryLine(tally)} (${seconds} s)`);
  }
  const total = addTallies(tallies);
  if (total.passed + total.failed > 0) return total;
  console.error('No test ran.');
  return ONE_FAILED;
}

/** Ends the database server that the specs share, if they started one. */
async function stopSharedServices(): Promise<void> {
  await stopAllChildren();
  if (!existsSync(TEST_DATABASE)) return;
  const { stopTestServer } = (await import(pathToFileURL(TEST_DATABASE).href)) as {
    readonly stopTestServer: () => Promise<void>;
  };
  await stopTestServer();
}

function stopOnSignal(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (interrupted) process.exit(130);
      interrupted = true;
      console.error(`\nStopping (${signal}).`);
      void stopSharedServices().finally(() => process.exit(130));
    });
  }
}

async function main(): Promise<void> {
  process.chdir(REPOSITORY);
  stopOnSignal();
  let total = ONE_FAILED;
  try {
    total = await runAll(readOptions(process.argv.slice(2)));
  } catch (error) {
    console.error(error instanceof UsageError ? error.message : error);
  }
  await stopSharedServices().catch((error: unknown) => {
    console.error(error);
    total = addTallies([total, ONE_FAILED]);
  });
  console.log(`\n${summaryLine(total)}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
}

await main();
