import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { launchChromium } from '../browser.ts';
import { testedProduct } from '../product.ts';

const WAIT_LIMIT_MS = 20_000;

/** A big screen in the office, in the zone of Kutai Kartanegara. */
export const DESK: BrowserContextOptions = { viewport: { width: 1366, height: 900 } };

/** The narrowest phone that is supported, in CSS pixels. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

/** People with a browser of their own, empty at first; it is closed after the spec. */
export interface Visitors {
  /** Somebody who has not signed in. */
  stranger(device?: BrowserContextOptions): Promise<Page>;
  /** A demo account that has signed in already, without having opened a page. */
  signedIn(username: string, device?: BrowserContextOptions): Promise<Page>;
}

/**
 * Gives the specs of a `describe` their visitors. An error that a page did not catch fails the spec in which it
 * happened.
 *
 * @param ownAddress of a product that the specs started themselves, whose people are not the demo accounts
 */
export function useVisitors(ownAddress?: () => string): Visitors {
  const { address, password } = testedProduct();
  const contexts: BrowserContext[] = [];
  const uncaught: string[] = [];
  let browser: Browser | null = null;

  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    expect(uncaught.splice(0)).withContext('errors that the pages did not catch').toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function arrive(device: BrowserContextOptions): Promise<Page> {
    if (browser === null) throw new Error('Visitors come in specs, after the browser was started.');
    const context = await browser.newContext({
      baseURL: ownAddress?.() ?? address,
      locale: 'id-ID',
      timezoneId: 'Asia/Makassar',
      ...device,
    });
    contexts.push(context);
    context.setDefaultTimeout(WAIT_LIMIT_MS);
    context.on('weberror', (error) => uncaught.push(error.error().message));
    return context.newPage();
  }

  return {
    stranger: (device = DESK) => arrive(device),
    signedIn: async (username, device = DESK) => {
      const page = await arrive(device);
      const answer = await page.context().request.post('/api/v1/session', { data: { username, password } });
      if (!answer.ok()) throw new Error(`${username} could not sign in: ${answer.status()}.`);
      return page;
    },
  };
}
