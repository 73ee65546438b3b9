import { execFile } from 'node:child_process';
import { chown, lchown, readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import { promisify } from 'node:util';
import { OperatorError } from '../../server/platform/operator-error.ts';

const run = promisify(execFile);

/** A user of the operating system. */
export interface SystemUser {
  readonly uid: number;
  readonly gid: number;
}

const OWN_USER = 'pandu-postgres';

/**
 * The user that PostgreSQL is to run as, or null for the user who runs PANDU. PostgreSQL refuses to run
 * as root, so root hands it to the owner of the existing database, else to `postgres`, else to a system
 * user made for this.
 *
 * @param clusterDir the database's folder, which need not exist yet
 * @throws OperatorError when the folder belongs to somebody else, or no such user can be made
 */
export async function chooseDatabaseUser(clusterDir: string): Promise<SystemUser | null> {
  const me = process.getuid?.();
  if (me === undefined) return null;
  const owner = await stat(clusterDir).catch(() => null);
  if (me !== 0) {
    if (owner !== null && owner.uid !== me) {
      throw new OperatorError(
        `Folder basis data ${clusterDir} milik pengguna lain (uid ${owner.uid}): jalankan PANDU sebagai pengguna yang sama seperti sebelumnya, atau ubah pemilik folder itu.`,
      );
    }
    return null;
  }
  if (owner !== null && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const user = (await findUser('postgres')) ?? (await findUser(OWN_USER)) ?? (await makeUser());
  // A folder copied by root belongs to root, whose files PostgreSQL could not open.
  if (owner !== null) await giveTree(clusterDir, user);
  return user;
}

async function findUser(name: string): Promise<SystemUser | null> {
  const text = await readFile('/etc/passwd', 'utf8').catch(() => '');
  for (const line of text.split('\n')) {
    const [user, , uid, gid] = line.split(':');
    if (user === name && uid !== undefined && gid !== undefined)
      return { uid: Number(uid), gid: Number(gid) };
  }
  return null;
}

async function makeUser(): Promise<SystemUser> {
  const recipes: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', OWN_USER]],
    ['adduser', ['-S', '-D', '-H', OWN_USER]],
  ];
  for (const [program, parameters] of recipes) {
    await run(program, parameters).catch(() => null);
    const user = await findUser(OWN_USER);
    if (user !== null) return user;
  }
  throw new OperatorError(
    `PostgreSQL tidak boleh berjalan sebagai root dan pengguna sistem "${OWN_USER}" tidak dapat dibuat: jalankan PANDU sebagai pengguna biasa.`,
  );
}

async function giveTree(folder: string, user: SystemUser): Promise<void> {
  await chown(folder, user.uid, user.gid);
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    await lchown(join(entry.parentPath, entry.name), user.uid, user.gid);
  }
}

/**
 * The first folder on the way to a path that a user may not pass, or null when all are open; used to
 * explain a "permission denied".
 */
export async function findClosedFolder(path: string, user: SystemUser): Promise<string | null> {
  const folders: string[] = [];
  for (let folder = path; folder !== parse(folder).root; folder = dirname(folder)) folders.unshift(folder);
  for (const folder of folders) {
    const facts = await stat(folder).catch(() => null);
    if (facts === null) return null;
    const shift = facts.uid === user.uid ? 6 : facts.gid === user.gid ? 3 : 0;
    if ((facts.mode & (0o1 << shift)) === 0) return folder;
  }
  return null;
}
