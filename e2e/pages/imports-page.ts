import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';
import { Screen } from './screen.ts';

/** A file of some thousand rows, on a machine that is busy with other tests. */
const IMPORT_LIMIT_MS = 45_000;

/** Data in: a file is given, checked and loaded. */
export class ImportsPage extends Screen {
  readonly progress: Locator;
  readonly outcome: Locator;

  constructor(page: Page) {
    super(page);
    this.progress = page.getByRole('status').filter({ hasText: /[1-9][\d.]* baris terbaca/ });
    this.outcome = page.locator('pandu-import-outcome');
  }

  /** Gives a CSV file and waits until its columns were recognised. A second file needs a name of its own. */
  async give(name: string, content: string): Promise<void> {
    await this.page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content, 'utf8') });
    await this.page.locator('pandu-file-drop').getByText(name, { exact: true }).waitFor();
    await this.page.getByText('Semua kolom wajib dikenali').waitFor();
  }

  /** Checks the file without storing anything, and gives the result in words. */
  async check(): Promise<string> {
    await this.page.getByRole('button', { name: 'Periksa berkas' }).click();
    return this.headline(/siap dimuat|perlu diperbaiki|tidak ada yang akan berubah|tidak dapat dimuat/);
  }

  /** Loads the checked file, and gives the result in words. */
  async load(): Promise<string> {
    await this.page.getByRole('button', { name: /^Muat [\d.]+ baris$/ }).click();
    return this.headline(/sudah dimuat|ditolak|Tidak ada yang berubah|tidak dapat dimuat/);
  }

  /** The sentences about what is wrong in single rows. */
  async faults(): Promise<readonly string[]> {
    return (await this.outcome.getByRole('listitem').allTextContents()).map(plain);
  }

  /** Downloads the rejected rows; gives the name of the file and its text. */
  async downloadRejected(): Promise<{ readonly name: string; readonly text: string }> {
    const [download] = await Promise.all([
      this.page.waitForEvent('download'),
      this.outcome.getByRole('link', { name: /^Unduh [\d.]+ baris yang ditolak/ }).click(),
    ]);
    return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
  }

  private async headline(expected: RegExp): Promise<string> {
    const headline = this.outcome.getByRole('status').filter({ hasText: expected });
    await headline.waitFor({ timeout: IMPORT_LIMIT_MS });
    return plain(await headline.textContent());
  }
}
