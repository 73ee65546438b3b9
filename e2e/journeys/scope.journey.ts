import { OverviewPage } from '../pages/overview-page.ts';
import { plain } from '../pages/as-displayed.ts';
import { ProductApi } from '../pages/product-api.ts';
import { Screen, SCREENS } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const SEBULU = '64.02.07';
const TENGGARONG = '64.02.06';
const REFUSAL = `Unit “${TENGGARONG}” tidak ada dalam wilayah kerja Anda.`;

describe('a camat', () => {
  const visitors = useVisitors();

  it('sees the own kecamatan and what is below it, and nothing else is offered', async () => {
    const page = await visitors.signedIn('camat.sebulu');
    const home = await new OverviewPage(page).open('/beranda');
    const said = 'Anda melihat data: Kecamatan Sebulu, Kutai Kartanegara (sebagai Camat Sebulu)';
    expect(await page.getByText(said, { exact: true }).isVisible()).toBeTrue();

    await page.getByRole('button', { name: /^Unit: / }).click();
    const panel = page.getByRole('dialog', { name: 'Unit', exact: true });
    await panel.getByRole('option').first().waitFor();
    expect((await panel.getByRole('option').allTextContents()).map(plain)).toEqual(['Sebulu']);
    await page.keyboard.press('Escape');
    for (const row of await home.unitRows.all()) expect(await row.innerText()).toContain('Sebulu');
  });

  it('has the figures that the bupati has of that kecamatan', async () => {
    const period = lastMonth();
    const own = await (await ProductApi.signIn('camat.sebulu')).summary(period);
    const bupati = await (await ProductApi.signIn('bupati')).summary({ ...period, unit: SEBULU });
    expect(own.unit).toBe(SEBULU);
    expect(own.volume.received).toBeGreaterThan(0);
    expect(own.volume).toEqual(bupati.volume);
    expect(own.complaints).toEqual(bupati.complaints);
    expect(own.ikm).toEqual(bupati.ikm);
  });

  for (const path of [SCREENS.Beranda, SCREENS.Layanan, SCREENS.Aduan, SCREENS.Kepuasan]) {
    it(`who writes another kecamatan into the address of ${path} is told that it is not there, without a number`, async () => {
      const page = await visitors.signedIn('camat.sebulu');
      const screen = new Screen(page);
      await page.goto(`${path}?unit=${TENGGARONG}`);
      await screen.alerts.first().waitFor();
      await page.locator('pandu-skeleton').first().waitFor({ state: 'detached' });
      for (const alert of await screen.alerts.all()) expect(plain(await alert.textContent())).toBe(REFUSAL);
      expect(await screen.content.locator('article, svg[role=img], canvas, table, dl.pairs').count()).toBe(0);
      expect(await screen.content.innerText()).not.toMatch(/\d %|n = \d|Tenggarong/);
    });
  }

  it('gets the same answer from the API for a kecamatan of others as for one that does not exist', async () => {
    const api = await ProductApi.signIn('camat.sebulu');
    for (const unit of [TENGGARONG, '64.02', '99.99.99']) {
      for (const path of ['/measures/summary', '/measures/matrix', '/measures/ikm/breakdown']) {
        const query = path.endsWith('breakdown') ? `unit=${unit}&by=unit` : `unit=${unit}`;
        const answer = await api.get(`${path}?${query}`);
        expect(answer.status).withContext(`${path}?${query}`).toBe(404);
        expect(await answer.text())
          .withContext(path)
          .toContain('unit-not-found');
      }
    }
  });
});
