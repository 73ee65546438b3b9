import { FilterSentence } from '../pages/filter-sentence.ts';
import { OverviewPage } from '../pages/overview-page.ts';
import { Screen } from '../pages/screen.ts';
import { useVisitors } from '../pages/visitors.ts';
import { lastMonth } from './last-month.ts';

const SEBULU = '64.02.07';

describe('the filters', () => {
  const visitors = useVisitors();

  it('survive every hop, the step back and a reload, because the address is the whole state', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open('/layanan');
    const filters = new FilterSentence(page);

    await filters.choose('Unit', 'Sebulu');
    await filters.choosePeriod('Bulan lalu');
    await filters.choose('Layanan', 'Kartu Keluarga (KK)');
    await filters.choose('Kanal', 'Tatap muka (loket)');
    await screen.complete();
    const chosen = screen.selection();
    const sentence = await filters.text();
    expect(Object.keys(chosen).sort()).toEqual(['channel', 'from', 'service', 'to', 'unit']);
    expect(chosen['unit']).toBe(SEBULU);
    expect({ from: chosen['from'], to: chosen['to'] }).toEqual(lastMonth());
    expect(sentence).toContain('Kartu Keluarga (KK) di Sebulu');

    for (const name of ['Aduan', 'Kepuasan', 'Beranda', 'Layanan'] as const) {
      await screen.goTo(name);
      expect(screen.selection()).withContext(name).toEqual(chosen);
      // Home has no sentence: unit, service and channel stand in the path, the period above the table of all units.
      if (name === 'Beranda') continue;
      expect(await filters.text())
        .withContext(name)
        .toContain('Kartu Keluarga (KK) di Sebulu');
    }
    expect(await filters.text()).toBe(sentence);

    await page.goBack();
    await page.waitForURL('**/beranda?**');
    expect(screen.selection()).toEqual(chosen);
    await page.goForward();
    await page.waitForURL('**/layanan?**');

    await page.reload();
    await screen.complete();
    await filters.awaitWord('Unit', 'Sebulu');
    await filters.awaitWord('Layanan', 'Kartu Keluarga (KK)');
    await filters.awaitWord('Kanal', 'Tatap muka (loket)');
    expect(screen.selection()).toEqual(chosen);
    expect(await filters.text()).toBe(sentence);
  });

  it('of home are the unit in the line above and the period over its table', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open('/beranda');
    await page.getByRole('button', { name: /^Periode: / }).click();
    await page
      .getByRole('dialog', { name: 'Periode', exact: true })
      .getByRole('button', { name: 'Bulan lalu', exact: true })
      .click();
    await page.waitForURL((url) => url.searchParams.has('from'));
    await home.complete();
    expect(home.selection()).toEqual(lastMonth());
    await page.getByRole('button', { name: /^Unit: / }).click();
    const units = page.getByRole('dialog', { name: 'Unit', exact: true });
    await units.getByRole('combobox', { name: 'Cari' }).fill('Sebulu');
    await units.getByRole('option', { name: 'Sebulu', exact: true }).click();
    await page.waitForURL((url) => url.searchParams.get('unit') === SEBULU);
    expect(home.selection()).toEqual({ ...lastMonth(), unit: SEBULU });
  });

  it('are the address alone: in another browser the same link shows the same', async () => {
    const { from, to } = lastMonth();
    const address = `/layanan?unit=${SEBULU}&from=${from}&to=${to}&field=volume.completed&grain=quarter`;
    const shown: string[] = [];
    for (const username of ['bupati', 'sekda']) {
      const page = await visitors.signedIn(username);
      const screen = await new Screen(page).open(address);
      const filters = new FilterSentence(page);
      await filters.awaitWord('Unit', 'Sebulu');
      shown.push(
        `${await filters.text()}\n${(await screen.heading.textContent()) ?? ''}\n${await page.locator('pandu-measure-note').innerText()}`,
      );
      expect(`${new URL(page.url()).pathname}${new URL(page.url()).search}`).toBe(address);
    }
    expect(shown[0]).toContain('Sebulu');
    expect(shown[0]).toContain('per triwulan');
    expect(shown[1]).toBe(shown[0]);
  });

  it('go along to the whole picture of a unit, and the step above in the path opens the whole again', async () => {
    const page = await visitors.signedIn('bupati');
    const period = lastMonth();
    const home = await new OverviewPage(page).open(`/beranda?from=${period.from}&to=${period.to}`);
    const received = await home.figure('Permohonan', 'Sebulu');
    await home.row('Sebulu').getByRole('rowheader').getByRole('link').click();
    await page.waitForURL((url) => url.pathname === `/unit/${SEBULU}`);
    expect(home.selection()).toEqual({ ...period, unit: SEBULU });

    // Home of the same unit says the same number as its row among all units.
    await home.open(`/beranda?from=${period.from}&to=${period.to}&unit=${SEBULU}`);
    expect(await home.figure('Permohonan')).toBe(received);
    await page.getByRole('navigation', { name: 'Jalur' }).getByRole('link').first().click();
    await page.waitForURL((url) => !url.searchParams.has('unit'));
    expect(home.selection()).toEqual(period);
  });
});
