import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';
import { Screen } from './screen.ts';

/** The list of innovations, signed in or not. */
export class CataloguePage extends Screen {
  readonly searchField: Locator;
  readonly cards: Locator;

  constructor(page: Page) {
    super(page);
    this.searchField = page.getByRole('searchbox', { name: 'Cari inovasi' });
    this.cards = page.locator('pandu-entry-card');
  }

  /** Types words as people do and waits until the list is the one that they find. */
  async search(words: string): Promise<this> {
    await this.searchField.fill(words);
    await this.page.waitForURL((url) => url.searchParams.get('q') === words);
    return this.complete();
  }

  /** The card of the entry that is called so. */
  card(name: string): Locator {
    return this.cards.filter({ has: this.page.getByRole('heading', { level: 2, name: new RegExp(name) }) });
  }

  /** The titles in the order of the list. */
  async titles(): Promise<readonly string[]> {
    await this.cards.first().waitFor();
    return (await this.cards.locator('h2 a').allTextContents()).map(plain);
  }
}
