import { plain } from '../pages/as-displayed.ts';
import { AccountPage } from '../pages/account-page.ts';
import { Screen } from '../pages/screen.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { useVisitors } from '../pages/visitors.ts';
import { testedProduct } from '../product.ts';

describe('coming back', () => {
  const visitors = useVisitors();
  const { password } = testedProduct();

  it('to the same address after a session was ended elsewhere, told why', async () => {
    const page = await visitors.signedIn('organisasi');
    const wanted = '/layanan?unit=64.02.07&from=2026-01-01&to=2026-06-30';
    const screen = await new Screen(page).open(wanted);

    const other = await visitors.signedIn('organisasi');
    const account = await new AccountPage(other).open('/akun');
    await account.devices.getByRole('button', { name: 'Keluarkan semua yang lain' }).click();
    await account.devices.getByText(/perangkat lain sudah dikeluarkan/).waitFor();

    await screen.page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name: 'Aduan' }).click();
    await page.waitForURL('**/masuk?**');
    const signIn = await new SignInPage(page).shown();
    expect(
      await page.getByRole('status').filter({ hasText: 'dikeluarkan dari perangkat lain' }).count(),
    ).toBe(1);
    await signIn.signIn('organisasi', password);
    await page.waitForURL('**/aduan?**');
    expect(`/aduan${new URL(page.url()).search}`).toBe(wanted.replace('/layanan', '/aduan'));
    expect(await (await screen.complete()).alerts.count()).toBe(0);
  });

  it('after signing out in another tab, told so at once', async () => {
    const page = await visitors.signedIn('organisasi');
    await new Screen(page).open('/kepuasan?unit=64.02.07');
    const other = await page.context().newPage();
    await new Screen(other).open('/layanan');
    await other.getByRole('button', { name: /Kepala Bagian Organisasi/ }).click();
    await other.getByRole('button', { name: 'Keluar', exact: true }).click();

    await page.waitForURL('**/masuk?**');
    const signIn = await new SignInPage(page).shown();
    expect(await page.getByRole('status').filter({ hasText: 'keluar di tab lain' }).count()).toBe(1);
    await signIn.signIn('organisasi', password);
    await page.waitForURL('**/kepuasan?unit=64.02.07');
    expect(await other.getByRole('button', { name: 'Masuk', exact: true }).count()).toBe(1);
  });

  it('is never to another site, and no word of the address is shown', async () => {
    const page = await visitors.stranger();
    await page.goto('/masuk?tujuan=//jahat.example/masuk&galat=Hubungi%200812');
    const signIn = await new SignInPage(page).shown();
    expect(await page.getByText('Hubungi').count()).toBe(0);
    expect(await page.getByRole('status').filter({ hasText: 'Anda belum masuk.' }).count()).toBe(1);
    await signIn.signIn('sekda', password);
    await page.waitForURL('**/beranda');
    expect(new URL(page.url()).origin).toBe(testedProduct().address);
  });

  it('waits as long as the server says, and counts', async () => {
    const page = await visitors.stranger();
    await page.route('**/api/v1/session', (route) =>
      route.request().method() === 'POST'
        ? route.fulfill({
            status: 429,
            headers: { 'Retry-After': '3' },
            contentType: 'application/problem+json',
            body: JSON.stringify({
              detail: 'Terlalu banyak percobaan.',
              code: 'too-many-attempts',
              errors: [],
            }),
          })
        : route.continue(),
    );
    await page.goto('/masuk');
    const signIn = await new SignInPage(page).shown();
    await signIn.signIn('sekda', password);
    const counting = signIn.trouble.locator('[aria-hidden=true]');
    await counting.waitFor();
    expect(plain(await counting.textContent())).toMatch(
      /^Terlalu banyak percobaan masuk\. Coba lagi dalam [123] detik\.$/,
    );
    const button = page.getByRole('button', { name: 'Masuk', exact: true });
    expect(await button.isDisabled()).toBeTrue();
    await counting.waitFor({ state: 'detached' });
    expect(await button.isEnabled()).toBeTrue();
    expect(await page.getByLabel('Nama pengguna').inputValue()).toBe('sekda');
  });
});
