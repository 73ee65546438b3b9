import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { buildClientIfChanged, fingerprintSources } from './client-build.ts';

describe('the client build', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'pandu-build-'));
    await mkdir(join(root, 'client', 'src'), { recursive: true });
    await writeFile(join(root, 'client', 'src', 'main.ts'), 'satu');
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  const build = () =>
    buildClientIfChanged({ root, log: () => undefined, signal: new AbortController().signal });

  it('is due after a change of contents or names, not after a change of a spec', async () => {
    const before = await fingerprintSources(root);
    await writeFile(join(root, 'client', 'src', 'main.spec.ts'), 'uji');
    expect(await fingerprintSources(root)).toBe(before);
    await writeFile(join(root, 'client', 'src', 'main.ts'), 'dua!');
    const changed = await fingerprintSources(root);
    expect(changed).not.toBe(before);
    await mkdir(join(root, 'server', 'domain'), { recursive: true });
    await writeFile(join(root, 'server', 'domain', 'measures.ts'), '');
    expect(await fingerprintSources(root)).not.toBe(changed);
  });

  it('is left out when the stamp fits and the result is there', async () => {
    await mkdir(join(root, 'dist', 'client'), { recursive: true });
    await writeFile(join(root, 'dist', 'client.sha256'), await fingerprintSources(root));
    await expectAsync(build()).toBeRejectedWithError(OperatorError, /npm ci/);
    await writeFile(join(root, 'dist', 'client', 'index.html'), '');
    await writeFile(join(root, 'dist', 'client.sha256'), await fingerprintSources(root));
    expect(await build()).toBeFalse();
  });

  it('is left out in a delivery without sources, which must bring its own', async () => {
    await rm(join(root, 'client'), { recursive: true });
    await expectAsync(build()).toBeRejectedWithError(OperatorError, /Tampilan PANDU tidak ada/);
    await mkdir(join(root, 'dist', 'client'), { recursive: true });
    await writeFile(join(root, 'dist', 'client', 'index.html'), '');
    expect(await build()).toBeFalse();
  });

  it('says what is missing when the build tool is not installed', async () => {
    await expectAsync(build()).toBeRejectedWithError(OperatorError, /belum terpasang: jalankan "npm ci"/);
  });
});
