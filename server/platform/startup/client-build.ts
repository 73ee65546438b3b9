import { spawn } from 'node:child_process';
import { createHash, type Hash } from 'node:crypto';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { errorText, OperatorError } from '../operator-error.ts';
import { precompress } from './precompress.ts';

/** Everything the built client depends on, from the repository's root. */
const SOURCES = [
  'client',
  'angular.json',
  'tsconfig.json',
  'package-lock.json',
  'server/domain',
  'server/contract',
];
const OUTPUT = 'dist/client';
const STAMP = 'dist/client.sha256';

/** How to build. */
export interface ClientBuildOptions {
  /** The repository's root. */
  readonly root: string;
  readonly log: (line: string) => void;
  /** Ends a build under way. */
  readonly signal: AbortSignal;
}

/**
 * Builds the client with Angular's own tool when its sources changed since the last build, into `dist/client`.
 * A delivery without sources uses the build it brings.
 *
 * @returns whether it was built
 * @throws OperatorError when the build fails; its own messages have been printed then
 */
export async function buildClientIfChanged({ root, log, signal }: ClientBuildOptions): Promise<boolean> {
  const isBuilt = await exists(join(root, OUTPUT, 'index.html'));
  if (!(await exists(join(root, 'client')))) {
    if (isBuilt) return false;
    throw new OperatorError(
      'Tampilan PANDU tidak ada: folder client dan dist/client tidak ditemukan, pasang ulang PANDU.',
    );
  }
  const fingerprint = await fingerprintSources(root);
  const stampFile = join(root, STAMP);
  if (isBuilt && (await readFile(stampFile, 'utf8').catch(() => '')) === fingerprint) return false;

  log('Menyusun tampilan (hanya setelah pemasangan atau pembaruan, biasanya kurang dari satu menit) …');
  const began = performance.now();
  await mkdir(dirname(stampFile), { recursive: true });
  // A build that is cut off must not count as one.
  await rm(stampFile, { force: true });
  await runBuild(root, signal);
  await precompress(join(root, OUTPUT));
  await writeFile(stampFile, fingerprint);
  log(`Tampilan selesai disusun dalam ${Math.round((performance.now() - began) / 1000)} detik.`);
  return true;
}

/** A hash over names and contents; specs are left out, for they are not built. */
export async function fingerprintSources(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) await addToHash(hash, root, join(root, source));
  return hash.digest('hex');
}

async function addToHash(hash: Hash, root: string, path: string): Promise<void> {
  const facts = await stat(path).catch(() => null);
  if (facts === null) return;
  if (facts.isDirectory()) {
    for (const name of (await readdir(path)).sort()) await addToHash(hash, root, join(path, name));
  } else if (!/\.spec\.ts$/.test(path)) {
    hash.update(`${relative(root, path)}\0${facts.size}\0`).update(await readFile(path));
  }
}

async function runBuild(root: string, signal: AbortSignal): Promise<void> {
  const tool = join(root, 'node_modules', '@angular', 'cli', 'bin', 'ng.js');
  if (!(await exists(tool))) {
    throw new OperatorError('Alat penyusun tampilan belum terpasang: jalankan "npm ci", lalu "npm start".');
  }
  await new Promise<void>((resolve, reject) => {
    const output: Buffer[] = [];
    const build = spawn(process.execPath, [tool, 'build', '--no-progress'], {
      cwd: root,
      env: { ...process.env, NG_CLI_ANALYTICS: 'false' },
      stdio: ['ignore', 'pipe', 'pipe'],
      signal,
    });
    build.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    build.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    build.once('error', (error) =>
      reject(
        new OperatorError(`Penyusunan tampilan tidak dapat dimulai (${errorText(error)}).`, { cause: error }),
      ),
    );
    build.once('close', (code, killedBy) => {
      if (code === 0) return resolve();
      process.stderr.write(Buffer.concat(output));
      const reason =
        killedBy === null
          ? 'penyebabnya tertulis di atas'
          : `dihentikan sistem (${killedBy}), mungkin karena memori kurang`;
      reject(new OperatorError(`Tampilan tidak dapat disusun: ${reason}.`));
    });
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
