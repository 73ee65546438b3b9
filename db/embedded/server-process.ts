import { spawn } from 'node:child_process';
import { open, readFile, rename, rm, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode, OperatorError } from '../../server/platform/operator-error.ts';
import { explainClusterError, programEnvironment, runProgram, type Cluster } from './cluster.ts';
import { judgePostmasterPid, type ServerState } from './postmaster-pid.ts';
import { argumentsOf } from './process-identity.ts';
import { serverArguments } from './server-settings.ts';
import { explainStartFailure } from './start-failure.ts';

const RETRY_FOR_MS = 30_000;
const LOG_LIMIT_BYTES = 10 * 1024 * 1024;

/** A server that accepts connections. */
export interface RunningServer {
  readonly pid: number;
  readonly port: number;
  /** Whether it ran already. */
  readonly reused: boolean;
}

/** What runs on the cluster's folder now. */
export async function findServer(cluster: Cluster): Promise<ServerState> {
  const text = await readFile(join(cluster.clusterDir, 'postmaster.pid'), 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  });
  return judgePostmasterPid(text, cluster.clusterDir, argumentsOf);
}

/**
 * Returns a server that is ready, starting one when none lives. To be called under the start lock.
 *
 * @param port the port to use, or null for any free one
 * @throws OperatorError when it does not start
 */
export async function ensureServer(
  cluster: Cluster,
  port: number | null,
  log: (line: string) => void,
): Promise<RunningServer> {
  const deadline = performance.now() + RETRY_FOR_MS;
  for (;;) {
    const state = await findServer(cluster);
    if (state.kind === 'running') {
      const living = await waitUntilReady(cluster, state.server.pid, log);
      if (living !== null) return { ...living, reused: true };
      continue;
    }
    if (state.kind === 'reused') await rm(join(cluster.clusterDir, 'postmaster.pid'), { force: true });
    const started = await startOnce(cluster, port ?? (await findFreePort()), log);
    if (typeof started !== 'string') return { ...started, reused: false };
    if (explainStartFailure(started, cluster).kind === 'give-up' || performance.now() > deadline) {
      throw new OperatorError(await explainClusterError(cluster, started), { cause: started });
    }
    await delay(250);
  }
}

/** Starts the server program; gives its messages when it ends instead of becoming ready. */
async function startOnce(
  cluster: Cluster,
  port: number,
  log: (line: string) => void,
): Promise<{ pid: number; port: number } | string> {
  await limitLog(cluster.logFile);
  const logFile = await open(cluster.logFile, 'a', 0o600);
  try {
    const before = (await logFile.stat()).size;
    const child = spawn(
      cluster.binaries.postgres,
      ['-D', cluster.clusterDir, ...serverArguments(port, cluster.profile)],
      {
        cwd: cluster.dataDir,
        env: programEnvironment(),
        stdio: ['ignore', logFile.fd, logFile.fd],
        // Ctrl-C reaches the whole process group: PostgreSQL must outlive it until the application has finished.
        detached: true,
        ...(cluster.user ?? {}),
      },
    );
    child.unref();
    let failure: string | null = null;
    child.once('error', (error) => (failure = `${errorCode(error) ?? ''} ${error.message}`));
    child.once('exit', (code, signal) => (failure ??= `exit ${code ?? signal ?? ''}`));
    if (child.pid !== undefined) {
      const ready = await waitUntilReady(cluster, child.pid, log, () => failure === null);
      if (ready !== null) return ready;
    }
    // The event that says why may come one turn after the process is gone.
    await delay(20);
    return `${await readFrom(cluster.logFile, before)}\n${failure ?? ''}`;
  } finally {
    await logFile.close();
  }
}

/** Waits for a server to accept connections; null when it ended before. Recovery after a crash may take minutes. */
async function waitUntilReady(
  cluster: Cluster,
  pid: number,
  log: (line: string) => void,
  lives: () => boolean = () => argumentsOf(pid) !== null,
): Promise<{ pid: number; port: number } | null> {
  const since = performance.now();
  let told = false;
  while (lives()) {
    const state = await findServer(cluster);
    if (
      state.kind === 'running' &&
      state.server.pid === pid &&
      state.server.ready &&
      state.server.port !== null
    ) {
      return { pid, port: state.server.port };
    }
    if (!told && performance.now() - since > 5_000) {
      told = true;
      log('Basis data masih memeriksa datanya setelah berhenti mendadak …');
    }
    await delay(15);
  }
  return null;
}

/**
 * Stops the server: open transactions are rolled back, then everything is written. Does nothing when none runs.
 */
export async function stopServer(cluster: Cluster): Promise<void> {
  const state = await findServer(cluster);
  if (state.kind !== 'running') return;
  const { pid } = state.server;
  if (process.platform === 'win32') {
    await runProgram(cluster, cluster.binaries.pgCtl, ['stop', '-D', cluster.clusterDir, '-m', 'fast', '-w']);
    return;
  }
  // PostgreSQL's signals: INT is a fast shutdown, QUIT an immediate one that recovers at the next start.
  for (const [signal, patienceMs] of [
    ['SIGINT', 30_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if (errorCode(error) === 'ESRCH') return;
      throw error;
    }
    const deadline = performance.now() + patienceMs;
    while (performance.now() < deadline) {
      const now = await findServer(cluster);
      if (now.kind !== 'running' || now.server.pid !== pid) return;
      await delay(15);
    }
  }
}

async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function limitLog(logFile: string): Promise<void> {
  const facts = await stat(logFile).catch(() => null);
  if (facts !== null && facts.size > LOG_LIMIT_BYTES) await rename(logFile, `${logFile}.1`);
}

async function readFrom(path: string, offset: number): Promise<string> {
  return (await readFile(path)).subarray(offset).toString('utf8').slice(-20_000);
}
