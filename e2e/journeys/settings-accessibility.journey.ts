import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { SettingsPage } from '../pages/settings-page.ts';
import { walkByTab } from '../pages/tab-order.ts';
import { useVisitors } from '../pages/visitors.ts';

const PAGES = [
  { path: '/pengaturan', verb: null },
  { path: '/pengaturan/pengguna', verb: 'Undang pengguna' },
  { path: '/pengaturan/pengguna/bupati', verb: 'Hapus data pribadi' },
  { path: '/pengaturan/jabatan', verb: 'Tambah jabatan' },
  { path: '/pengaturan/token', verb: 'Buat token' },
  { path: '/pengaturan/riwayat', verb: null },
] as const;

describe('the accessibility of the settings', () => {
  const visitors = useVisitors();

  for (const { path, verb } of PAGES) {
    it(`holds on ${path}, light and dark, wide and narrow, by keyboard, and in its dialog`, async () => {
      const page = await visitors.signedIn('admin');
      const settings = await new SettingsPage(page).open(path);
      for (const width of [1366, 768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page))
            .withContext(`${colorScheme}, ${String(width)} px`)
            .toEqual([]);
        }
      }
      const { controls, stops, unseen } = await walkByTab(page);
      expect(stops).toEqual(controls);
      expect(unseen).toEqual([]);
      if (verb === null) return;

      await settings.ask(verb);
      expect(await violations(page))
        .withContext('dialog')
        .toEqual([]);
      await page.keyboard.press('Escape');
      await settings.dialog.waitFor({ state: 'detached' });
      expect(await page.locator(':focus').textContent()).toContain(verb);
    });
  }
});

/** What axe finds, as rule and place; an empty list is what is wanted. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
