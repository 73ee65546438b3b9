import type { Page } from 'playwright-core';
import { launchChromium } from '../../browser.ts';
import { UNITS } from './bench-shape.ts';
import { median, p95 } from './http-client.ts';

/** What a step down waits for, and where it leads. */
interface Step {
  readonly name: string;
  /** The link that is clicked; `unit` counts from 1. */
  readonly link: (unit: number) => string;
  /** What is opened on the way to the link, and not measured. */
  readonly before?: string;
}

const BREAKDOWN = 'pandu-measure-breakdown';

/** From the kabupaten down to one record. */
const STEPS: readonly Step[] = [
  { name: 'kabupatenToUnit', link: (unit) => `${BREAKDOWN} tbody tr:nth-child(${unit}) th a` },
  {
    name: 'unitToService',
    before: `${BREAKDOWN} .by a[href*="by=service"]`,
    link: () => `${BREAKDOWN} tbody tr:first-child th a[href*="service="]`,
  },
  { name: 'serviceToList', link: () => `${BREAKDOWN} tbody td a[href*="/permohonan?"]` },
  { name: 'listToRecord', link: () => 'pandu-case-table tbody th a' },
];

/** Units that are gone down into: each for the first time, so that nothing of it is in memory. */
const ROUNDS = Math.min(12, UNITS);

export interface StepTimes {
  /** From the click until the numbers clicked for are there: the headline, its chart and its margin; a list; a record. */
  readonly medianMs: number;
  readonly p95Ms: number;
  /** Until nothing within the screen's first height is on its way. */
  readonly firstHeightMedianMs: number;
  /** Until nothing at all is on its way, further down included. */
  readonly completeMedianMs: number;
}

/** The moments of one click, in milliseconds after it. */
interface Moments {
  readonly numbers: number;
  readonly firstHeight: number;
  readonly complete: number;
}

/** Rows of a screen below its headline: what helps to explain the numbers, asked for after them. */
const EXPLAINING = '.part';

/**
 * Milliseconds from a click to the numbers of the next level, as the page itself sees them, from the kabupaten to a
 * unit, a service of it, the list behind a count and one record.
 *
 * @param period the days that are looked at, `from=…&to=…`
 */
export async function measureDrill(
  origin: string,
  person: { readonly username: string; readonly password: string },
  period: string,
): Promise<Record<string, StepTimes>> {
  const browser = await launchChromium();
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
    const signedIn = await context.request.post(`${origin}/api/v1/session`, { data: person });
    if (!signedIn.ok()) throw new Error(`sign-in: ${signedIn.status()}`);
    const page = await context.newPage();
    const times = new Map(STEPS.map(({ name }): [string, Moments[]] => [name, []]));
    for (let round = 1; round <= ROUNDS; round += 1) {
      await page.goto(`${origin}/layanan?${period}`);
      for (const { name, before, link } of STEPS) {
        if (before !== undefined) await (await ready(page, before)).click();
        await ready(page, link(round));
        const moments = await clickAndWait(page, link(round));
        // The first time down fetches the screens themselves.
        if (round > 1) times.get(name)?.push(moments);
      }
    }
    return Object.fromEntries(
      [...times].map(([name, all]) => {
        const numbers = all.map((moments) => moments.numbers);
        return [
          name,
          {
            medianMs: Math.round(median(numbers)),
            p95Ms: Math.round(p95(numbers)),
            firstHeightMedianMs: Math.round(median(all.map((moments) => moments.firstHeight))),
            completeMedianMs: Math.round(median(all.map((moments) => moments.complete))),
          },
        ];
      }),
    );
  } finally {
    await browser.close();
  }
}

/** Waits until the link is there and the screen has come to rest. */
async function ready(page: Page, selector: string) {
  const link = page.locator(selector).first();
  await link.waitFor();
  await page.locator('pandu-skeleton, [aria-busy=true], .refreshing').first().waitFor({ state: 'detached' });
  await page.waitForTimeout(100);
  return link;
}

/** Clicks within the page and looks frame by frame, so that no message to the browser is measured. */
async function clickAndWait(page: Page, selector: string): Promise<Moments> {
  return page.evaluate<Moments>(`new Promise((resolve, reject) => {
    const link = document.querySelector(${JSON.stringify(selector)});
    const left = location.href;
    const coming = () => [...document.querySelectorAll('main pandu-skeleton, main [aria-busy=true], main .refreshing')];
    const begun = performance.now();
    let numbers = null;
    let firstHeight = null;
    const look = () => {
      const passed = performance.now() - begun;
      if (passed > 30000) return reject(new Error('nothing came after a click on ' + ${JSON.stringify(selector)}));
      const arrived = location.href !== left && (document.querySelector('main h1')?.textContent ?? '').trim() !== '';
      const open = arrived ? coming() : [];
      const high = open.filter((each) => each.getBoundingClientRect().top < innerHeight);
      // What is there and is asked for again was not there: only the last time counts.
      if (!arrived || high.length > 0) firstHeight = null;
      else firstHeight ??= passed;
      if (!arrived || high.some((each) => each.closest(${JSON.stringify(EXPLAINING)}) === null)) numbers = null;
      else numbers ??= passed;
      // Two frames in a row: the first after the click may still be the old screen.
      if (arrived && open.length === 0 && firstHeight !== null && passed > firstHeight + 30)
        return resolve({ numbers, firstHeight, complete: Math.max(firstHeight, passed - 30) });
      requestAnimationFrame(look);
    };
    link.click();
    requestAnimationFrame(look);
  })`);
}
