import type { Locator, Page } from 'playwright-core';
import { Screen } from './screen.ts';

/** The own account: posts, password, second factor, devices, and who reads for me. */
export class AccountPage extends Screen {
  readonly posts: Locator;
  readonly secondFactor: Locator;
  readonly devices: Locator;
  readonly readers: Locator;
  readonly passwordForm: Locator;

  constructor(page: Page) {
    super(page);
    this.posts = page.locator('section').filter({ has: page.getByRole('heading', { name: 'Jabatan' }) });
    this.secondFactor = page.locator('pandu-second-factor');
    this.devices = page.locator('pandu-devices');
    this.readers = page.locator('pandu-readers');
    this.passwordForm = page.locator('pandu-password-form');
  }

  /** Opens the page by the person's name at the top right, as people do. */
  async openByName(): Promise<this> {
    await (await this.panel()).getByRole('link', { name: 'Akun saya' }).click();
    await this.page.waitForURL('**/akun');
    return this.complete();
  }

  /** The panel below the person's name. */
  async panel(): Promise<Locator> {
    const panel = this.page.getByRole('dialog', { name: 'Akun' });
    if (!(await panel.isVisible())) await this.page.getByRole('button', { name: /^Akun: / }).click();
    await panel.getByRole('button', { name: 'Keluar' }).waitFor();
    return panel;
  }

  /** Begins to set up the second factor; gives the secret as it stands there, without its spaces. */
  async startSecondFactor(password: string): Promise<string> {
    await this.secondFactor.getByRole('button', { name: 'Pasang faktor kedua' }).click();
    await this.secondFactor.getByLabel('Kata sandi Anda').fill(password);
    await this.secondFactor.getByRole('button', { name: 'Lanjut' }).click();
    const secret = await this.secondFactor.locator('.secret').textContent();
    return (secret ?? '').replaceAll(/\s/g, '');
  }

  /** Confirms with the first code; gives the recovery codes. */
  async confirmSecondFactor(code: string): Promise<readonly string[]> {
    await this.secondFactor.getByLabel('2. Ketik enam angka').fill(code);
    await this.secondFactor.getByRole('button', { name: 'Sahkan dan aktifkan' }).click();
    await this.secondFactor.getByText('Simpan kode cadangan ini sekarang').waitFor();
    return (await this.secondFactor.locator('.codes li').allTextContents()).map((text) => text.trim());
  }
}
