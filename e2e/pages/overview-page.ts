import type { Locator, Page } from 'playwright-core';
import { plain } from './as-displayed.ts';
import { Screen } from './screen.ts';

/** The columns of the table of all units, as its headers call them. */
const COLUMNS = ['Tepat waktu', 'Median selesai', 'Aduan tuntas', 'IKM', 'Permohonan'] as const;
export type OverviewColumn = (typeof COLUMNS)[number];

/** Home: what needs a decision as sentences, what became of instructions, and all units below. */
export class OverviewPage extends Screen {
  /** The exceptions, the most pressing first. */
  readonly exceptions: Locator;
  readonly unitRows: Locator;
  readonly margin: Locator;

  constructor(page: Page) {
    super(page);
    this.exceptions = page.locator('pandu-attention-list').getByRole('article');
    this.unitRows = page.locator('pandu-unit-matrix tbody tr');
    this.margin = page.locator('aside.margin');
  }

  /** The table of all units comes with the scroll: it lies below everything else. */
  override async complete(): Promise<this> {
    await super.complete();
    // The page may still grow while it is scrolled.
    const units = this.page.locator('pandu-unit-matrix');
    while ((await units.count()) === 0) {
      await this.page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
      await this.page.waitForTimeout(100);
    }
    return super.complete();
  }

  /** The exception of a unit. */
  exception(unit: string): Locator {
    return this.exceptions.filter({ has: this.page.getByText(unit, { exact: true }) });
  }

  /** The row of a unit; without a name that of the only unit there is. */
  row(unit?: string): Locator {
    return unit === undefined
      ? this.unitRows
      : this.unitRows.filter({ has: this.page.getByRole('rowheader', { name: unit, exact: true }) });
  }

  /** The cell of a unit in a column. */
  cell(column: OverviewColumn, unit?: string): Locator {
    return this.row(unit).getByRole('cell').nth(COLUMNS.indexOf(column));
  }

  /** The number of a unit in a column, as it stands there: `90,1 %`, `2.454`, `belum ada data`. */
  async figure(column: OverviewColumn, unit?: string): Promise<string> {
    return plain(await this.cell(column, unit).textContent());
  }

  /** Waits until the number is this one; the page is not loaded again to that end. */
  async awaitFigure(column: OverviewColumn, shown: string, unit?: string): Promise<void> {
    const words = shown.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    await this.cell(column, unit)
      .filter({ hasText: new RegExp(`^\\s*${words.join('\\s+')}\\s*$`) })
      .waitFor();
  }

  /** What stands in place of the table when there is no unit with data. */
  async emptyUnits(): Promise<string> {
    return plain(await this.page.locator('pandu-unit-matrix > .note').textContent());
  }

  /** Waits until the headline is this one. */
  async awaitHeadline(headline: string): Promise<void> {
    await this.page.getByRole('heading', { level: 1, name: headline, exact: true }).waitFor();
  }

  /** Opens a form from the line of an exception: "Disposisi", "Ingatkan", "Bukan masalah, karena …". */
  async openForm(unit: string, verb: string): Promise<Locator> {
    await this.exception(unit)
      .getByRole('button', { name: `${verb}: ${unit}`, exact: true })
      .click();
    const form = this.page.getByRole('dialog');
    await form.waitFor();
    return form;
  }
}
