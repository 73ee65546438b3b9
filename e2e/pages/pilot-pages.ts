import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';
import { Screen } from './screen.ts';

/** The list of pilot programmes and the page of one: verbs that open a question, and the answers to it. */
export class PilotPages extends Screen {
  readonly dialog: Locator;
  /** The history of the milestone that is opened. */
  readonly record: Locator;

  constructor(page: Page) {
    super(page);
    this.dialog = page.getByRole('dialog');
    this.record = this.content.locator('pandu-milestone-record');
  }

  /** The line of a programme in the list. */
  line(name: string): Locator {
    return this.content.locator('section').filter({ has: this.page.getByRole('link', { name }) });
  }

  /** What a line of the list says, with ordinary spaces. */
  async told(name: string): Promise<string> {
    return plain(await this.line(name).textContent());
  }

  /** The row of a milestone by its number. */
  milestone(number: string): Locator {
    return this.content.locator(`tr[data-milestone="${number}"]`);
  }

  /** Opens the question behind a verb, of the whole page or of a part of it. */
  async ask(verb: string, within: Locator = this.content): Promise<Locator> {
    await within.getByRole('button', { name: verb }).click();
    await this.dialog.waitFor();
    return this.dialog;
  }

  /** Answers the open question by its verb and waits until the page says what follows. */
  async answer(verb: string): Promise<void> {
    await this.dialog.getByRole('button', { name: verb, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
    await this.complete();
  }

  /** Fills the fields of the open question by the beginning of their labels. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields))
      await this.dialog.getByLabel(new RegExp(`^${label}`)).fill(text);
  }

  /** Opens the history of a milestone. */
  async openRecord(number: string): Promise<void> {
    await this.milestone(number).getByRole('link').click();
    await this.record.waitFor();
    await this.complete();
  }
}
