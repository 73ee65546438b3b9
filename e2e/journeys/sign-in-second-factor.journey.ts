import { randomBytes } from 'node:crypto';
import { plain } from '../pages/as-displayed.ts';
import { AccountDesk } from '../pages/account-desk.ts';
import { AccountPage } from '../pages/account-page.ts';
import { Authenticator } from '../pages/authenticator.ts';
import { Screen } from '../pages/screen.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';
import { testedProduct } from '../product.ts';

/** A demo account that no other journey uses. */
const USERNAME = 'camat.cikarang-utara';
const CODE = 'Kode dari aplikasi autentikator';

describe('the second factor', () => {
  const visitors = useVisitors();
  const { password } = testedProduct();

  it('is set up, asked for at the next sign-in, replaced by a recovery code, and taken off', async () => {
    const page = await visitors.signedIn(USERNAME, PHONE);
    const account = await new AccountPage(page).open('/akun');
    const authenticator = new Authenticator(await account.startSecondFactor(password));
    expect(await account.secondFactor.getByRole('img', { name: /Kode QR/ }).isVisible()).toBeTrue();
    const recoveryCodes = await account.confirmSecondFactor(authenticator.code());
    expect(recoveryCodes.length).toBe(10);
    await account.secondFactor.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await account.secondFactor.getByText('Kode cadangan yang tersisa: 10').waitFor();
    expect(await page.getByText(recoveryCodes[0] ?? '', { exact: true }).count()).toBe(0);

    const elsewhere = await visitors.stranger(PHONE);
    await elsewhere.goto('/masuk?tujuan=/akun');
    const signIn = await new SignInPage(elsewhere).shown();
    await signIn.signIn(USERNAME, password);
    // The field is there, has the focus, and nothing typed before is lost.
    await elsewhere.getByLabel(CODE).and(elsewhere.locator(':focus')).waitFor();
    expect(await elsewhere.getByLabel('Nama pengguna').inputValue()).toBe(USERNAME);
    await elsewhere.keyboard.type('000000');
    await elsewhere.keyboard.press('Enter');
    await signIn.trouble.waitFor();
    expect(plain(await signIn.trouble.textContent())).toContain('Kode tidak cocok');
    await elsewhere.getByLabel(CODE).fill(authenticator.code(1));
    await elsewhere.keyboard.press('Enter');
    await elsewhere.waitForURL('**/akun');

    const third = await visitors.stranger(PHONE);
    await third.goto('/masuk?tujuan=/akun');
    await (await new SignInPage(third).shown()).signIn(USERNAME, password);
    await third.getByRole('button', { name: 'Ponsel tidak ada? Pakai kode cadangan' }).click();
    await third.getByLabel('Kode cadangan').fill(recoveryCodes[0] ?? '');
    await third.keyboard.press('Enter');
    await third.waitForURL('**/akun');
    const last = await new AccountPage(third).complete();
    await last.secondFactor.getByText('Kode cadangan yang tersisa: 9').waitFor();

    await last.secondFactor.getByRole('button', { name: 'Lepas faktor kedua' }).click();
    await last.secondFactor.getByLabel('Kata sandi Anda').fill(password);
    await last.secondFactor.getByLabel('Kode dari aplikasi').fill(recoveryCodes[1] ?? '');
    await last.secondFactor.getByRole('button', { name: 'Lepas faktor kedua' }).click();
    await last.secondFactor.getByRole('button', { name: 'Pasang faktor kedua' }).waitFor();
    expect(await last.alerts.count()).toBe(0);
  });

  it('is all that a post which needs it offers, until it is there; then the wanted screen opens', async () => {
    const username = `pengawas.${randomBytes(4).toString('hex')}`;
    const secret = 'perahu hijau menunggu hujan';
    const desk = new AccountDesk(await visitors.signedIn('admin'));
    const post = await desk.addPost({ title: `Inspektur Pembantu ${username}`, role: 'inspektorat' });
    const link = await desk.invite({ username, name: 'Sri Hartati', post });
    const page = await visitors.stranger();
    await page.goto(link);
    await page.getByLabel('Kata sandi baru').fill(secret);
    await page.getByRole('button', { name: 'Tetapkan kata sandi' }).click();
    await page.waitForURL('**/masuk?**');
    await page.goto('/layanan?unit=64.02.07');
    await (await new SignInPage(page).shown()).signIn(username, secret);

    await page.waitForURL('**/akun?**');
    const account = await new AccountPage(page).complete();
    expect(await page.getByText('mewajibkan faktor kedua').isVisible()).toBeTrue();
    expect(await page.getByText(/^Anda melihat data: belum ada, sampai faktor kedua terpasang/).count()).toBe(
      1,
    );
    expect(await page.getByRole('navigation', { name: 'Layar' }).getByRole('link').count()).toBe(0);
    expect(await account.devices.or(account.readers).or(account.passwordForm).count()).toBe(0);
    await page.goto('/kepuasan');
    await page.waitForURL('**/akun?tujuan=%2Fkepuasan');

    await account.complete();
    const authenticator = new Authenticator(await account.startSecondFactor(secret));
    await account.confirmSecondFactor(authenticator.code());
    await account.secondFactor.getByRole('button', { name: 'Sudah saya simpan' }).click();
    await page.waitForURL('**/kepuasan');
    const screen = await new Screen(page).complete();
    expect(await screen.alerts.count()).toBe(0);
    expect(await page.getByText('Anda melihat data: seluruh Kutai Kartanegara').count()).toBeGreaterThan(0);
  });
});
