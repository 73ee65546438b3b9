import type { Locator, Page } from 'playwright-core';

/** The first screen of somebody who is not signed in. */
export class SignInPage {
  readonly page: Page;
  readonly trouble: Locator;

  constructor(page: Page) {
    this.page = page;
    this.trouble = page.getByRole('alert').filter({ hasText: /\S/ });
  }

  /** Waits until the form is there. */
  async shown(): Promise<this> {
    await this.page.getByRole('button', { name: 'Masuk', exact: true }).waitFor();
    return this;
  }

  async signIn(username: string, password: string): Promise<void> {
    await this.page.getByLabel('Nama pengguna').fill(username);
    await this.page.getByLabel('Kata sandi', { exact: true }).fill(password);
    await this.page.getByRole('button', { name: 'Masuk', exact: true }).click();
  }
}
