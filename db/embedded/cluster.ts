import { spawn } from 'node:child_process';
import { chmod, chown, mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { errorCode, errorText, OperatorError } from '../../server/platform/operator-error.ts';
import { preparePostgresBinaries, type PostgresBinaries } from './binaries.ts';
import { keepDatabasePasswords, type DatabasePasswords } from './secrets.ts';
import type { ServerProfile } from './server-settings.ts';
import { explainStartFailure } from './start-failure.ts';
import { chooseDatabaseUser, findClosedFolder, type SystemUser } from './system-user.ts';

/** One database folder with everything needed to run a server on it. */
export interface Cluster {
  /** Real path of the data folder; the database is its subfolder `postgres`. */
  readonly dataDir: string;
  readonly clusterDir: string;
  readonly logFile: string;
  readonly binaries: PostgresBinaries;
  /** Whom PostgreSQL runs as; null for the user who runs PANDU. */
  readonly user: SystemUser | null;
  readonly profile: ServerProfile;
}

/** Name of PostgreSQL's superuser in an embedded cluster. */
export const SUPERUSER = 'postgres';

/**
 * Makes the data folder and finds the programs and the user; nothing is started.
 *
 * @throws OperatorError when the folder cannot be made or used
 */
export async function openCluster(dataDir: string, profile: ServerProfile): Promise<Cluster> {
  const folder = await makeDataFolder(dataDir);
  const clusterDir = join(folder, 'postgres');
  return {
    dataDir: folder,
    clusterDir,
    logFile: join(folder, 'postgres.log'),
    binaries: await preparePostgresBinaries(),
    user: await chooseDatabaseUser(clusterDir),
    profile,
  };
}

async function makeDataFolder(dataDir: string): Promise<string> {
  try {
    const made = await makeFolder(dataDir);
    // Run by root, PostgreSQL's own user must be able to pass through, but not to look around.
    if (made) await chmod(dataDir, process.getuid?.() === 0 ? 0o711 : 0o700);
    // A living server is recognised by its folder's path: there must be one spelling of it.
    return await realpath(dataDir);
  } catch (error) {
    throw new OperatorError(
      `Folder data ${dataDir} tidak dapat dibuat (${errorCode(error) ?? errorText(error)}): periksa hak aksesnya, atau pilih folder lain dengan PANDU_DATA_DIR.`,
      { cause: error },
    );
  }
}

/** Not `mkdir` with `recursive`: on a file system that makes no folders (`/proc`) that never returns. */
async function makeFolder(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST' && (await stat(folder)).isDirectory()) return false;
    const parent = dirname(folder);
    if (errorCode(error) !== 'ENOENT' || parent === folder || (await stat(parent).catch(() => null)) !== null)
      throw error;
    await makeFolder(parent);
    return makeFolder(folder);
  }
}

/**
 * Reads the passwords and creates the database files when there are none. A creation that was cut off
 * leaves nothing that counts: the files are made beside and moved into place.
 */
export async function ensureClusterFiles(
  cluster: Cluster,
  log: (line: string) => void,
): Promise<DatabasePasswords> {
  const exists = (await stat(join(cluster.clusterDir, 'PG_VERSION')).catch(() => null)) !== null;
  const passwords = await keepDatabasePasswords(cluster.dataDir, exists);
  if (!exists) {
    log('Membuat basis data baru …');
    await createClusterFiles(cluster, passwords);
  }
  return passwords;
}

async function createClusterFiles(cluster: Cluster, passwords: DatabasePasswords): Promise<void> {
  const draft = `${cluster.clusterDir}.new`;
  const passwordFile = `${cluster.clusterDir}.password`;
  try {
    await rm(draft, { recursive: true, force: true });
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, `${passwords.superuser}\n`, { mode: 0o600 });
    if (cluster.user !== null) {
      await chown(draft, cluster.user.uid, cluster.user.gid);
      await chown(passwordFile, cluster.user.uid, cluster.user.gid);
    }
    await runInitdb(cluster, draft, passwordFile);
    // An empty folder may stand in the way; one with contents is not ours to replace.
    await rename(draft, cluster.clusterDir);
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(await explainClusterError(cluster, errorText(error)), { cause: error });
  } finally {
    await rm(passwordFile, { force: true });
    await rm(draft, { recursive: true, force: true });
  }
}

async function runInitdb(cluster: Cluster, folder: string, passwordFile: string): Promise<void> {
  const parameters = [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    ...(cluster.profile.durable ? [] : ['--no-sync']),
  ];
  const { exitCode, output } = await runProgram(cluster, cluster.binaries.initdb, parameters);
  if (exitCode !== 0) throw new OperatorError(await explainClusterError(cluster, output), { cause: output });
}

/** Runs one of PostgreSQL's programs to its end as the database's user. */
export async function runProgram(
  cluster: Cluster,
  program: string,
  parameters: readonly string[],
): Promise<{ exitCode: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(program, [...parameters], {
      cwd: cluster.dataDir,
      env: programEnvironment(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(cluster.user ?? {}),
    });
    let output = '';
    const collect = (chunk: Buffer) => {
      output = (output + chunk.toString('utf8')).slice(-20_000);
    };
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.once('error', (error) =>
      resolve({ exitCode: 1, output: `${errorCode(error) ?? ''} ${error.message}` }),
    );
    child.once('close', (code) => resolve({ exitCode: code ?? 1, output }));
  });
}

/**
 * PostgreSQL's programs get a small environment of their own: PGDATA, PGPORT and their like would
 * redirect them, and a translated message could not be recognised.
 */
export function programEnvironment(): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { LC_ALL: 'C', TZ: 'UTC' };
  for (const name of ['PATH', 'LD_LIBRARY_PATH', 'SYSTEMROOT', 'TEMP', 'TMP', 'TMPDIR']) {
    if (process.env[name] !== undefined) environment[name] = process.env[name];
  }
  return environment;
}

/** One sentence for a failed start, naming the closed folder when that is the reason. */
export async function explainClusterError(cluster: Cluster, output: string): Promise<string> {
  if (cluster.user !== null && /Permission denied|EACCES/.test(output)) {
    for (const path of [dirname(cluster.binaries.postgres), cluster.dataDir]) {
      const closed = await findClosedFolder(path, cluster.user);
      if (closed !== null) {
        return `PostgreSQL tidak boleh berjalan sebagai root, dan pengguna sistem yang menggantikannya tidak dapat melewati folder ${closed}: pindahkan PANDU dan foldernya (misalnya ke /srv/pandu), atau jalankan sebagai pengguna biasa.`;
      }
    }
  }
  const failure = explainStartFailure(output, cluster);
  return failure.kind === 'give-up'
    ? failure.sentence
    : `PostgreSQL bawaan tidak dapat dinyalakan walau sudah dicoba berulang kali: lihat ${cluster.logFile}.`;
}
