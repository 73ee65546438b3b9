import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { countTraffic } from '../pages/traffic.ts';
import { walkByTab } from '../pages/tab-order.ts';
import { useVisitors } from '../pages/visitors.ts';
import { WritingPages } from '../pages/writing-pages.ts';

describe('the accessibility of the screens that write an innovation', () => {
  const visitors = useVisitors();
  /** One entry for all of them. */
  let id: string | null = null;

  for (const address of [
    '/inovasi/tulis',
    ...['pengenal', 'masalah', 'kebutuhan', 'meniru', 'hasil', 'kontak', 'pratinjau'].map(
      (part) => `/inovasi/{id}/sunting?bagian=${part}`,
    ),
    '/inovasi/{id}/bagikan',
    '/inovasi/{id}/versi',
  ])
    it(`holds on ${address}, light and dark, wide and narrow, and by the Tab key`, async () => {
      const page = await visitors.signedIn('camat.sebulu');
      id ??= await new WritingPages(page).begin(`Loket Uji ${String(Date.now())}`);
      const path = address.replace('{id}', id);
      await countTraffic(page, async () => {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
      });
      for (const width of [1366, 360]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page))
            .withContext(`${colorScheme}, ${String(width)} px`)
            .toEqual([]);
        }
        expect(await sidewaysBy(page))
          .withContext(`${String(width)} px`)
          .toBe(0);
      }
      const { controls, stops, unseen } = await walkByTab(page);
      // Of a question without an answer the Tab key stops at one of its radio buttons; the arrows reach the others.
      expect(controls.length - stops.length).toBe(await besideTheFirst(page));
      expect(unseen).toEqual([]);
    });
});

/** What axe finds wrong: the rule and the place. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id: rule, nodes }) => nodes.map(({ target }) => `${rule}: ${target.join(' ')}`));
}

/** How far a page can be moved sideways, in CSS pixels. */
async function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
}

/** Radio buttons beside the first of every question that has no answer yet. */
async function besideTheFirst(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const radios = [...document.querySelectorAll('input[type=radio]')];
    const answered = new Set(radios.filter((each) => each.checked).map((each) => each.name));
    const open = radios.map((each) => each.name).filter((name) => !answered.has(name));
    return open.length - new Set(open).size;
  })()`);
}
