import type { Locator, Page } from 'playwright-core';
import { Screen } from './screen.ts';

/** The screens on which an innovation is written, reviewed and shared. */
export class WritingPages extends Screen {
  readonly dialog: Locator;
  /** Whether what was written is kept: "Tersimpan 10.32". */
  readonly state: Locator;

  constructor(page: Page) {
    super(page);
    this.dialog = page.getByRole('dialog');
    this.state = this.content.locator('p.state');
  }

  /** Begins an entry and waits for its editor. @returns its id */
  async begin(name: string): Promise<string> {
    await this.open('/inovasi/tulis');
    await this.content.getByLabel('Nama inovasi').fill(name);
    await this.content.getByRole('button', { name: 'Mulai menulis' }).click();
    await this.page.waitForURL('**/sunting');
    await this.complete();
    return new URL(this.page.url()).pathname.split('/')[2] ?? '';
  }

  /** Opens a part of the editor by its question. */
  async part(question: string): Promise<void> {
    await this.content
      .getByRole('navigation', { name: 'Bagian naskah' })
      .getByRole('link', { name: question })
      .click();
    await this.content.getByRole('heading', { level: 2, name: question }).waitFor();
  }

  /** The answer to a question of one text. */
  answer(question: string): Locator {
    return this.content.getByRole('textbox', { name: question });
  }

  /** Waits until everything that can be kept is kept. */
  async kept(): Promise<void> {
    await this.state.filter({ hasText: /^\s*Tersimpan \d\d\.\d\d/ }).waitFor();
  }
}
