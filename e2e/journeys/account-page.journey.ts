import { randomBytes } from 'node:crypto';
import { sessionSchema } from '#contract/session';
import { plain } from '../pages/as-displayed.ts';
import { AccountDesk } from '../pages/account-desk.ts';
import { AccountPage } from '../pages/account-page.ts';
import { Screen } from '../pages/screen.ts';
import { SignInPage } from '../pages/sign-in-page.ts';
import { PHONE, useVisitors } from '../pages/visitors.ts';

const FIRST = 'sungai tenang di pagi hari';
const SECOND = 'perahu merah pulang petang';

describe('the own account', () => {
  const visitors = useVisitors();

  it('begins with an invitation: a password by its rules, once, then the sign-in page', async () => {
    const { username, link } = await invited('petugas', '64.02.07');
    const page = await visitors.stranger(PHONE);
    await page.goto(link);
    const form = page.locator('pandu-password-form');
    await form.getByText('Paling sedikit 12 karakter').waitFor();
    await form.getByLabel('Kata sandi baru').fill('sungai');
    await form.getByText('6 dari paling sedikit 12 karakter').waitFor();
    await form.getByRole('button', { name: 'Tetapkan kata sandi' }).click();
    await form.getByRole('alert').filter({ hasText: 'paling sedikit 12 karakter' }).waitFor();
    // Long enough, but what the server knows of: it holds the username.
    await form.getByLabel('Kata sandi baru').fill(`sandi untuk ${username}`);
    await form.getByRole('button', { name: 'Tetapkan kata sandi' }).click();
    await form.getByRole('alert').filter({ hasText: 'nama pengguna' }).waitFor();
    await form.getByLabel('Kata sandi baru').fill(FIRST);
    await form.getByRole('button', { name: 'Tetapkan kata sandi' }).click();
    await page.waitForURL('**/masuk?**');
    await page.getByRole('status').filter({ hasText: 'Kata sandi sudah ditetapkan.' }).waitFor();
    await (await new SignInPage(page).shown()).signIn(username, FIRST);
    await page.waitForURL('**/beranda');
    expect(await page.getByText(/^Anda melihat data: Sebulu \(Petugas/).isVisible()).toBeTrue();

    const again = await visitors.stranger();
    await again.goto(link);
    await again.getByRole('heading', { name: 'Tautan ini tidak berlaku.' }).waitFor();
    expect(await again.locator('pandu-password-form').count()).toBe(0);
  });

  it('changes its password, which signs all other devices out', async () => {
    const { username, page } = await arrived('petugas', '64.02.07');
    const other = await visitors.stranger();
    await other.goto('/masuk');
    await (await new SignInPage(other).shown()).signIn(username, FIRST);
    await other.waitForURL('**/beranda');

    const account = await new AccountPage(page).openByName();
    expect(await account.posts.locator('li').count()).toBe(1);
    await account.passwordForm.getByLabel('Kata sandi sekarang').fill(SECOND);
    await account.passwordForm.getByLabel('Kata sandi baru').fill(SECOND);
    await account.passwordForm.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await account.passwordForm.getByRole('alert').filter({ hasText: 'tidak cocok' }).waitFor();
    await account.passwordForm.getByLabel('Kata sandi sekarang').fill(FIRST);
    await account.passwordForm.getByRole('button', { name: 'Ganti kata sandi' }).click();
    await page.getByText('Kata sandi sudah diganti.').waitFor();
    // The list of devices is asked for again after the answer, so it shortens a moment later.
    await account.devices.locator('li').nth(1).waitFor({ state: 'detached' });
    expect(await account.devices.locator('li').count()).toBe(1);

    await other.reload();
    await other.waitForURL('**/masuk**');
    await (await new SignInPage(other).shown()).signIn(username, SECOND);
    await other.waitForURL('**/beranda');
  });

  it('signs out one device of several', async () => {
    const { username, page } = await arrived('petugas', '64.02.07');
    const other = await visitors.stranger(PHONE);
    await other.goto('/masuk');
    await (await new SignInPage(other).shown()).signIn(username, FIRST);
    await other.waitForURL('**/beranda');

    const account = await new AccountPage(page).openByName();
    expect(await account.devices.locator('li').count()).toBe(2);
    expect(await account.devices.getByText('perangkat ini').count()).toBe(1);
    await account.devices
      .getByRole('button', { name: /^Keluarkan / })
      .first()
      .click();
    await account.devices.getByText('sudah dikeluarkan.').waitFor();
    await account.devices.locator('li').nth(1).waitFor({ state: 'detached' });
    await other.reload();
    await other.waitForURL('**/masuk**');
    expect((await page.context().request.get('/api/v1/session')).ok()).toBeTrue();
  });

  it('lets an ajudan read for the post until a day, who sees that and changes nothing', async () => {
    const aide = await arrived('organisasi', null);
    const { page, title } = await arrived('camat', '64.02.05');
    const account = await new AccountPage(page).openByName();
    await account.readers.getByLabel('Nama pengguna ajudan').fill(aide.username);
    await account.readers.getByLabel('Sampai tanggal').fill('31/02/2099');
    await account.readers.getByRole('button', { name: 'Izinkan membaca' }).click();
    await account.readers.getByRole('alert').filter({ hasText: 'Tulis tanggal yang ada' }).waitFor();
    await account.readers.getByLabel('Sampai tanggal').fill('31/12/2099');
    await account.readers.getByRole('button', { name: 'Izinkan membaca' }).click();
    await account.readers.locator('li').filter({ hasText: aide.username }).waitFor();
    expect(plain(await account.readers.locator('li').textContent())).toContain('sampai 31 Des 2099');

    const reading = new AccountPage(aide.page);
    await reading.open('/beranda');
    const panel = await reading.panel();
    await Promise.all([
      aide.page.waitForEvent('load'),
      panel.getByRole('radio', { name: `membaca untuk ${title}` }).check(),
    ]);
    await reading.complete();
    const seen = aide.page.getByText(
      `Anda melihat data: Kecamatan Muara Badak, Kutai Kartanegara (membaca untuk ${title})`,
    );
    await seen.waitFor();
    // Who reads for somebody sees who has reported, and loads nothing.
    await new Screen(aide.page).open('/data');
    await aide.page.getByText('Unit terhitung melapor bila').waitFor();
    expect(await aide.page.getByRole('heading', { name: 'Unggah data' }).count()).toBe(0);
    await reading.open('/akun');
    expect(await reading.readers.count()).toBe(0);

    await account.readers.getByRole('button', { name: /^Akhiri pembacaan/ }).click();
    await account.readers.getByText('Belum ada yang membaca untuk jabatan ini.').waitFor();
    const { user } = sessionSchema.parse(
      await (await aide.page.context().request.get('/api/v1/session')).json(),
    );
    expect([user.role, user.posts.length]).toEqual(['organisasi', 1]);
  });

  it('says for which roles a screen is that the post does not cover', async () => {
    const page = await visitors.signedIn('bupati');
    const screen = await new Screen(page).open('/pengaturan');
    expect(await screen.heading.textContent()).toContain('Layar Pengaturan tidak tercakup jabatan Anda.');
    expect(await screen.content.innerText()).toMatch(
      /Layar ini untuk peran: Inspektorat, .*Anda sedang memakai jabatan Bupati Kutai Kartanegara \(peran Bupati\)/,
    );
  });

  /** Somebody new, in a post of their own, who has not set a password yet. */
  async function invited(role: string, unit: string | null) {
    const mark = randomBytes(4).toString('hex');
    const username = `uji.${mark}`;
    const title = `${role === 'camat' ? 'Camat Uji' : 'Petugas Uji'} ${mark}`;
    const desk = new AccountDesk(await visitors.signedIn('admin'));
    const post = await desk.addPost({ title, role, ...(unit === null ? {} : { unit }) });
    return { username, title, link: await desk.invite({ username, name: `Orang Uji ${mark}`, post }) };
  }

  /** The same, signed in with the password {@link FIRST}, at home. */
  async function arrived(role: string, unit: string | null) {
    const person = await invited(role, unit);
    const page = await visitors.stranger();
    await page.goto(person.link);
    await page.getByLabel('Kata sandi baru').fill(FIRST);
    await page.getByRole('button', { name: 'Tetapkan kata sandi' }).click();
    await (await new SignInPage(page).shown()).signIn(person.username, FIRST);
    await page.waitForURL('**/beranda');
    await new Screen(page).complete();
    return { ...person, page };
  }
});
