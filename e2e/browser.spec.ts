import { createRequire } from 'node:module';
import { BrowserMissingError, CHROMIUM_FLAGS, chromiumVersion, findChromium } from './browser.ts';

describe('the browser of the tests', () => {
  it('is refused in one sentence when CHROME_BIN does not name one', async () => {
    const path = '/nowhere/chromium';
    await expectAsync(findChromium({ CHROME_BIN: path })).toBeRejectedWithError(
      BrowserMissingError,
      new RegExp(path),
    );
    await expectAsync(findChromium({ CHROME_BIN: '/bin/false' })).toBeRejectedWithError(
      BrowserMissingError,
      /CHROME_BIN/,
    );
  });

  it('runs', async () => {
    expect(chromiumVersion(await findChromium())).toMatch(/\d+\.\d+/);
  });

  it('has the same flags in karma', () => {
    const configure = createRequire(import.meta.url)('../client/karma.conf.cjs') as (config: {
      set: (settings: { customLaunchers: { Chromium: { flags: string[] } } }) => void;
    }) => void;
    let flags: readonly string[] = [];
    configure({ set: (settings) => (flags = settings.customLaunchers.Chromium.flags) });
    expect(flags).toEqual([...CHROMIUM_FLAGS]);
  });
});
