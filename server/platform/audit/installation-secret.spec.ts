import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { OperatorError } from '../operator-error.ts';
import { installationSecret } from './installation-secret.ts';

const TEMPORARY = join(import.meta.dirname, '..', '..', '..', '.tmp');

describe('the secret of the installation', () => {
  let folder: string;
  beforeEach(async () => {
    await mkdir(TEMPORARY, { recursive: true });
    folder = await mkdtemp(join(TEMPORARY, 'secret-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is the one that is set', async () => {
    const secret = 'x'.repeat(24);
    expect(await installationSecret(folder, { PANDU_SECRET: secret })).toBe(secret);
    await expectAsync(stat(join(folder, 'audit.key'))).toBeRejected();
  });

  it('is made once and kept where only its owner reads it', async () => {
    const secret = await installationSecret(folder, {});
    expect(secret.length).toBeGreaterThanOrEqual(24);
    expect(await installationSecret(folder, { PANDU_SECRET: '' })).toBe(secret);
    expect((await stat(join(folder, 'audit.key'))).mode & 0o777).toBe(0o600);
  });

  it('is not one that can be guessed', async () => {
    await expectAsync(installationSecret(folder, { PANDU_SECRET: 'rahasia' })).toBeRejectedWithError(
      OperatorError,
      /paling sedikit 24 karakter/,
    );
  });
});
