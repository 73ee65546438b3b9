import { FilterSentence, type FilterName } from '../pages/filter-sentence.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { Screen, SCREENS } from '../pages/screen.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const WIDTH = 360;
/** Width of the page as it can be scrolled, in CSS pixels. */
const PAGE_WIDTH = 'document.scrollingElement.scrollWidth';

describe('the phone', () => {
  const visitors = useVisitors();

  it('never scrolls a page to the side', async () => {
    const stranger = await visitors.stranger(PHONE);
    await stranger.goto('/masuk');
    await new SignInPage(stranger).shown();
    expect(await stranger.evaluate(PAGE_WIDTH))
      .withContext('/masuk')
      .toBe(WIDTH);

    const page = await visitors.signedIn('bupati', PHONE);
    const { from, to } = lastMonth();
    for (const path of [...Object.values(SCREENS), '/akun', '/entah']) {
      await new Screen(page).open(`${path}?from=${from}&to=${to}`);
      expect(await page.evaluate(PAGE_WIDTH))
        .withContext(path)
        .toBe(WIDTH);
    }
  });

  it('has every filter of every screen within reach', async () => {
    const page = await visitors.signedIn('bupati', PHONE);
    const screen = new Screen(page);
    const filters = new FilterSentence(page);
    const offered: Readonly<Record<string, readonly FilterName[]>> = {
      [SCREENS.Layanan]: ['Angka', 'Layanan', 'Unit', 'Periode', 'Kanal', 'Satuan waktu'],
      [SCREENS.Aduan]: ['Angka', 'Layanan', 'Unit', 'Periode', 'Kanal', 'Satuan waktu'],
      // The channel of a survey is not known: its filter is struck through.
      [SCREENS.Kepuasan]: ['Angka', 'Layanan', 'Unit', 'Periode', 'Satuan waktu'],
    };
    for (const [path, names] of Object.entries(offered)) {
      await screen.open(path);
      for (const name of names) {
        await filters.word(name).tap();
        const panel = filters.panel(name);
        await panel.waitFor();
        const box = await panel.boundingBox();
        const context = `${name} on ${path}`;
        expect(box?.x).withContext(context).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0))
          .withContext(context)
          .toBeLessThanOrEqual(WIDTH);
        await filters.close(name);
      }
    }
  });

  it('drills down by touch: unit, period, the next screen', async () => {
    const page = await visitors.signedIn('bupati', PHONE);
    const screen = await new OverviewPage(page).open('/beranda');
    await page.getByRole('button', { name: /^Periode: / }).tap();
    await page
      .getByRole('dialog', { name: 'Periode', exact: true })
      .getByRole('button', { name: 'Bulan lalu', exact: true })
      .tap();
    await page.waitForURL((url) => url.searchParams.has('from'));
    await screen.complete();
    await screen.cell('Tepat waktu', 'Sebulu').getByRole('link').tap();
    await page.waitForURL('**/layanan?**');
    await new Screen(page).complete();
    const { from, to } = lastMonth();
    expect(screen.selection()).toEqual({ from, to, unit: '64.02.07', field: 'turnaround.dueMetShare' });
    expect(await page.evaluate(PAGE_WIDTH)).toBe(WIDTH);
  });
});
