import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { formatsIn } from '#domain/formats/formats';
import { addDays, addMonthsToStart } from '#domain/period/civil-date';
import { plain } from '../pages/as-displayed.ts';
import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

/** A month that no other journey looks at. */
const FROM = addMonthsToStart(lastMonth().from, -4);
const TO = addDays(addMonthsToStart(FROM, 1), -1);
const NAME = formatsIn('id').period({ from: FROM, to: TO }, TO);
/** Figures of 39 units, each for every kind of reader in two languages. */
const FREEZING_MS = 300_000;

const rowOf = (page: Page) => page.getByRole('row').filter({ hasText: NAME });

describe('frozen figures on the screen', () => {
  const visitors = useVisitors();

  it(
    'are frozen once by the sekda, found by their code, and read by the camat of the unit',
    async () => {
      const page = await visitors.signedIn('sekda');
      await new Screen(page).open('/laporan');
      const row = rowOf(page);
      if ((await row.getByText('angka tetap').count()) === 0) {
        await row.getByRole('button', { name: /Tetapkan angka/ }).click();
        const dialog = page.getByRole('dialog');
        expect(plain(await dialog.textContent())).toContain(
          'Setelah ini hanya dapat diperbaiki, tidak dihapus.',
        );
        await dialog.getByRole('button', { name: 'Tetapkan angka' }).click();
        await row.getByText('angka tetap').waitFor({ timeout: FREEZING_MS });
      }
      expect(await row.getByRole('button').count()).toBe(0);
      const code = plain(await row.getByRole('link', { name: /^KKR-/ }).textContent());

      // As it is typed from paper.
      await page.getByLabel('Kode yang tercetak pada laporan').fill(code.toLowerCase());
      await page.getByRole('button', { name: 'Buka' }).click();
      const heading = page.getByRole('heading', { level: 1 });
      await heading.getByText(`Angka tetap ${NAME}, Kutai Kartanegara`).waitFor();
      await page.getByText(/Tidak ada yang berubah: [\d.]+ angka masih sama/).waitFor();
      await page.getByRole('button', { name: 'Periksa sekarang' }).click();
      await page.getByText(/^Utuh\. Hitung ulang memberi [\d.]+ angka yang sama\./).waitFor();

      const camat = await visitors.signedIn('camat.sebulu');
      await new Screen(camat).open('/laporan');
      const own = plain(await rowOf(camat).getByRole('link', { name: /^KKR-/ }).textContent());
      expect(own).not.toBe(code);
      await rowOf(camat).getByRole('link', { name: own }).click();
      await camat.getByRole('heading', { level: 1 }).getByText(`Angka tetap ${NAME}, Sebulu`).waitFor();
      // The figures of the kabupaten are none of the camat's.
      await camat.goto(`/laporan/angka/${code}`);
      await camat.getByText(`Tidak ada angka tetap dengan kode “${code}” di lingkup Anda.`).waitFor();
    },
    FREEZING_MS,
  );

  it('offer nothing to freeze to who may only read, and fit a telephone in both themes', async () => {
    const page = await visitors.signedIn('camat.sebulu', PHONE);
    await new Screen(page).open('/laporan');
    expect(await page.getByRole('button', { name: /Tetapkan angka/ }).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
      expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html ?? ''}`))
        .withContext(colorScheme)
        .toEqual([]);
    }
  });
});
