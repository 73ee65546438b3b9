import { OverviewPage } from '../pages/overview-page.ts';
import { useVisitors } from '../pages/visitors.ts';

describe('a screen that cannot be fetched', () => {
  const visitors = useVisitors();

  it('is told, and opens when the network is back', async () => {
    const page = await visitors.signedIn('bupati');
    const home = await new OverviewPage(page).open('/beranda');
    await page.context().setOffline(true);
    await page.getByRole('link', { name: 'Kepuasan' }).first().click();
    const told = page.getByRole('alert').filter({ hasText: 'Layar itu belum dapat dibuka' });
    await told.waitFor();
    expect(await home.unitRows.count()).toBeGreaterThan(0);

    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Coba lagi' }).click();
    await page.waitForURL((url) => url.pathname === '/kepuasan');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await told.count()).toBe(0);
  });
});
