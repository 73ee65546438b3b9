import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { walkByTab } from '../pages/tab-order.ts';
import { countTraffic } from '../pages/traffic.ts';
import { useVisitors } from '../pages/visitors.ts';

/** The screens between a number and its record, and those that keep the structure; as which post. */
const PAGES = [
  { path: '/unit/64.02.11', as: 'bupati' },
  { path: '/unit/64.02.11/kunjungan', as: 'bupati' },
  { path: '/permohonan?unit=64.02.11', as: 'camat.sebulu' },
  { path: '/percontohan', as: 'organisasi' },
  { path: '/peta', as: 'bupati' },
  { path: '/disposisi?box=given', as: 'bupati' },
  { path: '/data', as: 'inspektorat' },
  { path: '/pengawasan', as: 'inspektorat' },
  { path: '/pengawasan/temuan', as: 'disdukcapil' },
  { path: '/pengawasan/temuan/baru', as: 'inspektorat' },
  { path: '/rapat/komitmen', as: 'organisasi' },
  { path: '/pengaturan/unit', as: 'organisasi' },
  { path: '/pengaturan/kalender', as: 'organisasi' },
  { path: '/pengaturan/sesi', as: 'organisasi' },
  { path: '/pengaturan/target', as: 'organisasi' },
  { path: '/inovasi', as: 'camat.sebulu' },
  { path: '/inovasi/pecut-kecamatan-sebulu', as: 'camat.cikarang-utara' },
  {
    path: '/inovasi/bandingkan?ids=pecut-kecamatan-sebulu,msc-9-11-cikarang-utara',
    as: 'camat.cikarang-utara',
  },
  { path: '/inovasi/pecut-kecamatan-sebulu/lembar', as: 'camat.cikarang-utara' },
  { path: '/publik/inovasi', as: 'camat.sebulu' },
  { path: '/inovasi/diikuti', as: 'camat.sebulu' },
  { path: '/inovasi/moderasi', as: 'organisasi' },
] as const;

describe('the accessibility of the screens of daily work', () => {
  const visitors = useVisitors();

  for (const { path, as } of PAGES) {
    it(`holds on ${path}, light and dark, wide and narrow, and by the Tab key`, async () => {
      const page = await visitors.signedIn(as);
      await countTraffic(page, async () => {
        await page.goto(path);
        await page.getByRole('heading', { level: 1 }).waitFor();
      });
      for (const width of [1366, 768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          expect(await violations(page))
            .withContext(`${path}, ${colorScheme}, ${String(width)} px`)
            .toEqual([]);
        }
        expect(await sidewaysBy(page))
          .withContext(`${path}, ${String(width)} px`)
          .toBe(0);
      }
      const { controls, stops, unseen } = await walkByTab(page);
      expect(stops).toEqual(controls);
      expect(unseen).toEqual([]);
    });
  }

  it('offers on a phone what the bar has no room for, and gives the focus back', async () => {
    const page = await visitors.signedIn('organisasi');
    await page.setViewportSize({ width: 360, height: 780 });
    await page.goto('/beranda');
    const more = page.getByRole('button', { name: 'Lainnya' });
    await more.focus();
    await page.keyboard.press('Enter');
    const list = page.getByRole('dialog', { name: 'Lainnya' });
    await list.getByRole('link', { name: 'Pengaturan' }).waitFor();
    expect(await list.getByRole('link').allTextContents()).toEqual([
      'Inovasi',
      'Percontohan',
      'Pegawai',
      'Rapat',
      'Laporan',
      'Peta',
      'Data',
      'Pengaturan',
    ]);
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'detached' });
    expect(await page.locator(':focus').textContent()).toContain('Lainnya');

    await page.keyboard.press('Enter');
    await list.getByRole('link', { name: 'Pengaturan' }).click();
    await page.getByRole('heading', { level: 1, name: 'Pengaturan' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/pengaturan');
  });
});

describe('who has reported', () => {
  const visitors = useVisitors();

  it('is proved by the list that the silent unit on the home page leads to', async () => {
    const page = await visitors.signedIn('bupati');
    await page.goto('/beranda');
    await page.getByRole('link', { name: 'kelengkapan laporan' }).click();
    await page.getByRole('heading', { level: 1, name: /^Tabang belum melapor; data terakhir / }).waitFor();
    await page.getByRole('link', { name: 'Lihat semua unit' }).click();
    const heading = page.getByRole('heading', { level: 1, name: /^\d+ dari \d+ unit melapor pada / });
    const said =
      (await heading.textContent())
        ?.match(/(\d+) dari (\d+)/)
        ?.slice(1)
        .map(Number) ?? [];
    const table = page.getByRole('table', { name: /^Kelengkapan laporan per unit/ });
    const absent = await table.locator('tbody tr').count();
    await page.getByRole('button', { name: `Tampilkan semua ${String(said[1])} unit` }).click();
    await table.locator('tbody tr').nth(absent).waitFor();
    expect(await table.locator('tbody tr').count()).toBe(said[1] ?? -1);
    expect((said[0] ?? 0) + absent).toBe(said[1] ?? -1);
  });
});

/** Pixels by which a page would have to be pushed sideways; wide tables scroll in themselves. */
async function sidewaysBy(page: Page): Promise<number> {
  return page.evaluate<number>(
    'Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth)',
  );
}

/** What axe finds, as rule and place; an empty list is what is wanted. */
async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}
