import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';

export type FilterName = 'Angka' | 'Layanan' | 'Unit' | 'Periode' | 'Kanal' | 'Satuan waktu';

/** The selection as a sentence whose words can be changed: "semua layanan di Sebulu, Oktober 2026, semua kanal". */
export class FilterSentence {
  readonly page: Page;
  readonly sentence: Locator;

  constructor(page: Page) {
    this.page = page;
    this.sentence = page.locator('pandu-filter-sentence');
  }

  /** The word of one filter, a button that opens its choices. */
  word(name: FilterName): Locator {
    return this.sentence.getByRole('button', { name: new RegExp(`^${name}: `) });
  }

  /** The choices of the filter that is open. */
  panel(name: FilterName): Locator {
    return this.page.getByRole('dialog', { name, exact: true });
  }

  /** The whole sentence; names take the place of codes once the lists are there. */
  async text(): Promise<string> {
    return plain(await this.sentence.innerText());
  }

  /** Waits until the word of a filter is this one. */
  async awaitWord(name: FilterName, word: string): Promise<void> {
    await this.sentence.getByRole('button', { name: `${name}: ${word}`, exact: true }).waitFor();
  }

  async open(name: FilterName): Promise<Locator> {
    await this.word(name).click();
    const panel = this.panel(name);
    await panel.waitFor();
    return panel;
  }

  /** Closes the filter that is open, as the Escape key does. */
  async close(name: FilterName): Promise<void> {
    await this.page.keyboard.press('Escape');
    await this.panel(name).waitFor({ state: 'detached' });
    // The panel goes a moment before the word knows it.
    await this.word(name).and(this.sentence.locator('[aria-expanded=false]')).waitFor();
  }

  /** Chooses an option of a list by its words, searching for it first. */
  async choose(name: Exclude<FilterName, 'Periode'>, option: string): Promise<void> {
    const panel = await this.open(name);
    const search = panel.getByRole('combobox', { name: 'Cari' });
    await panel.getByRole('option').first().waitFor();
    if ((await search.count()) > 0) await search.fill(option);
    await panel.getByRole('option', { name: option, exact: true }).click();
    await panel.waitFor({ state: 'detached' });
  }

  /** Chooses one of the usual periods, such as "Bulan lalu". */
  async choosePeriod(name: string): Promise<void> {
    const panel = await this.open('Periode');
    await panel.getByRole('button', { name, exact: true }).click();
    await panel.waitFor({ state: 'detached' });
  }
}
