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
    const home = await new OverviewPage(page).open('/beranda');
    const filters = new FilterSentence(page);

    await filters.choose('Unit', 'Sebulu');
    await filters.choosePeriod('Bulan lalu');
    await filters.choose('Layanan', 'Kartu Keluarga (KK)');
    await filters.choose('Kanal', 'Tatap muka (loket)');
    await home.complete();
    const chosen = home.selection();
    const sentence = await filters.text();
    const figures = await home.sentence('Permohonan');
    expect(Object.keys(chosen).sort()).toEqual(['channel', 'from', 'service', 'to', 'unit']);
    expect(chosen['unit']).toBe(SEBULU);
    expect({ from: chosen['from'], to: chosen['to'] }).toEqual(lastMonth());
    expect(sentence).toContain('Kartu Keluarga (KK) di Sebulu');

    for (const name of ['Layanan', 'Aduan', 'Kepuasan', 'Beranda'] as const) {
      await home.goTo(name);
      expect(home.selection()).withContext(name).toEqual(chosen);
      const here = await filters.text();
      expect(here).withContext(name).toContain('Kartu Keluarga (KK) di Sebulu');
    }
    expect(await filters.text()).toBe(sentence);
    expect(await home.sentence('Permohonan')).toBe(figures);

    await page.goBack();
    await page.waitForURL('**/kepuasan?**');
    expect(home.selection()).toEqual(chosen);
    await page.goForward();
    await page.waitForURL('**/beranda?**');

    await page.reload();
    await home.complete();
    await filters.awaitWord('Unit', 'Sebulu');
    await filters.awaitWord('Layanan', 'Kartu Keluarga (KK)');
    await filters.awaitWord('Kanal', 'Tatap muka (loket)');
    expect(home.selection()).toEqual(chosen);
    expect(await filters.text()).toBe(sentence);
    expect(await home.sentence('Permohonan')).toBe(figures);
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

  it('of a unit are opened by its row in the table, and closed by the step above in the path', async () => {
    const page = await visitors.signedIn('bupati');
    const period = lastMonth();
    const home = await new OverviewPage(page).open(`/beranda?from=${period.from}&to=${period.to}`);
    const row = home.unitRows.filter({ has: page.getByRole('link', { name: 'Sebulu', exact: true }) });
    const received = await row.getByRole('cell').last().textContent();
    await row.getByRole('link').click();
    await page.waitForURL((url) => url.searchParams.get('unit') === SEBULU);
    await home.complete();
    expect(home.selection()).toEqual({ ...period, unit: SEBULU });
    // The number clicked is the number found.
    expect(await home.sentence('Permohonan')).toMatch(
      new RegExp(`^${(received ?? '').trim().replace('.', '\\.')} diterima `),
    );

    await page.getByRole('navigation', { name: 'Jalur' }).getByRole('link').first().click();
    await page.waitForURL((url) => !url.searchParams.has('unit'));
    expect(home.selection()).toEqual(period);
  });
});
