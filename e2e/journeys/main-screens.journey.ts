import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from 'playwright-core';
import { OverviewPage } from '../pages/overview-page.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const WIDTHS = [1366, 768, 360];
const SCHEMES = ['light', 'dark'] as const;

describe('the screens of the measures', () => {
  const visitors = useVisitors();
  const { from, to } = lastMonth();

  it('have no violation on home with the table of all units, light and dark, wide and narrow', async () => {
    const page = await visitors.signedIn('bupati');
    await new OverviewPage(page).open('/beranda');
    expect(await violations(page)).toEqual([]);
  });

  for (const [username, path] of [
    ['camat.sebulu', '/beranda'],
    ['camat.sebulu', '/beranda/apel'],
    ['organisasi', '/aduan'],
    ['organisasi', '/kepuasan'],
  ] as const)
    it(`have no violation on ${path} of ${username}, who sees other parts of it`, async () => {
      const page = await visitors.signedIn(username);
      await page.goto(path);
      await page.getByRole('heading').first().waitFor();
      await page.locator('pandu-skeleton').first().waitFor({ state: 'detached' });
      expect(await violations(page)).toEqual([]);
    });

  it('lead from home to the map, with the period', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open(`/beranda?from=${from}&to=${to}`);
    await page.getByRole('link', { name: 'Lihat di peta' }).click();
    await page.waitForURL((url) => url.pathname === '/peta');
    expect(home.selection()).toEqual({ from, to });
  });

  it('give what they show as a file, made by the server', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open(`/beranda?from=${from}&to=${to}`);
    const units = await home.unitRows.count();
    const matrix = page.locator('pandu-unit-matrix');
    expect((await csvLines(matrix)).length).toBe(units + 1);
    expect((await xlsxOf(matrix)).subarray(0, 2).toString()).toBe('PK');

    await new Screen(page).open(`/layanan?from=${from}&to=${to}`);
    const breakdown = page.locator('pandu-measure-breakdown');
    const rows = await breakdown.locator('tbody tr').count();
    expect((await csvLines(breakdown)).length).toBe(rows + 1);
    for (const section of ['pandu-measure-trend', 'pandu-measure-multiples', 'pandu-open-ageing'])
      expect((await csvLines(page.locator(section))).length)
        .withContext(section)
        .toBeGreaterThan(1);
  });

  it('say the ladder as it is in force', async () => {
    const page = await visitors.signedIn('bupati');
    await new Screen(page).open('/aduan');
    const answer = await page.request.get('/api/v1/complaint-backlog');
    const { ladder } = (await answer.json()) as { ladder: { unitDays: number; diskominfoDays: number } };
    await page
      .getByText(
        `unit menjawab dalam ${String(ladder.unitDays)} hari kerja; bila tidak, aduan naik ke Diskominfo, dan ${String(ladder.diskominfoDays)} hari kerja kemudian`,
      )
      .waitFor();
    expect(ladder.unitDays).toBeGreaterThan(0);
  });
});

/** What axe finds at every width and in both themes, as rule and place. */
async function violations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const width of WIDTHS)
    for (const colorScheme of SCHEMES) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme });
      const report = await new AxeBuilder({ page }).setLegacyMode().analyze();
      for (const { id, nodes } of report.violations)
        found.push(
          ...nodes.map(({ target }) => `${colorScheme} ${String(width)} px, ${id}: ${target.join(' ')}`),
        );
    }
  return found;
}

async function fileOf(section: Locator, verb: string): Promise<Buffer> {
  const [download] = await Promise.all([
    section.page().waitForEvent('download'),
    section.getByRole('button', { name: verb }).click(),
  ]);
  return readFile(await download.path());
}

async function csvLines(section: Locator): Promise<readonly string[]> {
  return (await fileOf(section, 'Unduh CSV')).toString('utf8').trim().split(/\r?\n/);
}

function xlsxOf(section: Locator): Promise<Buffer> {
  return fileOf(section, 'Unduh Excel');
}
