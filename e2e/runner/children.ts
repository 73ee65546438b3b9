import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/** A step that takes longer hangs. */
const STEP_LIMIT_MS = 30 * 60_000;
const GRACE_MS = 10_000;

export interface ChildResult {
  /** Null when a signal ended the process. */
  readonly exitCode: number | null;
  /** What it printed on both streams; empty unless asked for. */
  readonly output: string;
}

export interface ChildOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** Whether the output is also kept, to be read by the caller. */
  readonly keepOutput?: boolean;
}

const running = new Set<ChildProcess>();

/**
 * Starts a Node program of this repository, with the runtime that runs the tests, in its own process group.
 * The caller ends it with {@link stopChild}; {@link stopAllChildren} ends whatever is left.
 */
export function startNode(
  argumentList: readonly string[],
  stdio: 'inherit' | 'pipe',
  env: Readonly<Record<string, string>> = {},
): ChildProcess {
  const child = spawn(process.execPath, [...argumentList], {
    // Its own group, so that ending it also ends what it started (a browser, a compiler).
    detached: process.platform !== 'win32',
    stdio: ['ignore', stdio, stdio],
    env: { ...process.env, ...env },
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
}

/** Runs a Node program to its end. Its output appears as it comes. */
export async function runNode(
  argumentList: readonly string[],
  { env = {}, keepOutput = false }: ChildOptions = {},
): Promise<ChildResult> {
  const child = startNode(argumentList, keepOutput ? 'pipe' : 'inherit', env);
  let output = '';
  const keep = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
    output += chunk.toString('utf8');
    target.write(chunk);
  };
  child.stdout?.on('data', keep(process.stdout));
  child.stderr?.on('data', keep(process.stderr));
  const limit = setTimeout(() => {
    console.error(`Stopped after ${STEP_LIMIT_MS / 60_000} minutes.`);
    void stopChild(child);
  }, STEP_LIMIT_MS);
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    return { exitCode, output };
  } finally {
    clearTimeout(limit);
  }
}

/** Asks a child and its group to end, and insists after ten seconds. */
export async function stopChild(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  signal(child, 'SIGTERM');
  await Promise.race([closed, wait(GRACE_MS, undefined, { ref: false })]);
  if (running.has(child)) {
    signal(child, 'SIGKILL');
    await closed;
  }
}

/** Ends every child that is still running. */
export async function stopAllChildren(): Promise<void> {
  await Promise.all([...running].map(stopChild));
}

function signal(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, name);
  } catch {
    // It ended by itself in the meantime.
  }
}
