import { Screen } from '../pages/screen.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

/** The product of the journeys has no mail server: what it offers then must be true. */
describe('reports by mail', () => {
  const visitors = useVisitors();

  it('are not offered while the operator has set no mail server, and the page says so', async () => {
    const page = await visitors.signedIn('camat.tenggarong');
    await new Screen(page).open('/laporan');
    await page
      .getByRole('navigation', { name: 'Halaman laporan' })
      .getByRole('link', { name: /angganan/ })
      .click();
    await page.waitForURL((url) => url.pathname === '/laporan/langganan');
    await page
      .getByRole('heading', { level: 1, name: 'Belum ada laporan yang dikirim lewat surel.' })
      .waitFor();
    await page.getByText('Server surel PANDU belum diatur').waitFor();
    expect(await page.getByRole('button', { name: 'Tambah langganan' }).count()).toBe(0);
    expect(await page.getByLabel('Alamat surel').count()).toBe(0);
    // Nor by its address.
    await page.goto('/laporan/langganan?tambah=1');
    await page.getByText('Server surel PANDU belum diatur').waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('fit on a phone', async () => {
    const page = await visitors.signedIn('camat.tenggarong', PHONE);
    await new Screen(page).open('/laporan/langganan');
    await page.getByText('Server surel PANDU belum diatur').waitFor();
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  });

  it('end by no link that was made up, and nobody has to sign in to be told so', async () => {
    const page = await visitors.stranger();
    await page.goto('/berhenti-langganan/64.02~tautan-yang-tidak-pernah-ada');
    await page.getByRole('heading', { level: 1, name: 'Berhenti berlangganan' }).waitFor();
    await page.getByRole('alert').filter({ hasText: 'Tautan ini tidak dikenal' }).waitFor();
    expect(await page.getByRole('button', { name: 'Hentikan langganan' }).count()).toBe(0);
    expect(await page.getByRole('link', { name: 'Ke halaman masuk' }).count()).toBe(1);
  });
});
