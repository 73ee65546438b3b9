import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';
import { Screen } from './screen.ts';

/** The pages of the settings: tables, verbs that open a dialog, and what the dialog asks. */
export class SettingsPage extends Screen {
  readonly dialog: Locator;
  readonly rows: Locator;
  /** Links and tokens that are shown once. */
  readonly secret: Locator;

  constructor(page: Page) {
    super(page);
    this.dialog = page.getByRole('dialog');
    this.rows = this.content.locator('tbody tr');
    this.secret = this.content.locator('input[readonly]');
  }

  /** Opens the dialog behind a verb of the page. */
  async ask(verb: string): Promise<Locator> {
    await this.content.getByRole('button', { name: verb, exact: true }).click();
    await this.dialog.waitFor();
    return this.dialog;
  }

  /** Answers the open dialog by its verb and waits until it is gone. */
  async answer(verb: string): Promise<void> {
    await this.dialog.getByRole('button', { name: verb, exact: true }).click();
    await this.dialog.waitFor({ state: 'detached' });
    await this.complete();
  }

  /** The first cells of all rows, as they are read. */
  async names(): Promise<readonly string[]> {
    return (await this.content.locator('tbody th').allTextContents()).map(plain);
  }
}
