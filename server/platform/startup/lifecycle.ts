import { printFailure } from './explain-failure.ts';

/** A run of the application: what has to be undone when it ends, and why it ends. */
export interface Lifecycle {
  /** Aborts when the application is asked to stop: long steps of the start end themselves by it. */
  readonly stopping: AbortSignal;
  /** Notes how to undo a step that has been done; the last noted is undone first. */
  onStop(undo: () => Promise<void>): void;
  /** Between two steps of a start: leaves the start when the application was asked to stop meanwhile. */
  checkpoint(): void;
  /** Ends the run because of a failure: one sentence, exit code other than 0. */
  readonly fail: (error: unknown) => void;
}

/** Thrown by `checkpoint`; no failure. */
class StopRequested extends Error {}

/** Under npm one Ctrl-C arrives twice: from the terminal and passed on by npm. */
const SAME_PRESS_MS = 1_000;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs the application from its start until a signal or a failure ends it, then exits the process: 0 after
 * a signal, the failure's code otherwise. A second signal ends it at once; the embedded database then
 * lives on and is joined by the next start.
 *
 * @param settings read when something fails: the start learns them on its way
 */
export async function runLifecycle(
  start: (lifecycle: Lifecycle) => Promise<void>,
  settings: { readonly dataDir: string | null; readonly debug: boolean },
): Promise<never> {
  const stopping = new AbortController();
  const undoing: (() => Promise<void>)[] = [];
  const end = Promise.withResolvers<null>();
  let exitCode = 0;
  let firstSignalAt: number | null = null;

  const fail = (error: unknown): void => {
    if (exitCode === 0) exitCode = printFailure(error, settings.dataDir, settings.debug).exitCode;
    stopping.abort();
    end.resolve(null);
  };
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      if (firstSignalAt !== null && performance.now() - firstSignalAt > SAME_PRESS_MS) process.exit(1);
      if (firstSignalAt !== null) return;
      firstSignalAt = performance.now();
      console.log('PANDU dihentikan …');
      stopping.abort();
      end.resolve(null);
    });
  }
  process.on('uncaughtException', fail);
  process.on('unhandledRejection', fail);
  // A closed terminal or pipe is no reason to stop serving.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);

  try {
    await start({
      stopping: stopping.signal,
      onStop: (undo) => undoing.push(undo),
      checkpoint: () => {
        if (stopping.signal.aborted) throw new StopRequested();
      },
      fail,
    });
    await end.promise;
  } catch (error) {
    // A step that was interrupted by the signal fails in its own words: that is no failure of the run.
    if (!stopping.signal.aborted) fail(error);
  }
  for (const undo of undoing.reverse()) {
    await undo().catch(fail);
  }
  process.exit(exitCode);
}
