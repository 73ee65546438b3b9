import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';
import { Screen } from './screen.ts';

/** What a sentence of home is about. */
export type OverviewSubject = 'Tepat waktu' | 'Aduan' | 'IKM' | 'Permohonan';

/** Home: the measures as sentences, what they were counted from, and all units below. */
export class OverviewPage extends Screen {
  readonly unitRows: Locator;

  constructor(page: Page) {
    super(page);
    this.unitRows = page.locator('pandu-unit-matrix tbody tr');
  }

  /** The sentence about a subject, with the numbers beside it below. */
  line(subject: OverviewSubject): Locator {
    return this.page.getByRole('article').filter({ has: this.page.getByText(subject, { exact: true }) });
  }

  /** "90,1 % dari 2.454 permohonan yang jatuh tempo (10–31 Okt 2026: 91,7 %)." */
  async sentence(subject: OverviewSubject): Promise<string> {
    const text = plain(await this.line(subject).locator('.sentence').textContent());
    return text.replace(`${subject}: `, '');
  }

  /** The figures of a sentence as they stand there, without the days that one is compared with: `90,1 %`, `2.454`, `91,7 %`. */
  async figures(subject: OverviewSubject): Promise<readonly string[]> {
    const sentence = (await this.sentence(subject)).replace(/\([^():]*: /g, '(');
    return sentence.match(/\d[\d.]*(,\d+)?( %)?/g) ?? [];
  }

  /** The number behind a term of "Dihitung dari". */
  async countedFrom(term: string): Promise<string> {
    const row = this.page.locator('dl.pairs > div').filter({ hasText: term });
    return plain(await row.locator('dd').textContent());
  }

  /** Waits until the sentence about a subject says this; the page is not loaded again to that end. */
  async awaitSentence(subject: OverviewSubject, said: string): Promise<void> {
    const words = said.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    await this.line(subject)
      .locator('.sentence')
      .filter({ hasText: new RegExp(words.join('\\s+')) })
      .waitFor();
  }
}
