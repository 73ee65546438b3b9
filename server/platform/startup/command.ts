import { printFailure } from './explain-failure.ts';

/** Runs a command to its exit code; a failure becomes one sentence, with its trace only under PANDU_DEBUG=1. */
export async function runCommand(work: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.exitCode = printFailure(error, null, process.env['PANDU_DEBUG'] === '1').exitCode;
  }
}
