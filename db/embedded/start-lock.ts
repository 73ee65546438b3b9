import { link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { errorCode, OperatorError } from '../../server/platform/operator-error.ts';
import { identityOf, stillRuns } from './process-identity.ts';

const PATIENCE_MS = 5 * 60_000;

/** Starts and stops of one data folder's server happen one at a time, over all processes. */
export async function withStartLock<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
  const lock = join(dataDir, 'database-start.lock');
  await takeLock(lock);
  try {
    return await work();
  } finally {
    await rm(lock, { force: true });
  }
}

async function takeLock(lock: string): Promise<void> {
  const mine = identityOf(process.pid) ?? String(process.pid);
  // A link appears complete or not at all, so that nobody ever reads a half-written lock.
  const draft = `${lock}.${process.pid}.${crypto.randomUUID()}`;
  await writeFile(draft, mine);
  try {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      try {
        await link(draft, lock);
        return;
      } catch (error) {
        if (errorCode(error) !== 'EEXIST') throw error;
      }
      if (await removeWhenStale(lock)) continue;
      if (performance.now() > deadline) {
        throw new OperatorError(
          `Proses PANDU lain masih menyalakan atau mematikan basis data; bila tidak ada, hapus ${lock}.`,
        );
      }
      await delay(50);
    }
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes the lock of a process that died holding it. */
async function removeWhenStale(lock: string): Promise<boolean> {
  const holder = await readFile(lock, 'utf8').catch(() => null);
  if (holder === null) return true;
  if (stillRuns(holder)) return false;
  const aside = `${lock}.stale.${crypto.randomUUID()}`;
  try {
    await rename(lock, aside);
  } catch {
    return true;
  }
  // Between reading and renaming another process may have cleaned up and taken the lock: give it back.
  if ((await readFile(aside, 'utf8')) !== holder) await link(aside, lock).catch(() => undefined);
  await rm(aside, { force: true });
  return true;
}

/**
 * Notes that this process uses the server of a data folder. The last one out stops the server, so that a
 * command may run while the application does, and either may end first.
 *
 * @returns the name to hand to {@link endUse}
 */
export async function noteUse(dataDir: string): Promise<string> {
  const folder = join(dataDir, 'database-users');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const name = join(folder, `${process.pid}-${crypto.randomUUID()}`);
  await writeFile(name, identityOf(process.pid) ?? String(process.pid));
  return name;
}

/** Withdraws a note of {@link noteUse}. */
export async function endUse(name: string): Promise<void> {
  await rm(name, { force: true });
}

/** How many notes of living processes there are; those of dead ones are removed. */
export async function countUses(dataDir: string): Promise<number> {
  const folder = join(dataDir, 'database-users');
  let living = 0;
  for (const name of await readdir(folder).catch(() => [])) {
    const identity = await readFile(join(folder, name), 'utf8').catch(() => '');
    if (stillRuns(identity)) living += 1;
    else await rm(join(folder, name), { force: true });
  }
  return living;
}
