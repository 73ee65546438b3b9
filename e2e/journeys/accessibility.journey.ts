import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { AccountPage } from '../pages/account-page.ts';
import { FilterSentence } from '../pages/filter-sentence.ts';
import { Screen, SCREENS } from '../pages/screen.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { walkByTab } from '../pages/tab-order.ts';
import { countTraffic } from '../pages/traffic.ts';
import { useVisitors } from '../pages/visitors.ts';
import { testedProduct } from '../product.ts';

const WIDTHS = [1366, 768, 360];
const SCHEMES = ['light', 'dark'] as const;

describe('accessibility', () => {
  const visitors = useVisitors();

  it('has no violation on the sign-in page', async () => {
    const page = await visitors.stranger();
    await page.goto('/masuk');
    await new SignInPage(page).shown();
    await expectNoViolations(page, '/masuk');
    await page.goto('/tautan/tautan-yang-tidak-berlaku');
    await page.getByRole('link', { name: 'Ke halaman masuk' }).waitFor();
    await expectNoViolations(page, '/tautan');
  });

  it('has no violation in the panel of the account and while a second factor is set up', async () => {
    const page = await visitors.signedIn('camat.tenggarong');
    const account = await new AccountPage(page).open('/akun');
    await account.panel();
    await expectNoViolations(page, 'account panel');
    await page.keyboard.press('Escape');
    await account.startSecondFactor(testedProduct().password);
    await expectNoViolations(page, 'second factor');
  });

  for (const path of [...Object.values(SCREENS), '/akun', '/entah']) {
    it(`has no violation on ${path}, light and dark, wide and narrow`, async () => {
      const page = await visitors.signedIn('bupati');
      await openWholly(page, path);
      await expectNoViolations(page, path);
    });
  }

  it('has no violation in an open list, period picker and table', async () => {
    const page = await visitors.signedIn('bupati');
    await openWholly(page, '/layanan');
    const filters = new FilterSentence(page);
    const units = await filters.open('Unit');
    await units.getByRole('option').first().waitFor();
    expect(await violations(page))
      .withContext('list of units')
      .toEqual([]);
    await filters.close('Unit');
    const periods = await filters.open('Periode');
    await periods.getByRole('button', { name: 'Pakai tanggal ini' }).waitFor();
    expect(await violations(page))
      .withContext('period picker')
      .toEqual([]);
    await filters.close('Periode');
    await page.getByRole('button', { name: 'Tampilkan tabel' }).first().click();
    expect(await violations(page))
      .withContext('numbers of the chart')
      .toEqual([]);
  });

  for (const path of [...Object.values(SCREENS), '/akun']) {
    it(`is passed by the Tab key on ${path}: every control, in reading order, visibly`, async () => {
      const page = await visitors.signedIn('bupati');
      await openWholly(page, path);
      const { controls, stops, unseen } = await walkByTab(page);
      expect(controls.length).toBeGreaterThan(8);
      expect(stops).toEqual(controls);
      expect(unseen).toEqual([]);
    });
  }

  it('needs no mouse to change a filter', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open('/layanan');
    const filters = new FilterSentence(page);
    await filters.word('Unit').focus();
    await page.keyboard.press('Enter');
    const panel = filters.panel('Unit');
    await panel.getByRole('option').first().waitFor();
    await filters.close('Unit');
    // The focus is back on the word.
    await filters.word('Unit').and(page.locator(':focus')).waitFor();

    await page.keyboard.press('Enter');
    await panel.getByRole('option').first().waitFor();
    await page.keyboard.type('sebulu');
    await panel.getByRole('option', { name: 'Sebulu', exact: true }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('unit') === '64.02.07');
    await screen.complete();
    expect(screen.selection()).toEqual({ unit: '64.02.07' });
  });
});

/** Opens a screen and waits until nothing more arrives that could add to it. */
async function openWholly(page: Page, path: string): Promise<void> {
  await countTraffic(page, () => new Screen(page).open(path));
}

async function expectNoViolations(page: Page, path: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    for (const colorScheme of SCHEMES) {
      await page.emulateMedia({ colorScheme });
      expect(await violations(page))
        .withContext(`${path}, ${colorScheme}, ${String(width)} px`)
        .toEqual([]);
    }
  }
}

/** What axe finds, as rule and place; an empty list is what is wanted. */
async function violations(page: Page): Promise<readonly string[]> {
  // Without legacy mode axe finishes in a tab of its own, for frames that these pages do not have; the page behind it
  // gets no idle time then, in which parts of it are fetched.
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
