import type { Locator, Page } from 'playwright-core';

/** The screens of somebody who sees figures and brings data in. */
export const SCREENS = {
  Beranda: '/beranda',
  Layanan: '/layanan',
  Aduan: '/aduan',
  Kepuasan: '/kepuasan',
  Data: '/data',
} as const;

export type ScreenName = keyof typeof SCREENS;

/** What surrounds every screen: the way to the others, who is signed in, whether the data are an example. */
export class Screen {
  readonly page: Page;
  readonly heading: Locator;
  readonly demoLabel: Locator;
  readonly alerts: Locator;
  readonly content: Locator;

  constructor(page: Page) {
    this.page = page;
    this.heading = page.getByRole('heading', { level: 1 });
    this.demoLabel = page.getByText('DATA CONTOH – bukan kinerja sebenarnya', { exact: true });
    this.alerts = page.getByRole('alert').filter({ hasText: /\S/ });
    this.content = page.getByRole('main');
  }

  /** Opens an address of the product and waits until it is complete. */
  async open(path: string): Promise<this> {
    await this.page.goto(path);
    return this.complete();
  }

  /** Goes to another screen as people do, by its name. */
  async goTo(name: ScreenName): Promise<this> {
    await this.page.getByRole('navigation', { name: 'Layar' }).getByRole('link', { name }).click();
    await this.page.waitForURL((url) => url.pathname === SCREENS[name]);
    return this.complete();
  }

  /** Waits until the headline is there and nothing is on its way any more. */
  async complete(): Promise<this> {
    await this.heading.first().waitFor();
    const onItsWay = this.page.locator('pandu-skeleton, [aria-busy=true], .refreshing');
    await onItsWay.first().waitFor({ state: 'detached' });
    return this;
  }

  /** The query parameters of the address, which are the whole selection. */
  selection(): Record<string, string> {
    return Object.fromEntries(new URL(this.page.url()).searchParams);
  }
}
