import { OverviewPage } from '../pages/overview-page.ts';
import { countTraffic } from '../pages/traffic.ts';
import { DESK, PHONE, useVisitors } from '../pages/visitors.ts';
import { testedProduct } from '../product.ts';

const MOST_BYTES = 200_000;
const MOST_API_CALLS = 5;

describe('the first view of home', () => {
  const visitors = useVisitors();

  for (const [device, options] of [
    ['desk', DESK],
    ['phone', PHONE],
  ] as const) {
    it(`is light on a ${device}, and asks nothing of other hosts`, async () => {
      const page = await visitors.signedIn('bupati', options);
      const home = new OverviewPage(page);
      const traffic = await countTraffic(page, async () => {
        await page.goto('/beranda');
        await home.exceptions.first().waitFor();
      });
      console.log(
        `First view on a ${device}: ${String(Math.round(traffic.bytes / 1000))} kB, ${String(traffic.apiCalls.length)} API calls.`,
      );
      expect(traffic.refused).toEqual([]);
      expect(traffic.hosts).toEqual([new URL(testedProduct().address).host]);
      expect(traffic.apiCalls.length).withContext(traffic.apiCalls.join(', ')).toBeGreaterThan(0);
      expect(traffic.apiCalls.length)
        .withContext(traffic.apiCalls.join(', '))
        .toBeLessThanOrEqual(MOST_API_CALLS);
      expect(traffic.bytes).withContext('bytes transferred').toBeLessThanOrEqual(MOST_BYTES);

      // The table of all units is read when it comes into sight.
      await home.complete();
      expect(await home.unitRows.count()).toBeGreaterThan(20);
    });
  }
});
